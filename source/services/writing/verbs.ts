/** What a planner does to a record beyond changing its fields: used by the command line and the screens alike. */
import { putMarks } from '../meetings/attendance.ts';
import { endSession } from '../meetings/closing.ts';
import { todayOf } from '../project/project.ts';
import { write } from './write.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Marking } from '../meetings/attendance.ts';
import type { Project } from '../project/project.ts';
import type { Mark } from '../meetings/roster.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { getRecord } from '../reading/get-record.ts';
import type { Written } from './write.ts';

function step(
  project: Project,
  verb: string,
  register: string,
  ids: readonly number[],
  work: (unit: UnitOfWork, id: number) => void,
): Written<void> {
  return write(project, { kind: 'user', label: { verb, register } }, (unit) => {
    for (const id of ids) work(unit, id);
  });
}

/** Who was at a session and how: people by mark. */
export type Attendance = ReadonlyMap<string, readonly number[]>;

/** Marks a session as held, fixes its number, and keeps who was there; marks that are there are put right. */
export function holdSession(
  project: Project,
  id: number,
  given: Values,
  attendance: Attendance = new Map(),
): Written<void> {
  return step(project, 'hold', 'session', [id], (unit) => {
    endSession(project, unit, id, given);
    const markings = [...attendance].flatMap(([mark, people]) =>
      people.map((person): Marking => ({ person, mark: mark as Mark })),
    );
    putMarks(project, unit, id, markings);
  });
}

/** Several at once, in the order in which they were: one step. */
export function holdSessions(project: Project, ids: readonly number[], baseVersion?: number): Written<void> {
  const startOf = (id: number): string => String(getRecord(project, id)['startsAt']);
  const inOrder = ids.toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
  return step(project, 'hold', 'session', inOrder, (unit, id) =>
    endSession(project, unit, id, {}, baseVersion),
  );
}

export function moveSession(project: Project, id: number, given: Values): Written<void> {
  return step(project, 'move', 'session', [id], (unit) => unit.change(id, { state: 'moved', ...given }));
}

export function cancelSessions(project: Project, ids: readonly number[], given: Values): Written<void> {
  return step(project, 'cancel', 'session', ids, (unit, id) =>
    unit.change(id, { state: 'cancelled', ...given }),
  );
}

export function finishActions(
  project: Project,
  ids: readonly number[],
  given: Values,
  baseVersion?: number,
): Written<void> {
  const doneOn = todayOf(project);
  return step(project, 'done', 'action', ids, (unit, id) =>
    unit.change(id, { state: 'done', doneOn, ...given }, baseVersion),
  );
}

export function sendDeliveries(
  project: Project,
  ids: readonly number[],
  given: Values,
  baseVersion?: number,
): Written<void> {
  const sent = todayOf(project);
  return step(project, 'send', 'delivery', ids, (unit, id) =>
    unit.change(id, { state: 'sent', sent, ...given }, baseVersion),
  );
}

export function skipDeliveries(project: Project, ids: readonly number[], given: Values): Written<void> {
  return step(project, 'skip', 'delivery', ids, (unit, id) =>
    unit.change(id, { state: 'skipped', ...given }),
  );
}
