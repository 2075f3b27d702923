import { derivedField } from '../../registers/field-errors.ts';
import { findField } from '../../services/reading/field-names.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Project } from '../../services/project/project.ts';
import type { Definition } from '../../registers/index.ts';
import type { Call } from './command.ts';

/** Options of a command that are no field of any register. */
const asides = new Set(['preview']);
const lists = new Set<AnyField['kind']>(['references', 'whos', 'tags']);

/**
 * The options of the line as values of the register's fields, each read as a person types it. An empty value empties
 * the field; a list may be given at once or option by option. @throws UserError unknown-field, derived-field, wrong-…
 */
export function valuesGiven(
  call: Call,
  project: Project,
  definition: Definition,
  except: readonly string[] = [],
): Record<string, unknown> {
  const context = fieldContext(project, call.language);
  const values: Record<string, unknown> = {};
  for (const option of call.options.names.filter((name) => !asides.has(name) && !except.includes(name))) {
    const { name, field, settable } = findField(definition, option);
    if (!settable) throw derivedField(definition, name);
    const given = call.options.all(option);
    values[name] = field.read(lists.has(field.kind) ? given.join('\n') : (given.at(-1) ?? ''), context);
  }
  return values;
}
