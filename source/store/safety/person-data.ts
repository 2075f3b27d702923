import { registers } from '../../registers/index.ts';
import { attendance } from '../../registers/attendance.ts';
import { candidate } from '../../registers/candidate.ts';
import { membership } from '../../registers/membership.ts';
import { quoted } from '../records/columns.ts';
import { gradesOf, stemOf } from '../search/stems.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Definition } from '../../registers/index.ts';
import type { Store } from '../file/open.ts';

/** Registers whose records are about one person and nobody else. */
export const personal: readonly Definition[] = [candidate, membership, attendance];

/** A record that names somebody in a field, in the trash or not. */
export interface Naming {
  readonly definition: Definition;
  readonly id: number;
  readonly field: string;
}

const namesPeople = ({ to }: AnyField): boolean =>
  to !== undefined && (to.length === 0 || to.includes('person'));

/** Every field of every record that refers to the person, those in the trash with them. */
export function namingsOf(store: Store, person: number): Naming[] {
  return registers.flatMap((definition) =>
    Object.entries(definition.fields)
      .filter(([, field]) => namesPeople(field))
      .flatMap(([field, { kind }]) => {
        const column = `t.${quoted(field)}`;
        const names =
          kind === 'references' || kind === 'whos'
            ? `EXISTS (SELECT 1 FROM json_each(${column}) AS one WHERE one.type = 'integer' AND one.value = :person)`
            : `${column} = :person AND typeof(${column}) = 'integer'`;
        return store
          .sql(`SELECT t.id FROM ${quoted(definition.name)} AS t WHERE ${names} ORDER BY t.id`)
          .all({ person })
          .map((row) => ({ definition, id: Number(row['id']), field }));
      }),
  );
}

/** A text that a record holds. */
export interface HeldText {
  readonly definition: Definition;
  readonly id: number;
  readonly field: string;
  readonly text: string;
}

/** Kinds of fields that may hold a name as text. */
const textual = new Set(['text', 'longText', 'link', 'email', 'tags', 'who', 'whos']);

export const textFields = ({ fields }: Definition): [string, Definition['fields'][string]][] =>
  Object.entries(fields).filter(([, { kind }]) => textual.has(kind));

/** Every text of every record but the person's own, those in the trash with them. */
export function* textsBeside(store: Store, person: number): Generator<HeldText> {
  for (const definition of registers) {
    const fields = textFields(definition);
    if (fields.length === 0) continue;
    const columns = fields.map(([field]) => `t.${quoted(field)}`).join(', ');
    const rows = store
      .sql(`SELECT t.id, ${columns} FROM ${quoted(definition.name)} AS t WHERE t.id <> ? ORDER BY t.id`)
      .all(person);
    for (const row of rows) {
      for (const [field] of fields) {
        const text = row[field];
        if (typeof text === 'string' && text !== '' && text !== '[]')
          yield { definition, id: Number(row['id']), field, text };
      }
    }
  }
}

/** Family names in -nen and their inflected forms: Virtanen, Virtasen, Virtasta. */
const inNen = /^(?<base>.{2,})(?:nen|se\p{L}*|st[aä]\p{L}*|si\p{L}*)$/u;

/** The forms by which a word of Finnish is known when it is inflected. */
export function formsOf(word: string): readonly string[] {
  const folded = word.toLowerCase();
  if (folded.length < 3) return [folded];
  const base = inNen.exec(folded)?.groups?.['base'];
  return [folded, ...gradesOf(stemOf(folded)), ...(base === undefined ? [] : [`${base}-nen`])];
}
