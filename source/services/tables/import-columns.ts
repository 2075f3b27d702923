import { wrongUsage } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { fieldNamed, findField, plainWord } from '../reading/field-names.ts';
import type { Label } from '../../language/language.ts';
import type { NamedField } from '../reading/field-names.ts';
import type { Definition } from '../../registers/index.ts';

/** What a column of an imported table holds. */
export interface ImportColumn {
  readonly heading: string;
  /** Places of its cells in a row: of a name that is in two parts, both. None for what is the same in all rows. */
  readonly places: readonly number[];
  /** What is the same in all rows. */
  readonly fixed?: string;
  readonly field: NamedField;
}

/** A column that tells of the record that a field of the row names: the e-mail of a candidate's person. */
export interface AboutColumn {
  readonly heading: string;
  readonly place: number;
  /** The field that names the record. */
  readonly of: string;
  readonly field: NamedField;
}

/** A column that only its values tell. */
export interface GuessedColumn {
  readonly heading: string;
  readonly field: string;
  readonly label: Label;
}

/** The columns of a table, sorted by what becomes of them. */
export interface ImportColumns {
  readonly read: readonly ImportColumn[];
  readonly about: readonly AboutColumn[];
  /** Headings of columns that only their values tell. */
  readonly guessed: readonly GuessedColumn[];
  /** Places of the columns that say which record a row is; null where the table has none. */
  readonly uid: number | null;
  readonly code: number | null;
  readonly projectUid: number | null;
  /** From what state of the file the row went out. */
  readonly version: number | null;
  /** Headings that mean nothing here. */
  readonly ignored: readonly string[];
  /** Headings of values that Luotsi works out itself. */
  readonly worked: readonly string[];
}

const identityWords = {
  uid: ['uid'],
  code: ['code', 'tunnus', 'koodi'],
  projectUid: ['projectuid', 'hankeuid'],
  version: ['versio', 'version'],
};

/** A heading without its number in a form and what stands in brackets: “3. Todennäköisyys (1–5)”. */
export const bare = (heading: string): string =>
  heading
    .replace(/^\s*(?:\d{1,3}[.)]|Q\d{1,3}[.:)]?)\s+/i, '')
    .replaceAll(/\s*[([].*?[)\]]\s*/g, ' ')
    .trim();

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

/** What is known of a table beside its headings. */
export interface ColumnHints {
  /** Fields by plain heading, as they were said; an empty one leaves the column out. */
  readonly maps: ReadonlyMap<string, string>;
  /** The same in all rows, by field. */
  readonly fixed: ReadonlyMap<string, string>;
  /** Some rows. */
  readonly sample: readonly (readonly string[])[];
  /** The field that a column's values look like, none of those that are taken. */
  readonly byValues: (values: readonly string[], taken: ReadonlySet<string>) => NamedField | null;
}

/** What each column holds. @throws UserError double-column, no-columns, unknown-field (from a map) */
export function columnsFor(
  definition: Definition,
  headings: readonly string[],
  hints: ColumnHints,
): ImportColumns {
  const sorter = new ColumnSorter(definition, headings, hints);
  for (const [place, heading] of headings.entries()) sorter.take(heading, place);
  return sorter.sorted();
}

