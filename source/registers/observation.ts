import { day, decimal, reference, text, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { headingOf } from './parts.ts';

/** What an indicator showed on a day, and of how many it tells. */
export const observation = defineRegister({
  name: 'observation',
  label: { one: { fi: 'toteuma', en: 'observation' }, many: { fi: 'toteumat', en: 'observations' } },
  aliases: ['toteuma'],
  parent: 'indicator',
  day: 'day',
  fields: {
    indicator: reference({ label: { fi: 'Mittari', en: 'Indicator' }, to: ['indicator'], required: true }),
    day: day({ label: { fi: 'Päivä', en: 'Day' }, headings: ['pvm'], required: true, initial: 'today' }),
    value: decimal({ label: { fi: 'Arvo', en: 'Value' }, headings: ['toteuma', 'lukema'] }),
    n: whole({
      label: { fi: 'Vastaajia (n)', en: 'Answers (n)' },
      least: 0,
      help: { fi: 'kuinka monesta luku kertoo', en: 'of how many it tells' },
    }),
    source: text({ label: { fi: 'Lähde', en: 'Source' } }),
    note: text({ label: { fi: 'Selite', en: 'Note' } }),
  },
  heading: {
    sql: `${headingOf('indicator')} || ' ' || t.day`,
    reads: [{ register: 'indicator', from: 'indicator' }],
  },
  list: { columns: ['indicator', 'day', 'value', 'n', 'source'], sort: ['-day'] },
  naturalKey: ['indicator', 'day'],
});
