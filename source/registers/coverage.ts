/** SQL for whether a unit has a champion: the same rule as in domain/recruitment/coverage.ts, one unit at a time. */
import { soonDays } from '../domain/recruitment/coverage.ts';

/**
 * CTE `line`: a unit and those that it has come in place of by :today. Who is a champion of a unit that is no more
 * is one of its successor: a reorganisation breaks no coverage.
 */
export const lineOf = (
  unit: string,
): string => `line(id) AS (SELECT ${unit} UNION SELECT u.id FROM unit AS u JOIN line ON u.successor = line.id
  WHERE u.removedStep IS NULL AND u.ends < :today)`;

const line = lineOf('t.id');

/**
 * CTE `term`: the terms of champions who work in the unit, whenever they hold. CROSS JOIN keeps the order, from the unit
 * to its people, and the plus the index: without statistics SQLite would go through all people for each unit.
 */
const term = `term(person, starts, ends) AS (SELECT m.person, m.starts, m.ends FROM line CROSS JOIN person AS p ON p.unit = line.id
  CROSS JOIN membership AS m ON m.person = p.id WHERE +m.role = 'champion' AND +m.removedStep IS NULL AND +p.removedStep IS NULL)`;

const holds = `(starts IS NULL OR starts <= :today) AND (ends IS NULL OR ends >= :today)`;

/** SQL over a candidate `c` and its round `d`: still under way. Once a round is decided only those who were selected are. */
export const candidateIsOpen = `c.removedStep IS NULL AND (d.stateSet IS NULL AND c.stage IN ('interested', 'contacted', 'supervisorAgrees')
  OR d.stateSet IS NOT 'cancelled' AND c.stage = 'selected')`;

/** CTE `hope`: who may become its champion: a term that is still to begin, or a candidate who is not yet decided on. */
const hope = `hope(person) AS (SELECT person FROM term WHERE starts > :today
  UNION ALL SELECT c.person FROM line CROSS JOIN candidate AS c ON c.unit = line.id JOIN round AS d ON d.id = c.round WHERE +${candidateIsOpen}
  UNION ALL SELECT c.person FROM line CROSS JOIN person AS p ON p.unit = line.id CROSS JOIN candidate AS c ON c.person = p.id
    JOIN round AS d ON d.id = c.round WHERE +c.unit IS NULL AND +p.removedStep IS NULL AND +${candidateIsOpen})`;

export const championsNow = `(WITH RECURSIVE ${line}, ${term} SELECT count(DISTINCT person) FROM term WHERE ${holds})`;

export const coverageOfUnit = `CASE WHEN t.starts > :today OR t.ends < :today THEN NULL ELSE
  (WITH RECURSIVE ${line}, ${term}, ${hope} SELECT CASE
    WHEN EXISTS (SELECT 1 FROM term WHERE ${holds} AND (ends IS NULL OR ends > date(:today, '+${soonDays} days'))) THEN 'champion'
    WHEN EXISTS (SELECT 1 FROM term WHERE ${holds}) THEN 'ending'
    WHEN EXISTS (SELECT 1 FROM hope) THEN 'candidate'
    WHEN EXISTS (SELECT 1 FROM term WHERE ends < :today) THEN 'past'
    ELSE 'none' END) END`;
