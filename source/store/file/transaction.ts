import type { Work } from '../../domain/long-work.ts';
import type { Store } from './open.ts';

/** Ends what is being written, so that nothing of it was: for whoever lets go of the file in the midst of it. */
export function abandon({ database, sql }: Store): void {
  if (database.open && database.inTransaction) sql('ROLLBACK').run();
}

class TakenBack extends Error {}

/** Does the work and takes it all back: what it found of the file as it then was is all that stays. @throws what it throws */
export function takenBack<Result>(store: Store, work: () => Result): Result {
  const found: Result[] = [];
  const back = new TakenBack();
  const trial = store.database.transaction(() => {
    found.push(work());
    throw back;
  });
  try {
    trial.immediate();
  } catch (error) {
    if (error !== back) throw error;
  }
  const [result] = found;
  if (result === undefined) throw new Error('Nothing was found of what was taken back');
  return result;
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
