import { isList } from '../../fields/index.ts';
import type { AnyField } from '../../fields/index.ts';
import type { AnyRecord, Definition, Derived } from '../../registers/index.ts';

/** A name as SQL writes it; only names out of declarations come here. */
export const quoted = (name: string): string => `"${name}"`;

/** Is the column JSON text that stands for a structure in memory? */
export const isJson = (field: AnyField): boolean => isList(field) || field.kind === 'rule';

/** What a register's rows look like in SQL, worked out once from its declaration. */
export interface Columns {
  readonly fields: readonly string[];
  readonly stored: readonly (readonly [string, Derived])[];
  readonly byDay: readonly (readonly [string, Derived])[];
  /** SELECT … FROM … of a whole record; takes `:today` where `usesToday`. */
  readonly select: string;
  readonly usesToday: boolean;
  /** The same without the values by day: what writing needs. */
  readonly selectRow: string;
  /** `select` and `selectRow` of the record `:id`, and INSERT of a row, as texts that are built once. */
  readonly selectById: string;
  readonly selectRowById: string;
  readonly insert: string;
  readonly json: readonly string[];
}

/** The plus keeps SQLite from planning a join anew for each value that is bound, which costs ten times the look-up. */
const byId = 'WHERE t.id = +:id';

const known = new Map<string, Columns>();

export function columnsOf(definition: Definition): Columns {
  let columns = known.get(definition.name);
  if (columns === undefined) {
    columns = workOut(definition);
    known.set(definition.name, columns);
  }
  return columns;
}

function workOut(definition: Definition): Columns {
  const derived = Object.entries(definition.derived ?? {});
  const byDay = derived.filter(([, value]) => value.when === 'byDay');
  const all = {
    ...definition.fields,
    ...Object.fromEntries(derived.map(([name, value]) => [name, value.field])),
  };
  const from = `r.uid, r.code, r.version, r.heading FROM ${quoted(definition.name)} AS t JOIN record AS r ON r.id = t.id`;
  const expressions = byDay.map(([name, value]) => `, ${value.sql} AS ${quoted(name)}`).join('');
  const fields = Object.keys(definition.fields);
  const select = `SELECT t.*${expressions}, ${from}`;
  const selectRow = `SELECT t.*, ${from}`;
  return {
    fields,
    stored: derived.filter(([, value]) => value.when === 'stored'),
    byDay,
    select,
    selectRow,
    selectById: `${select} ${byId}`,
    selectRowById: `${selectRow} ${byId}`,
    insert: `INSERT INTO ${quoted(definition.name)} (${['id', ...fields].map(quoted).join(', ')})
      VALUES (?${', ?'.repeat(fields.length)})`,
    usesToday: expressions.includes(':today'),
    json: Object.entries(all)
      .filter(([, field]) => isJson(field))
      .map(([name]) => name),
  };
}

/** A row as SQLite gives it, with its lists and structures opened. */
export function decode(definition: Definition, row: Record<string, unknown>): AnyRecord {
  for (const name of columnsOf(definition).json) {
    const text = row[name];
    row[name] = typeof text === 'string' ? JSON.parse(text) : text;
  }
  return row as AnyRecord;
}

/** A value as its column holds it. */
export function encode(field: AnyField, value: unknown): unknown {
  // A number is bound as a real, and a column of any type keeps it so; SQL tells a person from free text by integer.
  if (field.kind === 'who' && typeof value === 'number') return BigInt(value);
  return isJson(field) && value !== null ? JSON.stringify(value) : value;
}

/** The parameter object of a statement: SQLite refuses names that the statement lacks. */
export const withToday = (usesToday: boolean, today: string): Record<string, unknown> =>
  usesToday ? { today } : {};
