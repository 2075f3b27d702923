import { registers } from '../../source/registers/index.ts';
import { columnsOf, quoted } from '../../source/store/records/columns.ts';
import { rederive } from '../../source/store/records/derive.ts';
import { imageOf } from '../../source/store/journal/images.ts';
import { writeLinks } from '../../source/store/records/links.ts';
import { readRecord, readRow } from '../../source/store/records/records.ts';
import { writeSearchText } from '../../source/store/search/search-text.ts';
import type { AnyRecord, Definition } from '../../source/registers/index.ts';
import type { Store } from '../../source/store/file/open.ts';

const rowsOf = (store: Store, sql: string): Record<string, unknown>[] => store.sql(sql).all();

/** Ids of the register's live records, or of all. */
export function idsOf(store: Store, register: string, live = true): number[] {
  const condition = live ? 'WHERE removedStep IS NULL' : '';
  return rowsOf(store, `SELECT id FROM ${quoted(register)} ${condition} ORDER BY id`).map((row) =>
    Number(row['id']),
  );
}

function recordOf(store: Store, definition: Definition, id: number, today: string): AnyRecord {
  const record = readRecord(store, definition, id, today);
  if (record === null) throw new Error(`No ${definition.name} ${id}`);
  return record;
}

/** Everything that a person can see of the live records on a day: fields as the journal has them, derived values, headings. */
export function liveRecords(store: Store, today: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const definition of registers) {
    for (const id of idsOf(store, definition.name)) {
      const record = recordOf(store, definition, id, today);
      const derived = Object.keys(definition.derived ?? {}).map((name) => [name, record[name]]);
      found[record.uid] = {
        ...imageOf(store, definition, record),
        ...Object.fromEntries(derived),
        register: definition.name,
        heading: record.heading,
      };
    }
  }
  return found;
}

/** Due rows and links of live records by uid, in order. */
export function dueAndLinks(store: Store): unknown {
  const live = new Set(registers.flatMap(({ name }) => idsOf(store, name)));
  const due = rowsOf(
    store,
    'SELECT r.uid, r.id, d.day, d.kind, d.register, d."until" FROM due AS d JOIN record AS r ON r.id = d.record ORDER BY 1, 3, 4',
  );
  const links = rowsOf(
    store,
    `SELECT r.uid, r.id, l.field, o.uid AS target FROM link AS l JOIN record AS r ON r.id = l.record
      JOIN record AS o ON o.id = l.target ORDER BY 1, 3, 4`,
  );
  return { due, links: links.filter((row) => live.has(Number(row['id']))) };
}

export const searchTexts = (store: Store): unknown =>
  rowsOf(store, 'SELECT rowid, title, body FROM search ORDER BY rowid');

/** The whole of what counts as the project's state on a day. */
export function snapshot(store: Store, today: string): unknown {
  return { records: liveRecords(store, today), rest: dueAndLinks(store), search: searchTexts(store) };
}

/** What is worked out from other things, as it stands in the file, records in the trash with it. */
export function workedOut(store: Store): unknown {
  const stored = registers.map((definition) => {
    const names = columnsOf(definition).stored.map(([name]) => quoted(name));
    return rowsOf(store, `SELECT ${['id', ...names].join(', ')} FROM ${quoted(definition.name)} ORDER BY id`);
  });
  return {
    stored,
    headings: rowsOf(store, 'SELECT id, register, heading FROM record ORDER BY id'),
    due: rowsOf(store, 'SELECT * FROM due ORDER BY day, record, kind'),
    links: rowsOf(store, 'SELECT * FROM link ORDER BY record, field, target'),
    search: searchTexts(store),
  };
}

/** The same, worked out from nothing; the file is left as it was. */
export function workedOutAnew(store: Store): unknown {
  const { database } = store;
  database.exec('BEGIN');
  try {
    for (const definition of registers) {
      for (const [name] of columnsOf(definition).stored)
        database.exec(`UPDATE ${quoted(definition.name)} SET ${quoted(name)} = NULL`);
    }
    database.exec(`UPDATE record SET heading = ''; DELETE FROM link; DELETE FROM search`);
    rederive(store);
    for (const definition of registers) {
      for (const id of idsOf(store, definition.name, false)) {
        const record = readRow(store, definition, id);
        if (record === null) continue;
        writeLinks(store, definition, record);
        writeSearchText(store, definition, record);
      }
    }
    return workedOut(store);
  } finally {
    database.exec('ROLLBACK');
  }
}

const ownTables = (store: Store): string[] =>
  rowsOf(
    store,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' ORDER BY name`,
  ).map((row) => String(row['name']));

/** Every row of every table, to see that nothing at all was written. */
export function everything(store: Store): unknown {
  return ownTables(store).map((table) => [table, rowsOf(store, `SELECT * FROM ${quoted(table)}`)]);
}
