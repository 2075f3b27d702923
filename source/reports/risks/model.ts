import { riskScore, scoreOn } from '../../domain/risk.ts';
import { lastTime } from '../status/scope.ts';
import type { RiskLevel, RiskThresholds } from '../../domain/risk.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Scope } from '../status/scope.ts';

export interface RiskRegisterSnapshot {
  readonly title: string | null;
  readonly thresholds: RiskThresholds;
  readonly risks: readonly RegisteredRisk[];
  readonly assessments: readonly Assessment[];
  readonly measures: readonly Measure[];
}

export interface RegisteredRisk {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly category: string | null;
  readonly cause: string | null;
  readonly event: string | null;
  readonly effect: string | null;
  readonly owner: string | null;
  readonly response: string | null;
  readonly handling: string | null;
  readonly targetProbability: number | null;
  readonly targetImpact: number | null;
  readonly proximity: string | null;
  readonly state: 'open' | 'handled' | 'realised' | 'closed' | null;
  readonly closingReason: string | null;
  readonly identified: Day | null;
  readonly probability: number | null;
  readonly impact: number | null;
  readonly score: number | null;
  readonly level: RiskLevel | null;
  readonly review: Day | null;
}

export interface Assessment {
  readonly risk: number;
  readonly day: Day;
  readonly probability: number | null;
  readonly impact: number | null;
  readonly reason: string | null;
  readonly author: string | null;
}

export interface Measure {
  readonly risk: number;
  readonly code: string;
  readonly title: string;
  readonly owner: string | null;
  readonly due: Day | null;
  readonly state: 'open' | 'done' | 'dropped' | null;
}

export interface RiskHistory {
  readonly risk: RegisteredRisk;
  /** Score before the span, or at first where it is told from the start. */
  readonly scoreBefore: number | null;
  /** The newest first, each with its score and what it moved from the one before. */
  readonly history: readonly (Assessment & {
    readonly score: number | null;
    readonly change: number | null;
  })[];
  readonly measures: readonly Measure[];
}

/** The risk register as of a day: open risks from the highest down, then those that are over. */
export interface RiskRegister {
  readonly title: string | null;
  readonly day: Day;
  readonly since: Day | null;
  readonly thresholds: RiskThresholds;
  readonly open: readonly RiskHistory[];
  readonly over: readonly RiskHistory[];
}

export function riskRegister(snapshot: RiskRegisterSnapshot, scope: Scope): RiskRegister {
  const all = snapshot.risks
    .map((risk) => historyOf(risk, snapshot, scope))
    .toSorted((one, other) => (other.risk.score ?? 0) - (one.risk.score ?? 0));
  const isOver = ({ risk }: RiskHistory): boolean => risk.state === 'closed' || risk.state === 'realised';
  return {
    title: snapshot.title,
    day: scope.to,
    since: lastTime(scope) === null ? null : scope.from,
    thresholds: snapshot.thresholds,
    open: all.filter((one) => !isOver(one)),
    over: all.filter(isOver),
  };
}

function historyOf(risk: RegisteredRisk, snapshot: RiskRegisterSnapshot, scope: Scope): RiskHistory {
  const own = snapshot.assessments.filter((assessment) => assessment.risk === risk.id);
  const before = lastTime(scope);
  const scored = own.map((entry) => ({ ...entry, score: riskScore(entry.probability, entry.impact) }));
  const history = scored.map((entry, index) => {
    const last = scored.slice(0, index).findLast(({ score }) => score !== null)?.score ?? null;
    return { ...entry, change: entry.score === null || last === null ? null : entry.score - last };
  });
  return {
    risk,
    scoreBefore:
      before === null ? (scored.find(({ score }) => score !== null)?.score ?? null) : scoreOn(own, before),
    history: history.toReversed(),
    measures: snapshot.measures.filter((measure) => measure.risk === risk.id),
  };
}
