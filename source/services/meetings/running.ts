/**
 * Running a session: started, item by item, with notes, decisions and promises. Every one of these is a step, and what
 * it goes by is read within it: another window may be running the same session.
 */
import { readPromise } from '../../domain/meetings/promise-line.ts';
import { differenceInMinutes, localDay, localTimeOf } from '../../domain/days/day.ts';
import { isSameItem, joinedBackground } from '../../domain/meetings/standing-agenda.ts';
import { UserError } from '../../errors.ts';
import * as queries from '../../store/queries/roster.ts';
import { rosterOf } from './roster.ts';
import { timeZoneOf, todayOf } from '../project/project.ts';
import { write } from '../writing/write.ts';
import type { LocalTime } from '../../domain/days/day.ts';
import type { PromiseLine } from '../../domain/meetings/promise-line.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Written } from '../writing/write.ts';

export interface RunningSession {
  readonly id: number;
  readonly code: string;
  readonly heading: string;
  readonly group: number;
  readonly groupTitle: string;
  readonly kind: 'club' | 'network' | 'workGroup' | 'steering' | null;
  readonly number: string | null;
  readonly startsAt: LocalTime;
  /** How long it is to take; null where nobody said. */
  readonly minutes: number | null;
  readonly state: 'planned' | 'inProgress' | 'held' | 'cancelled' | 'moved' | null;
  readonly topic: string | null;
  readonly guest: string | null;
  readonly startedAt: LocalTime | null;
  readonly endedAt: LocalTime | null;
  readonly closedOn: string | null;
  readonly others: number | null;
  readonly minutesState: string | null;
  readonly minutesText: string | null;
  readonly quorum: number | null;
  readonly standingAgenda: string | null;
}

export interface RunningItem {
  readonly id: number;
  readonly position: number | null;
  readonly title: string;
  readonly presenter: string | null;
  /** Planned. */
  readonly minutes: number | null;
  readonly background: string | null;
  /** Since when it is under way; null for all but the current one. */
  readonly startedAt: LocalTime | null;
  /** Minutes used so far, without those since `startedAt`. */
  readonly used: number | null;
  readonly outcome: string | null;
  readonly state: 'open' | 'done' | 'postponed' | null;
}

export function sessionOf({ store }: Project, session: number): RunningSession {
  const row = store.sql<RunningSession>(queries.session).get({ session });
  if (row === undefined) throw new Error(`No session ${session}`);
  return row;
}

export function itemsOf({ store }: Project, session: number): readonly RunningItem[] {
  return store.sql<RunningItem>(queries.items).all({ session });
}

/** The wall clock of the project, to the minute. */
export function nowOf(project: Project): LocalTime {
  return localTimeOf(project.clock.now(), timeZoneOf(project.store));
}

export const currentOf = (items: readonly RunningItem[]): RunningItem | null =>
  items.find(({ startedAt }) => startedAt !== null) ?? null;

export function stepOf<Result>(
  project: Project,
  verb: string,
  work: (unit: UnitOfWork) => Result,
  register = 'session',
): Written<Result> {
  return write(project, { kind: 'user', label: { verb, register } }, work);
}

/** @throws UserError session-held, session-cancelled, session-closed */
export function refuseOver(session: RunningSession): void {
  const { code, state, closedOn } = session;
  if (closedOn !== null) throw new UserError('session-closed', { code });
  if (state === 'cancelled') throw new UserError('session-cancelled', { code });
}

/** Starts the clock, and takes up the first item that waits. */
export function startSession(project: Project, id: number): Written<void> {
  return stepOf(project, 'start', (unit) => {
    const session = sessionOf(project, id);
    refuseOver(session);
    if (session.state === 'held' || session.state === 'inProgress')
      throw new UserError('session-held', { code: session.code });
    const startedAt = nowOf(project);
    unit.change(id, { state: 'inProgress', startedAt });
    const first = itemsOf(project, id).find(({ state }) => state === 'open');
    if (first !== undefined) unit.change(first.id, { startedAt });
  });
}

/** The minutes of an item up to now are kept with it. */
export function leaveItem(
  project: Project,
  unit: UnitOfWork,
  item: RunningItem,
  state: 'done' | 'open' | 'postponed',
): void {
  const since = item.startedAt === null ? 0 : differenceInMinutes(nowOf(project), item.startedAt);
  const used = (item.used ?? 0) + Math.max(0, since);
  unit.change(item.id, { state, startedAt: null, ...(item.startedAt !== null && { used }) });
}

/** @throws UserError session-not-running */
function refuseNotRunning(session: RunningSession): void {
  refuseOver(session);
  if (session.state !== 'inProgress') throw new UserError('session-not-running', { code: session.code });
}

/**
 * Goes on to an item, or past the last one where none is given. The one that is left is done; going back, it is open
 * again and its time goes on where it was.
 */
