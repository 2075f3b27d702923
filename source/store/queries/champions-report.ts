import { mayBeNamed } from './parts.ts';

/** The unit that stands in place of a person's own on `:day`: the successor of one that is no more. */
const unitNow = `(WITH RECURSIVE chain(id, depth) AS (SELECT p.unit, 0 UNION ALL
    SELECT n.id, chain.depth + 1 FROM chain JOIN unit AS o ON o.id = chain.id JOIN unit AS n ON n.id = o.successor
    WHERE o.ends < :day AND n.removedStep IS NULL AND chain.depth < 50)
  SELECT id FROM chain ORDER BY depth DESC LIMIT 1)`;

/** Everyone whose term as a champion holds on `:day`, with the unit's name on that day and whether they may be published. */
export const champions = `SELECT DISTINCT p.id AS person, p.name, p.jobTitle, p.email, p.phone, u.name AS unit, u.area, p.consent = 'yes' AS consents
  FROM membership AS t JOIN person AS p ON p.id = t.person
  LEFT JOIN unit AS u ON u.id = ${unitNow} AND u.removedStep IS NULL
  WHERE t.removedStep IS NULL AND t.role = 'champion' AND ${mayBeNamed('t.person')}
  AND (t.starts IS NULL OR t.starts <= :day) AND (t.ends IS NULL OR t.ends >= :day)
  ORDER BY u.area IS NULL, u.area, u.name, p.name, p.id`;
