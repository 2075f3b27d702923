/** How far the candidates of a round came, how long it took, and why some were lost. */
import {
  candidateLog,
  currentStage,
  funnel,
  funnelStages,
  funnelYield,
  medianDays,
  reached,
} from '../../domain/recruitment/funnel.ts';
import { registerOf } from '../../registers/index.ts';
import * as queries from '../../store/queries/recruitment.ts';
import { listOf } from '../reading/listing.ts';
import { todayOf } from '../project/project.ts';
import type { CandidateStage, FunnelStage, LostStage, StageEntry } from '../../domain/recruitment/funnel.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Language } from '../../language/language.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Project } from '../project/project.ts';

export interface Loss {
  readonly stage: LostStage;
  /** Null where none was given. */
  readonly reason: string | null;
  readonly count: number;
}

/** What a way of hearing of the round brought. */
export interface SourceYield {
  /** Null where it is not known. */
  readonly source: string | null;
  readonly interested: number;
  readonly selected: number;
}

export interface FunnelView {
  /** Null: all rounds together. */
  readonly round: AnyRecord | null;
  readonly day: Day;
  /** How many ever came as far as each stage, and how many stand at each now. */
  readonly reached: Readonly<Record<FunnelStage, number>>;
  readonly now: Readonly<Record<CandidateStage, number>>;
  /** Selected ÷ interested, 0–1; null of nobody. */
  readonly yield: number | null;
  /** Median days from the stage before, by stage. */
  readonly steps: Readonly<Record<FunnelStage, number | null>>;
  readonly toSelected: number | null;
  readonly toStarted: number | null;
  readonly losses: readonly Loss[];
  readonly sources: readonly SourceYield[];
  /** Champions who left before their term was over, by reason; only of all rounds together. */
  readonly leavers: readonly { readonly reason: string; readonly count: number }[];
}

/** Rounds, the newest first. */
export function roundsOf(project: Project, language: Language): AnyRecord[] {
  return listOf(project, registerOf('round'), {}, language);
}

interface CandidateRow {
  readonly id: number;
  readonly signedUp: Day | null;
  readonly source: string | null;
  readonly stage: CandidateStage;
  readonly reason: string | null;
}

interface Logged extends CandidateRow {
  readonly log: readonly StageEntry[];
}

function candidatesOf(project: Project, round: number | null): Logged[] {
  const { store } = project;
  const moves = new Map<number, StageEntry[]>();
  const rows = store.sql<StageEntry & { candidate: number }>(queries.moves).all({ round });
  for (const { candidate, stage, day } of rows) {
    const own = moves.get(candidate) ?? [];
    own.push({ stage, day });
    moves.set(candidate, own);
  }
  return store
    .sql<CandidateRow>(queries.candidates)
    .all({ round })
    .map((row) => ({ ...row, log: candidateLog(row.signedUp, moves.get(row.id) ?? [], todayOf(project)) }));
}

/** The funnel of a round, or of all together where it is null. */
export function funnelView(project: Project, round: AnyRecord | null): FunnelView {
  const candidates = candidatesOf(project, round?.id ?? null);
  const logs = candidates.map(({ log }) => log);
  const counts = funnel(logs).reached;
  const stages = logs.map(currentStage);
  const countNow = (stage: CandidateStage): number => stages.filter((one) => one === stage).length;
  const today = todayOf(project);
  return {
    round,
    day: today,
    reached: counts,
    now: {
      interested: countNow('interested'),
      contacted: countNow('contacted'),
      supervisorAgrees: countNow('supervisorAgrees'),
      selected: countNow('selected'),
      started: countNow('started'),
      withdrawn: countNow('withdrawn'),
      notSelected: countNow('notSelected'),
    },
    yield: funnelYield(counts),
    steps: {
      interested: null,
      contacted: medianDays(logs, 'interested', 'contacted'),
      supervisorAgrees: medianDays(logs, 'contacted', 'supervisorAgrees'),
      selected: medianDays(logs, 'supervisorAgrees', 'selected'),
      started: medianDays(logs, 'selected', 'started'),
    },
    toSelected: medianDays(logs, 'interested', 'selected'),
    toStarted: medianDays(logs, 'interested', 'started'),
    losses: lossesOf(candidates),
    sources: sourcesOf(candidates),
    leavers: round === null ? leaversOf(project, today) : [],
  };
}

/** The most frequent first; words that differ in case alone are one reason. */
function lossesOf(candidates: readonly Logged[]): Loss[] {
  const losses = new Map<string, Loss>();
  for (const { stage, reason } of candidates) {
    if (stage !== 'withdrawn' && stage !== 'notSelected') continue;
    const key = `${stage} ${reason?.trim().toLowerCase() ?? ''}`;
    const count = (losses.get(key)?.count ?? 0) + 1;
    losses.set(key, { stage, reason: losses.get(key)?.reason ?? reason, count });
  }
  return [...losses.values()].toSorted((one, other) => other.count - one.count);
}

function sourcesOf(candidates: readonly Logged[]): SourceYield[] {
  const sources = new Map<string, SourceYield>();
  for (const { source, log } of candidates) {
    const key = source?.trim().toLowerCase() ?? '';
    const old = sources.get(key) ?? { source: key === '' ? null : source, interested: 0, selected: 0 };
    const selected = old.selected + (reached(log).includes('selected') ? 1 : 0);
    sources.set(key, { ...old, interested: old.interested + 1, selected });
  }
  return [...sources.values()].toSorted((one, other) => other.interested - one.interested);
}

function leaversOf(project: Project, today: Day): { reason: string; count: number }[] {
  return project.store.sql<{ reason: string; count: number }>(queries.leavers).all({ today });
}

/** As scripts read it: numbers by English words, the round by its code. */
export function funnelJson(view: FunnelView): Record<string, unknown> {
  const { round, steps, toSelected, toStarted, leavers } = view;
  return {
    round: round?.code ?? null,
    title: round?.['title'] ?? null,
    state: round?.['state'] ?? null,
    opens: round?.['opens'] ?? null,
    closes: round?.['closes'] ?? null,
    daysLeft: round?.['daysLeft'] ?? null,
    target: round?.['target'] ?? null,
    day: view.day,
    reached: view.reached,
    now: view.now,
    yield: view.yield,
    medianDays: {
      ...Object.fromEntries(funnelStages.slice(1).map((stage) => [stage, steps[stage]])),
      interestToSelected: toSelected,
      interestToStarted: toStarted,
    },
    losses: view.losses,
    sources: view.sources,
    ...(round === null && { leavers }),
  };
}
