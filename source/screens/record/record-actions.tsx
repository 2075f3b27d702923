/** What can be done with records from a list, a record's page or Today: the same keys everywhere. */
import type { ActionHandlers } from '../../keys/dispatcher.ts';
import type { App } from '../app.tsx';

/** The records that an action takes: the marked ones, else the one of the cursor. */
export interface Target {
  readonly register: string;
  readonly ids: readonly number[];
}

export function recordHandlers(app: App, target: Target | null): ActionHandlers {
  void app;
  void target;
  return {};
}
