import type { AnyField } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { Project } from '../project/project.ts';

/** Words of a field's steps from 1: the project's own, else the usual ones; null where its numbers are just numbers. */
export function stepWords(project: Project, field: AnyField, language: Language): readonly string[] | null {
  const { steps } = field;
  if (steps === undefined) return null;
  const own = project.store
    .sql(`SELECT "${steps.setting}" AS words FROM project WHERE removedStep IS NULL LIMIT 1`)
    .get()?.['words'];
  if (typeof own === 'string') return JSON.parse(own) as string[];
  return steps.words.map((word) => word[language]);
}
