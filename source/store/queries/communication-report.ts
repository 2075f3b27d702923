import { live, whos } from './parts.ts';

/** Plan lines in the seven columns that funders use; lists as JSON. */
export const plans = `SELECT t.id, r.code, t.audience, t.goal, t.means, t.content, t.schedule,
  ${whos('responsible')} AS responsible, t.followUp ${live('plan')} ORDER BY t.id`;

export const deliveries = `SELECT r.code, r.heading AS title, t.plan, t.means, t.due, t.late, t.state, t.sent, t.reason,
  t.evidence, t.reach, t.reachOf FROM delivery AS t JOIN record AS r ON r.id = t.id JOIN plan AS p ON p.id = t.plan
  WHERE t.removedStep IS NULL AND p.removedStep IS NULL ORDER BY coalesce(t.sent, t.late, t.due), t.id`;
