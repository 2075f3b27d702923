/** What a planner does to a record beyond changing its fields: used by the command line and the screens alike. */
import { yearOf } from '../domain/day.ts';
import { todayOf } from './project.ts';
import { write } from './write.ts';
import type { Values } from '../store/images.ts';
import type { Project } from './project.ts';
import type { UnitOfWork } from './unit-of-work.ts';
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

/** Moves a candidate to a stage, on a day of its own where one is given. */
export function moveStage(project: Project, id: number, given: Values): Written<void> {
  return step(project, 'stage', 'candidate', [id], (unit) => {
    unit.add('stageChange', { ...given, candidate: id });
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
    const session = unit.read(id);
    const number = session['number'] ?? nextNumber(project, session);
    unit.change(id, { state: 'held', number, ...given });
    const marked = new Map(
      project.store
        .sql('SELECT person, id FROM attendance WHERE session = ? AND removedStep IS NULL')
        .all(id)
        .map((row) => [Number(row['person']), Number(row['id'])]),
    );
    for (const [mark, people] of attendance) {
      for (const person of people) {
        const known = marked.get(person);
        if (known === undefined) unit.add('attendance', { session: id, person, mark });
        else unit.change(known, { mark });
      }
    }
  });
}

/**
 * The number that a session gets when it is held: within its year for work groups and the steering group (`3/2022`),
 * none for clubs and networks. Cancelled sessions have none and so leave no gap.
 */
function nextNumber(project: Project, session: Values): string | null {
  const kind = project.store.sql('SELECT kind FROM "group" WHERE id = ?').get(session['group'])?.['kind'];
  if (kind !== 'workGroup' && kind !== 'steering') return null;
  const year = yearOf(String(session['startsAt']));
  const numbers = project.store
    // The trash counts too: what lies there can come back, with its number.
    .sql(`SELECT number FROM session WHERE "group" = ? AND number LIKE '%/' || ?`)
    .all(session['group'], String(year))
    .map((row) => Number.parseInt(String(row['number']), 10))
    .filter((number) => Number.isSafeInteger(number));
  return `${Math.max(0, ...numbers) + 1}/${year}`;
}

export function moveSession(project: Project, id: number, given: Values): Written<void> {
  return step(project, 'move', 'session', [id], (unit) => unit.change(id, { state: 'moved', ...given }));
}

export function cancelSessions(project: Project, ids: readonly number[], given: Values): Written<void> {
  return step(project, 'cancel', 'session', ids, (unit, id) =>
    unit.change(id, { state: 'cancelled', ...given }),
  );
}

export function finishActions(project: Project, ids: readonly number[], given: Values): Written<void> {
  const doneOn = todayOf(project);
  return step(project, 'done', 'action', ids, (unit, id) =>
    unit.change(id, { state: 'done', doneOn, ...given }),
  );
}

export function sendDeliveries(project: Project, ids: readonly number[], given: Values): Written<void> {
  const sent = todayOf(project);
  return step(project, 'send', 'delivery', ids, (unit, id) =>
    unit.change(id, { state: 'sent', sent, ...given }),
  );
}

export function skipDeliveries(project: Project, ids: readonly number[], given: Values): Written<void> {
  return step(project, 'skip', 'delivery', ids, (unit, id) =>
    unit.change(id, { state: 'skipped', ...given }),
  );
}
