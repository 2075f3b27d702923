/** The end of a session: what it came to, closing it, and opening it again. */
import { differenceInMinutes, yearOf } from '../../domain/days/day.ts';
import { UserError } from '../../errors.ts';
import * as queries from '../../store/queries/roster.ts';
import { putMarks, unmarked } from './attendance.ts';
import { acceptEvidence } from './evidence.ts';
import { rosterOf } from './roster.ts';
import { currentOf, itemsOf, leaveItem, nowOf, refuseOver, sessionOf, stepOf } from './running.ts';
import { todayOf } from '../project/project.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Evidence } from './evidence.ts';
import type { Roster } from './roster.ts';
import type { RunningItem, RunningSession } from './running.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Written } from '../writing/write.ts';

export interface MadeHere {
  readonly id: number;
  readonly code: string;
  readonly title: string;
}

/** All that a session came to, and where it stands. */
export interface SessionView {
  readonly session: RunningSession;
  readonly items: readonly RunningItem[];
  readonly current: RunningItem | null;
  readonly roster: Roster;
  readonly decisions: readonly (MadeHere & { readonly agenda: number | null })[];
  readonly actions: readonly (MadeHere & {
    readonly owner: string | null;
    readonly due: string | null;
    readonly state: string | null;
  })[];
}

export function sessionView(project: Project, id: number): SessionView {
  const { store } = project;
  const items = itemsOf(project, id);
  return {
    session: sessionOf(project, id),
    items,
    current: currentOf(items),
    roster: rosterOf(project, id),
    decisions: store.sql<SessionView['decisions'][number]>(queries.decisions).all({ session: id }),
    actions: store.sql<SessionView['actions'][number]>(queries.actions).all({ session: id }),
  };
}

/** Whole minutes from the start until its end, or until now while it is under way; null where it was never started. */
export function minutesUsed(session: RunningSession, now: string): number | null {
  if (session.startedAt === null) return null;
  const end = session.endedAt ?? (session.state === 'inProgress' ? now : null);
  return end === null ? null : Math.max(0, differenceInMinutes(end, session.startedAt));
}

/** Of an item, with those since it was taken up. */
export function itemMinutes(item: RunningItem, now: string): number {
  const since = item.startedAt === null ? 0 : Math.max(0, differenceInMinutes(now, item.startedAt));
  return Math.round((item.used ?? 0) + since);
}

/**
 * The number that a session gets when it is held: within its year for work groups and the steering group (`3/2022`),
 * none for clubs and networks. Cancelled sessions have none and so leave no gap.
 */
function nextNumber({ store }: Project, session: Values): string | null {
  const kind = store.sql('SELECT kind FROM "group" WHERE id = ?').get(session['group'])?.['kind'];
  if (kind !== 'workGroup' && kind !== 'steering') return null;
  const year = yearOf(String(session['startsAt']));
  const numbers = store
    // The trash counts too: what lies there can come back, with its number.
    .sql(`SELECT number FROM session WHERE "group" = ? AND number LIKE '%/' || ?`)
    .all(session['group'], String(year))
    .map((row) => Number.parseInt(String(row['number']), 10))
    .filter((number) => Number.isSafeInteger(number));
  return `${Math.max(0, ...numbers) + 1}/${year}`;
}

/** A session is over: its number is fixed, and where it was run, its item and its clock end. @throws UserError session-over */
export function endSession(
  project: Project,
  unit: UnitOfWork,
  id: number,
  given: Values = {},
  baseVersion?: number,
): void {
  const session = sessionOf(project, id);
  refuseOver(session);
  const current = currentOf(itemsOf(project, id));
  if (current !== null) leaveItem(project, unit, current, 'done');
  const values = {
    state: 'held',
    number: session.number ?? nextNumber(project, unit.read(id)),
    ...(session.state === 'inProgress' && { endedAt: nowOf(project) }),
    ...given,
  };
  unit.change(id, values, baseVersion);
}

/**
 * Closes a session: held, numbered, its minutes a draft, and from now on read-only. Members whom nobody marked were
 * absent where anybody was marked at all; what of the communication plan was accepted has the session as its evidence.
 * @throws UserError session-closed, session-cancelled
 */
export function closeSession(
  project: Project,
  id: number,
  accepted: readonly Evidence[] = [],
): Written<void> {
  return stepOf(project, 'close', (unit) => {
    const { code, minutesState } = sessionOf(project, id);
    const { members } = rosterOf(project, id);
    const rest = members.some(({ mark }) => mark !== null) ? unmarked(project, id) : [];
    endSession(project, unit, id, {
      minutesState: minutesState ?? 'draft',
      closedOn: todayOf(project),
      reopenedFor: null,
    });
    putMarks(
      project,
      unit,
      id,
      rest.map((person) => ({ person, mark: 'absent' })),
    );
    acceptEvidence(project, unit, code, accepted);
  });
}

/** Opens a closed session for correction; it stays held. @throws UserError session-not-closed, reopen-reason */
export function reopenSession(project: Project, id: number, reason: string): Written<void> {
  return stepOf(project, 'reopen', (unit) => {
    const { code, closedOn } = sessionOf(project, id);
    if (closedOn === null) throw new UserError('session-not-closed', { code });
    if (reason.trim() === '') throw new UserError('reopen-reason', { code });
    unit.change(id, { closedOn: null, reopenedFor: reason.trim() });
  });
}
