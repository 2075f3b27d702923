import { live } from './parts.ts';

/** What is planned for days after `:end`, of every register that a project's end bears on; nothing that is done or gone. */
export const beyondEnd = [
  ['session', 'substr(t.startsAt, 1, 10)', `t.state IN ('planned', 'moved')`],
  ['delivery', 't.due', `t.state IN ('planned', 'drafted')`],
  ['membership', 't.ends', '1'],
  ['round', 't.closes', 't.stateSet IS NULL'],
  ['action', 't.due', `t.state = 'open'`],
  ['activity', 't.due', `coalesce(t.state, '') NOT IN ('done', 'dropped')`],
  ['package', 't.ends', '1'],
]
  .map(
    ([register = '', day = '', condition = '']) =>
      `SELECT '${register}' AS register, r.code, r.heading, ${day} AS day ${live(register)} AND ${day} > :end AND ${condition}`,
  )
  .join(' UNION ALL ')
  .concat(' ORDER BY day, code');