class ColumnSorter {
  readonly #definition: Definition;
  readonly #headings: readonly string[];
  readonly #hints: ColumnHints;
  readonly #identity: Record<keyof typeof identityWords, number | null> = {
    uid: null,
    code: null,
    projectUid: null,
    version: null,
  };
  readonly #read: ImportColumn[] = [];
  readonly #about: AboutColumn[] = [];
  readonly #worked: string[] = [];
  readonly #left: { heading: string; place: number }[] = [];
  readonly #ignored: string[] = [];
  readonly #guessed: GuessedColumn[] = [];

  constructor(definition: Definition, headings: readonly string[], hints: ColumnHints) {
    this.#definition = definition;
    this.#headings = headings;
    this.#hints = hints;
  }

  take(heading: string, place: number): void {
    const mapped = this.#hints.maps.get(plainWord(heading));
    const who = identityOf(heading, this.#headings);
    if (mapped === undefined && who !== null) {
      this.#identity[who] ??= place;
      return;
    }
    if (mapped === '' || heading === '') {
      if (heading !== '') this.#ignored.push(heading);
      return;
    }
    // What a form writes of itself where nobody was asked to sign in tells nothing.
    if (mapped === undefined && this.#isIdle(place)) {
      this.#ignored.push(heading);
      return;
    }
    const about = aboutOf(this.#definition, mapped ?? null, heading);
    const field =
      mapped === undefined
        ? fieldOf(this.#definition, heading)
        : about === null
          ? findField(this.#definition, mapped)
          : null;
    if (field?.settable === true) this.#read.push({ heading, places: [place], field });
    else if (field !== null) this.#worked.push(heading);
    else if (about !== null) this.#about.push({ heading, place, ...about });
    else this.#left.push({ heading, place });
  }

  #isIdle(place: number): boolean {
    const { sample } = this.#hints;
    const values = sample.map((cells) => (cells[place] ?? '').trim()).filter(Boolean);
    return values.length > 0 && values.every((value) => /^(anonymous|anonyymi|nimetön)$/i.test(value));
  }

  sorted(): ImportColumns {
    this.#joinNames();
    this.#guess();
    for (const [name, text] of this.#hints.fixed) {
      const field = findField(this.#definition, name);
      const at = this.#read.findIndex((column) => column.field.name === field.name);
      if (at !== -1) this.#read.splice(at, 1);
      this.#read.push({ heading: field.name, places: [], fixed: text, field });
    }
    const distinct = withoutDoubles(this.#definition, this.#withoutEmpty());
    if (distinct.every(({ fixed }) => fixed !== undefined))
      throw wrongUsage('no-columns', {
        register: this.#definition.name,
        many: this.#definition.label.many,
        headings: this.#headings.filter(Boolean),
      });
    return {
      read: distinct,
      about: this.#about,
      ...this.#identity,
      guessed: this.#guessed,
      ignored: [...this.#ignored, ...this.#left.map(({ heading }) => heading)],
      worked: this.#worked,
    };
  }

  /** Of several columns for one field those count that hold something. */
  #withoutEmpty(): ImportColumn[] {
    const { sample } = this.#hints;
    return this.#read.filter((column) => {
      const others = this.#read.filter(({ field }) => field.name === column.field.name);
      const isEmpty = sample.every((cells) =>
        column.places.every((place) => (cells[place] ?? '').trim() === ''),
      );
      if (others.length < 2 || !isEmpty || column.fixed !== undefined) return true;
      this.#ignored.push(column.heading);
      return false;
    });
  }

  /** A first and a last name in columns of their own are one name. */
  #joinNames(): void {
    const named = fieldNamed(this.#definition, 'nimi');
    if (named === null || !named.settable || this.#read.some(({ field }) => field.name === named.name))
      return;
    const parts = nameParts.map((words) =>
      this.#left.find(({ heading }) => words.includes(plainWord(bare(heading)))),
    );
    const [first, last] = parts;
    if (first === undefined || last === undefined) return;
    const heading = `${first.heading} + ${last.heading}`;
    this.#read.push({ heading, places: [first.place, last.place], field: named });
    this.#left.splice(0, this.#left.length, ...this.#left.filter((one) => one !== first && one !== last));
  }

  /** Columns whose headings say nothing, by their values. */
  #guess(): void {
    const taken = new Set([...this.#read.map(({ field }) => field.name), ...this.#hints.fixed.keys()]);
    const left = this.#left.splice(0);
    for (const one of left) {
      const values = this.#hints.sample.map((cells) => (cells[one.place] ?? '').trim()).filter(Boolean);
      const field = values.length < 2 ? null : this.#hints.byValues(values, taken);
      if (field === null) {
        this.#left.push(one);
        continue;
      }
      taken.add(field.name);
      this.#read.push({ heading: one.heading, places: [one.place], field });
      this.#guessed.push({ heading: one.heading, field: field.name, label: field.field.label });
    }
  }
}

const nameParts = [
  ['etunimi', 'etunimet', 'etunimesi', 'firstname', 'givenname'],
  ['sukunimi', 'sukunimesi', 'lastname', 'surname', 'familyname'],
];

/** `person.email`, or a heading that only the record knows by which the row is known. */
function aboutOf(
  definition: Definition,
  mapped: string | null,
  heading: string,
): Pick<AboutColumn, 'of' | 'field'> | null {
  const key = [...definition.naturalKey, ...(definition.naturalKeyOtherwise ?? [])];
  const said = mapped === null ? null : /^(\w+)\.(\w+)$/.exec(mapped);
  if (mapped !== null && said === null) return null;
  if (mapped === null && fieldOf(definition, heading) !== null) return null;
  for (const name of said === null ? key : [said[1] ?? '']) {
    const field = definition.fields[name];
    const [to] = field?.to ?? [];
    if (field?.kind !== 'reference' || to === undefined) continue;
    const target = registerOf(to);
    const found = said === null ? fieldOf(target, heading) : fieldNamed(target, said[2] ?? '');
    const isTitle = found !== null && target.fields[found.name]?.required === true;
    if (found !== null && !isTitle && Object.hasOwn(target.fields, found.name))
      return { of: name, field: found };
  }
  return null;
}

/** A version is ours only beside our own uids: the version of a guide is anybody's. */
function identityOf(heading: string, headings: readonly string[]): keyof typeof identityWords | null {
  const plain = plainWord(heading);
  const entries = Object.entries(identityWords) as [keyof typeof identityWords, string[]][];
  const found = entries.find(([, words]) => words.includes(plain))?.[0] ?? null;
  return found === 'version' && !isOwnTable(headings) ? null : found;
}

/** Is the table one that Luotsi wrote, be it filled in since? */
export function isOwnTable(headings: readonly string[]): boolean {
  const plain = new Set(headings.map(plainWord));
  return plain.has('uid') && plain.has('projectuid');
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
