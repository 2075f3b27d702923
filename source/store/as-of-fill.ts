import { registers, registerOf } from '../registers/index.ts';
import { isJson, quoted } from './columns.ts';
import { dueInserts, namesRead, rederiveSome } from './derive.ts';
import type { AnyField } from '../fields/index.ts';
import type { Definition } from '../registers/index.ts';
import type { Store } from './open.ts';

/** What the view knows: steps before `first`, and later ones that carry an earlier day (they stand in temp.dated). */
export interface Known {
  readonly day: string;
  readonly first: number;
  readonly hasDated: boolean;
}

const listed = new Set(['references', 'who', 'whos']);

/** The registers whose records a register's headings and values are worked out from, itself among them. */
export function closureOf(names: Iterable<string>, withDue = false): Set<string> {
  const closure = new Set(names);
  for (const name of closure) for (const read of namesRead(registerOf(name), withDue)) closure.add(read);
  return closure;
}

export const withDueRules = registers.filter(({ due }) => due !== undefined).map(({ name }) => name);

/**
 * Empty tables under the names of the real ones. A record's identity stays where it is; what was known of it on the
 * day (its last step by then, what it was called) stands in `known`, and a view puts the two together.
 */
export function makeShadows(store: Store): void {
  for (const table of ['due', 'link', ...registers.map(({ name }) => name)]) {
    const sql = schemaOf(store, 'table', table)[0] ?? '';
    store.database.exec(sql.replace(/^CREATE TABLE/, 'CREATE TEMP TABLE'));
  }
  store.database.exec(`CREATE TEMP TABLE known (
      id INTEGER PRIMARY KEY, register TEXT NOT NULL, step INTEGER NOT NULL, heading TEXT NOT NULL, asNow INTEGER NOT NULL);
    CREATE TEMP TABLE dated (seq INTEGER PRIMARY KEY);
    CREATE TEMP VIEW record AS SELECT r.id, r.uid, r.register, r.code, k.step AS version, k.heading
      FROM main.record AS r JOIN temp.known AS k ON k.id = r.id`);
}

function schemaOf(store: Store, type: 'table' | 'index', table: string): string[] {
  return store
    .sql('SELECT sql FROM main.sqlite_schema WHERE tbl_name = ? AND type = ? AND sql IS NOT NULL')
    .all(table, type)
    .map((row) => String(row['sql']));
}

/** Indexes are made when the rows are in, which is many times quicker than keeping them row by row. */
function makeIndexes(store: Store, table: string): void {
  for (const sql of schemaOf(store, 'index', table))
    store.database.exec(sql.replace(/INDEX "?(\w+)"?/, 'INDEX temp.$1'));
}

/** Fills registers, then works out their headings and values from each other. */
export function fillRegisters(store: Store, names: readonly string[], known: Known): void {
  const definitions = registers.filter(({ name }) => names.includes(name));
  for (const definition of definitions) {
    fillKnown(store, definition, known);
    copyUnchanged(store, definition, known);
    fillFromImages(store, definition, known);
    makeIndexes(store, definition.name);
    // An entry of a later day, or an image erased with nothing in its place: as if it had not been.
    store
      .sql(
        `DELETE FROM temp.known WHERE register = ? AND id NOT IN (SELECT id FROM temp.${quoted(definition.name)})`,
      )
      .run(definition.name);
  }
  rederiveSome(store, definitions);
}

/** The last step of each record that the view knows; most records have not been changed since. */
function fillKnown(store: Store, { name }: Definition, { first, hasDated }: Known): void {
  const within = hasDated ? '(c.step < :first OR c.step IN (SELECT seq FROM temp.dated))' : 'c.step < :first';
  store
    .sql(`INSERT INTO temp.known (id, register, step, heading, asNow)
      SELECT id, register, step, CASE WHEN step = version THEN heading ELSE '' END, step = version AND NOT EXISTS (
        SELECT 1 FROM main.change AS c WHERE c.recordUid = uid AND c.step = version AND c.image IS NULL) FROM (
        SELECT r.*, CASE WHEN r.version < :first THEN r.version
          ELSE (SELECT max(c.step) FROM main.change AS c WHERE c.recordUid = r.uid AND ${within}) END AS step
        FROM main.record AS r WHERE r.register = :name
      ) WHERE step IS NOT NULL`)
    .run({ first, name });
}

