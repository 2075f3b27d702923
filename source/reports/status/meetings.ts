import { localDay } from '../../domain/days/day.ts';
import { isPlanned } from './promises.ts';
import { isInSpan, spanBefore } from './scope.ts';
import type { Day } from '../../domain/days/day.ts';
import type { GroupRow, SessionRow, StatusSnapshot } from '../snapshot.ts';
import type { Scope } from './scope.ts';

/** Mean attendance over the sessions whose attendance was marked. */
export interface Attendance {
  readonly mean: number;
  readonly sessions: number;
}

export interface GroupFigures {
  readonly group: GroupRow;
  readonly heldInSpan: number;
  readonly heldInAll: number;
  readonly cancelled: number;
  readonly ahead: number;
  readonly next: Day | null;
  readonly attendance: Attendance | null;
  /** Over as many days right before the span. */
  readonly attendanceBefore: Attendance | null;
  /** Who came, meeting by meeting; null where nobody was counted. */
  readonly trend: readonly { readonly day: Day; readonly present: number | null }[];
  readonly topics: readonly string[];
}

/** More columns than these are too narrow to read on a telephone. */
const trendLength = 12;

export function meetings(snapshot: StatusSnapshot, scope: Scope): GroupFigures[] {
  const previous = spanBefore(scope);
  return snapshot.groups.map((group) => {
    const own = snapshot.sessions.filter((session) => session.group === group.id);
    const held = own.filter((session) => session.state === 'held');
    const inSpan = within(held, scope);
    const ahead = own.filter((session) => isPlanned(session, scope.to));
    const first = ahead[0];
    return {
      group,
      heldInSpan: inSpan.length,
      heldInAll: held.length,
      cancelled: within(own, scope).filter((session) => session.state === 'cancelled').length,
      ahead: ahead.length,
      next: first === undefined ? null : localDay(first.startsAt),
      attendance: attendance(inSpan),
      attendanceBefore: previous === null ? null : attendance(within(held, previous)),
      trend: held
        .filter((session) => localDay(session.startsAt) <= scope.to)
        .slice(-trendLength)
        .map((session) => ({ day: localDay(session.startsAt), present: session.present })),
      topics: inSpan.flatMap((session) => session.topic ?? []),
    };
  });
}

const within = (sessions: readonly SessionRow[], scope: Scope): SessionRow[] =>
  sessions.filter((session) => isInSpan(scope, localDay(session.startsAt)));

function attendance(held: readonly SessionRow[]): Attendance | null {
  const marked = held.flatMap((session) => session.present ?? []);
  if (marked.length === 0) return null;
  return {
    mean: marked.reduce((sum, present) => sum + present, 0) / marked.length,
    sessions: marked.length,
  };
}
