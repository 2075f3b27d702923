import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from '../../data-folder.ts';
import { atOnce } from '../../domain/long-work.ts';
import { refillingSearch } from './search-text.ts';
import { inOneTransaction } from '../file/transaction.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Store } from '../file/open.ts';

/** Is the error one of the search index, which can be made anew from the records without loss? */
export function isSearchDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    code === 'SQLITE_CORRUPT_VTAB' ||
    /no such table: (main\.)?search\b|fts5: corrupt|vtable constructor failed: search|invalid fts5 file format/.test(
      error.message,
    )
  );
}

/** Makes the search index anew, also where its tables are missing or damaged; nothing else is touched. */
export function rebuildSearch(store: Store): void {
  atOnce(rebuildingSearch(store));
}

/** The same piece by piece; stopped, it leaves the index as it was. @returns how many records can be found */
export function rebuildingSearch(store: Store): Work<number> {
  return inOneTransaction(store, function* rebuild() {
    dropSearch(store);
    store.database.exec(searchSchema());
    return yield* refillingSearch(store);
  });
}

/** FTS5 drops a table whose own tables are gone only when these are there to be dropped. */
function dropSearch(store: Store): void {
  const { database } = store;
  try {
    database.exec('DROP TABLE IF EXISTS search');
  } catch {
    const shadows = database
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_schema WHERE name GLOB 'search_*' AND type = 'table'",
      )
      .all();
    database.unsafeMode(true);
    database.pragma('writable_schema = ON');
    database.exec("DELETE FROM sqlite_schema WHERE name = 'search'");
    database.pragma('writable_schema = RESET');
    database.unsafeMode(false);
    for (const { name } of shadows) database.exec(`DROP TABLE "${name}"`);
  }
}

/** The statements of the first migration that make the index, so that it is written in one place. */
function searchSchema(): string {
  const migration = readFileSync(path.join(dataFolder, 'migrations', '0001-ground.sql'), 'utf8');
  const statements = /CREATE VIRTUAL TABLE search [\s\S]*?;\s*INSERT INTO search [^;]*;/.exec(migration);
  if (statements === null) throw new Error('The first migration makes no search index');
  return statements[0];
}
