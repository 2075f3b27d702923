import type { Work } from '../domain/long-work.ts';
import type { Store } from './open.ts';

/** Ends what is being written, so that nothing of it was: for whoever lets go of the file in the midst of it. */
export function abandon({ database, sql }: Store): void {
  if (database.open && database.inTransaction) sql('ROLLBACK').run();
}

/** Work in pieces that is written whole or not at all; nothing else writes to the file meanwhile. */
export function* inOneTransaction<Result>(store: Store, work: () => Work<Result>): Work<Result> {
  store.sql('BEGIN IMMEDIATE').run();
  try {
    const result = yield* work();
    store.sql('COMMIT').run();
    return result;
  } finally {
    // What was thrown, here or by whoever stopped it, ends it; SQLite itself may have done so already.
    abandon(store);
  }
}
