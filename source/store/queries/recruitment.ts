/** What funnel and coverage are worked out from, in plain SQL over live rows. `:round` null is every round. */
import { candidateIsOpen } from '../../registers/coverage.ts';

/** Candidates of a round, with the moves of each in the order in which they count. */
export const candidates = `SELECT t.id, t.signedUp, t.source, t.stage, t.reason FROM candidate AS t
  WHERE t.removedStep IS NULL AND (:round IS NULL OR t.round = :round) ORDER BY t.id`;

export const moves = `SELECT m.candidate, m.day, m.stage FROM candidate AS t JOIN stageChange AS m ON m.candidate = t.id
  WHERE t.removedStep IS NULL AND m.removedStep IS NULL AND m.stage IS NOT NULL AND (:round IS NULL OR t.round = :round)
  ORDER BY m.day, m.id`;

/** Terms of champions that ended before the day, with the reason of each. */
export const leavers = `SELECT t.reason, count(*) AS count FROM membership AS t
  WHERE t.removedStep IS NULL AND t.role = 'champion' AND t.reason IS NOT NULL AND t.ends < :today
  GROUP BY t.reason ORDER BY count(*) DESC, t.reason`;

/** Champions whose term holds on the day or is to come, and the unit in which each works. */
export const champions = `SELECT p.id, p.unit, r.heading AS name, t.starts, t.ends FROM membership AS t
  JOIN person AS p ON p.id = t.person JOIN record AS r ON r.id = p.id
  WHERE t.removedStep IS NULL AND p.removedStep IS NULL AND t.role = 'champion' AND (t.ends IS NULL OR t.ends >= :today)
  ORDER BY r.heading, p.id`;

/** Candidates who are not yet decided on, with the unit that they are sought for. */
export const openCandidates = `SELECT c.id, coalesce(c.unit, p.unit) AS unit, r.heading AS name, c.stage FROM candidate AS c
  JOIN round AS d ON d.id = c.round JOIN person AS p ON p.id = c.person JOIN record AS r ON r.id = c.id
  WHERE ${candidateIsOpen} AND (c.unit IS NOT NULL OR p.removedStep IS NULL) ORDER BY r.heading, c.id`;

/** Units with their supervisors; a supervisor in the trash is none. */
export const units = (
  coverage: string,
): string => `SELECT t.id, r.code, t.name, t.area, t.starts, t.ends, t.successor,
    ${coverage} AS coverage, CASE typeof(t.supervisor) WHEN 'integer' THEN s.name ELSE t.supervisor END AS supervisor,
    s.email, s.phone
  FROM unit AS t JOIN record AS r ON r.id = t.id
  LEFT JOIN person AS s ON typeof(t.supervisor) = 'integer' AND s.id = t.supervisor AND s.removedStep IS NULL
  WHERE t.removedStep IS NULL ORDER BY t.area IS NULL, t.area, t.name, t.id`;
