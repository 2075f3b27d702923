/** What doctor looks at, one question each: nothing here changes the file for good. */
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { registerOf, registers } from '../../registers/index.ts';
import { columnsOf, quoted } from '../records/columns.ts';
import { rederive } from '../records/derive.ts';
import { imageOf, same } from '../journal/images.ts';
import { writeLinks } from '../records/links.ts';
import { applyMigrations, schemaOf } from '../file/migrate.ts';
import { readRow } from '../records/records.ts';
import { isInEnglish } from '../queries/project-text.ts';
import { isSearchable, searchTextOf } from '../search/search-text.ts';
import { indexedText } from '../search/stems.ts';
import { verifyChain } from '../journal/verify.ts';
import { takenBack } from '../file/transaction.ts';
import type { Image } from '../journal/images.ts';
import type { Store } from '../file/open.ts';

/** Where something is wrong (a code, a step, a table's row) and what: the name of a sentence, or SQLite's own words. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

const rows = (store: Store, sql: string): Record<string, unknown>[] => store.sql(sql).all();

export function integrityFaults(store: Store, most: number): Fault[] {
  return store
    .sql<{ integrity_check: string }>(`PRAGMA integrity_check(${most})`)
    .all()
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => ({ where: '', what: row.integrity_check }));
}

/** Tables and indexes that are not as the migrations make them: SQLite reads a garbled definition as if it were meant. */
export function schemaFaults(store: Store, migrationsFolder: string): Fault[] {
  const made = new Database(':memory:');
  try {
    applyMigrations(made, migrationsFolder, schemaOf(store));
    const [wanted, present] = [schemaOfDatabase(made), schemaOfDatabase(store.database)];
    const names = new Set([...wanted.keys(), ...present.keys()]);
    return [...names]
      .filter((name) => wanted.get(name) !== present.get(name))
      .map((name) => ({ where: name, what: 'schema' }));
  } finally {
    made.close();
  }
}

/** What SQLite and FTS5 make by themselves is theirs. */
function schemaOfDatabase(database: Database.Database): Map<string, string> {
  const own = `name NOT GLOB 'search_*' AND name NOT GLOB 'sqlite_*'`;
  const found = database.prepare<[], { name: string; sql: string | null }>(
    `SELECT name, sql FROM sqlite_schema WHERE ${own}`,
  );
  return new Map(found.all().map(({ name, sql }) => [name, sql ?? '']));
}

export function referenceFaults(store: Store): Fault[] {
  return store
    .sql<{ table: string; rowid: number | null }>('PRAGMA foreign_key_check')
    .all()
    .map(({ table, rowid }) => ({ where: `${table} ${rowid ?? ''}`.trim(), what: 'reference' }));
}

export function chainFaults(store: Store): Fault[] {
  return verifyChain(store).map(({ step, fault }) => ({ where: String(step), what: fault }));
}

/** Records that are not what the journal last made of them, or that it knows nothing of. */
export function recordFaults(store: Store): Fault[] {
  const latest = new Map(
    rows(
      store,
      `SELECT c.recordUid, c.operation, max(c.step) AS step, coalesce(r.image, c.image) AS image
        FROM change AS c LEFT JOIN redaction AS r ON r.change = c.id GROUP BY c.recordUid`,
    ).map((row) => [String(row['recordUid']), row]),
  );
  const faults: Fault[] = [];
  for (const { id, uid, code, register } of rows(store, 'SELECT id, uid, code, register FROM record')) {
    const where = codeOrPlace(code, register, id);
    const definition = registerOf(String(register));
    const record = readRow(store, definition, Number(id));
    const change = latest.get(String(uid));
    latest.delete(String(uid));
    if (record === null) faults.push({ where, what: 'rowGone' });
    else if (change === undefined) faults.push({ where, what: 'unknownToJournal' });
    else {
      const inTrash = record.removedStep !== null;
      const differs =
        inTrash !== (change['operation'] === 'remove') ||
        record.version !== change['step'] ||
        (change['image'] !== null &&
          unlike(
            definition.fields,
            JSON.parse(String(change['image'])) as Image,
            imageOf(store, definition, record),
          ));
      if (differs) faults.push({ where, what: 'unlikeJournal' });
    }
  }
  return [...faults, ...[...latest.keys()].map((uid) => ({ where: uid, what: 'rowGone' }))];
}

const unlike = (
  fields: Readonly<Record<string, { readonly empty: unknown }>>,
  one: Image,
  other: Image,
): boolean =>
  Object.entries(fields).some(([name, { empty }]) => !same(one[name] ?? empty, other[name] ?? empty));

const codeOrPlace = (code: unknown, register: unknown, id: unknown): string =>
  typeof code === 'string' ? code : `${String(register)} ${String(id)}`;

