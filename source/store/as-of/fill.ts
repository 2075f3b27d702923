import { registers, registerOf } from '../../registers/index.ts';
import { columnsOf, quoted } from '../records/columns.ts';
import { dueInserts, updateOf } from '../records/derive.ts';
import { imageValue } from './image.ts';
import { isPlain } from './needs.ts';
import type { Definition } from '../../registers/index.ts';
import type { Kept } from './needs.ts';
import type { Store } from '../file/open.ts';

/** What the view knows: steps before `first`, and later ones that carry an earlier day (they stand in temp.dated). */
export interface Known {
  readonly day: string;
  readonly first: number;
  readonly hasDated: boolean;
  readonly hasErased: boolean;
  /** Rows at the beginning of a list that are opened before they are shown. */
  readonly ahead: number;
}

/**
 * Empty tables under the names of the real ones. A record's identity stays where it is; what was known of those that are
 * not as they were (their last change by then, what they were called) stands in `known`, with no change where nothing was
 * known yet or is any more; a view puts the two together. `past` says of one register after the other which change that is.
 */
export function makeShadows(store: Store, first: number): void {
  for (const table of ['due', 'link', ...registers.map(({ name }) => name)])
    store.database.exec(tableOf(store, table));
  store.database
    .exec(`CREATE TEMP TABLE known (id INTEGER PRIMARY KEY, change INTEGER, step INTEGER, heading TEXT NOT NULL);
    CREATE TEMP TABLE dated (seq INTEGER PRIMARY KEY);
    CREATE TEMP TABLE past (id INTEGER PRIMARY KEY, change INTEGER);
    CREATE TEMP VIEW record AS SELECT r.id, r.uid, r.register, r.code,
        coalesce(k.step, (SELECT step FROM main.change WHERE id = k.change), r.version) AS version,
        coalesce(k.heading, r.heading) AS heading
      FROM main.record AS r LEFT JOIN temp.known AS k ON k.id = r.id
      WHERE CASE WHEN k.id IS NULL THEN r.version < ${first} ELSE k.change IS NOT NULL END`);
}

export const tableOf = (store: Store, name: string): string =>
  (schemaOf(store, 'table', name)[0] ?? '').replace(/^CREATE TABLE/, 'CREATE TEMP TABLE');

