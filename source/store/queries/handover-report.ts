import { live, mayBeNamed, ownRole, who, whos } from './parts.ts';

/** What whoever takes over must know at once. */
export const project = `SELECT t.title, t.projectCode, t.programme, t.funder, t.funderContact, t.funderEmail, t.decisionDay, t.decisionDnro,
  t.organisation, t.start, t."end", t.paymentPeriods, t.keepUntil, t.summary ${live('project')} LIMIT 1`;

export const rounds = (state: string): string =>
  `SELECT r.code, t.title, t.opens, t.closes, t.target, t.interested, t.selected, ${state} AS state ${live('round')}
   AND ${state} IN ('planned', 'open', 'closed') ORDER BY t.opens, t.id`;

export const activities = `SELECT r.code, t.title, t.state, t.due, t.account, ${who('responsible')} AS responsible ${live('activity')}
  AND coalesce(t.state, 'notStarted') NOT IN ('done', 'dropped') AND (t.state = 'underWay' OR t.due <= :horizon) ORDER BY t.due IS NULL, t.due, t.id`;

export const actions = `SELECT r.code, t.title, ${who('owner')} AS owner, t.due ${live('action')} AND t.state = 'open'
  ORDER BY t.due IS NULL, t.due, t.id`;

/** Each group with its next session, and how many are laid out ahead. */
export const groups = `SELECT r.code, t.title, t.kind, t.purpose, t.link,
    (SELECT min(s.startsAt) FROM session AS s WHERE s."group" = t.id AND s.removedStep IS NULL AND s.state IN ('planned', 'moved')
      AND s.startsAt >= :day) AS next,
    (SELECT count(*) FROM session AS s WHERE s."group" = t.id AND s.removedStep IS NULL AND s.state IN ('planned', 'moved')
      AND s.startsAt >= :day) AS ahead
  ${live('group')} ORDER BY t.id`;

/** Those whom it is good to know: the whole steering group, and who leads or writes for the others. */
export const contacts = `SELECT DISTINCT g.title AS "group", p.name, p.jobTitle, t.role, ${ownRole('t')}, p.email, p.phone FROM membership AS t
  JOIN person AS p ON p.id = t.person JOIN "group" AS g ON g.id = t."group"
  WHERE t.removedStep IS NULL AND g.removedStep IS NULL AND ${mayBeNamed('t.person')}
  AND (t.starts IS NULL OR t.starts <= :day) AND (t.ends IS NULL OR t.ends >= :day)
  AND (g.kind = 'steering' OR t.role IN ('chair', 'secretary', 'expert', 'presenter')) ORDER BY g.id, p.name, p.id`;

/** Open ones, and all of the last year. */
export const decisions = `SELECT r.code, t.title, t.text, coalesce(t.day, substr(s.startsAt, 1, 10)) AS day, t.outcome, g.title AS "group"
  FROM decision AS t JOIN record AS r ON r.id = t.id LEFT JOIN session AS s ON s.id = t.session
  LEFT JOIN "group" AS g ON g.id = s."group" WHERE t.removedStep IS NULL
  AND (t.outcome = 'open' OR coalesce(t.day, substr(s.startsAt, 1, 10)) >= :yearAgo) ORDER BY day DESC, t.id`;

export const risks = `SELECT r.code, t.title, t.score, t.level, ${who('owner')} AS owner, t.handling, t.review ${live('risk')}
  AND coalesce(t.state, 'open') IN ('open', 'handled') ORDER BY t.score IS NULL, t.score DESC, t.id`;

export const plans = `SELECT r.code, t.audience, t.schedule, ${whos('responsible')} AS responsible ${live('plan')} ORDER BY t.id`;

export const diary = `SELECT r.code, t.day, t.text ${live('diary')} AND t.day <= :day ORDER BY t.day DESC, t.id DESC LIMIT 10`;

/** What lies elsewhere and is only named in the records. */
export const attachments = (tables: readonly string[]): string =>
  `${tables
    .map(
      (
        table,
      ) => `SELECT r.code, r.heading, one.value AS place FROM "${table}" AS t JOIN record AS r ON r.id = t.id
    JOIN json_each(t.attachments) AS one WHERE t.removedStep IS NULL`,
    )
    .join(' UNION ALL ')} ORDER BY code`;
