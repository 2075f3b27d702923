import { riskLevels, scoreOn } from '../../domain/risk.ts';
import { isInSpan, lastTime } from './scope.ts';
import type { RiskLevel, RiskThresholds } from '../../domain/risk.ts';
import type { Day } from '../../domain/days/day.ts';
import type { RiskRow, StatusSnapshot } from '../snapshot.ts';
import type { Scope } from './scope.ts';

export interface RiskStanding {
  readonly risk: RiskRow;
  /** Score at the end of the last report's day; null where there was none. */
  readonly scoreBefore: number | null;
  /** Why it was judged so the last time in the span. */
  readonly reason: string | null;
}

export interface RiskFigures {
  /** Open and handled ones, the highest score first; those not assessed last. */
  readonly open: readonly RiskStanding[];
  /** How many were open at the end of the last report's day; null where the journal did not know them all then. */
  readonly openBefore: number | null;
  readonly thresholds: RiskThresholds;
  readonly levels: Readonly<Record<RiskLevel, number>>;
  readonly unassessed: number;
  readonly reviewsLate: number;
  readonly moved: readonly RiskStanding[];
  readonly appeared: readonly RiskStanding[];
  readonly closed: readonly RiskStanding[];
  readonly realised: readonly RiskStanding[];
  /** Those that the steering group was told of in the span. */
  readonly escalated: readonly RiskStanding[];
}

const isOpen = (risk: RiskRow): boolean =>
  risk.state === 'open' || risk.state === 'handled' || risk.state === null;

export function riskFigures(snapshot: StatusSnapshot, scope: Scope): RiskFigures {
  const all = snapshot.risks.map((risk) => standing(snapshot, risk, scope));
  const open = all
    .filter(({ risk }) => isOpen(risk))
    .toSorted((one, other) => (other.risk.score ?? 0) - (one.risk.score ?? 0));
  const levels: Record<RiskLevel, number> = { low: 0, moderate: 0, high: 0, veryHigh: 0 };
  for (const level of riskLevels) levels[level] = open.filter(({ risk }) => risk.level === level).length;
  return {
    open,
    openBefore: openBefore(snapshot, scope),
    thresholds: snapshot.thresholds,
    levels,
    unassessed: open.filter(({ risk }) => risk.score === null).length,
    reviewsLate: open.filter(({ risk }) => isPast(risk.review, scope.to)).length,
    moved: open.filter(
      ({ risk, scoreBefore }) => scoreBefore !== null && risk.score !== null && risk.score !== scoreBefore,
    ),
    appeared: lastTime(scope) === null ? [] : all.filter(({ risk }) => isInSpan(scope, risk.identified)),
    closed: all.filter(({ risk }) => becameInSpan(risk, 'closed', scope)),
    realised: all.filter(({ risk }) => becameInSpan(risk, 'realised', scope)),
    escalated: all.filter(({ risk }) => isInSpan(scope, risk.escalated)),
  };
}

function openBefore(snapshot: StatusSnapshot, scope: Scope): number | null {
  const before = lastTime(scope);
  if (before === null) return null;
  const then = snapshot.risks.filter((risk) => risk.identified === null || risk.identified <= before);
  if (then.some((risk) => risk.earlierState === null)) return null;
  return then.filter((risk) => risk.earlierState === 'open' || risk.earlierState === 'handled').length;
}

const isPast = (day: Day | null, today: Day): boolean => day !== null && day < today;

/** Its state has no day of its own: the journal knows when it came, if it knew the risk at all. */
function becameInSpan(risk: RiskRow, state: 'closed' | 'realised', scope: Scope): boolean {
  if (risk.state !== state || risk.earlierState === state) return false;
  return risk.earlierState !== null || isInSpan(scope, risk.identified);
}

function standing(snapshot: StatusSnapshot, risk: RiskRow, scope: Scope): RiskStanding {
  const own = snapshot.assessments.filter((assessment) => assessment.risk === risk.id);
  const before = lastTime(scope);
  const reasons = own.filter((assessment) => isInSpan(scope, assessment.day) && assessment.reason !== null);
  return {
    risk,
    scoreBefore: before === null ? null : scoreOn(own, before),
    reason: reasons.at(-1)?.reason ?? null,
  };
}
