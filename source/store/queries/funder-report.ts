import { live } from './parts.ts';

/** What a funder is told beside what the status report tells. Days after `:after`, up to `:day`. */
export const project = `SELECT t.title, t.projectCode, t.programme, t.funder, t.decisionDay, t.decisionDnro, t.organisation, t.partners,
  t.start, t."end", t.plannedEnd, t.paymentPeriods, t.funderHeadings ${live('project')} LIMIT 1`;

const inSpan = `t.removedStep IS NULL AND s.removedStep IS NULL AND s.state = 'held'
  AND substr(s.startsAt, 1, 10) > :after AND substr(s.startsAt, 1, 10) <= :day`;

/** Who came in the span: a deputy stands for the one whose seat it is. */
const there = `FROM attendance AS t JOIN session AS s ON s.id = t.session WHERE ${inSpan} AND t.mark IN ('present', 'deputy')`;

const somebody = `count(DISTINCT CASE t.mark WHEN 'deputy' THEN coalesce(t.deputy, -t.person) ELSE t.person END)`;

/** People and visits of each group that held sessions whose attendance was marked. */
export const participants = `SELECT s."group", ${somebody} AS people, count(*) AS visits ${there} GROUP BY s."group" ORDER BY s."group"`;

export const everybody = `SELECT ${somebody} AS people, count(*) AS visits ${there}`;

/** Those who came without being members or guests by name. */
export const others = `SELECT coalesce(sum(t.others), 0) AS others FROM session AS t WHERE t.removedStep IS NULL AND t.state = 'held'
  AND substr(t.startsAt, 1, 10) > :after AND substr(t.startsAt, 1, 10) <= :day`;

/** What the steering group decided. */
export const decisions = `SELECT r.code, t.title, t.text, substr(s.startsAt, 1, 10) AS day, s.number FROM decision AS t
  JOIN record AS r ON r.id = t.id JOIN session AS s ON s.id = t.session JOIN "group" AS g ON g.id = s."group"
  WHERE ${inSpan} AND g.kind = 'steering' ORDER BY s.startsAt, t.id`;
