import { differenceInDays } from '../days/day.ts';
import type { Day } from '../days/day.ts';

/** The stages that follow one another. */
export type FunnelStage = 'interested' | 'contacted' | 'supervisorAgrees' | 'selected' | 'started';

/** The stages that end it, each with a reason. */
export type LostStage = 'withdrawn' | 'notSelected';

export type CandidateStage = FunnelStage | LostStage;

export const funnelStages: readonly FunnelStage[] = [
  'interested',
  'contacted',
  'supervisorAgrees',
  'selected',
  'started',
];

export const lostStages: readonly LostStage[] = ['withdrawn', 'notSelected'];

/** One entry of a candidate's dated log; entries of one day stand in the order in which they were made. */
export interface StageEntry {
  readonly stage: CandidateStage;
  readonly day: Day;
}

/** Logs of one round's candidates, one a candidate. */
export type StageLogs = readonly (readonly StageEntry[])[];

/**
 * The log of a candidate from the day of signing up on; one whose day is not known had shown interest by the first move,
 * or by the day that is looked at.
 */
export function candidateLog(
  signedUp: Day | null,
  moves: readonly StageEntry[],
  otherwise: Day,
): readonly StageEntry[] {
  return [{ stage: 'interested', day: signedUp ?? moves[0]?.day ?? otherwise }, ...moves];
}

/** Places the stage along the funnel; -1 for the stages that end it. */
export function stagePosition(stage: CandidateStage): number {
  return (funnelStages as readonly CandidateStage[]).indexOf(stage);
}

/**
 * The first day on which the candidate had come at least this far; null if never. Who is selected at once has passed
 * the stages before it on that day, and who withdraws afterwards had still reached it.
 */
export function reachedOn(log: readonly StageEntry[], stage: FunnelStage): Day | null {
  const wanted = stagePosition(stage);
  let first: Day | null = null;
  for (const entry of log) {
    if (stagePosition(entry.stage) >= wanted && (first === null || entry.day < first)) first = entry.day;
  }
  return first;
}

/**
 * Can a candidate go from one stage to another? Along the funnel, never back; out of it from anywhere, but who has started
 * can't be left unselected. Who had gone may come back to any stage.
 */
export function mayFollow(from: CandidateStage, to: CandidateStage): boolean {
  if (from === to || stagePosition(from) === -1) return true;
  if (to === 'notSelected') return from !== 'started';
  return to === 'withdrawn' || stagePosition(to) >= stagePosition(from);
}

/** The stage that comes next along the funnel; null at its end and outside it. */
export function nextStage(stage: CandidateStage): FunnelStage | null {
  const place = stagePosition(stage);
  return place === -1 ? null : (funnelStages[place + 1] ?? null);
}

/** Every stage that the candidate ever reached, in the funnel's order. Who only withdrew had at least been interested. */
export function reached(log: readonly StageEntry[]): FunnelStage[] {
  const stages = funnelStages.filter((stage) => reachedOn(log, stage) !== null);
  return stages.length === 0 && log.length > 0 ? ['interested'] : stages;
}

/** The stage in which the candidate is now: the latest entry, of one day's the last. Null without any. */
export function currentStage(log: readonly StageEntry[]): CandidateStage | null {
  let latest: StageEntry | null = null;
  for (const entry of log) {
    if (latest === null || entry.day >= latest.day) latest = entry;
  }
  return latest?.stage ?? null;
}

export interface Funnel {
  /** How many ever reached each stage: never rising along the funnel. */
  readonly reached: Readonly<Record<FunnelStage, number>>;
  /** How many are now lost, by how. */
  readonly lost: Readonly<Record<LostStage, number>>;
}

export function funnel(logs: StageLogs): Funnel {
  const counts: Record<FunnelStage, number> = {
    interested: 0,
    contacted: 0,
    supervisorAgrees: 0,
    selected: 0,
    started: 0,
  };
  const lost: Record<LostStage, number> = { withdrawn: 0, notSelected: 0 };
  for (const log of logs) {
    for (const stage of reached(log)) counts[stage] += 1;
    const current = currentStage(log);
    if (current === 'withdrawn' || current === 'notSelected') lost[current] += 1;
  }
  return { reached: counts, lost };
}

/** Selected ÷ interested, 0–1; null when nobody was interested. */
export function funnelYield(counts: Funnel['reached']): number | null {
  return counts.interested === 0 ? null : counts.selected / counts.interested;
}

/** Median days from one stage to a later one, over the candidates who reached both; null when there are none. */
export function medianDays(logs: StageLogs, from: FunnelStage, to: FunnelStage): number | null {
  const lengths: number[] = [];
  for (const log of logs) {
    const [start, end] = [reachedOn(log, from), reachedOn(log, to)];
    if (start !== null && end !== null) lengths.push(differenceInDays(end, start));
  }
  return median(lengths);
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[sorted.length / 2 - 1] ?? 0)) / 2;
}
