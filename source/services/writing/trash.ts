import { registers } from '../../registers/index.ts';
import { identityById } from '../../store/records/records.ts';
import type { Identity } from '../../store/records/records.ts';
import type { Project } from '../project/project.ts';

/** What lies in the trash, the last removed first: records with a code; parts go and come with their own. */
export function trashOf(project: Project, limit: number): Identity[] {
  const removed = registers
    .filter(({ code }) => code !== undefined)
    .flatMap(({ name }) =>
      project.store
        .sql(
          `SELECT id, removedStep FROM "${name}" WHERE removedStep IS NOT NULL ORDER BY removedStep DESC LIMIT +?`,
        )
        .all(limit),
    );
  return removed
    .toSorted((one, other) => Number(other['removedStep']) - Number(one['removedStep']))
    .slice(0, limit)
    .map(({ id }) => identityById(project.store, Number(id)))
    .filter((one) => one !== null);
}
