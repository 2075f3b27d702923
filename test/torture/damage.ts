import { original, suffer } from '../support/damaged.ts';
import type { Tally } from './tally.ts';

/** Hurts a file in one way many times; each time it is used, and its copy brought back. */
export function sufferAll(kind: string, times: number): Tally {
  const from = original();
  const outcomes = Array.from({ length: times }, (_, seed) => suffer(from, kind, seed + 1000));
  const uncaught = outcomes.map((outcome) => outcome.uncaught).filter((error) => error !== null);
  return {
    fault: kind,
    times,
    acknowledged: from.steps * times,
    lost: outcomes.filter(({ believed }) => believed).length,
    unreadable: outcomes.filter(({ lost }) => lost).length,
    uncaught: uncaught.length,
    problems: uncaught.map((error) =>
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ),
  };
}
