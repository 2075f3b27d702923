/** SQL: the session's own day, its slot's day, and the group, each beside the rule of a promise `m`. */
const offset = `(m.rule ->> 'offsetDays') || ' days'`;
const namesGroup = `(m.rule ->> 'group' = g.code OR fold(m.rule ->> 'group') = fold(g.heading))`;
const ofSession = `(t.slot = date(coalesce(s.slot, s.startsAt), ${offset}) OR t.due = date(s.startsAt, ${offset}))`;

/**
 * Deliveries that wait, with what their plan line says: due up to `:until`, or promised with the session `:session`.
 * `tie` is null where the promise goes with no session, `this` where it is promised for the day of this one or after it,
 * `other` where it goes before one or with another one.
 */
export const waiting = `SELECT * FROM (SELECT t.id, r.code, r.heading, t.due, t.means, t.title, p.followUp, p.id AS plan,
    CASE WHEN m.rule ->> 'kind' IS NOT 'aroundSession' THEN NULL
      WHEN m.rule ->> 'offsetDays' >= 0 AND ${namesGroup} AND ${ofSession} THEN 'this' ELSE 'other' END AS tie
  FROM delivery AS t JOIN record AS r ON r.id = t.id JOIN plan AS p ON p.id = t.plan
  JOIN session AS s ON s.id = :session JOIN record AS g ON g.id = s."group"
  LEFT JOIN promise AS m ON m.id = t.promise AND m.removedStep IS NULL
  WHERE t.removedStep IS NULL AND p.removedStep IS NULL AND t.state IN ('planned', 'drafted'))
  WHERE due <= :until OR tie = 'this' ORDER BY due, id`;

/** Lines of the communication plan. */
export const plans = `SELECT t.id, r.code, t.audience, t.means, t.followUp FROM plan AS t JOIN record AS r ON r.id = t.id
  WHERE t.removedStep IS NULL ORDER BY t.id`;

/** Deliveries that already have this as their evidence: `:evidence`. */
export const evidenced = `SELECT t.plan FROM delivery AS t WHERE t.removedStep IS NULL AND t.evidence = :evidence`;
