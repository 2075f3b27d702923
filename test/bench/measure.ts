/** Something timed: each call measures once and gives its times in milliseconds, or another figure. */
export type Subject = { name: string; measure: () => Promise<number[]> | number[] };

/** Times round by round, or why there are none. */
export type Times = { rounds: number[][]; failure?: string };

export type Results = ReadonlyMap<string, Times>;

/**
 * Measures all subjects in turn, again and again. A machine's speed changes from minute to minute, so only figures
 * taken side by side can be compared; the first round, which fills caches, does not count.
 */
export async function interleave(
  subjects: readonly Subject[],
  rounds: number,
  warmUp = 1,
): Promise<Map<string, Times>> {
  const results = new Map<string, Times>(subjects.map(({ name }) => [name, { rounds: [] }]));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const { name, measure } of rotated(subjects, round)) {
      const times = results.get(name);
      if (!times || times.failure !== undefined) continue;
      try {
        const taken = await measure();
        if (round >= warmUp) times.rounds.push(taken);
      } catch (error) {
        times.failure = error instanceof Error ? error.message : String(error);
      }
    }
  }
  return results;
}

/** How many times its floor a subject takes: the median of the rounds' own ratios. */
export function ratio(times: Times, floor: Times): number {
  const ratios = times.rounds.map((round, index) => median(round) / median(floor.rounds[index] ?? []));
  return median(ratios);
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A figure worked out of the results; it throws why there is none. */
export type Figure = (results: Results) => number;

export function timesOf(results: Results, name: string): Times {
  const times = results.get(name);
  if (times === undefined) throw new Error(`${name}: was not measured`);
  if (times.failure !== undefined) throw new Error(`${name}: ${times.failure}`);
  return times;
}

/** A subject's times as multiples of a floor's, round by round. */
export const against =
  (subject: string, floor: string): Figure =>
  (results) =>
    ratio(timesOf(results, subject), timesOf(results, floor));

export const at =
  (subject: string, share: number): Figure =>
  (results) =>
    quantile(timesOf(results, subject).rounds.flat(), share);

/** One quantile of a subject against the same of another. */
export const againstAt =
  (subject: string, floor: string, share: number): Figure =>
  (results) =>
    at(subject, share)(results) / at(floor, share)(results);

/**
 * Of subjects that measure the same things in the same order: the kind of thing that is worst at the quantile, against
 * the same kind of its floor. `kinds` says how many things of each kind there are.
 */
export const worstAgainst =
  (subject: string, floor: string, share: number, kinds: readonly number[]): Figure =>
  (results) => {
    const byKind = (name: string): number[] => {
      let from = 0;
      return kinds.map((count) => {
        const start = from;
        from += count;
        const own = timesOf(results, name).rounds.flatMap((round) => round.slice(start, start + count));
        return quantile(own, share);
      });
    };
    const times = byKind(subject);
    const worst = times.indexOf(Math.max(...times));
    return (times[worst] ?? Number.NaN) / (byKind(floor)[worst] ?? Number.NaN);
  };

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
