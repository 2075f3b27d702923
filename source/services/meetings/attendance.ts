/** Ticking who was at a session: a mark at a time or many at once; every press is a step. */
import { isLive } from '../../store/records/records.ts';
import { rosterOf } from './roster.ts';
import { refuseOver, sessionOf, stepOf } from './running.ts';
import type { Mark } from './roster.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Written } from '../writing/write.ts';

export interface Marking {
  readonly person: number;
  /** Null takes the mark away. */
  readonly mark: Mark | null;
  /** Who sat in for the person. */
  readonly deputy?: number | null;
}

/** Puts the marks in place; those that are there are put right. */
export function putMarks(
  project: Project,
  unit: UnitOfWork,
  session: number,
  markings: readonly Marking[],
): void {
  const known = new Map(
    project.store
      .sql<{ person: number; id: number }>(
        'SELECT person, id FROM attendance WHERE session = ? AND removedStep IS NULL',
      )
      .all(session)
      .map(({ person, id }) => [person, id]),
  );
  for (const { person, mark, deputy } of markings) {
    const id = known.get(person);
    if (mark === null) {
      if (id !== undefined) unit.remove(id);
    } else if (id === undefined)
      known.set(person, unit.add('attendance', { session, person, mark, deputy: deputy ?? null }));
    else
      unit.change(id, {
        mark,
        ...(mark === 'deputy' ? deputy !== undefined && { deputy } : { deputy: null }),
      });
  }
}

/** Marks people, given or found out as the step is written, and counts those who came from outside where a number is given. */
export function markAttendance(
  project: Project,
  session: number,
  markings: readonly Marking[] | (() => readonly Marking[]),
  others?: number | null,
): Written<void> {
  return stepOf(project, 'mark', (unit) => {
    const known = sessionOf(project, session);
    if (known.closedOn === null) refuseOver(known);
    putMarks(project, unit, session, typeof markings === 'function' ? markings() : markings);
    if (others !== undefined) unit.change(session, { others });
  });
}

/** Everybody who is not marked yet is marked so. */
export function markRest(project: Project, session: number, mark: Mark): Written<void> {
  return markAttendance(project, session, () =>
    unmarked(project, session).map((person) => ({ person, mark })),
  );
}

/** Members of the day who are not marked; deputies only come when they are asked to, and nobody out of the trash. */
export function unmarked(project: Project, session: number): number[] {
  const { members } = rosterOf(project, session);
  const open = members.filter(({ mark, role }) => mark === null && role !== 'deputy');
  const people = [...new Set(open.map(({ person }) => person))];
  return people.filter((person) => isLive(project.store, 'person', person));
}
