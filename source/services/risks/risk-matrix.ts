/** The risk matrix of a day, with what has moved on it since an earlier one. */
import { placeOn, riskLevel, riskLevels, riskScore } from '../../domain/risk.ts';
import { risk as register } from '../../registers/risk.ts';
import * as queries from '../../store/queries/risks-report.ts';
import { lastSteeringSession } from '../../store/queries/status-report.ts';
import { todayOf } from '../project/project.ts';
import { thresholdsOf } from './risk-settings.ts';
import { stepWords } from '../writing/step-scale.ts';
import type { Day } from '../../domain/days/day.ts';
import type { RiskAssessment, RiskLevel, RiskPlace, RiskThresholds } from '../../domain/risk.ts';
import type { Language } from '../../language/language.ts';
import type { Project } from '../project/project.ts';

export { riskLevelNames, riskLevels, riskWarnings } from '../../domain/risk.ts';

export interface MatrixRisk {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly owner: string | null;
  /** Null where it has not been assessed. */
  readonly place: RiskPlace | null;
  readonly score: number | null;
  readonly level: RiskLevel | null;
  /** Where it stood at the end of the day that is compared with; null where it had no place then. */
  readonly before: RiskPlace | null;
  /** How much worse the score is than then. */
  readonly movement: number | null;
}

export interface RiskMatrix {
  readonly day: Day;
  /** The day that is compared with; null where there is none. */
  readonly since: Day | null;
  readonly thresholds: RiskThresholds;
  /** Open ones and those being handled, the highest score first; those not assessed last. */
  readonly risks: readonly MatrixRisk[];
}

/** The day on which the steering group last met before today; null where it has not met. */
export function lastSteeringDay(project: Project): Day | null {
  const row = project.store.sql(lastSteeringSession).get({ day: todayOf(project) });
  return row === undefined ? null : String(row['day']);
}

interface Row {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly owner: string | null;
  readonly state: string;
  readonly probability: number | null;
  readonly impact: number | null;
}

/** The matrix on the project's day. `since`: the day to compare with; not given, the last steering group session. */
export function riskMatrixOf(project: Project, since: Day | null = lastSteeringDay(project)): RiskMatrix {
  const { store } = project;
  const thresholds = thresholdsOf(store);
  const rows = store.sql<Row>(queries.risks).all();
  const log = store.sql<RiskAssessment & { readonly risk: number }>(queries.assessments).all();
  const byRisk = Map.groupBy(log, ({ risk }) => risk);
  const risks = rows
    .filter(({ state }) => state === 'open' || state === 'handled')
    .map((row): MatrixRisk => {
      const { id, code, title, owner, probability, impact } = row;
      const score = riskScore(probability, impact);
      const place = probability === null || impact === null ? null : { probability, impact };
      const before = since === null ? null : placeOn(byRisk.get(id) ?? [], since);
      const scoreBefore = before === null ? null : riskScore(before.probability, before.impact);
      const movement = score === null || scoreBefore === null ? null : score - scoreBefore;
      return { id, code, title, owner, place, score, level: riskLevel(score, thresholds), before, movement };
    })
    .toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0) || one.id - other.id);
  return { day: todayOf(project), since, thresholds, risks };
}

export interface RiskScales {
  readonly probability: readonly string[];
  readonly impact: readonly string[];
}

/** The words of each step, in the project's own words where it has such. */
export function riskScales(project: Project, language: Language): RiskScales {
  const { probability, impact } = register.derived ?? {};
  const words = (derived: typeof probability): readonly string[] =>
    derived === undefined ? [] : (stepWords(project, derived.field, language) ?? []);
  return { probability: words(probability), impact: words(impact) };
}

const isAt = (place: RiskPlace | null, probability: number, impact: number): boolean =>
  place !== null && place.probability === probability && place.impact === impact;

/** The risks of a cell, and those that have left it for another since the day that is compared with. */
export function cellOf(
  { risks }: RiskMatrix,
  probability: number,
  impact: number,
): { readonly here: readonly MatrixRisk[]; readonly left: readonly MatrixRisk[] } {
  const here = risks.filter(({ place }) => isAt(place, probability, impact));
  const left = risks.filter(
    (one) => isAt(one.before, probability, impact) && !here.includes(one) && one.place !== null,
  );
  return { here, left };
}

/** Has it another place than on the day that is compared with? */
export function hasMoved({ place, before }: MatrixRisk): boolean {
  return (
    place !== null &&
    before !== null &&
    (place.probability !== before.probability || place.impact !== before.impact)
  );
}

/** The sign of each level beside its colour; all four are plain ASCII. */
export const levelSigns: Readonly<Record<RiskLevel, string>> = {
  low: '.',
  moderate: '-',
  high: '+',
  veryHigh: '!',
};

/** The level of a cell by the project's thresholds. */
export function levelAt({ thresholds }: RiskMatrix, probability: number, impact: number): RiskLevel {
  return riskLevel(probability * impact, thresholds) ?? 'low';
}

/** The scores of a level: `12–19`. */
export function spanOfLevel(thresholds: RiskThresholds, level: RiskLevel): string {
  const least = (one: RiskLevel): number => (one === 'low' ? 1 : thresholds[one]);
  const above = riskLevels[riskLevels.indexOf(level) + 1];
  const most = above === undefined ? 25 : least(above) - 1;
  return least(level) === most ? `${most}` : `${least(level)}–${most}`;
}
