import { unknownField } from '../../registers/field-errors.ts';
import { allFields } from './outward.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Definition } from '../../registers/index.ts';

/** A field or derived value that a heading or option means. */
export interface NamedField {
  readonly name: string;
  readonly field: AnyField;
  /** Own fields can be set; of derived values, those that go through a log or another field. */
  readonly settable: boolean;
}

/** Letters and digits of a word, in lower case: case, spaces and punctuation don't count in a heading. */
export function plainWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

const tables = new Map<string, ReadonlyMap<string, NamedField>>();

/** Every word by which the register's fields are called; names come before labels, labels before other headings. */
function wordsOf(definition: Definition): ReadonlyMap<string, NamedField> {
  const known = tables.get(definition.name);
  if (known !== undefined) return known;
  const table = new Map<string, NamedField>();
  const put = (word: string, field: NamedField): void => {
    const plain = plainWord(word);
    if (plain !== '' && !table.has(plain)) table.set(plain, field);
  };
  const all = Object.entries(allFields(definition)).map(([name, field]): NamedField => {
    const derived = definition.derived?.[name];
    return { name, field, settable: derived === undefined || derived.through !== undefined };
  });
  // What can be set is meant before what can't: `tila` of a round is set through the field behind it.
  const ordered = all.toSorted((one, other) => Number(other.settable) - Number(one.settable));
  for (const one of ordered) put(one.name, one);
  for (const one of ordered) for (const label of [one.field.label.fi, one.field.label.en]) put(label, one);
  for (const one of ordered) for (const heading of one.field.headings ?? []) put(heading, one);
  tables.set(definition.name, table);
  return table;
}

/** The field that a word means, by name, label or heading in either language; null for none. */
export function fieldNamed(definition: Definition, word: string): NamedField | null {
  return wordsOf(definition).get(plainWord(word)) ?? null;
}

/** By what stands at the head of its column in a list, where that is shorter than its label: no heading of an imported table. */
function fieldHeaded(definition: Definition, word: string): NamedField | null {
  const plain = plainWord(word);
  const found = [...new Set(wordsOf(definition).values())].find(({ field: { brief } }) =>
    [brief?.fi, brief?.en].some((head) => head !== undefined && plainWord(head) === plain),
  );
  return plain === '' ? null : (found ?? null);
}

/** The same, or what heads its column. @throws UserError unknown-field with the nearest names */
export function findField(definition: Definition, word: string): NamedField {
  const found = fieldNamed(definition, word) ?? fieldHeaded(definition, word);
  if (found === null) throw unknownField(definition, word);
  return found;
}
