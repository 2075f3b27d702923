import type { Label } from '../language/language.ts';
import type { AnyField } from '../fields/index.ts';

export type Fields = Readonly<Record<string, AnyField>>;

/** Records whose stored values or due days must be worked out again when a record of `register` changes. */
export interface Reads {
  /** The register that is read. */
  readonly register: string;
  /**
   * How the changed record names the reader: `field` of the changed record refers to it, or `from`, a field of the
   * reader, refers to the changed record; both: they refer to the same one (the person marked at a session, the members
   * of its group); neither: every record of the reader (settings of the project).
   */
  readonly field?: string;
  readonly from?: string;
  /** In place of these: records of a third register whose field `changed` names the changed record and `reader` the reader. */
  readonly between?: { readonly register: string; readonly changed: string; readonly reader: string };
}

/** How a derived value is set all the same: by a new entry of a dated log, or through a field of the record's own. */
export type Through = { readonly log: string; readonly field: string } | { readonly field: string };

/**
 * A value that follows from others. `sql` is one expression over `t` (the register's own table)
 * and, by day, `:today`. `stored` ones have a column that the service keeps; they name what they read.
 */
export interface Derived {
  readonly field: AnyField;
  readonly when: 'stored' | 'byDay';
  readonly sql: string;
  readonly reads?: readonly Reads[];
  readonly through?: Through;
}

/** A rule for the table `due`: on `day` the record wants `kind` of the planner, shown until it is done or until `until`. */
export interface DueRule {
  readonly kind: string;
  readonly label: Label;
  /** SQL expressions over `t`; without a day there is nothing due. */
  readonly day: string;
  readonly until?: string;
  /** Of what has an hour: `09:00`, and how many minutes it takes. */
  readonly time?: string;
  readonly minutes?: string;
  /** SQL condition over `t`. */
  readonly when: string;
  readonly reads?: readonly Reads[];
}

/** A rule for the calendar: what has taken place stays on its day when nothing of it is due any more. */
export interface HappenedRule {
  readonly kind: string;
  readonly label: Label;
  /** The field with the day, or the local time; it has an index. */
  readonly field: string;
  /** SQL condition over `t`. */
  readonly when: string;
}

/** Where a record's short code comes from: a prefix, or the parent's code or one of the parent's fields. */
export type CodeSource =
  | { readonly prefix: string }
  | { readonly parent: string; readonly field?: string; readonly otherwise?: string };

/** What a list of the register shows first: columns in order of weight, and the sort (`-field` from high to low). */
export interface ListView {
  readonly columns: readonly string[];
  readonly sort: readonly string[];
  /** Condition over the row of those that come after all others in this sort: what is over and done with. */
  readonly last?: string;
  /** What tells its rows apart among those that name one record. */
  readonly beside?: Beside;
}

/** Fields that stand beside what a record is called; each has a column of its own in the register's table. */
export interface Beside {
  /** Its day: that of the first field that has one. What is coming stands first. */
  readonly day?: readonly string[];
  /** How it stands. */
  readonly state?: string;
}

/** A register, part or dated log, declared once; list, detail, form, verbs, import, export and search follow. */
export interface Definition<F extends Fields = Fields> {
  /** Singular, English; also the table's name and the word on the command line. */
  readonly name: string;
  readonly label: { readonly one: Label; readonly many: Label };
  readonly aliases?: readonly string[];
  /** A register has a code; a part or a dated log has none and belongs to the record in the field `parent`. */
  readonly code?: CodeSource;
  readonly parent?: string;
  /** Only a dated log has this: the field that holds the entry's own day. */
  readonly day?: string;
  readonly fields: F;
  readonly derived?: Readonly<Record<string, Derived>>;
  /** SQL expression over `t` for what people call the record, and what else it reads. */
  readonly heading: { readonly sql: string; readonly reads?: readonly Reads[] };
  readonly list: ListView;
  readonly due?: readonly DueRule[];
  readonly happened?: readonly HappenedRule[];
  /** Fields by which an imported row is recognised. */
  readonly naturalKey: readonly string[];
  /** Fields by which it is recognised where the natural key is empty: a person without an e-mail address. */
  readonly naturalKeyOtherwise?: readonly string[];
  /** SQL condition over `t` and :today: the record no longer asks for anything. */
  readonly closed?: string;
}

/** Fields that every record has beside its own. */
export interface CommonValues {
  readonly id: number;
  readonly uid: string;
  readonly code: string | null;
  /** `seq` of the last step that changed it. */
  readonly version: number;
  readonly removedStep: number | null;
  /** What people call it: the register's `heading` expression, kept as text. */
  readonly heading: string;
}

/** A record of a register that is not known by type. */
export type AnyRecord = CommonValues & Readonly<Record<string, unknown>>;

/** Gives the declaration back with its types; what it holds is checked by test/registers. */
export function defineRegister<const F extends Fields>(
  definition: Definition<F> & {
    readonly naturalKey: readonly (keyof F & string)[];
    readonly naturalKeyOtherwise?: readonly (keyof F & string)[];
  },
): Definition<F> {
  return definition;
}
