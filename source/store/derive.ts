import { registers } from '../registers/index.ts';
import { columnsOf, quoted } from './columns.ts';
import type { Definition, Reads } from '../registers/index.ts';
import type { Store } from './open.ts';

/** Who must be worked out again when a record of a register changes, and how the reader is found from it. */
interface Dependent {
  readonly reader: Definition;
  readonly reads: Reads;
}

const dependents = new Map<string, Dependent[]>();
for (const reader of registers) {
  const all = [
    ...Object.values(reader.derived ?? {}).flatMap((derived) => derived.reads ?? []),
    ...(reader.due ?? []).flatMap((rule) => rule.reads ?? []),
    ...(reader.heading.reads ?? []),
  ];
  const distinct = new Map(
    all.map((reads) => [`${reads.register} ${reads.field ?? ''} ${reads.from ?? ''}`, reads]),
  );
  for (const reads of distinct.values()) {
    const list = dependents.get(reads.register) ?? [];
    list.push({ reader, reads });
    dependents.set(reads.register, list);
  }
}

type Row = Readonly<Record<string, unknown>>;

/** A record to be worked out: `rows` as it was and is where it was touched itself. */
interface Pending {
  readonly definition: Definition;
  readonly rows: readonly (Row | null)[];
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
 * changes any more. @returns the records whose heading changed
 */
export function deriveAll(store: Store, touched: readonly Touched[]): Map<number, Definition> {
  const renamed = new Map<number, Definition>();
  let wave = new Map<number, Pending>(
    touched.map(({ definition, id, before, after }) => [id, { definition, rows: [before, after] }]),
  );
  // Each wave works out a record once, however many of the wave before it reads.
  for (let first = true; wave.size > 0; first = false) {
    const next = new Map<number, Pending>();
    for (const [id, { definition, rows }] of wave) {
      const changed = deriveOne(store, definition, id);
      if (changed.heading) renamed.set(id, definition);
      if (!changed.heading && !changed.values && !first) continue;
      for (const dependent of dependents.get(definition.name) ?? []) {
        for (const reader of readersOf(store, dependent, id, rows)) {
          if (reader !== id) next.set(reader, { definition: dependent.reader, rows: [] });
        }
      }
    }
    wave = next;
  }
  return renamed;
}

function readersOf(
  store: Store,
  { reader, reads }: Dependent,
  id: number,
  rows: readonly (Row | null)[],
): number[] {
  const { field, from } = reads;
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

/** Works out one record and says what changed. Its due rows are always made anew. */
function deriveOne(store: Store, definition: Definition, id: number): { values: boolean; heading: boolean } {
  let values = 0;
  for (const [name, derived] of columnsOf(definition).stored) {
    values += store.sql(`${updateOf(definition, name, derived.sql)} AND t.id = :id`).run({ id }).changes;
  }
  const heading = store.sql(`${headingUpdate(definition)} AND record.id = :id`).run({ id }).changes;
  store.sql('DELETE FROM due WHERE record = ?').run(id);
  for (const sql of dueInserts(definition)) store.sql(`${sql} AND t.id = :id`).run({ id });
  return { values: values > 0, heading: heading > 0 };
}

function updateOf(definition: Definition, name: string, sql: string): string {
  return `UPDATE ${quoted(definition.name)} AS t SET ${quoted(name)} = ${sql} WHERE t.${quoted(name)} IS NOT (${sql})`;
}

function headingUpdate(definition: Definition): string {
  const heading = `(SELECT coalesce(${definition.heading.sql}, '') FROM ${quoted(definition.name)} AS t WHERE t.id = record.id)`;
  return `UPDATE record SET heading = ${heading} WHERE record.register = '${definition.name}' AND heading IS NOT ${heading}`;
}

function dueInserts(definition: Definition): string[] {
  return (definition.due ?? []).map(
    ({ kind, day, until = 'NULL', when }) => `INSERT INTO due (day, record, kind, register, "until")
      SELECT ${day}, t.id, '${kind}', '${definition.name}', ${until} FROM ${quoted(definition.name)} AS t
      WHERE t.removedStep IS NULL AND (${when}) AND (${day}) IS NOT NULL`,
  );
}

/** Works out every stored value, heading and due row of the file: doctor's rebuild, and the filling of an as-of view. */
export function rederive(store: Store): void {
  for (let pass = 0, changed = 1; changed > 0 && pass < 6; pass += 1) {
    changed = 0;
    for (const definition of registers) {
      for (const [name, derived] of columnsOf(definition).stored) {
        changed += store.sql(updateOf(definition, name, derived.sql)).run().changes;
      }
      changed += store.sql(headingUpdate(definition)).run().changes;
    }
  }
  store.sql('DELETE FROM due').run();
  for (const definition of registers) for (const sql of dueInserts(definition)) store.sql(sql).run();
}
