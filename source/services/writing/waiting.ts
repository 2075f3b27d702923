import { inSteps } from '../../domain/long-work.ts';
import { UserError } from '../../errors.ts';
import type { Stepping, Work } from '../../domain/long-work.ts';
import type { Store } from '../../store/file/open.ts';

const waiting = new WeakSet<Store>();

/** Has a long work, begun and not done, given others a turn? What it has written so far is not to be added to. */
export function isWaiting(store: Store): boolean {
  return waiting.has(store);
}

/** Does long work on a file piece by piece; nothing else writes to the file meanwhile. Null: nobody has the file yet. @throws UserError stopped, busy */
export async function stepByStep<Result>(
  store: Store | null,
  work: Work<Result>,
  { pause, ...stepping }: Stepping,
): Promise<Result> {
  if (store !== null && isWaiting(store)) {
    const busy = new UserError('busy', undefined);
    work.throw(busy);
    throw busy;
  }
  return inSteps(work, {
    ...stepping,
    pause: async () => {
      if (store !== null) waiting.add(store);
      try {
        await pause();
      } finally {
        if (store !== null) waiting.delete(store);
      }
    },
  });
}
