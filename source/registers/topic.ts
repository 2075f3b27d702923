import { choice, day, reference, text, whole, whos } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

const sessions = [{ register: 'session', from: 'session' }] as const;
const takenUp = (sql: string): string =>
  `(SELECT ${sql} FROM session AS s WHERE s.id = t.session AND s.removedStep IS NULL)`;

/** A topic idea in a club's stock: who asked for it and how often, and the session that took it up. */
export const topic = defineRegister({
  name: 'topic',
  label: { one: { fi: 'aihe', en: 'topic' }, many: { fi: 'aiheet', en: 'topics' } },
  aliases: ['aihe'],
  code: { prefix: 'AI' },
  fields: {
    title: text({ label: { fi: 'Aihe', en: 'Topic' }, headings: ['otsikko', 'title'], required: true }),
    group: reference({ label: { fi: 'Ryhmä', en: 'Group' }, to: ['group'] }),
    askedBy: whos({ label: { fi: 'Kuka toivoi', en: 'Asked by' } }),
    votes: whole({ label: { fi: 'Toiveita', en: 'Votes' }, least: 0, initial: 1 }),
    session: reference({ label: { fi: 'Otettu kertaan', en: 'Taken up in' }, to: ['session'] }),
    ...noted,
  },
  derived: {
    status: {
      field: choice({
        label: { fi: 'Tilanne', en: 'Status' },
        choices: {
          open: { fi: 'varastossa', en: 'in stock' },
          planned: { fi: 'suunniteltu', en: 'planned' },
          covered: { fi: 'käsitelty', en: 'covered' },
        },
      }),
      when: 'stored',
      // One whose session was cancelled is in stock again.
      sql: `CASE ${takenUp('s.state')} WHEN 'held' THEN 'covered' WHEN 'cancelled' THEN 'open' ELSE iif(${takenUp('1')}, 'planned', 'open') END`,
      reads: sessions,
    },
    covered: {
      field: day({ label: { fi: 'Käsitelty', en: 'Covered' } }),
      when: 'stored',
      sql: takenUp(`CASE s.state WHEN 'held' THEN substr(s.startsAt, 1, 10) END`),
      reads: sessions,
    },
  },
  heading: { sql: 't.title' },
  list: {
    columns: ['code', 'title', 'votes', 'status', 'group', 'covered', 'askedBy'],
    sort: ['status', '-votes', 'code'],
    beside: { day: ['covered'], state: 'status' },
  },
  naturalKey: ['group', 'title'],
  closed: `t.status = 'covered'`,
});
