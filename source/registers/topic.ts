import { reference, text, who, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

/** A topic idea in a club's stock. */
export const topic = defineRegister({
  name: 'topic',
  label: { one: { fi: 'aihe', en: 'topic' }, many: { fi: 'aiheet', en: 'topics' } },
  aliases: ['aihe'],
  code: { prefix: 'AI' },
  fields: {
    title: text({ label: { fi: 'Aihe', en: 'Topic' }, headings: ['otsikko', 'title'], required: true }),
    group: reference({ label: { fi: 'Ryhmä', en: 'Group' }, to: ['group'] }),
    askedBy: who({ label: { fi: 'Kuka toivoi', en: 'Asked by' } }),
    votes: whole({ label: { fi: 'Toiveita', en: 'Votes' }, least: 0, initial: 1 }),
    session: reference({ label: { fi: 'Käsitelty', en: 'Taken up in' }, to: ['session'] }),
    ...noted,
  },
  heading: { sql: 't.title' },
  list: { columns: ['code', 'title', 'votes', 'group', 'askedBy', 'session'], sort: ['-votes', 'code'] },
  naturalKey: ['group', 'title'],
  closed: 't.session IS NOT NULL',
});
