import { everySummary, registerOf, registers } from '../../registers/index.ts';
import { columnsOf, quoted } from './columns.ts';
import { same } from '../journal/images.ts';
import type { Definition, Reads } from '../../registers/index.ts';
import type { Store } from '../file/open.ts';

/** Who must be worked out again when a record of a register changes, and how the reader is found from it. */
interface Dependent {
  readonly reader: Definition;
  readonly reads: Reads;
}

/** By the register that changes. Only who reads it is looked at: an added action evaluates no other declarations. */
const dependents = new Map<string, readonly Dependent[]>();

function dependentsOf(register: string): readonly Dependent[] {
  const known = dependents.get(register);
  if (known !== undefined) return known;
  const made = everySummary
    .filter(({ reads }) => reads.includes(register))
    .map(({ name }) => registerOf(name))
    .flatMap((reader) => readsOf(reader, register).map((reads) => ({ reader, reads })));
  dependents.set(register, made);
  return made;
}

/** What a register reads of another, each way once. */
function readsOf({ derived = {}, due = [], heading }: Definition, register: string): Reads[] {
  const expressions = [...Object.values(derived), ...due, heading];
  const all = expressions.flatMap(({ reads = [] }) => reads.filter((one) => one.register === register));
  const ways = all.map(({ field, from, between }) =>
    [field, from, ...Object.values(between ?? {})].join(' '),
  );
  return all.filter((_, index) => ways.indexOf(ways[index] ?? '') === index);
}

/**
 * The names in a register's expressions and in how it finds what it reads. A field or value whose name is not among them
 * bears on nothing of it: a change of notes works out nothing, and a plan's count of deliveries none of the deliveries.
 */
const names = new Map<string, ReadonlySet<string>>();

function namesIn({ derived = {}, due = [], heading }: Definition): string[] {
  const values = Object.values(derived);
  const reads = [...values, ...due, heading].flatMap((expression) => expression.reads ?? []);
  return [
    ...values.map(({ sql }) => sql),
    ...due.flatMap(({ day, until = '', time = '', minutes = '', when }) => [day, until, time, minutes, when]),
    heading.sql,
    ...reads.flatMap(({ field = '', from = '' }) => [field, from]),
  ].flatMap((text) => text.match(/\w+/g) ?? []);
}

/** What changed of a record: names of fields and values, or all where it came or went. */
type Changes = ReadonlySet<string> | 'all';

function bearsOn(definition: Definition, changes: Changes): boolean {
  if (changes === 'all') return true;
  const known = names.get(definition.name) ?? new Set(namesIn(definition));
  names.set(definition.name, known);
  return [...changes].some((change) => known.has(change));
}

function changesOf({ definition, before, after }: Touched): Changes {
  if (before === null || before['removedStep'] !== after['removedStep']) return 'all';
  const fields = Object.keys(definition.fields);
  return new Set(fields.filter((name) => !same(before[name], after[name])));
}

type Row = Readonly<Record<string, unknown>>;

/** A record to be worked out: `rows` as it was and is, and what changed, where it was touched itself. */
interface Pending {
  readonly definition: Definition;
  readonly rows: readonly (Row | null)[];
  readonly touched: Changes;
  /** It is new and has not been worked out yet: nothing of it is due. */
  readonly isNew: boolean;
}

/** A record that was touched: its row before and after, null where it was not there. */
export interface Touched {
  readonly definition: Definition;
  readonly id: number;
  readonly before: Row | null;
  readonly after: Row;
}

/**
 * Works out the stored values, heading and due rows of the touched records and of all that read them, until nothing
 * changes any more. `isFirst`: nothing was worked out before within the step. @returns the records whose heading changed
 */
export function deriveAll(
  store: Store,
  touched: readonly Touched[],
  isFirst: boolean,
): Map<number, Definition> {
  const renamed = new Map<number, Definition>();
  let wave = new Map<number, Pending>();
  for (const each of touched) {
    const { definition, id, before, after } = each;
    const isNew = isFirst && before === null;
    wave.set(id, { definition, rows: [before, after], touched: changesOf(each), isNew });
  }
  // Each wave works out a record once, however many of the wave before it reads.
  while (wave.size > 0) {
    const next = new Map<number, Pending>();
    for (const [id, pending] of wave) {
      const { definition, rows } = pending;
      const { changes, heading } = workedOut(store, pending, id);
      if (heading) renamed.set(id, definition);
      for (const dependent of dependentsOf(definition.name)) {
        if (!bearsOn(dependent.reader, changes)) continue;
        for (const reader of readersOf(store, dependent, id, rows)) {
          if (reader !== id && !next.has(reader))
            next.set(reader, { definition: dependent.reader, rows: [], touched: new Set(), isNew: false });
        }
      }
    }
    wave = next;
  }
  return renamed;
}

/** What a new record is called, so that what comes after it in its step can name it. All else is worked out at its end. */
export function nameAdded(store: Store, definition: Definition, id: number): void {
  store.sql(statementsOf(definition).heading).run({ id });
}

