/** Every register of rules and what it lays out, sessions before the deliveries that go with them. */
import { deliveryLayout } from './layout-deliveries.ts';
import { sessionLayout } from './layout-rules.ts';
import type { Layout } from './layout-rules.ts';

export const layouts: readonly Layout[] = [sessionLayout, deliveryLayout];
