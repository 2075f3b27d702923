import type { en } from '../en/index.ts';
import { errors } from './errors.ts';

export const fi: typeof en = { errors };
