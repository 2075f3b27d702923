import { live, who } from './parts.ts';

/** Lines of the plan with their own limit of silence, else the project's. */
export const lines = `SELECT t.id, r.code, t.audience, t.goal, t.lastSent, t.contacts, t.publicity,
  coalesce(t.silenceDays, (SELECT silenceDays FROM project WHERE removedStep IS NULL LIMIT 1)) AS silenceDays
  ${live('plan')} ORDER BY t.id`;

const fact = 'SELECT t.id, t.plan, t.due, t.late, t.state, t.sent FROM delivery AS t';

/** Deliveries that stand in a span of days: due in it, or sent in it. */
export const inSpan = `${fact} WHERE t.removedStep IS NULL AND t.due BETWEEN :from AND :to
  UNION ${fact} WHERE t.removedStep IS NULL AND t.sent BETWEEN :from AND :to`;

/** What was promised for a span or sent in it. A window counts on its last day, however long it is. */
export const promisedIn = `${fact} WHERE t.removedStep IS NULL AND t.due <= :to AND coalesce(t.late, t.due) BETWEEN :from AND :to
  UNION ${fact} WHERE t.removedStep IS NULL AND t.sent BETWEEN :from AND :to`;

/** The last day on which something of each line was sent before a day. */
export const sentBefore = `SELECT t.plan, max(t.sent) AS sent FROM delivery AS t
  WHERE t.removedStep IS NULL AND t.state = 'sent' AND t.sent < :from GROUP BY t.plan`;

/** What is to go out by a day, late ones first, and whether its text is there. */
export const dueBy = `SELECT t.id, r.code, r.heading AS title, t.due, t.late, t.state, t.means, ${who('responsible')} AS responsible,
  p.audience, q.code AS line, (t.text IS NULL OR trim(t.text) = '') AS textMissing
  FROM delivery AS t JOIN record AS r ON r.id = t.id JOIN plan AS p ON p.id = t.plan JOIN record AS q ON q.id = p.id
  WHERE t.removedStep IS NULL AND t.state IN ('planned', 'drafted') AND t.due <= :until
  ORDER BY coalesce(t.late, t.due), t.due, t.id`;

/** Names of deliveries, for a cell of the calendar. */
export const named = `SELECT t.id, r.code, r.heading AS title, t.due, t.late, t.state, t.sent, t.plan
  FROM delivery AS t JOIN record AS r ON r.id = t.id
  WHERE t.id IN (SELECT value FROM json_each(:ids)) ORDER BY coalesce(t.sent, t.due), t.id`;

/** A line's deliveries that stand in a span. */
export const ofLine = `${fact} WHERE t.plan = :id AND t.removedStep IS NULL
  AND (t.due BETWEEN :from AND :to OR t.sent BETWEEN :from AND :to)`;
