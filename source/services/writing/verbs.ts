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
import type { DoneBefore } from './warnings.ts';

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
  return settle(project, settling.action, ids, given, baseVersion);
}

export function sendDeliveries(
  project: Project,
  ids: readonly number[],
  given: Values,
  baseVersion?: number,
): Written<void> {
  return settle(project, settling.delivery, ids, given, baseVersion);
}

interface Settling {
  readonly verb: string;
  readonly register: 'action' | 'delivery';
  readonly state: string;
  /** Keeps the day on which it was done. */
  readonly day: string;
}

const settling = {
  action: { verb: 'done', register: 'action', state: 'done', day: 'doneOn' },
  delivery: { verb: 'send', register: 'delivery', state: 'sent', day: 'sent' },
} as const satisfies Readonly<Record<string, Settling>>;

/** Today is the day unless another is given; what was done before keeps its own unless another is given, which is told. */
function settle(
  project: Project,
  { verb, register, state, day }: Settling,
  ids: readonly number[],
  given: Values,
  baseVersion: number | undefined,
): Written<void> {
  const today = todayOf(project);
  const before: DoneBefore[] = [];
  const written = step(project, verb, register, ids, (unit, id) => {
    const { code, heading, ...values } = unit.read(id);
    const old = values['state'] === state ? values[day] : null;
    const now = given[day] ?? old ?? today;
    if (typeof old === 'string' && (now !== old || given[day] === undefined))
      before.push({ code: 'done-before', register, record: code ?? heading, day: old, isMoved: now !== old });
    unit.change(id, { state, ...given, [day]: now }, baseVersion);
  });
  if (before.length > 0) project.warned?.(before);
  return written;
}

export function skipDeliveries(project: Project, ids: readonly number[], given: Values): Written<void> {
  return step(project, 'skip', 'delivery', ids, (unit, id) =>
    unit.change(id, { state: 'skipped', ...given }),
  );
}
