import { onDay } from './roster.ts';

/** What the figures of groups are made of. */
const sessionsOf = (condition: string, what = 'count(*)'): string =>
  `(SELECT ${what} FROM session AS s WHERE s."group" = t.id AND s.removedStep IS NULL AND ${condition})`;

/** Groups, or the one that `:group` names, with how often they met, were called off, and are to meet. `:today` */
export const groups = `SELECT t.id, r.code, t.title, t.kind, t.missedLimit,
    ${sessionsOf(`s.state = 'held'`)} AS held, ${sessionsOf(`s.state = 'cancelled'`)} AS cancelled,
    ${sessionsOf(`s.state IN ('planned', 'moved')`)} AS planned,
    ${sessionsOf(`s.state IN ('planned', 'moved') AND s.startsAt >= :today`, 'min(s.startsAt)')} AS next,
    (SELECT count(DISTINCT m.person) FROM membership AS m WHERE m."group" = t.id AND m.removedStep IS NULL
      AND coalesce(m.starts, '') <= :today AND coalesce(m.ends, '9999') >= :today) AS members
  FROM "group" AS t JOIN record AS r ON r.id = t.id
  WHERE t.removedStep IS NULL AND (:group IS NULL OR t.id = :group) ORDER BY t.id`;

/** How many were marked so at the session `s` who were members of its group on that day, or who were not. */
const marked = (marks: string, membership: 'EXISTS' | 'NOT EXISTS'): string =>
  `(SELECT count(*) FROM attendance AS a WHERE a.session = s.id AND a.removedStep IS NULL AND a.mark IN (${marks})
      AND ${membership} (SELECT 1 FROM membership AS m WHERE m."group" = s."group" AND m.person = a.person
        AND m.removedStep IS NULL AND ${onDay('m', 'substr(s.startsAt, 1, 10)')}))`;
const there = `'present', 'deputy'`;
const away = `'apology', 'absent', 'recording'`;

/**
 * Sessions that were held, oldest first; `present` is null where attendance was not taken. Who is marked as present and
 * is no member is one of the others. `:group`
 */
export const held = `SELECT r.code, substr(s.startsAt, 1, 10) AS day, s.topic,
    CASE WHEN s.present IS NOT NULL OR s.absent IS NOT NULL THEN ${marked(there, 'EXISTS')} END AS present,
    nullif(${marked(away, 'EXISTS')}, 0) AS absent,
    nullif(coalesce(s.others, 0) + ${marked(there, 'NOT EXISTS')}, 0) AS others,
    (SELECT count(*) FROM attendance AS a WHERE a.session = s.id AND a.removedStep IS NULL AND a.mark = 'recording') AS watched
  FROM session AS s JOIN record AS r ON r.id = s.id
  WHERE s."group" = :group AND s.removedStep IS NULL AND s.state = 'held' ORDER BY s.startsAt, s.id`;

/** Members of today who have missed `:least` in a row or more, the longest away first. `:group`, `:today` */
export const missing = `SELECT r.code, p.heading AS person, m.missed, m.lastThere
  FROM membership AS m JOIN record AS r ON r.id = m.id JOIN record AS p ON p.id = m.person
  WHERE m."group" = :group AND m.removedStep IS NULL AND m.missed >= :least
    AND coalesce(m.starts, '') <= :today AND coalesce(m.ends, '9999') >= :today
  ORDER BY m.missed DESC, p.heading`;

/** The stock of topics: covered ones in the order in which they were, then what is left by votes. `:group` */
export const topics = `SELECT r.code, t.title, t.votes, t.status, t.covered FROM topic AS t JOIN record AS r ON r.id = t.id
  WHERE t."group" = :group AND t.removedStep IS NULL ORDER BY t.covered IS NULL, t.covered, t.votes DESC, t.id`;
