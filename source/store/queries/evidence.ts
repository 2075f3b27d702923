/** Deliveries that wait, with what their plan line says; due up to `:until`. */
export const waiting = `SELECT t.id, r.code, r.heading, coalesce(t.late, t.due) AS due, t.means, p.followUp, p.id AS plan
  FROM delivery AS t JOIN record AS r ON r.id = t.id JOIN plan AS p ON p.id = t.plan
  WHERE t.removedStep IS NULL AND p.removedStep IS NULL AND t.state IN ('planned', 'drafted') AND t.due <= :until
  ORDER BY t.due, t.id`;

/** Lines of the communication plan. */
export const plans = `SELECT t.id, r.code, t.audience, t.means, t.followUp FROM plan AS t JOIN record AS r ON r.id = t.id
  WHERE t.removedStep IS NULL ORDER BY t.id`;

/** Deliveries that already have this as their evidence: `:evidence`. */
export const evidenced = `SELECT t.plan FROM delivery AS t WHERE t.removedStep IS NULL AND t.evidence = :evidence`;
