/** SQL that the derived values and due days of a risk share. Every expression is over the risk `t`. */
import { defaultReviewRhythm, defaultThresholds, riskLevels } from '../domain/risk.ts';
import { count, projectValue } from './parts.ts';
import type { riskWarnings } from '../domain/risk.ts';

const threshold = (level: 'moderate' | 'high' | 'veryHigh'): string =>
  `coalesce(json_extract(${projectValue('riskThresholds')}, '$.${level}'), ${defaultThresholds[level]})`;
export const levelOf = (score: string): string => `CASE WHEN ${score} IS NULL THEN NULL
      WHEN ${score} >= ${threshold('veryHigh')} THEN 'veryHigh' WHEN ${score} >= ${threshold('high')} THEN 'high'
      WHEN ${score} >= ${threshold('moderate')} THEN 'moderate' ELSE 'low' END`;
const usualRhythm = riskLevels.map((level) => `WHEN '${level}' THEN ${defaultReviewRhythm[level]}`).join(' ');
const rhythm = `json_extract(${projectValue('riskRhythm')}, '$.' || t.level)`;

/** How many months a risk of its level may go unreviewed. */
export const months = `coalesce(${rhythm}, CASE t.level ${usualRhythm} END)`;

/** The nth of the judgements that give both numbers: from the first, or back from the last. */
export const judged = (order: 'ASC' | 'DESC', skipped = 0): string =>
  `(SELECT entry.probability * entry.impact FROM assessment AS entry WHERE entry.risk = t.id
      AND entry.removedStep IS NULL AND entry.probability * entry.impact IS NOT NULL
      ORDER BY entry.day ${order}, entry.id ${order} LIMIT 1 OFFSET ${skipped})`;

export const active = `t.state IN ('open', 'handled')`;

/** Before the day on which the steering group last met, today apart: what it was told there. */
const lastSteering = `(SELECT max(substr(s.startsAt, 1, 10)) FROM session AS s WHERE s."group" IN
      (SELECT g.id FROM "group" AS g WHERE g.kind = 'steering' AND g.removedStep IS NULL)
      AND +s.state = 'held' AND s.removedStep IS NULL AND substr(s.startsAt, 1, 10) < :today)`;
export const judgedThen = (field: string): string =>
  `(SELECT entry.${field} FROM assessment AS entry WHERE entry.risk = t.id AND entry.removedStep IS NULL
      AND entry.${field} IS NOT NULL AND entry.day <= ${lastSteering} ORDER BY entry.day DESC, entry.id DESC LIMIT 1)`;

/** Very high, and the steering group has not been told since it became so. */
export const unescalated = `t.level = 'veryHigh' AND (t.escalated IS NULL OR t.escalated < t.levelSince)`;
export const measuresLeft = count('action', 'source', `other.state <> 'dropped'`);

const warningsWhen: Readonly<Record<keyof typeof riskWarnings, string>> = {
  unassessed: 't.score IS NULL',
  noOwner: 't.owner IS NULL',
  noMeasure: `t.response IS NOT 'accept' AND ${measuresLeft} = 0`,
  reviewLate: 't.review < :today',
  targetAbove: 't.targetProbability * t.targetImpact > t.score',
  notEscalated: unescalated,
};
export const warned = Object.entries(warningsWhen)
  .map(([word, when]) => `iif(${when}, '"${word}",', '')`)
  .join(' || ');
