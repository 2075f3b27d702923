import { live, mayBeNamed, ownRole, who } from './parts.ts';
import { onDay } from './roster.ts';

/** One session, `:session`, with its group. */
export const session = `SELECT t.id, r.code, t.number, t.startsAt, coalesce(t.minutes, g.minutes) AS minutes, t.topic, ${who('guest')} AS guest,
  coalesce(t.place, g.place) AS place, coalesce(t.link, g.link) AS link, t.startedAt, t.endedAt, t.state,
  t.reason, t.others, t.minutesText, t.minutesState, t.dnro, g.title AS "group", g.kind, g.quorum
  FROM session AS t JOIN record AS r ON r.id = t.id JOIN "group" AS g ON g.id = t."group"
  WHERE t.removedStep IS NULL AND g.removedStep IS NULL AND t.id = :session`;

/** Who was a member on the session's own day, and how each is marked; people who may not be named are left out. */
export const roster = `SELECT p.name, p.jobTitle, t.person, t.role, ${ownRole('t')}, a.mark,
    (SELECT d.name FROM person AS d WHERE d.id = a.deputy AND d.removedStep IS NULL) AS deputy
  FROM session AS s JOIN membership AS t ON t."group" = s."group" JOIN person AS p ON p.id = t.person
  LEFT JOIN attendance AS a ON a.session = s.id AND a.person = t.person AND a.removedStep IS NULL
  WHERE s.id = :session AND t.removedStep IS NULL AND ${mayBeNamed('t.person')}
  AND ${onDay('t', 'substr(s.startsAt, 1, 10)')}
  ORDER BY p.name, t.id`;

/** Who came without being a member on that day. */
export const guests = `SELECT p.name, p.jobTitle, t.mark FROM attendance AS t JOIN session AS s ON s.id = t.session
  JOIN person AS p ON p.id = t.person WHERE t.session = :session AND t.removedStep IS NULL
  AND t.mark IN ('present', 'deputy') AND ${mayBeNamed('t.person')} AND NOT EXISTS (
    SELECT 1 FROM membership AS m WHERE m."group" = s."group" AND m.person = t.person AND m.removedStep IS NULL
    AND ${onDay('m', 'substr(s.startsAt, 1, 10)')})
  ORDER BY p.name, t.id`;

export const agenda = `SELECT t.id, t.position, t.title, ${who('presenter')} AS presenter, t.minutes, t.background, t.outcome, t.state
  ${live('agenda')} AND t.session = :session ORDER BY t.position, t.id`;

export const decisions = `SELECT t.id, r.code, t.title, t.text, t.agenda, t.outcome ${live('decision')} AND t.session = :session
  ORDER BY t.id`;

/** What was promised at the session itself, at an item of its agenda or to carry out a decision of it. */
export const actions = `SELECT r.code, t.title, ${who('owner')} AS owner, t.due, t.state ${live('action')} AND (
    t.source = :session
    OR t.source IN (SELECT id FROM agenda WHERE session = :session AND removedStep IS NULL)
    OR t.source IN (SELECT id FROM decision WHERE session = :session AND removedStep IS NULL))
  ORDER BY t.due, t.id`;

export const next = `SELECT t.startsAt, t.place FROM session AS t JOIN session AS s ON s."group" = t."group"
  WHERE s.id = :session AND t.removedStep IS NULL AND t.startsAt > s.startsAt AND coalesce(t.state, '') <> 'cancelled'
  ORDER BY t.startsAt LIMIT 1`;
