import { mayBeNamed } from './parts.ts';

/** Everyone whose term as a champion holds on `:day`, with the unit's name on that day and whether they may be published. */
export const champions = `SELECT DISTINCT p.id AS person, p.name, p.jobTitle, u.name AS unit, u.area, p.consent = 'yes' AS consents
  FROM membership AS t JOIN person AS p ON p.id = t.person
  LEFT JOIN unit AS u ON u.id = p.unit AND u.removedStep IS NULL
  WHERE t.removedStep IS NULL AND t.role = 'champion' AND ${mayBeNamed('t.person')}
  AND (t.starts IS NULL OR t.starts <= :day) AND (t.ends IS NULL OR t.ends >= :day)
  ORDER BY u.area IS NULL, u.area, u.name, p.name, p.id`;
