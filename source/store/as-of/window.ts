import { quoted } from '../records/columns.ts';
import {
  dayOf,
  findPast,
  hasStored,
  hideUnknown,
  pastRows,
  schemaOf,
  tableOf,
  unchangedRows,
} from './fill.ts';
import { isPlain } from './needs.ts';
import { imageValue } from './image.ts';
import type { Definition } from '../../registers/index.ts';
import type { Known } from './fill.ts';
import type { Store } from '../file/open.ts';

/**
 * A list shows a few rows of a register. Where a row follows from its own image alone, only what orders the list is read
 * of all of them; the register's name is a view that opens the images of the rows that are shown.
 */
export const isWindowed = (definition: Definition): boolean => !hasStored(definition) && isPlain(definition);

const windowOf = ({ name }: Definition): string => quoted(`${name} window`);

/** The fields that the register's list is ordered by. */
function ordering({ fields, list }: Definition): string[] {
  const words = new Set([...list.sort, list.last ?? ''].join(' ').match(/\w+/g));
  return Object.keys(fields).filter((name) => words.has(name));
}

export function showWindow(store: Store, definition: Definition, known: Known): void {
  const { name } = definition;
  const window = windowOf(definition);
  const fields = Object.keys(definition.fields).map((field) => `, ${quoted(field)}`);
  const order = ordering(definition).map((field) => `, ${quoted(field)}`);
  const bound = dayOf(definition, known);
  findPast(store, definition, known);
  store.database.exec(`DROP TABLE temp.${quoted(name)};
    CREATE TEMP TABLE ${window} (id INTEGER PRIMARY KEY, removedStep ${fields.join('')}, change, step, heading, image)`);
  store
    .sql(`INSERT INTO temp.${window} (id, removedStep ${order.join('')}, change, step, heading, image)
      SELECT id, removedStep ${order.join('')}, change, step, coalesce(${definition.heading.sql}, ''), jsonb(image) FROM ${pastRows(definition)} AS t`)
    .run(bound);
  store
    .sql(
      `INSERT OR REPLACE INTO temp.known (id, change, step, heading) SELECT id, change, step, heading FROM temp.${window}`,
    )
    .run();
  store
    .sql(
      `INSERT INTO temp.${window} (id, removedStep ${fields.join('')}) SELECT t.* FROM ${unchangedRows(definition)}`,
    )
    .run(bound);
  store.database.exec(viewOver(definition));
  // Only rows out of the trash are listed, and texts that come first in an index are sorted in a third less time.
  for (const sql of schemaOf(store, 'index', name)) {
    const [, listed] = /INDEX "?\w+_order"? ON .*\(removedStep, (.+)\)$/.exec(sql) ?? [];
    if (listed !== undefined)
      store.database.exec(
        `CREATE INDEX temp.${name}_order ON ${window} (${listed}, removedStep) WHERE removedStep IS NULL`,
      );
  }
  hideUnknown(store, definition, known);
  openFirst(store, definition, known);
}

/** Rows at the list's beginning are opened at once: leafing on from there takes no longer than in today's list. */
function openFirst(store: Store, definition: Definition, { ahead }: Known): void {
  const { fields, list } = definition;
  const [sort = ''] = list.sort;
  const first = sort.replace(/^-/, '');
  const order =
    fields[first] === undefined ? 'id' : `${quoted(first)} ${sort === first ? 'ASC' : 'DESC'} NULLS LAST`;
  const ordered = new Set(ordering(definition));
  const values = Object.entries(fields)
    .filter(([name]) => !ordered.has(name))
    .map(([name, field]) => `${quoted(name)} = ${imageValue(name, field)}, `);
  const window = `temp.${windowOf(definition)}`;
  store
    .sql(`UPDATE ${window} SET ${values.join('')} image = NULL WHERE image IS NOT NULL
      AND id IN (SELECT id FROM ${window} WHERE removedStep IS NULL ORDER BY ${order} LIMIT +?)`)
    .run(ahead);
}

/** The rows as the register's table has them: what a row lacks stands in its image. */
function viewOver(definition: Definition): string {
  const { name, fields } = definition;
  const order = new Set(ordering(definition));
  const columns = Object.entries(fields).map(([field, kind]) => {
    const column = quoted(field);
    return order.has(field)
      ? `, ${column}`
      : `, coalesce(${column}, ${imageValue(field, kind)}) AS ${column}`;
  });
  return `CREATE TEMP VIEW ${quoted(name)} AS SELECT id, removedStep ${columns.join('')} FROM temp.${windowOf(definition)}`;
}

/** The register's shadow is empty again, for a statement that asks for all of its rows; `past` stands as it was found. */
export function dropWindow(store: Store, definition: Definition): void {
  store.sql('DELETE FROM temp.past').run();
  store
    .sql(
      `INSERT INTO temp.past (id, change) SELECT id, coalesce(change, 0) FROM temp.${windowOf(definition)}`,
    )
    .run();
  store.database.exec(
    `DROP VIEW temp.${quoted(definition.name)}; DROP TABLE temp.${windowOf(definition)}; ${tableOf(store, definition.name)}`,
  );
}
