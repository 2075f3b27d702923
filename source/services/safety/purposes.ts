/** Why people are kept, on what basis and until when: by what each is to the project. */
import { keptBy, rolesHeld } from '../../registers/keeping.ts';
import { purpose } from '../../registers/purpose.ts';
import { ownWordFor } from '../reading/shown.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Language } from '../../language/language.ts';
import type { Project } from '../project/project.ts';

/** One of the things that a person is to the project. */
export interface HeldRole {
  readonly role: string;
  /** The purpose's record, and what it says; null where none has been set for such people. */
  readonly id: number | null;
  readonly purpose: string | null;
  readonly basis: string | null;
  readonly until: Day | null;
}

/** What a role or a basis is called. */
export const nameOfChoice = (
  project: Project,
  field: 'role' | 'basis',
  value: string,
  language: Language,
): string =>
  ownWordFor(project, purpose.fields[field], value, language) ??
  purpose.fields[field].choices?.[value]?.[language] ??
  value;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What a person is to the project, and why they are kept as that. */
export function rolesOf(project: Project, id: number): HeldRole[] {
  const rows = project.store
    .sql(`SELECT h.role AS role, w.id AS id, w.purpose AS purpose, w.basis AS basis, max(${keptBy}) AS "until"
      FROM (${rolesHeld(':id')}) AS h LEFT JOIN purpose AS w ON w.role = h.role AND w.removedStep IS NULL
      GROUP BY h.role, w.id ORDER BY h.role, w.id`)
    .all({ id });
  return rows.map(({ role, id: record, purpose: why, basis, until }) => ({
    role: String(role),
    id: typeof record === 'number' ? record : null,
    purpose: textOrNull(why),
    basis: textOrNull(basis),
    until: textOrNull(until),
  }));
}
