import { UserError } from '../errors.ts';

/** What a long work is busy with; each has its words in `language`. */
export type Stage =
  | 'reading'
  | 'checking'
  | 'rows'
  | 'keeping'
  | 'search'
  | 'past'
  | 'words'
  | 'writing'
  | 'copying'
  | 'proving';

/** How far it has come: `done` of `total`, in whatever it counts; null where nobody knows how much there is. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number | null;
  /** What comes next is done in one go and may take long: it is told of before it begins. */
  readonly undivided?: boolean;
}

/**
 * Work that takes long, in small pieces: it tells how far it has come wherever it may be stopped. Stopping throws into
 * it, so what it has begun is taken back by its own `finally`.
 */
export type Work<Result> = Generator<Progress, Result, void>;

/** Does it all in one go. */
export function atOnce<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

export interface Stepping {
  /** Told now and then, and at each new stage. */
  readonly tell: (progress: Progress) => void;
  readonly isStopped: () => boolean;
  /** Lets others have their turn; the work goes on when it settles. */
  readonly pause: () => Promise<void>;
}

/** How long it works between two pauses: a key pressed meanwhile waits no longer. */
const slice = 40;

/** Does it piece by piece. @throws UserError stopped, once it has taken back what it had begun */
export async function inSteps<Result>(work: Work<Result>, stepping: Stepping): Promise<Result> {
  const { tell, isStopped, pause } = stepping;
  let paused = performance.now();
  let stage: Stage | null = null;
  try {
    for (;;) {
      const step = isStopped() ? work.throw(new UserError('stopped', undefined)) : work.next();
      if (step.done === true) return step.value;
      const { value } = step;
      if (value.stage === stage && performance.now() - paused < slice) continue;
      ({ stage } = value);
      tell(value);
      await pause();
      paused = performance.now();
    }
  } catch (error) {
    // What telling or pausing threw ends the work too; one that has ended throws it on.
    work.throw(error);
    throw error;
  }
}

/** What becomes of each item, in order; told now and then, out of `total` from `before` on. */
export function* eachOf<Item, Result>(
  items: readonly Item[],
  {
    stage,
    before = 0,
    total = items.length,
  }: { readonly stage: Stage; readonly before?: number; readonly total?: number },
  become: (item: Item) => Result,
): Work<Result[]> {
  const found: Result[] = [];
  for (const item of items) {
    if (found.length % 20 === 0) yield { stage, done: before + found.length, total };
    found.push(become(item));
  }
  return found;
}

/** Items in batches, in order. */
export function* batches<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
