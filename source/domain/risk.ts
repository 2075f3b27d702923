import type { Label } from '../language/language.ts';
import type { Day } from './days/day.ts';

export type RiskLevel = 'low' | 'moderate' | 'high' | 'veryHigh';

/** From the mildest to the worst. */
export const riskLevels: readonly RiskLevel[] = ['low', 'moderate', 'high', 'veryHigh'];

export const riskLevelNames: Readonly<Record<RiskLevel, Label>> = {
  low: { fi: 'matala', en: 'low' },
  moderate: { fi: 'kohtalainen', en: 'moderate' },
  high: { fi: 'korkea', en: 'high' },
  veryHigh: { fi: 'erittäin korkea', en: 'very high' },
};

/** Words of the steps of probability from 1 to 5, until the project says its own. */
export const probabilityWords: readonly Label[] = [
  { fi: 'erittäin epätodennäköinen', en: 'rare' },
  { fi: 'epätodennäköinen', en: 'unlikely' },
  { fi: 'mahdollinen', en: 'possible' },
  { fi: 'todennäköinen', en: 'likely' },
  { fi: 'lähes varma', en: 'almost certain' },
];

/** Words of the steps of impact from 1 to 5, until the project says its own. */
export const impactWords: readonly Label[] = [
  { fi: 'merkityksetön', en: 'negligible' },
  { fi: 'vähäinen', en: 'minor' },
  { fi: 'kohtalainen', en: 'moderate' },
  { fi: 'merkittävä', en: 'major' },
  { fi: 'kriittinen', en: 'critical' },
];

/** What is amiss with a risk that still asks for something. */
export type RiskWarning =
  | 'unassessed'
  | 'noOwner'
  | 'noMeasure'
  | 'reviewLate'
  | 'targetAbove'
  | 'notEscalated';

export const riskWarnings: Readonly<Record<RiskWarning, Label>> = {
  unassessed: { fi: 'arvioimatta', en: 'not assessed' },
  noOwner: { fi: 'ei omistajaa', en: 'no owner' },
  noMeasure: { fi: 'ei hallintatoimia', en: 'no measure' },
  reviewLate: { fi: 'päivitys myöhässä', en: 'review late' },
  targetAbove: { fi: 'tavoite yli nykyisen', en: 'target above current' },
  notEscalated: { fi: 'viemättä ohjausryhmään', en: 'not escalated' },
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

/** One entry of the dated log. */
export interface RiskAssessment {
  readonly day: Day;
  readonly probability: number | null;
  readonly impact: number | null;
}

/** Where a risk stands on the matrix: both from 1 to 5. */
export interface RiskPlace {
  readonly probability: number;
  readonly impact: number;
}

/**
 * Where the risk stood at the end of the day; null where it was not assessed. Of one day's entries the last counts, and
 * an entry that leaves one of the two out leaves it as it was.
 */
export function placeOn(assessments: readonly RiskAssessment[], day: Day): RiskPlace | null {
  const known = assessments.filter((entry) => entry.day <= day);
  const latest = (value: (entry: RiskAssessment) => number | null): number | null => {
    let found: RiskAssessment | null = null;
    for (const entry of known)
      if (value(entry) !== null && (found === null || entry.day >= found.day)) found = entry;
    return found === null ? null : value(found);
  };
  const [probability, impact] = [latest((entry) => entry.probability), latest((entry) => entry.impact)];
  return probability === null || impact === null ? null : { probability, impact };
}

/** The score as it stood at the end of the day; null where there was none. */
export function scoreOn(assessments: readonly RiskAssessment[], day: Day): number | null {
  const place = placeOn(assessments, day);
  return place === null ? null : riskScore(place.probability, place.impact);
}

/** What a person typed to judge a risk: numbers as typed, null where not given, and the words after them. */
export interface TypedJudgement {
  readonly probability: string | null;
  readonly impact: string | null;
  readonly reason: string | null;
}

/** `44 johdon tuki horjuu`, `4 5`, `4×5: miksi`: probability, impact, why. A number of many digits is taken as typed. */
export function readJudgement(text: string): TypedJudgement {
  const match = /^\s*(?:(\d)(\d)(?!\d)|(\d+)(?:\s*[×x*,./-]\s*|\s+)(\d+)(?!\d)|(\d+))?[\s:,;–-]*(.*)$/su.exec(
    text,
  );
  const [, first, second, one, other, lone, rest = ''] = match ?? [];
  const reason = rest.trim();
  return {
    probability: first ?? one ?? lone ?? null,
    impact: second ?? other ?? null,
    reason: reason === '' ? null : reason,
  };
}