function readersOf(
  store: Store,
  { reader, reads }: Dependent,
  id: number,
  rows: readonly (Row | null)[],
): number[] {
  const { field, from, between } = reads;
  if (between !== undefined) {
    const { register, changed, reader: named } = between;
    const found = store
      .sql(`SELECT DISTINCT ${quoted(named)} AS id FROM ${quoted(register)} WHERE ${quoted(changed)} = ?`)
      .all(id);
    return found.map((row) => Number(row['id']));
  }
  if (field !== undefined && from !== undefined) {
    const shared = new Set(
      rows.length > 0 ? rows.map((row) => row?.[field]) : [valueNow(store, reads.register, field, id)],
    );
    const sql = store.sql(`SELECT id FROM ${quoted(reader.name)} WHERE ${quoted(from)} = ?`);
    return [...shared]
      .flatMap((value) => (typeof value === 'number' ? sql.all(value) : []))
      .map((row) => Number(row['id']));
  }
  if (field !== undefined) {
    const named =
      rows.length > 0 ? rows.map((row) => row?.[field]) : [valueNow(store, reads.register, field, id)];
    return [...new Set(named.filter((value): value is number => typeof value === 'number'))];
  }
  const condition = from === undefined ? '' : `WHERE ${quoted(from)} = :id`;
  const found = store
    .sql(`SELECT id FROM ${quoted(reader.name)} ${condition}`)
    .all(from === undefined ? {} : { id });
  return found.map((row) => Number(row['id']));
}

function valueNow(store: Store, register: string, field: string, id: number): unknown {
  return store.sql(`SELECT ${quoted(field)} AS value FROM ${quoted(register)} WHERE id = ?`).get(id)?.[
    'value'
  ];
}

/** Works out one record, if what changed of it bears on it, and says what has changed by now. */
function workedOut(store: Store, { definition, rows, touched, isNew }: Pending, id: number) {
  const changes = new Set(touched === 'all' ? [] : touched);
  if (rows.length > 0 && !bearsOn(definition, touched)) return { changes, heading: false };
  const texts = statementsOf(definition);
  for (const [name, sql] of texts.values) if (store.sql(sql).run({ id }).changes > 0) changes.add(name);
  // What others changed bears on a name only where that is made of more than the record's own fields.
  const canBeRenamed = rows.length > 0 || !texts.isOwnHeading;
  const heading = canBeRenamed && store.sql(texts.heading).run({ id }).changes > 0;
  if (heading) changes.add('heading');
  // Also of one that is new where what came before it in the step may have worked it out already.
  if (!isNew) store.sql('DELETE FROM due WHERE record = +?').run(id);
  for (const sql of texts.due) store.sql(sql).run({ id });
  return { changes: touched === 'all' ? touched : changes, heading };
}

/** What works out one record, as texts that are built once. */
interface Statements {
  readonly values: readonly (readonly [string, string])[];
  readonly heading: string;
  readonly isOwnHeading: boolean;
  readonly due: readonly string[];
}

const statements = new Map<string, Statements>();

function statementsOf(definition: Definition): Statements {
  const known = statements.get(definition.name);
  if (known !== undefined) return known;
  const made = {
    values: columnsOf(definition).stored.map(
      ([name, { sql }]) => [name, `${updateOf(definition, name, sql)} AND t.id = :id`] as const,
    ),
    heading: `${headingUpdate(definition)} AND record.id = :id`,
    isOwnHeading: isOwn(definition),
    due: dueInserts(definition).map((sql) => `${sql} AND t.id = :id`),
  };
  statements.set(definition.name, made);
  return made;
}

function isOwn(definition: Definition): boolean {
  const { sql } = definition.heading;
  const words = new Set(sql.match(/\w+/g));
  return !words.has('FROM') && !columnsOf(definition).stored.some(([name]) => words.has(name));
}

export function updateOf(definition: Definition, name: string, sql: string): string {
  return `UPDATE ${quoted(definition.name)} AS t SET ${quoted(name)} = ${sql} WHERE t.${quoted(name)} IS NOT (${sql})`;
}

function headingUpdate(definition: Definition): string {
  const heading = `(SELECT coalesce(${definition.heading.sql}, '') FROM ${quoted(definition.name)} AS t WHERE t.id = record.id)`;
  return `UPDATE record SET heading = ${heading} WHERE record.register = '${definition.name}' AND heading IS NOT ${heading}`;
}

export function dueInserts(definition: Definition): string[] {
  return (definition.due ?? []).map(
    ({
      kind,
      day,
      until = 'NULL',
      time = 'NULL',
      minutes = 'NULL',
      when,
    }) => `INSERT INTO due (day, record, kind, register, "until", time, minutes)
      SELECT ${day}, t.id, '${kind}', '${definition.name}', ${until}, ${time}, ${minutes} FROM ${quoted(definition.name)} AS t
      WHERE t.removedStep IS NULL AND (${when}) AND (${day}) IS NOT NULL`,
  );
}

/** Works out every stored value, heading and due row of the file: doctor's rebuild. */
export function rederive(store: Store): void {
  rederiveUntilStill(
    registers.map((definition) => [
      ...columnsOf(definition).stored.map(([name, { sql }]) => updateOf(definition, name, sql)),
      headingUpdate(definition),
    ]),
    store,
  );
  store.sql('DELETE FROM due').run();
  for (const definition of registers) for (const sql of dueInserts(definition)) store.sql(sql).run();
}

function rederiveUntilStill(statementsOfEach: readonly (readonly string[])[], store: Store): void {
  const texts = statementsOfEach.flat();
  for (let pass = 0, changed = 1; changed > 0 && pass < 6; pass += 1) {
    changed = 0;
    for (const text of texts) changed += store.sql(text).run().changes;
  }
}
