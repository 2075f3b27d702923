import type { Day } from '../domain/days/day.ts';
import type { Label, Language } from '../language/language.ts';

export type KindName =
  | 'text'
  | 'longText'
  | 'day'
  | 'localTime'
  | 'span'
  | 'rule'
  | 'whole'
  | 'decimal'
  | 'choice'
  | 'choices'
  | 'reference'
  | 'references'
  | 'who'
  | 'whos'
  | 'link'
  | 'email'
  | 'tags'
  | 'data';

/** How a filter word is compared with the column. */
export type Comparison = 'text' | 'number' | 'day' | 'choice' | 'reference' | 'list' | 'who' | 'whos';

/** What reading or showing a value takes from outside: the language, the project's day, and the other records. */
export interface FieldContext {
  readonly language: Language;
  readonly today: Day;
  /** A day out of words, for kinds that hold more than a day; throws a UserError. */
  readonly day: (text: string) => Day;
  /** Id of the record that a person names by code, name or uid in one of the registers; throws a UserError. */
  readonly find: (registers: readonly string[], text: string) => number;
  /** The same, but nothing where no record is meant: the text stands for itself then. */
  readonly findMaybe: (registers: readonly string[], text: string) => number | null;
  /** Short name of a record for people and scripts: its code, else its title. */
  readonly name: (id: number) => string;
  /** What the project's settings say in one of their fields; null where nothing is said. */
  readonly ownWord?: (setting: string) => string | null;
}

/** What every field says of itself, beside its kind. */
export interface FieldOptions {
  readonly label: Label;
  /** Other headings that mean this field in a table that is imported. */
  readonly headings?: readonly string[];
  /** A record can't be without it. */
  readonly required?: boolean;
  /** Value of a new record that gives none; for a day, 'today' means the project's day. */
  readonly initial?: string | number;
  /** What a new record of some values of another field begins with, where it gives none: a text in the words of who adds it. */
  readonly usual?: {
    readonly field: string;
    readonly values: readonly string[];
    readonly value: Label | number;
  };
  /** Luotsi keeps it itself; no form asks for it. */
  readonly internal?: true;
  /** Of a choice: words that the project may have its own for, in a field of its settings. */
  readonly ownWords?: Readonly<Record<string, string>>;
  /** The form in which such a word stands here, where it is not the one of the settings. */
  readonly ownForm?: (word: string) => Label;
  /** A label with a word of the project's own, from a field of its settings. */
  readonly ownLabel?: { readonly setting: string; readonly words: (word: string) => Label };
  /** Told of a record only afterwards, most often by an action: the form of a new one does not ask for it. */
  readonly later?: true;
  /** One line on what belongs here, for forms and help. */
  readonly help?: Label;
  /** Of a day: it may well lie outside the project's span, so nobody is warned of that. */
  readonly beyondSpan?: boolean;
  /** Of a number: euros, which people are shown as such, and with cents in a spreadsheet. */
  readonly isMoney?: true;
  /** What the head of a column says, where the label is longer than what stands below it. */
  readonly brief?: Label;
  /** Words of a number's steps from 1; the project may have its own in a field of its settings. */
  readonly steps?: { readonly words: readonly Label[]; readonly setting: string };
  /** The record can't be changed to one of these values of another field while this is empty: a reason for closing. */
  readonly neededWhen?: { readonly field: string; readonly values: readonly string[] };
}

/**
 * One field of a register. `T` is the value in memory: null where there is none, [] for lists.
 * Values pass three gates: `read` takes what a person typed, `check` takes what code hands over,
 * `write` shows the value in words that `read` takes back.
 */
export interface Field<T> extends FieldOptions {
  readonly kind: KindName;
  /** Type of the SQLite column (STRICT): lists and data are JSON text, `who` an id or text. */
  readonly sqlType: 'TEXT' | 'INTEGER' | 'REAL' | 'ANY';
  readonly comparison: Comparison;
  readonly empty: T;
  /** Registers that a reference may point to; [] means any. */
  readonly to?: readonly string[];
  readonly choices?: Readonly<Record<string, Label>>;
  /** Parses what a person typed or a table holds; throws a UserError that names the field. */
  readonly read: (text: string, context: FieldContext) => T;
  /** Of links: the value of a text that stands in a table and is no link that anybody may follow; null for all others. */
  readonly asText?: (text: string) => T | null;
  /** Holds a value from code or JSON to the field's rules and gives it back in normal form; throws a UserError. */
  readonly check: (value: unknown) => T;
  /** In words, in the language; '' for nothing. */
  // A method, not a property: methods compare bivariantly, so that every field is a Field<unknown>.
  write(value: T, context: FieldContext): string;
}

export type AnyField = Field<unknown>;

/** Is the value kept as JSON text in its column? */
export function isList(field: { readonly kind: KindName }): boolean {
  return ['references', 'whos', 'tags', 'choices', 'data'].includes(field.kind);
}
