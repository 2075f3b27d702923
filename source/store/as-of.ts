import { registers } from '../registers/index.ts';
import { decode, isJson, quoted } from './columns.ts';
import { rederive } from './derive.ts';
import { writeLinks } from './links.ts';
import { openStore } from './open.ts';
import { isSearchable, writeSearchText } from './search-text.ts';
import type { AnyField } from '../fields/index.ts';
import type { AnyRecord, Definition } from '../registers/index.ts';
import type { Store } from './open.ts';

const listed = new Set(['references', 'who', 'whos']);

/**
 * The file as it was known at the end of a day: a connection of its own, whose TEMP tables shadow the real ones, so
 * that every list, figure and report runs unchanged. With `seq`, what was known after that step and no later.
 */
export function openAsOf(path: string, day: string, seq: number = Number.MAX_SAFE_INTEGER): Store {
  const store = openStore(path);
  const { database } = store;
  database.pragma('foreign_keys = OFF');
  database.transaction(() => {
    shadow(store, ['record', 'due', 'link', ...registers.map((definition) => definition.name)]);
    store
      .sql(`CREATE TEMP TABLE known AS SELECT c.recordUid AS uid, max(c.step) AS step FROM change AS c
        JOIN step AS s ON s.seq = c.step WHERE s.day <= :day AND s.seq <= :seq GROUP BY c.recordUid`)
      .run({ day, seq });
    store.sql('CREATE UNIQUE INDEX temp.known_uid ON known (uid)').run();
    fillRecords(store);
    for (const definition of registers) fillRegister(store, definition, day);
    rederive(store);
    for (const definition of registers) fillLinks(store, definition);
  })();
  database.pragma('query_only = ON');
  return store;
}

/** Search text of the view, made when something is looked up in it. */
export function fillSearchShadow(store: Store): void {
  const { database } = store;
  database.pragma('query_only = OFF');
  database.transaction(() => {
    const sql = store.sql(`SELECT sql FROM main.sqlite_schema WHERE name = 'search'`).get()?.['sql'];
    database.exec(String(sql).replace('VIRTUAL TABLE search', 'VIRTUAL TABLE temp.search'));
    database.exec('CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(temp, search, row)');
    for (const definition of registers.filter(isSearchable)) {
      for (const record of rowsOf(store, definition)) writeSearchText(store, definition, record);
    }
  })();
  database.pragma('query_only = ON');
}

function shadow(store: Store, tables: readonly string[]): void {
  for (const table of tables) {
    const sql = String(
      store.sql('SELECT sql FROM main.sqlite_schema WHERE name = ? AND type = ?').get(table, 'table')?.[
        'sql'
      ],
    );
    store.database.exec(sql.replace(/^CREATE TABLE/, 'CREATE TEMP TABLE'));
    const indexes = store
      .sql(
        `SELECT name, sql FROM main.sqlite_schema WHERE tbl_name = ? AND type = 'index' AND sql IS NOT NULL`,
      )
      .all(table);
    for (const index of indexes)
      store.database.exec(String(index['sql']).replace(/INDEX "?(\w+)"?/, 'INDEX temp.$1'));
  }
}

function fillRecords(store: Store): void {
  store
    .sql(`INSERT INTO temp.record (id, uid, register, code, version) SELECT r.id, r.uid, r.register, r.code, k.step
      FROM main.record AS r JOIN temp.known AS k ON k.uid = r.uid`)
    .run();
}

/** Images back into rows: references from uids to ids, lists as JSON. */
function fillRegister(store: Store, definition: Definition, day: string): void {
  const fields = Object.entries(definition.fields);
  const names = fields.map(([name]) => quoted(name)).join(', ');
  const values = fields.map(([name, field]) => imageValue(name, field)).join(', ');
  const dated = definition.day === undefined ? '' : `AND json_extract(image, '$.${definition.day}') <= :day`;
  store
    .sql(`INSERT INTO temp.${quoted(definition.name)} (id, removedStep, ${names})
      SELECT id, CASE operation WHEN 'remove' THEN step END, ${values} FROM (
        SELECT r.id, c.operation, c.step, coalesce(e.image, c.image) AS image FROM temp.known AS k
        JOIN main.record AS r ON r.uid = k.uid JOIN main.change AS c ON c.recordUid = k.uid AND c.step = k.step
        LEFT JOIN main.redaction AS e ON e.change = c.id WHERE r.register = :register
      ) WHERE image IS NOT NULL ${dated}`)
    .run({ register: definition.name, ...(dated === '' ? {} : { day }) });
  // An entry of a later day, or an image erased with nothing in its place: as if it had not been.
  store
    .sql(
      `DELETE FROM temp.record WHERE register = ? AND id NOT IN (SELECT id FROM temp.${quoted(definition.name)})`,
    )
    .run(definition.name);
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

function fillLinks(store: Store, definition: Definition): void {
  if (!Object.values(definition.fields).some((field) => listed.has(field.kind))) return;
  for (const record of rowsOf(store, definition)) writeLinks(store, definition, record);
}

function* rowsOf(store: Store, definition: Definition): Generator<AnyRecord> {
  const rows = store
    .sql(`SELECT t.*, r.uid, r.code, r.version, r.heading FROM ${quoted(definition.name)} AS t JOIN record AS r ON r.id = t.id
      WHERE t.removedStep IS NULL`)
    .all();
  for (const row of rows) yield decode(definition, row);
}
