/** Which actions may change the project: where an earlier day is looked at, none of them can be done. */
import { actionOf, type ActionGroup, type ActionId } from './actions.ts';

const changing: ReadonlySet<ActionGroup> = new Set(['record', 'undo', 'report', 'running', 'attendance']);

/** What only shows something, or writes a file of its own. */
const looking: ReadonlySet<ActionId> = new Set([
  'record.history',
  'record.open',
  'report.export',
  'report.kind',
  'report.span',
  'session.papers',
]);

export function changesProject(action: ActionId): boolean {
  return changing.has(actionOf(action).group) && !looking.has(action);
}
