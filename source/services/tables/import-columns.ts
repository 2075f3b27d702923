import { wrongUsage } from '../../errors.ts';
import { registers } from '../../registers/index.ts';
import { fieldNamed, findField, plainWord } from '../reading/field-names.ts';
import type { NamedField } from '../reading/field-names.ts';
import type { Definition } from '../../registers/index.ts';

/** What a column of an imported table holds. */
export interface ImportColumn {
  readonly heading: string;
  /** Place of its cell in a row. */
  readonly index: number;
  readonly field: NamedField;
}

/** The columns of a table, sorted by what becomes of them. */
export interface ImportColumns {
  readonly read: readonly ImportColumn[];
  /** Places of the columns that say which record a row is; null where the table has none. */
  readonly uid: number | null;
  readonly code: number | null;
  readonly projectUid: number | null;
  /** Headings that mean nothing here. */
  readonly ignored: readonly string[];
  /** Headings of values that Luotsi works out itself. */
  readonly worked: readonly string[];
}

const identityWords = {
  uid: ['uid'],
  code: ['code', 'tunnus', 'koodi'],
  projectUid: ['projectuid', 'hankeuid'],
};

/** A heading without what stands in brackets after it: “Todennäköisyys (1–5)”. */
export const bare = (heading: string): string => heading.replaceAll(/\s*[([].*?[)\]]\s*/g, ' ').trim();

function fieldOf(definition: Definition, heading: string): NamedField | null {
  return fieldNamed(definition, heading) ?? fieldNamed(definition, bare(heading));
}

/** `--map "Column=field"` by plain heading; an empty field leaves the column out. @throws UserError wrong-map */
export function readMaps(maps: readonly string[], headings: readonly string[]): ReadonlyMap<string, string> {
  const known = new Set(headings.map(plainWord));
  return new Map(
    maps.map((text) => {
      const at = text.lastIndexOf('=');
      const heading = plainWord(text.slice(0, at));
      if (at === -1 || !known.has(heading)) throw wrongUsage('wrong-map', { text });
      return [heading, text.slice(at + 1).trim()] as const;
    }),
  );
}

/** What each column holds. @throws UserError double-column, no-columns, unknown-field (from a map) */
export function columnsFor(
  definition: Definition,
  headings: readonly string[],
  maps: ReadonlyMap<string, string>,
): ImportColumns {
  const identity: Record<keyof typeof identityWords, number | null> = {
    uid: null,
    code: null,
    projectUid: null,
  };
  const read: ImportColumn[] = [];
  const ignored: string[] = [];
  const worked: string[] = [];
  for (const [index, heading] of headings.entries()) {
    const mapped = maps.get(plainWord(heading));
    const who = identityOf(heading);
    if (mapped === undefined && who !== null) {
      identity[who] ??= index;
      continue;
    }
    const field =
      mapped === undefined
        ? fieldOf(definition, heading)
        : mapped === ''
          ? null
          : findField(definition, mapped);
    if (field === null) ignored.push(heading);
    else if (field.settable) read.push({ heading, index, field });
    else worked.push(heading);
  }
  const distinct = withoutDoubles(definition, read);
  if (distinct.length === 0)
    throw wrongUsage('no-columns', { register: definition.name, headings: headings.filter(Boolean) });
  return { read: distinct, ...identity, ignored: ignored.filter(Boolean), worked };
}

function identityOf(heading: string): keyof typeof identityWords | null {
  const plain = plainWord(heading);
  const entries = Object.entries(identityWords) as [keyof typeof identityWords, string[]][];
  return entries.find(([, words]) => words.includes(plain))?.[0] ?? null;
}

/** A field is read from one column; a value that is set through another column's field gives way to that column. */
function withoutDoubles(definition: Definition, read: readonly ImportColumn[]): ImportColumn[] {
  const byName = new Map<string, ImportColumn>();
  for (const column of read) {
    const double = byName.get(column.field.name);
    if (double !== undefined) {
      const headings = [double.heading, column.heading];
      throw wrongUsage('double-column', { field: column.field.field.label, headings });
    }
    byName.set(column.field.name, column);
  }
  return read.filter(({ field }) => {
    const through = definition.derived?.[field.name]?.through;
    return through === undefined || 'log' in through || !byName.has(through.field);
  });
}

/** Which registers the headings fit best: the one that they must be of, or several that fit as well. */
export function guessRegisters(headings: readonly string[], maps: ReadonlyMap<string, string>): Definition[] {
  const scored = registers
    .filter(({ day }) => day === undefined)
    .map((definition) => ({ definition, score: scoreOf(definition, headings, maps) }))
    .filter(({ score }) => score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ definition }) => definition);
}

/** Columns that the register has; none where a record could not be made of the table. A label counts above other headings. */
function scoreOf(
  definition: Definition,
  headings: readonly string[],
  maps: ReadonlyMap<string, string>,
): number {
  const found = headings
    .map((heading) => ({
      heading,
      field: fieldNamed(definition, maps.get(plainWord(heading)) ?? bare(heading)),
    }))
    .filter((one) => one.field !== null);
  const names = new Set(found.map(({ field }) => field?.name));
  const lacking = Object.entries(definition.fields).some(
    ([name, field]) => field.required === true && field.initial === undefined && !names.has(name),
  );
  // One word that fits among several that don't is chance, and a wrong guess fills a register with nonsense.
  const few = found.length < Math.max(Math.min(2, headings.length), headings.length / 2);
  if (lacking || few) return 0;
  return found.reduce((score, { heading, field }) => {
    const own = [field?.name, field?.field.label.fi, field?.field.label.en].map((word) =>
      plainWord(word ?? ''),
    );
    return score + (own.includes(plainWord(bare(heading))) ? 10 : 9);
  }, 0);
}
