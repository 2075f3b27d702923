import { active, unescalated } from '../../registers/risk-sql.ts';
import { who } from './parts.ts';

/** The group's last session before this one that was held. `:session` */
export const previous = `SELECT t.id, substr(t.startsAt, 1, 10) AS day FROM session AS t JOIN session AS s ON s."group" = t."group"
  WHERE s.id = :session AND t.id <> s.id AND t.removedStep IS NULL AND t.state = 'held' AND t.startsAt < s.startsAt
  ORDER BY t.startsAt DESC LIMIT 1`;

/**
 * Items of the group's earlier sessions that were put off, and those that the last one did not come to, where no item
 * has taken them up since. `:session`, `:previous`
 */
export const leftOver = `SELECT t.id, t.title, t.presenter, t.minutes, t.background, t.state, r.code
  FROM agenda AS t JOIN session AS e ON e.id = t.session JOIN session AS s ON s."group" = e."group" JOIN record AS r ON r.id = e.id
  WHERE s.id = :session AND e.id <> s.id AND t.removedStep IS NULL AND e.removedStep IS NULL AND e.startsAt < s.startsAt
    AND (t.state = 'postponed' OR (t.state = 'open' AND e.id = :previous))
    AND NOT EXISTS (SELECT 1 FROM agenda AS later WHERE later.continues = t.id AND later.removedStep IS NULL)
  ORDER BY e.startsAt, t.position, t.id`;

/** Open actions that come from the group's sessions, their items or decisions. `:session` */
export const openActions = `SELECT r.code, t.title, ${who('owner')} AS owner, t.due FROM session AS s JOIN session AS e ON e."group" = s."group"
  JOIN action AS t ON t.source = e.id
    OR t.source IN (SELECT id FROM agenda WHERE session = e.id)
    OR t.source IN (SELECT id FROM decision WHERE session = e.id)
  JOIN record AS r ON r.id = t.id
  WHERE s.id = :session AND t.removedStep IS NULL AND t.state = 'open' ORDER BY t.due IS NULL, t.due, t.id`;

const scoreUpTo = (day: string): string =>
  `(SELECT a.probability * a.impact FROM assessment AS a WHERE a.risk = t.id AND a.removedStep IS NULL AND a.day <= ${day}
    AND a.probability * a.impact IS NOT NULL
    ORDER BY a.day DESC, a.id DESC LIMIT 1)`;

/**
 * Risks whose score is another than it was on `:day`; for the steering group (`:steering`) those too that are very high
 * and that it has not been told of: `untold`, which come first. `:today`
 */
export const movedRisks = `SELECT code, title, was, now, untold FROM (SELECT r.code, t.title, t.id, ${scoreUpTo(':day')} AS was, ${scoreUpTo(':today')} AS now,
    :steering AND ${active} AND ${unescalated} AS untold FROM risk AS t JOIN record AS r ON r.id = t.id WHERE t.removedStep IS NULL)
  WHERE now IS NOT NULL AND (was IS NOT now OR untold) ORDER BY untold DESC, now DESC, id`;

/** Deliveries that wait and fall due up to `:until`. */
export const waiting = `SELECT r.code, r.heading, t.means, coalesce(t.late, t.due) AS due FROM delivery AS t JOIN record AS r ON r.id = t.id
  WHERE t.removedStep IS NULL AND t.state IN ('planned', 'drafted') AND coalesce(t.late, t.due) <= :until
  ORDER BY due, t.id`;
