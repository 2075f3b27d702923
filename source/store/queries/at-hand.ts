/** What is most often looked up of a unit, a person and a group: shown before all else of them. */
import { lineOf } from '../../registers/coverage.ts';

const now = (alias: string): string =>
  `${alias}.removedStep IS NULL AND (${alias}.starts IS NULL OR ${alias}.starts <= :today) AND (${alias}.ends IS NULL OR ${alias}.ends >= :today)`;

/** People of the unit `:id`, and of those that it has come in place of. */
const people = `line JOIN person AS p ON p.unit = line.id`;

/** Champions of a unit on the day: people of the unit with such a term. */
export const championsOf = `WITH RECURSIVE ${lineOf(':id')} SELECT DISTINCT p.id, p.name, p.phone, p.email FROM ${people}
  JOIN membership AS m ON m.person = p.id AND m.role = 'champion' AND ${now('m')}
  WHERE p.removedStep IS NULL ORDER BY p.name`;

/** The last champion that the unit had, where it has none. */
export const lastChampionOf = `WITH RECURSIVE ${lineOf(':id')} SELECT p.id, p.name, max(m.ends) AS ends FROM ${people}
  JOIN membership AS m ON m.person = p.id AND m.role = 'champion' AND m.removedStep IS NULL
  WHERE p.removedStep IS NULL AND m.ends < :today GROUP BY p.id ORDER BY ends DESC LIMIT 1`;

export const supervisorOf = `SELECT p.id, p.name, p.phone, p.email FROM unit AS u
  JOIN person AS p ON p.id = u.supervisor WHERE u.id = :id AND p.removedStep IS NULL`;

/** Open tasks of a person, the most urgent first. */
export const openActionsOf = `SELECT a.id, r.code, a.title, a.due FROM link AS l
  JOIN action AS a ON a.id = l.record JOIN record AS r ON r.id = a.id
  WHERE l.target = :id AND l.field = 'owner' AND a.state = 'open' AND a.removedStep IS NULL
  ORDER BY a.due IS NULL, a.due LIMIT 8`;

/** What a person is in, on the day. */
export const rolesOf = `SELECT m.id, m.role, r.heading AS title, m.ends FROM membership AS m
  JOIN record AS r ON r.id = m."group" WHERE m.person = :id AND ${now('m')} ORDER BY m.id`;

/** How many sessions a person was marked at, of how many, and the last one. */
export const attendanceOf = `SELECT count(*) AS marked, count(*) FILTER (WHERE t.mark IN ('present', 'deputy')) AS present,
  max(CASE WHEN t.mark IN ('present', 'deputy') THEN s.startsAt END) AS last
  FROM attendance AS t JOIN session AS s ON s.id = t.session
  WHERE t.person = :id AND t.removedStep IS NULL AND s.removedStep IS NULL AND substr(s.startsAt, 1, 10) <= :today`;

/** A group's next session. */
export const nextSessionOf = `SELECT s.id, r.code, s.startsAt, s.topic, coalesce(s.link, g.link) AS link FROM session AS s
  JOIN record AS r ON r.id = s.id JOIN "group" AS g ON g.id = s."group"
  WHERE s."group" = :id AND s.removedStep IS NULL AND s.state IN ('planned', 'moved', 'inProgress') AND s.startsAt >= :today
  ORDER BY s.startsAt LIMIT 1`;

/** Who signed up, and how they are reached. */
export const personOfCandidate = `SELECT p.id, p.name, p.phone, p.email FROM candidate AS c
  JOIN person AS p ON p.id = c.person WHERE c.id = :id AND p.removedStep IS NULL`;

/** The supervisor of who signed up: their own, else their unit's, which may be a name without a record. */
export const supervisorOfCandidate = `SELECT s.id, coalesce(s.name, u.supervisor) AS name, s.phone, s.email FROM candidate AS c
  JOIN person AS p ON p.id = c.person LEFT JOIN unit AS u ON u.id = coalesce(c.unit, p.unit) AND u.removedStep IS NULL
  LEFT JOIN person AS s ON s.id = coalesce(p.supervisor, u.supervisor) AND s.removedStep IS NULL
  WHERE c.id = :id AND coalesce(s.name, u.supervisor) IS NOT NULL`;
