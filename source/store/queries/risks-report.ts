import { live, who } from './parts.ts';

/** The risk register as it is told whole: what each risk is, how it was judged day by day, and what is done about it. */
export const risks = `SELECT t.id, r.code, t.title, t.category, t.cause, t.event, t.effect, ${who('owner')} AS owner, t.response,
  t.handling, t.targetProbability, t.targetImpact, t.proximity, t.state, t.closingReason, t.identified,
  t.probability, t.impact, t.score, t.level, t.review ${live('risk')} ORDER BY t.id`;

export const assessments = `SELECT t.risk, t.day, t.probability, t.impact, t.reason, ${who('author')} AS author
  ${live('assessment')} ORDER BY t.day, t.id`;

export const measures = `SELECT r.code, t.title, ${who('owner')} AS owner, t.due, t.state, t.source AS risk
  FROM action AS t JOIN record AS r ON r.id = t.id JOIN risk AS k ON k.id = t.source
  WHERE t.removedStep IS NULL AND k.removedStep IS NULL ORDER BY t.due, t.id`;
