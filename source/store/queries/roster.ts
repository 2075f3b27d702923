import { ownRole, who } from './parts.ts';

/** SQL: whether a membership `m` has the day. */
export const onDay = (membership: string, day: string): string =>
  `(${membership}.starts IS NULL OR ${membership}.starts <= ${day}) AND (${membership}.ends IS NULL OR ${membership}.ends >= ${day})`;

/** Whether a person was in the file on the session's day: what was held does not change when they are thrown away later. */
const wasKnown = `(p.removedStep IS NULL OR (s.state = 'held'
    AND (SELECT day FROM step WHERE seq = p.removedStep) >= substr(s.startsAt, 1, 10)))`;

/** Members of the session's group on the session's own day, with their marks. `:session` */
export const members = `SELECT m.id AS membership, m.person, p.name, m.role, ${ownRole('m')}, m.seat, m.deputyOf,
    a.id AS attendance, a.mark, a.deputy, d.name AS deputyName
  FROM session AS s JOIN membership AS m ON m."group" = s."group" JOIN person AS p ON p.id = m.person
  LEFT JOIN attendance AS a ON a.session = s.id AND a.person = m.person AND a.removedStep IS NULL
  LEFT JOIN person AS d ON d.id = a.deputy
  WHERE s.id = :session AND m.removedStep IS NULL AND ${wasKnown} AND ${onDay('m', 'substr(s.startsAt, 1, 10)')}
  ORDER BY p.name, m.id`;

/** Closed sessions of a membership's group on its days, newest first. `:membership` */
export const closedInTerm = `SELECT s.id, r.uid FROM membership AS m JOIN session AS s ON s."group" = m."group" JOIN record AS r ON r.id = s.id
  WHERE m.id = :membership AND s.closedOn IS NOT NULL AND s.removedStep IS NULL AND ${onDay('m', 'substr(s.startsAt, 1, 10)')}
  ORDER BY s.startsAt DESC, s.id`;

/** Everybody marked at the session. `:session` */
export const marked = `SELECT a.id AS attendance, a.person, a.mark, p.name FROM attendance AS a JOIN person AS p ON p.id = a.person
  WHERE a.session = :session AND a.removedStep IS NULL ORDER BY p.name, a.id`;

/** Whose seat passed to whom in the session's group: a deputy goes with the seat. `:session` */
export const successions = `SELECT m.id, m.successor FROM session AS s JOIN membership AS m ON m."group" = s."group"
  WHERE s.id = :session AND m.removedStep IS NULL AND m.successor IS NOT NULL`;

/** Items of the session's agenda in order. `:session` */
export const items = `SELECT t.id, t.position, t.title, ${who('presenter')} AS presenter, t.minutes, t.background, t.startedAt, t.used,
    t.outcome, t.state, t.continues FROM agenda AS t WHERE t.session = :session AND t.removedStep IS NULL ORDER BY t.position, t.id`;

/** The session with what its group says of it. `:session` */
export const session = `SELECT t.id, r.code, r.heading, t."group", t.number, t.startsAt, coalesce(t.minutes, g.minutes) AS minutes, t.state,
    t.topic, ${who('guest')} AS guest, t.startedAt, t.endedAt, t.closedOn, t.others, t.minutesState, t.minutesText, g.title AS groupTitle, g.kind, g.quorum,
    g.standingAgenda FROM session AS t JOIN record AS r ON r.id = t.id JOIN "group" AS g ON g.id = t."group" WHERE t.id = :session`;

/** The next session of the same group that is still ahead of this one. `:session` */
export const nextSession = `SELECT t.id, t.startsAt FROM session AS t JOIN session AS s ON s."group" = t."group"
  WHERE s.id = :session AND t.id <> s.id AND t.removedStep IS NULL AND t.startsAt > s.startsAt AND t.state IN ('planned', 'moved')
  ORDER BY t.startsAt LIMIT 1`;

/** The session on whose agenda an item was taken up again. `:item` */
export const takenUp = `SELECT t.session FROM agenda AS t WHERE t.continues = :item AND t.removedStep IS NULL LIMIT 1`;

export const decisions = `SELECT t.id, r.code, t.title, t.agenda FROM decision AS t JOIN record AS r ON r.id = t.id
  WHERE t.session = :session AND t.removedStep IS NULL ORDER BY t.id`;

export const actions = `SELECT t.id, r.code, t.title, ${who('owner')} AS owner, t.due, t.state FROM action AS t JOIN record AS r ON r.id = t.id
  WHERE t.source = :session AND t.removedStep IS NULL ORDER BY t.id`;

/** Sessions of the same group after this one. `:session` */
export const laterSessions = `SELECT t.id, r.code, r.heading FROM session AS t JOIN session AS s ON s."group" = t."group" JOIN record AS r ON r.id = t.id
  WHERE s.id = :session AND t.removedStep IS NULL AND t.startsAt > s.startsAt AND coalesce(t.state, '') <> 'cancelled' ORDER BY t.startsAt`;
