/**
 * How often a property is tried, and from which seed: as often as is usual and always the same cases, so that a run
 * proves what the run before proved; `LUOTSI_RUNS=20` (`npm run fuzz`) tries so many times that, from new seeds.
 */
export function runs(usual = 100, seed = 20_220_301): { numRuns: number; seed: number } {
  const times = Number(process.env['LUOTSI_RUNS'] ?? 1);
  return { numRuns: usual * times, seed: times === 1 ? seed : (seed + Date.now()) | 0 };
}
