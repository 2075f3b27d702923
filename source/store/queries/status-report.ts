import { live, who } from './parts.ts';

/**
 * What the status report reads, in plain SQL: live rows only. Unqualified names of registers find an as-of view's shadows;
 * the journal (`step`, `change`, `redaction`) has none, so its queries bound it by `:after`, `:day` and `:seq`.
 */

/** What the journal had in a field of the record at the end of `:after`. */
const earlier = (field: string): string =>
  `(SELECT coalesce(e.image, c.image) ->> '$.${field}' FROM change AS c JOIN step AS s ON s.seq = c.step
    LEFT JOIN redaction AS e ON e.change = c.id
    WHERE c.recordUid = r.uid AND s.day <= :after AND s.seq <= :seq ORDER BY c.step DESC LIMIT 1)`;

const titled = (table: string): string => `SELECT t.id, r.code, t.title ${live(table)} ORDER BY t.id`;

export const project = `SELECT t.title, t.championWord, t.start, t."end",
  ${earlier('end')} AS earlierEnd ${live('project')} LIMIT 1`;

export const objectives = titled('objective');
export const packages = titled('package');

export const activities = `SELECT t.id, r.code, t.title, t.objective, t.package, t.state, t.due, t.doneOn, t.account, t.reason,
  ${earlier('state')} AS earlierState, ${earlier('due')} AS earlierDue,
  ${earlier('account')} AS earlierAccount ${live('activity')} ORDER BY t.id`;

/** A round's state follows from its days unless it is set: the same rule as in its declaration, given as `state`. */
export const rounds = (state: string): string =>
  `SELECT t.id, r.code, t.title, t.opens, t.closes, t.target, ${state} AS state ${live('round')} ORDER BY t.opens, t.id`;

export const candidates = `SELECT t.id, t.round, t.signedUp ${live('candidate')} ORDER BY t.id`;

export const stages = `SELECT t.candidate, t.stage, t.day ${live('stageChange')} ORDER BY t.day, t.id`;

export const units = `SELECT t.id, t.name, t.area, t.starts, t.ends, t.successor ${live('unit')} ORDER BY t.area, t.name, t.id`;

export const champions = `SELECT t.person, p.unit, t.starts, t.ends FROM membership AS t JOIN person AS p ON p.id = t.person
  WHERE t.removedStep IS NULL AND p.removedStep IS NULL AND t.role = 'champion' ORDER BY t.id`;

export const groups = `SELECT t.id, r.code, t.title, t.kind, t.standingAgenda ${live('group')} ORDER BY t.id`;

export const sessions = `SELECT t.id, r.code, t."group", t.number, t.startsAt, t.topic, t.state, t.present
  ${live('session')} ORDER BY t.startsAt, t.id`;

export const agenda = `SELECT t.session, t.title, t.state FROM agenda AS t JOIN session AS s ON s.id = t.session
  WHERE t.removedStep IS NULL AND s.state IN ('planned', 'moved', 'inProgress') ORDER BY t.session, t.position, t.id`;

export const decisions = `SELECT t.id, r.code, t.title, t.session, t.day, t.outcome ${live('decision')} ORDER BY t.day, t.id`;

export const actions = `SELECT t.id, r.code, t.title, ${who('owner')} AS owner, t.due, t.state, t.doneOn, t.source,
  ${earlier('state')} AS earlierState ${live('action')} ORDER BY t.due, t.id`;

/** A risk's warnings depend on the day: the same rule as in its declaration, given as `warnings`. */
export const risks = (warnings: string): string =>
  `SELECT t.id, r.code, t.title, ${who('owner')} AS owner, t.probability, t.impact, t.score, t.level, t.state,
  t.review, t.identified, t.closingReason, t.target, t.escalated, ${warnings} AS warnings, ${earlier('state')} AS earlierState ${live('risk')} ORDER BY t.id`;

/** Diary lines of the span that the planner has tagged for the report. */
export const diary = `SELECT t.day, t.text ${live('diary')} AND t.day > :after AND t.day <= :day
  AND EXISTS (SELECT 1 FROM json_each(t.tags) WHERE lower(value) IN ('raportti', 'report')) ORDER BY t.day, t.id`;

/** The lowest score of each level; null where the project sets none. */
export const thresholds = `SELECT ${['moderate', 'high', 'veryHigh']
  .map((level) => `riskThresholds ->> '$.${level}' AS ${level}`)
  .join(', ')} FROM project WHERE removedStep IS NULL LIMIT 1`;

export const assessments = `SELECT t.risk, t.day, t.probability, t.impact, t.reason ${live('assessment')} ORDER BY t.day, t.id`;

export const plans = `SELECT t.id, r.code, t.audience ${live('plan')} ORDER BY t.id`;

export const deliveries = `SELECT t.id, r.code, r.heading AS title, t.plan, t.due, t.late, t.state, t.sent, t.reason
  ${live('delivery')} ORDER BY coalesce(t.sent, t.late, t.due), t.id`;

export const payments = `SELECT t.id, r.code, t.title, t.starts, t.ends, t.budget, t.spent, t.applied, t.paid, t.due, t.sent
  ${live('payment')} ORDER BY t.starts, t.id`;

export const indicators = `SELECT t.id, r.code, t.title, t.unit, t.better, t.baseline, t.target ${live('indicator')} ORDER BY t.id`;

export const observations = `SELECT t.indicator, t.day, t.value, t.n ${live('observation')} AND t.value IS NOT NULL
  AND t.day <= :day ORDER BY t.day, t.id`;

export const deliverables = `SELECT t.id, r.code, t.title, t.state, ${who('keeper')} AS keeper, t.needs
  ${live('deliverable')} ORDER BY t.id`;

/**
 * What the span came to, register by register, reports themselves apart: a record that was added and taken away again counts for nothing, and so
 * does one that stands as it stood before.
 */
export const changes = `WITH touched AS (
    SELECT c.recordUid AS uid, min(c.step) AS first, max(c.step) AS last FROM change AS c JOIN step AS s ON s.seq = c.step
    WHERE s.day > :after AND s.day <= :day AND s.seq <= :seq AND c.register NOT IN ('report', 'reportLine')
    GROUP BY c.recordUid),
  net AS (
    SELECT f.register, f.operation = 'add' AS isNew, l.operation = 'remove' AS isGone, l.image IS NOT (
      SELECT p.image FROM change AS p WHERE p.recordUid = t.uid AND p.step < t.first ORDER BY p.step DESC LIMIT 1) AS differs
    FROM touched AS t JOIN change AS f ON f.recordUid = t.uid AND f.step = t.first
    JOIN change AS l ON l.recordUid = t.uid AND l.step = t.last)
  SELECT register, sum(isNew AND NOT isGone) AS added, sum(NOT isNew AND NOT isGone AND differs) AS changed,
    sum(NOT isNew AND isGone) AS removed FROM net GROUP BY register ORDER BY register`;

/** The newest step of a day and before. */
export const newestSeq = `SELECT max(seq) AS seq FROM step WHERE day <= :day AND seq <= :seq`;

/** The last steering group session that was held before the day. */
export const lastSteeringSession = `SELECT substr(t.startsAt, 1, 10) AS day, t.number FROM session AS t
  JOIN "group" AS g ON g.id = t."group" WHERE t.removedStep IS NULL AND g.removedStep IS NULL AND g.kind = 'steering'
  AND t.state = 'held' AND substr(t.startsAt, 1, 10) < :day ORDER BY t.startsAt DESC, t.id DESC LIMIT 1`;