const dated = ({ day }: Definition): string => (day === undefined ? '' : `AND ${quoted(day)} <= :day`);

function copyUnchanged(store: Store, definition: Definition, { day }: Known): void {
  const table = quoted(definition.name);
  store
    .sql(
      `INSERT INTO temp.${table} SELECT t.* FROM main.${table} AS t JOIN temp.known AS k ON k.id = t.id WHERE k.asNow ${dated(definition)}`,
    )
    .run(definition.day === undefined ? {} : { day });
}

/** Images back into rows: references from uids to ids, lists as JSON. */
function fillFromImages(store: Store, definition: Definition, { day }: Known): void {
  const fields = Object.entries(definition.fields);
  const names = fields.map(([name]) => quoted(name)).join(', ');
  const values = fields.map(([name, field]) => imageValue(name, field)).join(', ');
  const own = definition.day === undefined ? '' : `AND json_extract(image, '$.${definition.day}') <= :day`;
  store
    .sql(`INSERT INTO temp.${quoted(definition.name)} (id, removedStep, ${names})
      SELECT id, CASE operation WHEN 'remove' THEN step END, ${values} FROM (
        SELECT k.id, c.operation, c.step, coalesce(e.image, c.image) AS image FROM temp.known AS k
        JOIN main.record AS r ON r.id = k.id JOIN main.change AS c ON c.recordUid = r.uid AND c.step = k.step
        LEFT JOIN main.redaction AS e ON e.change = c.id WHERE k.register = :register AND NOT k.asNow
      ) WHERE image IS NOT NULL ${own}`)
    .run({ register: definition.name, ...(own === '' ? {} : { day }) });
}

const idOfUid = (uid: string): string => `(SELECT id FROM main.record WHERE uid = ${uid})`;

function imageValue(name: string, field: AnyField): string {
  const path = `'$.${name}'`;
  if (field.kind === 'reference') return idOfUid(`json_extract(image, ${path})`);
  if (field.kind === 'who') {
    return `CASE json_type(image, ${path}) WHEN 'object' THEN ${idOfUid(`json_extract(image, '$.${name}.uid')`)} ELSE json_extract(image, ${path}) END`;
  }
  if (field.kind === 'references') {
    return `(SELECT coalesce(json_group_array(${idOfUid('item.value')}), '[]') FROM json_each(image, ${path}) AS item)`;
  }
  if (field.kind === 'whos') {
    const one = `CASE item.type WHEN 'object' THEN ${idOfUid(`json_extract(item.value, '$.uid')`)} ELSE item.value END`;
    return `(SELECT coalesce(json_group_array(${one}), '[]') FROM json_each(image, ${path}) AS item)`;
  }
  // -> gives JSON text, as the column holds it; a value that is not there becomes the empty one of its kind.
  if (isJson(field)) return `nullif(coalesce(image -> ${path}, '${JSON.stringify(field.empty)}'), 'null')`;
  return `json_extract(image, ${path})`;
}

/** Due days of the registers that have any; these have been filled. */
export function fillDue(store: Store): void {
  for (const name of withDueRules) for (const sql of dueInserts(registerOf(name))) store.sql(sql).run();
  makeIndexes(store, 'due');
}

/** Records named in lists and by who-fields, of registers that have been filled. */
export function fillLinks(store: Store): void {
  for (const { name, fields } of registers) {
    for (const [field, { kind }] of Object.entries(fields)) {
      if (!listed.has(kind)) continue;
      const [from, value] =
        kind === 'who'
          ? [`${quoted(name)} AS t`, `t.${quoted(field)}`]
          : [`${quoted(name)} AS t JOIN json_each(t.${quoted(field)}) AS item`, 'item.value'];
      store
        .sql(
          `INSERT OR IGNORE INTO temp.link (record, field, target) SELECT t.id, '${field}', ${value} FROM ${from}
            WHERE t.removedStep IS NULL AND typeof(${value}) = 'integer'`,
        )
        .run();
    }
  }
  makeIndexes(store, 'link');
}
