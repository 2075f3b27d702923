import type { Work } from '../domain/long-work.ts';
import type { Store } from './open.ts';

/** Work in pieces that is written whole or not at all; nothing else writes to the file meanwhile. */
export function* inOneTransaction<Result>(store: Store, work: () => Work<Result>): Work<Result> {
  store.sql('BEGIN IMMEDIATE').run();
  try {
    const result = yield* work();
    store.sql('COMMIT').run();
    return result;
  } finally {
    // What was thrown, here or by whoever stopped it, ends it; SQLite itself may have done so already.
    if (store.database.open && store.database.inTransaction) store.sql('ROLLBACK').run();
  }
}
