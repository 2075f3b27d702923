import type { Label } from '../language/language.ts';
import { addMonths } from './day.ts';
import type { Day } from './day.ts';

export type RiskLevel = 'low' | 'moderate' | 'high' | 'veryHigh';

/** From the mildest to the worst. */
export const riskLevels: readonly RiskLevel[] = ['low', 'moderate', 'high', 'veryHigh'];

export const riskLevelNames: Readonly<Record<RiskLevel, Label>> = {
  low: { fi: 'matala', en: 'low' },
  moderate: { fi: 'kohtalainen', en: 'moderate' },
  high: { fi: 'korkea', en: 'high' },
  veryHigh: { fi: 'erittäin korkea', en: 'very high' },
};

/** The lowest score of each level above `low`, which starts at 1; rising. Each project may set its own. */
export interface RiskThresholds {
  readonly moderate: number;
  readonly high: number;
  readonly veryHigh: number;
}

export const defaultThresholds: RiskThresholds = { moderate: 5, high: 10, veryHigh: 20 };

/** How many months a risk of each level may go unreviewed. */
export type ReviewRhythm = Readonly<Record<RiskLevel, number>>;

export const defaultReviewRhythm: ReviewRhythm = { veryHigh: 1, high: 2, moderate: 3, low: 6 };

/** 1–25, or null while either is unknown: such a risk is not assessed. */
export function riskScore(probability: number | null, impact: number | null): number | null {
  return probability === null || impact === null ? null : probability * impact;
}

export function riskLevel(
  score: number | null,
  thresholds: RiskThresholds = defaultThresholds,
): RiskLevel | null {
  if (score === null) return null;
  if (score >= thresholds.veryHigh) return 'veryHigh';
  if (score >= thresholds.high) return 'high';
  return score >= thresholds.moderate ? 'moderate' : 'low';
}

/** Whether the thresholds rise from above 1 to at most 25, so that every level can be reached. */
export function areThresholds({ moderate, high, veryHigh }: RiskThresholds): boolean {
  return (
    [moderate, high, veryHigh].every(Number.isInteger) &&
    1 < moderate &&
    moderate < high &&
    high < veryHigh &&
    veryHigh <= 25
  );
}

/** When the risk is to be looked at again; null where it was never assessed, so that it is due at once. */
export function nextReview(
  assessedOn: Day | null,
  level: RiskLevel | null,
  rhythm: ReviewRhythm = defaultReviewRhythm,
): Day | null {
  return assessedOn === null || level === null ? null : addMonths(assessedOn, rhythm[level]);
}

/** One entry of the dated log. */
export interface RiskAssessment {
  readonly day: Day;
  readonly probability: number | null;
  readonly impact: number | null;
}

/** The score as it stood at the end of the day; null where there was none. Of one day's entries the last counts. */
export function scoreOn(assessments: readonly RiskAssessment[], day: Day): number | null {
  let latest: RiskAssessment | null = null;
  for (const assessment of assessments) {
    if (assessment.day <= day && (latest === null || assessment.day >= latest.day)) latest = assessment;
  }
  return latest === null ? null : riskScore(latest.probability, latest.impact);
}

/** How much worse (positive) the score is than on the earlier day; null where either day has none. */
export function scoreMovement(assessments: readonly RiskAssessment[], since: Day, day: Day): number | null {
  const [before, after] = [scoreOn(assessments, since), scoreOn(assessments, day)];
  return before === null || after === null ? null : after - before;
}