export function schemaOf(store: Store, type: 'table' | 'index', table: string): string[] {
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

/** Is every record of the register still as it was known? */
export function isAsNow(store: Store, { name, day: ofDay }: Definition, known: Known): boolean {
  const { first, day } = known;
  const changed = store.sql(`SELECT 1 FROM main.record AS r
    WHERE r.register = :name AND (r.version >= :first OR ${erased(known)}) LIMIT 1`);
  if (changed.get({ name, first }) !== undefined) return false;
  if (ofDay === undefined) return true;
  return (
    store.sql(`SELECT 1 FROM main.${quoted(name)} WHERE ${quoted(ofDay)} > ? LIMIT 1`).get(day) === undefined
  );
}

const erased = ({ hasErased }: Known): string =>
  hasErased
    ? 'EXISTS (SELECT 1 FROM main.change AS e WHERE e.recordUid = r.uid AND e.image IS NULL)'
    : 'FALSE';

/** The register's own table in place of its shadow. */
export function showNow(store: Store, { name }: Definition): void {
  store.database.exec(`DROP TABLE temp.${quoted(name)};
    CREATE TEMP VIEW ${quoted(name)} AS SELECT * FROM main.${quoted(name)}`);
}

/** A shadow of its own for a register that is as it was, but for what is worked out of others. */
export function copyNow(store: Store, { name }: Definition): void {
  store.database.exec(`DROP VIEW temp.${quoted(name)}; ${tableOf(store, name)};
    INSERT INTO temp.${quoted(name)} SELECT * FROM main.${quoted(name)}`);
  makeIndexes(store, name);
}

/**
 * Into `past`, for each record of the register, the last change that the view knows: none where there was none yet, 0 where
 * the record is as it was and its row tells all. It is told by an index alone: of the changes themselves, which are most of
 * the file, only those are read whose images are wanted. With `id`, of that record only.
 */
export function findPast(store: Store, { name }: Definition, known: Known, id: number | null = null): void {
  const within = known.hasDated
    ? '(c.step < :first OR c.step IN (SELECT seq FROM temp.dated))'
    : 'c.step < :first';
  const changed = `r.version >= :first OR ${erased(known)}`;
  store.sql('DELETE FROM temp.past').run();
  store
    .sql(`INSERT INTO temp.past (id, change) SELECT r.id, CASE WHEN ${changed} THEN
        (SELECT c.id FROM main.change AS c WHERE c.recordUid = r.uid AND ${within} ORDER BY c.step DESC LIMIT 1) ELSE 0 END
      FROM main.record AS r WHERE r.register = :name ${id === null ? '' : 'AND r.id = :id'}`)
    .run({ first: known.first, name, ...(id !== null && { id }) });
}

/** The rows of `past` as their images have them, without those whose image is erased or whose own day is later. */
export function pastRows({ fields, day }: Definition): string {
  const columns = Object.entries(fields).map(
    ([name, field]) => `, ${imageValue(name, field)} AS ${quoted(name)}`,
  );
  const dated = day === undefined ? '' : `AND json_extract(image, '$.${day}') <= :day`;
  return `(SELECT id, change, step, image, CASE operation WHEN 'remove' THEN step END AS removedStep ${columns.join('')} FROM (
      SELECT p.id, p.change, c.step, c.operation, coalesce(e.image, c.image) AS image FROM temp.past AS p
      JOIN main.change AS c ON c.id = p.change LEFT JOIN main.redaction AS e ON e.change = c.id
    ) WHERE image IS NOT NULL ${dated})`;
}

/** The rows of the register's table that are as they were. */
export function unchangedRows({ name, day }: Definition): string {
  return `temp.past AS p CROSS JOIN main.${quoted(name)} AS t ON t.id = p.id
    WHERE p.change = 0 ${day === undefined ? '' : `AND t.${quoted(day)} <= :day`}`;
}

/** What `pastRows` and `unchangedRows` ask for. */
export const dayOf = ({ day: ofDay }: Definition, { day }: Known) => (ofDay === undefined ? {} : { day });

/** Fills the register's shadow out of images and of what is unchanged; `past` has been found. */
export function fillRows(store: Store, definition: Definition, known: Known): void {
  const { name } = definition;
  const shadow = `temp.${quoted(name)}`;
  const names = ['id', 'removedStep', ...Object.keys(definition.fields)].map(quoted).join(', ');
  const bound = dayOf(definition, known);
  store.sql(`INSERT INTO ${shadow} (${names}) SELECT ${names} FROM ${pastRows(definition)}`).run(bound);
  // What others lend their names to is worked out when all of them are there.
  const heading = isPlain(definition) ? `coalesce(${definition.heading.sql}, '')` : "''";
  store
    .sql(`INSERT OR REPLACE INTO temp.known (id, change, heading) SELECT t.id, p.change, ${heading}
      FROM temp.past AS p JOIN ${shadow} AS t ON t.id = p.id WHERE p.change > 0`)
    .run();
  store.sql(`INSERT INTO ${shadow} SELECT t.* FROM ${unchangedRows(definition)}`).run(bound);
  makeIndexes(store, name);
  hideUnknown(store, definition, known);
}

/** One record's name, where it follows from its own row. */
export function nameRecord(store: Store, definition: Definition, id: number, known: Known): void {
  findPast(store, definition, known, id);
  store
    .sql(`INSERT OR REPLACE INTO temp.known (id, change, heading)
      SELECT id, change, coalesce(${definition.heading.sql}, '') FROM ${pastRows(definition)} AS t`)
    .run();
  // What was erased with nothing in its place.
  store
    .sql(
      "INSERT OR IGNORE INTO temp.known (id, change, heading) SELECT id, NULL, '' FROM temp.past WHERE change > 0",
    )
    .run();
}

/** Entries of a later day, and images erased with nothing in their place: as if they had not been. */
export function hideUnknown(store: Store, { name, day }: Definition, { first, hasErased }: Known): void {
  if (day === undefined && !hasErased) return;
  store
    .sql(`INSERT OR REPLACE INTO temp.known (id, change, heading) SELECT r.id, NULL, '' FROM main.record AS r
      WHERE r.register = :name AND r.version < :first AND r.id NOT IN (SELECT id FROM ${quoted(name)})`)
    .run({ name, first });
}

/** Works out a value, or what records are called, for all rows of a register. */
export function workOut(store: Store, { definition, name, sql }: Kept): void {
  if (name !== 'heading') {
    store.sql(updateOf(definition, name, sql)).run();
    return;
  }
  const heading = `coalesce(${sql}, '')`;
  store
    .sql(`INSERT INTO temp.known (id, change, heading) SELECT id, 0, now FROM
        (SELECT t.id, r.heading, ${heading} AS now FROM ${quoted(definition.name)} AS t JOIN record AS r ON r.id = t.id)
      WHERE now <> heading ON CONFLICT (id) DO UPDATE SET heading = excluded.heading`)
    .run();
}

/** Has the register values that are kept in its table? */
export const hasStored = (definition: Definition): boolean => columnsOf(definition).stored.length > 0;

export const withDueRules = registers.filter(({ due }) => due !== undefined).map(({ name }) => name);

/** Due days of the registers that have any; these have been filled. */
export function fillDue(store: Store): void {
  for (const name of withDueRules) for (const sql of dueInserts(registerOf(name))) store.sql(sql).run();
  makeIndexes(store, 'due');
}

const listed = new Set(['references', 'who', 'whos']);

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
