import { addDays, differenceInDays } from '../../domain/days/day.ts';
import type { Day } from '../../domain/days/day.ts';

/** The days that a report covers. What happened on `after` itself was told last time; `to` belongs to the span. */
export interface Scope {
  readonly after: Day;
  /** The day that is shown as the span's first. */
  readonly from: Day;
  readonly to: Day;
  /** Since the last steering group session, since a day that was given, or since the project's start. */
  readonly since: 'meeting' | 'day' | 'start';
  /** Number of the session since which it is told. */
  readonly meeting: string | null;
}

/** Before every day there is: a report since the start leaves nothing out and has no last time. */
export const beforeAll: Day = '0000-00-00';

export const isInSpan = (scope: Scope, day: Day | null): boolean =>
  day !== null && day > scope.after && day <= scope.to;

/** The end of the days that the report is compared with; null where it tells everything. */
export const lastTime = (scope: Scope): Day | null => (scope.since === 'start' ? null : scope.after);

/** As many days right before the span; null where it tells everything. */
export function spanBefore(scope: Scope): Scope | null {
  if (scope.since === 'start') return null;
  const after = addDays(scope.after, -differenceInDays(scope.to, scope.after));
  return { ...scope, after, from: after, to: scope.after };
}
