/** Something timed: each call measures once and gives its times in milliseconds. */
export type Subject = { name: string; measure: () => Promise<number[]> };

/** Times round by round, or why there are none. */
export type Times = { rounds: number[][]; failure?: string };

/**
 * Measures all subjects in turn, again and again. A machine's speed changes from minute to minute, so only figures
 * taken side by side can be compared; the first round, which fills caches, does not count.
 */
export async function interleave(subjects: readonly Subject[], rounds: number): Promise<Map<string, Times>> {
  const results = new Map<string, Times>(subjects.map(({ name }) => [name, { rounds: [] }]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, measure } of rotated(subjects, round)) {
      const times = results.get(name);
      if (!times || times.failure !== undefined) continue;
      try {
        const taken = await measure();
        if (round > 0) times.rounds.push(taken);
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

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
