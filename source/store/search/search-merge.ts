import { withoutWaiting } from '../file/lease.ts';
import { newestSchema, schemaOf } from '../file/migrate.ts';
import type { Store } from '../file/open.ts';

/** Pages of the index that one still moment merges: a millisecond or two. */
const pagesAtATime = 64;

/** Rows that each connection had changed when its search text was last brought together. */
const merged = new WeakMap<Store, number>();

const changesIn = (store: Store): number =>
  store.sql<{ changes: number }>('SELECT total_changes() AS changes').get()?.changes ?? 0;

/**
 * Each commit leaves a segment of search text of its own, and FTS5 merges them within a later one, which then takes twice
 * as long. So they are merged in still moments, after writing here: what only looks at a file does not write to it, and two
 * windows don't answer each other. Given up where somebody is writing.
 */
export function mergeSearch(store: Store): void {
  const { database } = store;
  if (database.inTransaction) return;
  const changes = changesIn(store);
  if (changes === (merged.get(store) ?? 0)) return;
  try {
    if (!store.isInPlace() || schemaOf(store) !== newestSchema) return;
    withoutWaiting(store, () =>
      store.sql(`INSERT INTO search (search, rank) VALUES ('merge', ${pagesAtATime})`).run(),
    );
  } catch {
    // The index is whole without it; what is wrong with the file is told to who works on it next.
    return;
  }
  const now = changesIn(store);
  // One change is the asking itself: where no more was done, there is nothing left to merge.
  if (now - changes < 2) merged.set(store, now);
}

/** Bringing the whole index together takes as long as taking these out one by one, and one more by so many records. */
const fewTexts = 20;
const recordsToOne = 1000;

/**
 * How many texts are taken out one by one. Nothing of them is to stay in the file, so each of their words, and each of its
 * beginnings, is looked for in its list: 3 ms a text in a planner's file, 9 in one of 100,000 records. More than so many
 * are left where they are until the whole index is brought together, which takes 40 ms in the one and a second in the other.
 */
export function fewEnough(store: Store): number {
  const newest = store.sql<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM record').get()?.id ?? 0;
  return fewTexts + Math.floor(newest / recordsToOne);
}

/** From now on texts that are taken out stay where they are, until `mergeWhole`, in the same transaction. */
export function takeOutLater(store: Store): void {
  secureDelete(store, 0);
}

/** Brings the index together in one segment: of texts that were taken out, nothing is carried over. */
export function mergeWhole(store: Store): void {
  store.sql("INSERT INTO search (search) VALUES ('optimize')").run();
  // FTS5 lets go of words that were struck out only where what it merges goes to the last of its levels. Now and then, in a
  // small index of which most was changed, it does not.
  if (!isOnLastLevel(store)) store.sql("INSERT INTO search (search) VALUES ('rebuild')").run();
  secureDelete(store, 1);
}

/** The row in which FTS5 keeps which segments stand on which of its levels. */
const structureRow = 10;

/** Is there anything on the last level of the index? https://sqlite.org/fts5.html tells how it keeps them. */
function isOnLastLevel(store: Store): boolean {
  const row = store.sql<{ block: Buffer }>('SELECT block FROM search_data WHERE id = ?').get(structureRow);
  const numbers = row === undefined ? [] : numbersIn(row.block.subarray(4));
  const [levels = 0] = numbers;
  let place = 3;
  let segments = 0;
  for (let level = 0; level < levels; level += 1) {
    segments = numbers[place + 1] ?? 0;
    place += 2 + 3 * segments;
  }
  return levels === 0 || segments > 0;
}

/** Numbers of seven bits a byte, the highest first, all but the last byte of each marked. */
function numbersIn(bytes: Buffer): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (const byte of bytes) {
    number = number * 128 + (byte & 127);
    if (byte >= 128) continue;
    numbers.push(number);
    number = 0;
  }
  return numbers;
}

function secureDelete(store: Store, value: 0 | 1): void {
  // As text of the statement: a number that is bound is a real, which FTS5 does not take.
  store.sql(`INSERT INTO search (search, rank) VALUES ('secure-delete', ${value})`).run();
}
