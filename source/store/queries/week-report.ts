import { live, who } from './parts.ts';

/** What was done from `:from` to `:day`, what lies ahead up to `:ahead`, and what hangs. */
export const diary = `SELECT r.code, t.day, t.text, t.tags ${live('diary')} AND t.day BETWEEN :from AND :day ORDER BY t.day, t.id`;

export const actions = `SELECT r.code, t.title, ${who('owner')} AS owner, t.due, t.state, t.doneOn, t.outcome ${live('action')}
  AND (t.doneOn BETWEEN :from AND :day OR (t.state = 'open' AND t.due <= :ahead)) ORDER BY coalesce(t.doneOn, t.due), t.id`;

export const sessions = `SELECT r.code, r.heading AS title, t.startsAt, t.state, t.present ${live('session')}
  AND substr(t.startsAt, 1, 10) BETWEEN :from AND :ahead ORDER BY t.startsAt, t.id`;

export const deliveries = `SELECT r.code, r.heading AS title, coalesce(t.late, t.due) AS due, t.state, t.sent ${live('delivery')}
  AND (t.sent BETWEEN :from AND :day OR (t.state IN ('planned', 'drafted') AND coalesce(t.late, t.due) <= :ahead))
  ORDER BY coalesce(t.sent, t.late, t.due), t.id`;

export const risks = `SELECT r.code, t.title, t.score, t.level, t.review ${live('risk')} AND t.state IN ('open', 'handled')
  AND t.review <= :ahead ORDER BY t.review, t.id`;
