import { registerOf } from '../../registers/index.ts';
import { readRow } from '../../store/records/records.ts';
import { fieldContext } from './lookup.ts';
import type { Language } from '../../language/language.ts';
import type { Project } from '../project/project.ts';

/** What is found, as far as its name tells it. */
interface Named {
  readonly id: number;
  readonly register: string;
  readonly heading: string;
}

/**
 * What a record is called where it is looked up: who looks up an indicator mostly wants its latest figure, so that stands
 * with its name, `Klubikertoja: 70 kertaa`.
 */
export function nameWithFigure(
  project: Project,
  { id, register, heading }: Named,
  language: Language,
): string {
  const indicator = registerOf(register);
  const record = readRow(project.store, indicator, id);
  const value = record?.['value'];
  const field = indicator.derived?.['value']?.field;
  if (record === null || typeof value !== 'number' || field === undefined) return heading;
  const figure = field.write(value, fieldContext(project, language));
  return `${heading}: ${[figure, record['unit']].filter((part) => typeof part === 'string' && part !== '').join(' ')}`;
}
