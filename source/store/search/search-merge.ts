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
