/** What a column holds, by what stands in it: for headings that say nothing. */
import { isUserError } from '../../errors.ts';
import { fieldNamed } from '../reading/field-names.ts';
import { ImportContext } from './import-context.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { Definition } from '../../registers/index.ts';
import type { NamedField } from '../reading/field-names.ts';
import type { Project } from '../project/project.ts';

/** Of the values this many, in a hundred, must be what the field holds. */
const enough = 80;
/** Kinds whose values can't be taken for another's. */
const telling: ReadonlySet<AnyField['kind']> = new Set([
  'email',
  'reference',
  'choice',
  'day',
  'localTime',
  'span',
]);
const phone = /^\+?\d[\d\s-]{5,15}$/;

/**
 * Tells the one field that a column's values are of; null where none is, or several are: a wrong guess would fill a
 * register with nonsense.
 */
export function valueGuesser(
  project: Project,
  definition: Definition,
  language: Language,
): (values: readonly string[], taken: ReadonlySet<string>) => NamedField | null {
  const context = new ImportContext(project, language, {
    answers: new Map(),
    createMissing: false,
    add: () => 0,
    isToCome: () => false,
    hasRow: () => false,
  });
  const fits = (field: AnyField, value: string): boolean => {
    try {
      return field.read(value, context.fields) !== null;
    } catch (error) {
      if (!isUserError(error)) throw error;
      return false;
    }
  };
  const isMostly = (values: readonly string[], test: (value: string) => boolean): boolean =>
    values.filter(test).length * 100 >= values.length * enough;
  return (values, taken) => {
    const free = Object.entries(definition.fields).filter(
      ([name, field]) => !taken.has(name) && field.internal !== true && telling.has(field.kind),
    );
    const found = free.filter(
      ([, field]) =>
        // A bare number may be a day as spreadsheets count them, or anything else.
        !values.every((value) => /^[\d.,]{1,6}$/.test(value)) &&
        isMostly(values, (value) => fits(field, value)),
    );
    const [only] = found;
    if (only !== undefined) return found.length === 1 ? fieldNamed(definition, only[0]) : null;
    const isPhone = !taken.has('phone') && definition.fields['phone'] !== undefined;
    return isPhone && isMostly(values, (value) => phone.test(value)) ? fieldNamed(definition, 'phone') : null;
  };
}
