/** Moves of candidates from stage to stage, many at once as one step, with what follows from them. */
import { funnelStages, lostStages, nextStage } from '../../domain/recruitment/funnel.ts';
import { beginTerm, endTerm } from './champions.ts';
import { todayOf } from '../project/project.ts';
import { write } from '../writing/write.ts';
import type { CandidateStage } from '../../domain/recruitment/funnel.ts';
import type { Day } from '../../domain/days/day.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Written } from '../writing/write.ts';

export { funnelStages, lostStages } from '../../domain/recruitment/funnel.ts';

export function isStage(value: unknown): value is CandidateStage {
  return [...funnelStages, ...lostStages].some((stage) => stage === value);
}

export interface StageMove {
  /** A stage, or the one that comes next for each. */
  readonly to: CandidateStage | 'next';
  /** When it happened; today without one. */
  readonly day?: Day | null;
  /** Why; of a supervisor's consent, where it was got from. */
  readonly reason?: string | null;
  /** The step that was the newest when the stages were seen. */
  readonly baseVersion?: number;
}

export interface StageMoves {
  readonly moved: readonly number[];
  /** Those that stand there already, or have no next stage. */
  readonly kept: readonly number[];
  /** Terms as a champion that began. */
  readonly terms: readonly number[];
}

/** The stage that a move takes a candidate to; null where there is nowhere to go. */
export function stageAfter(candidate: AnyRecord, to: StageMove['to']): CandidateStage | null {
  const stage = String(candidate['stage']) as CandidateStage;
  return to === 'next' ? nextStage(stage) : to;
}

/** @throws UserError stage-back, stage-early, wrong-day, terms-overlap, conflict: then none of them is moved */
export function moveStages(project: Project, ids: readonly number[], move: StageMove): Written<StageMoves> {
  const [day, reason] = [move.day ?? todayOf(project), move.reason ?? null];
  const noGroup: string[] = [];
  const options = {
    kind: 'user',
    label: { verb: 'stage', register: 'candidate' },
    records: ids.length,
  } as const;
  const written = write(project, options, (unit): StageMoves => {
    const done = { moved: [] as number[], kept: [] as number[], terms: [] as number[] };
    for (const id of ids) {
      const candidate = unit.read(id);
      const stage = stageAfter(candidate, move.to);
      if (stage === null || (stage === candidate['stage'] && reason === null)) {
        done.kept.push(id);
        continue;
      }
      unit.refuseStale(id, { stage }, move.baseVersion);
      unit.add('stageChange', { candidate: id, day, stage, reason });
      done.moved.push(id);
      follow(project, unit, { candidate, stage, day, reason }, done.terms, noGroup);
    }
    return done;
  });
  if (noGroup.length > 0) project.warned?.([{ code: 'no-term', records: noGroup }]);
  return written;
}

interface Moved {
  readonly candidate: AnyRecord;
  readonly stage: CandidateStage;
  readonly day: Day;
  readonly reason: string | null;
}

/** What a move means beside itself: consent is kept with its day and source, a term begins or ends. */
function follow(
  project: Project,
  unit: UnitOfWork,
  { candidate, stage, day, reason }: Moved,
  terms: number[],
  noGroup: string[],
): void {
  if (stage === 'supervisorAgrees') {
    const consentDay = candidate['consentDay'] ?? day;
    unit.change(candidate.id, { consentDay, consentSource: candidate['consentSource'] ?? reason });
  }
  if (stage === 'started') {
    const begun = beginTerm(project, unit, candidate, day);
    if (begun.membership !== null) terms.push(begun.membership);
    if (begun.noGroup) noGroup.push(candidate.code ?? candidate.heading);
  }
  if (stage === 'withdrawn' && candidate['stage'] === 'started')
    endTerm(project, unit, candidate, day, reason);
}
