import { registers, registerOf } from '../../registers/index.ts';
import { isJson, quoted } from '../records/columns.ts';
import { dueInserts, namesRead, rederiveSome } from '../records/derive.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Definition } from '../../registers/index.ts';
import type { Store } from '../file/open.ts';

/** What the view knows: steps before `first`, and later ones that carry an earlier day (they stand in temp.dated). */
export interface Known {
  readonly day: string;
  readonly first: number;
  readonly hasDated: boolean;
  readonly hasErased: boolean;
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
      id INTEGER PRIMARY KEY, register TEXT NOT NULL, step INTEGER NOT NULL, heading TEXT NOT NULL, change INTEGER);
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
  // What follows from a row alone is right in a row that is copied, so only those out of images are worked out.
  const alone = definitions.filter((definition) => namesRead(definition, false).length === 0);
  const together = definitions.filter((definition) => !alone.includes(definition));
  for (const definition of alone) {
    const { all, past } = fillKnown(store, definition, known);
    const filled = fillFromImages(store, definition, known);
    if (past > 0) rederiveSome(store, [definition]);
    finish(store, definition, all - filled - copyUnchanged(store, definition, known));
  }
  for (const definition of together) {
    const { all } = fillKnown(store, definition, known);
    const filled = fillFromImages(store, definition, known);
    finish(store, definition, all - filled - copyUnchanged(store, definition, known));
  }
  rederiveSome(store, together);
}

/** Entries of a later day, and images erased with nothing in their place: as if they had not been. */
function finish(store: Store, { name }: Definition, missing: number): void {
  makeIndexes(store, name);
  if (missing === 0) return;
  store
    .sql(`DELETE FROM temp.known WHERE register = ? AND id NOT IN (SELECT id FROM temp.${quoted(name)})`)
    .run(name);
}

/**
 * The last change of each record that the view knows, null where it is the record's last one of all. It is told by an
 * index alone: of the changes themselves, which are most of the file, only those are read whose images are wanted.
 */
function fillKnown(store: Store, { name }: Definition, { first, hasDated, hasErased }: Known) {
  const within = hasDated ? '(c.step < :first OR c.step IN (SELECT seq FROM temp.dated))' : 'c.step < :first';
  const isErased = hasErased
    ? 'EXISTS (SELECT 1 FROM main.change AS e WHERE e.recordUid = r.uid AND e.image IS NULL)'
    : 'FALSE';
  const asNow = store
    .sql(`INSERT INTO temp.known (id, register, step, heading) SELECT r.id, r.register, r.version, r.heading
      FROM main.record AS r WHERE r.register = :name AND r.version < :first AND NOT ${isErased}`)
    .run({ first, name });
  const past = store
    .sql(`INSERT INTO temp.known (id, register, step, heading, change) SELECT r.id, r.register, max(c.step), '', c.id
      FROM main.record AS r CROSS JOIN main.change AS c ON c.recordUid = r.uid AND ${within}
      WHERE r.register = :name AND (r.version >= :first OR ${isErased}) GROUP BY r.id`)
    .run({ first, name });
  return { all: asNow.changes + past.changes, past: past.changes };
}

function copyUnchanged(store: Store, { name, day: ofDay }: Definition, { day }: Known): number {
  const dated = ofDay === undefined ? '' : `AND t.${quoted(ofDay)} <= :day`;
  return store
    .sql(
      `INSERT INTO temp.${quoted(name)} SELECT t.* FROM main.${quoted(name)} AS t JOIN temp.known AS k ON k.id = t.id
        WHERE k.change IS NULL ${dated}`,
    )
    .run(ofDay === undefined ? {} : { day }).changes;
}

/** Images back into rows: references from uids to ids, lists as JSON. */
function fillFromImages(store: Store, definition: Definition, { day }: Known): number {
  const fields = Object.entries(definition.fields);
  const names = fields.map(([name]) => quoted(name)).join(', ');
  const values = fields.map(([name, field]) => imageValue(name, field)).join(', ');
  const dated = definition.day === undefined ? '' : `AND json_extract(image, '$.${definition.day}') <= :day`;
  return store
    .sql(`INSERT INTO temp.${quoted(definition.name)} (id, removedStep, ${names})
      SELECT id, CASE operation WHEN 'remove' THEN step END, ${values} FROM (
        SELECT k.id, c.operation, c.step, coalesce(e.image, c.image) AS image FROM temp.known AS k
        JOIN main.change AS c ON c.id = k.change LEFT JOIN main.redaction AS e ON e.change = c.id
        WHERE k.register = :register
      ) WHERE image IS NOT NULL ${dated}`)
    .run({ register: definition.name, ...(dated === '' ? {} : { day }) }).changes;
}

const idOfUid = (uid: string): string => `(SELECT id FROM main.record WHERE uid = ${uid})`;

function imageValue(name: string, field: AnyField): string {
  const path = `'$.${name}'`;
  if (field.kind === 'reference') return idOfUid(`json_extract(image, ${path})`);
  if (field.kind === 'who') {
    return `CASE json_type(image, ${path}) WHEN 'object' THEN ${idOfUid(`json_extract(image, '$.${name}.uid')`)} ELSE json_extract(image, ${path}) END`;
  }
  // Most lists are empty, and opening each of them costs more than looking.
  const unlessEmpty = (list: string): string =>
    `CASE WHEN coalesce(json_array_length(image, ${path}), 0) = 0 THEN '[]' ELSE ${list} END`;
  if (field.kind === 'references') {
    return unlessEmpty(
      `(SELECT coalesce(json_group_array(${idOfUid('item.value')}), '[]') FROM json_each(image, ${path}) AS item)`,
    );
  }
  if (field.kind === 'whos') {
    const one = `CASE item.type WHEN 'object' THEN ${idOfUid(`json_extract(item.value, '$.uid')`)} ELSE item.value END`;
    return unlessEmpty(
      `(SELECT coalesce(json_group_array(${one}), '[]') FROM json_each(image, ${path}) AS item)`,
    );
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
      // Most lists are empty, and opening each of them costs more than looking.
      const [from, value] =
        kind === 'who'
          ? [`${quoted(name)} AS t`, `t.${quoted(field)}`]
          : [
              `${quoted(name)} AS t JOIN json_each(t.${quoted(field)}) AS item ON t.${quoted(field)} <> '[]'`,
              'item.value',
            ];
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