/** Occurrences that were laid out twice, and codes that two records have: what unique indexes hold, unless they are damaged. */
export function doubleFaults(store: Store): Fault[] {
  const doubles = (table: string, columns: string, condition: string): Fault[] =>
    rows(
      store,
      `SELECT min(id) AS id, count(*) AS count FROM ${table} NOT INDEXED WHERE ${condition} GROUP BY ${columns} HAVING count > 1`,
    ).map(({ id }) => ({ where: `${table} ${String(id)}`, what: 'double' }));
  return [
    ...doubles('session', 'series, slot', 'series IS NOT NULL AND slot IS NOT NULL'),
    ...doubles('delivery', 'promise, slot', 'promise IS NOT NULL AND slot IS NOT NULL'),
    ...doubles('record', 'code', 'code IS NOT NULL'),
    ...doubles('record', 'uid', '1'),
  ];
}

/** What follows from the rest, where it is not what it is worked out to be. */
export interface Derivation {
  readonly derived: readonly Fault[];
  readonly due: readonly Fault[];
  readonly links: readonly Fault[];
}

/** Works out anew all that follows from the records, and says what differed; it stays so only with `keep`. */
export function rederived(store: Store, keep: boolean): Derivation {
  const compare = (): Derivation => {
    const before = pictures(store);
    rederive(store);
    relink(store);
    const after = pictures(store);
    return {
      derived: differences(store, before.derived, after.derived, 'derived'),
      due: differences(store, before.due, after.due, 'due'),
      links: differences(store, before.links, after.links, 'links'),
    };
  };
  return keep ? store.database.transaction(compare).immediate() : takenBack(store, compare);
}

function relink(store: Store): void {
  for (const { id, register } of rows(store, 'SELECT id, register FROM record')) {
    const definition = registerOf(String(register));
    const record = readRow(store, definition, Number(id));
    if (record !== null) writeLinks(store, definition, record);
  }
}

type Picture = ReadonlyMap<number, string>;

/** What is derived, by record. */
function pictures(store: Store): Record<keyof Derivation, Picture> {
  const derived = new Map<number, string>();
  for (const { id, heading } of rows(store, 'SELECT id, heading FROM record'))
    derived.set(Number(id), String(heading));
  for (const definition of registers) {
    const names = columnsOf(definition).stored.map(([name]) => quoted(name));
    if (names.length === 0) continue;
    for (const { id, ...values } of rows(
      store,
      `SELECT id, ${names.join(', ')} FROM ${quoted(definition.name)}`,
    ))
      derived.set(Number(id), `${derived.get(Number(id)) ?? ''} ${JSON.stringify(values)}`);
  }
  const grouped = (sql: string): Picture => {
    const map = new Map<number, string>();
    for (const { record, ...values } of rows(store, sql))
      map.set(Number(record), `${map.get(Number(record)) ?? ''}${JSON.stringify(values)}`);
    return map;
  };
  return {
    derived,
    due: grouped('SELECT * FROM due ORDER BY record, day, kind'),
    links: grouped('SELECT * FROM link ORDER BY record, field, target'),
  };
}

function differences(store: Store, before: Picture, after: Picture, what: string): Fault[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids]
    .filter((id) => before.get(id) !== after.get(id))
    .map((id) => {
      const row = store.sql('SELECT code, register FROM record WHERE id = ?').get(id);
      return { where: codeOrPlace(row?.['code'], row?.['register'] ?? '', id), what };
    });
}

/** Is the index whole in itself, and does it hold each record's words as they are now? */
export function searchFaults(store: Store): Fault[] {
  try {
    store.database.exec(`INSERT INTO search (search, rank) VALUES ('integrity-check', 1)`);
  } catch (error) {
    return [{ where: '', what: error instanceof Error ? error.message : String(error) }];
  }
  const known = new Map(
    rows(store, 'SELECT rowid AS id, title, body FROM search').map((row) => [Number(row['id']), row]),
  );
  const faults: Fault[] = [];
  const isEnglish = isInEnglish(store);
  for (const { id, code, register } of rows(store, 'SELECT id, code, register FROM record')) {
    const definition = registerOf(String(register));
    const record = isSearchable(definition) ? readRow(store, definition, Number(id)) : null;
    const row = known.get(Number(id));
    known.delete(Number(id));
    const text =
      record === null || record.removedStep !== null ? null : searchTextOf(store, definition, record);
    const sound =
      text === null
        ? row === undefined
        : row?.['title'] === indexedText(text.title, isEnglish) &&
          row['body'] === indexedText(text.body, isEnglish);
    if (!sound) faults.push({ where: codeOrPlace(code, register, id), what: 'search' });
  }
  return [...faults, ...[...known.keys()].map((id) => ({ where: String(id), what: 'search' }))];
}

/** How large the file is and of what. */
export interface Sizes {
  readonly bytes: number;
  readonly log: number;
  readonly free: number;
  readonly records: number;
  readonly steps: number;
  readonly changes: number;
}

export function sizesOf(store: Store): Sizes {
  const pragma = (name: string): number => Number(store.database.pragma(name, { simple: true }));
  const count = (table: string): number =>
    Number(rows(store, `SELECT count(*) AS count FROM ${table}`)[0]?.['count']);
  const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return {
    bytes: bytesOf(store.path),
    log: bytesOf(`${store.path}-wal`),
    free: pragma('freelist_count') * pragma('page_size'),
    records: count('record'),
    steps: count('step'),
    changes: count('change'),
  };
}
