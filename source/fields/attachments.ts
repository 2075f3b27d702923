import { UserError } from '../errors.ts';
import { isDangerous, isOddLink } from './link.ts';
import { cleanText } from './text.ts';
import type { Field, FieldOptions } from './field.ts';

/** An address or a path may hold commas and semicolons, but hardly a semicolon with a space after it. */
const between = /\n|;\s+/;

function checked(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  const given: unknown[] = Array.isArray(value) ? value : String(value).split(between);
  const items = given.map((item) => cleanText(String(item), false)).filter((item) => item !== null);
  return [...new Set(items.map((item) => item.replace(/;$/, '').trim()).filter((item) => item !== ''))];
}

/** Nobody types schemes that run code; those that come in a table stay as the text that they are. */
function read(text: string): string[] {
  const items = checked(text);
  const refused = items.find(isDangerous);
  if (refused !== undefined) throw new UserError('wrong-link', { text: refused });
  return items;
}

/** Web addresses and paths of files that lie elsewhere. Nothing is opened by being read. */
export function attachments(options: FieldOptions): Field<readonly string[]> {
  return {
    ...options,
    kind: 'tags',
    sqlType: 'TEXT',
    comparison: 'list',
    empty: [],
    check: checked,
    read,
    asText: (text) => (checked(text).some(isOddLink) ? checked(text) : null),
    write: (value) => value.join('; '),
  };
}
