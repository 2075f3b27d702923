import { projectText } from '../../store/queries/project-text.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { Project } from '../project/project.ts';

/** Words of a field's steps from 1: the project's own, else the usual ones; null where its numbers are just numbers. */
export function stepWords(project: Project, field: AnyField, language: Language): readonly string[] | null {
  const { steps } = field;
  if (steps === undefined) return null;
  const own = projectText(project.store, steps.setting);
  if (own !== null) return JSON.parse(own) as string[];
  return steps.words.map((word) => word[language]);
}