export function takeItem(
  project: Project,
  id: number,
  item: number | null,
  leftAs: 'done' | 'open' = 'done',
): Written<void> {
  return stepOf(project, 'take', (unit) => {
    refuseNotRunning(sessionOf(project, id));
    const current = currentOf(itemsOf(project, id));
    if (current !== null && current.id !== item) leaveItem(project, unit, current, leftAs);
    if (item !== null && current?.id !== item)
      unit.change(item, { state: 'open', startedAt: nowOf(project) });
  });
}

/** The item after the current one that still waits; null at the end. */
export function nextItem(items: readonly RunningItem[]): RunningItem | null {
  const at = items.findIndex(({ startedAt }) => startedAt !== null);
  return items.slice(at + 1).find(({ state }) => state === 'open') ?? null;
}

export function previousItem(items: readonly RunningItem[]): RunningItem | null {
  const at = items.findIndex(({ startedAt }) => startedAt !== null);
  return items.slice(0, at === -1 ? items.length : at).findLast(({ state }) => state !== 'postponed') ?? null;
}

const appended = (old: unknown, line: string): string =>
  typeof old === 'string' && old !== '' ? `${old}\n${line}` : line;

/** A line of what was said: at the item, else in the minutes of the whole. */
export function addNote(project: Project, id: number, text: string, item: number | null): Written<void> {
  return stepOf(project, 'note', (unit) => {
    if (item === null) unit.change(id, { minutesText: appended(unit.read(id)['minutesText'], text) });
    else unit.change(item, { outcome: appended(unit.read(item)['outcome'], text) });
  });
}

/** What was decided, at the item that is under way. */
export function addDecision(
  project: Project,
  id: number,
  title: string,
  item: number | null,
): Written<number> {
  const work = (unit: UnitOfWork): number => {
    const session = sessionOf(project, id);
    refuseOver(session);
    return unit.add('decision', { title, session: id, agenda: item, day: localDay(session.startsAt) });
  };
  return stepOf(project, 'add', work, 'decision');
}

/** A promise as it is understood: those at the table come first, then everybody in the register. */
export function understandPromise(project: Project, id: number, line: string): PromiseLine {
  const { members, guests } = rosterOf(project, id);
  const table = [
    ...new Map([...members, ...guests].map(({ person, name }) => [person, { id: person, name }])).values(),
  ];
  const everybody = project.store
    .sql<{ id: number; name: string }>('SELECT id, name FROM person WHERE removedStep IS NULL')
    .all();
  return readPromise(line, todayOf(project), [table, everybody]);
}

/** An action whose source is the session. @throws UserError nothing-promised */
export function addPromise(project: Project, id: number, line: string): Written<number> {
  const { title, owner, due } = understandPromise(project, id, line);
  if (title === '') throw new UserError('nothing-promised', { text: line });
  const work = (unit: UnitOfWork): number => {
    refuseOver(sessionOf(project, id));
    return unit.add('action', { title, owner, due, source: id });
  };
  return stepOf(project, 'add', work, 'action');
}

/**
 * The item goes to the agenda of the group's next session, once, or waits as postponed until there is one. Where that
 * agenda has an open item of the same name, such as a standing one, it goes on in that.
 */
export function postponeItem(project: Project, id: number, item: number): Written<number | null> {
  return stepOf(project, 'postpone', (unit) => {
    const next = project.store.sql<{ id: number }>(queries.nextSession).get({ session: id })?.id ?? null;
    const items = itemsOf(project, id);
    const current = items.find((one) => one.id === item);
    if (current === undefined) throw new Error(`No item ${item}`);
    const { title, presenter: _, minutes, background } = current;
    const { presenter } = unit.read(item);
    leaveItem(project, unit, current, 'postponed');
    const following =
      current.startedAt === null
        ? null
        : nextItem(items.map((one) => (one === current ? { ...one, state: 'postponed' } : one)));
    if (following !== null) unit.change(following.id, { startedAt: nowOf(project) });
    const taken = project.store.sql<{ session: number }>(queries.takenUp).get({ item })?.session;
    if (taken !== undefined || next === null) return taken ?? null;
    const same = itemsOf(project, next).find((one) => one.state === 'open' && isSameItem(one.title, title));
    if (same !== undefined && unit.read(same.id)['continues'] === null) {
      unit.change(same.id, { continues: item, background: joinedBackground(same.background, background) });
      return next;
    }
    unit.add('agenda', {
      session: next,
      position: lastPosition(project, next) + 1,
      title,
      presenter,
      minutes,
      background,
      continues: item,
    });
    return next;
  });
}

export function lastPosition(project: Project, session: number): number {
  return Math.max(0, ...itemsOf(project, session).map(({ position }) => position ?? 0));
}
