import { choice, day, longText, reference, text } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

/** What a session decided. */
export const decision = defineRegister({
  name: 'decision',
  label: { one: { fi: 'päätös', en: 'decision' }, many: { fi: 'päätökset', en: 'decisions' } },
  aliases: ['päätös'],
  code: { prefix: 'P' },
  fields: {
    title: text({
      label: { fi: 'Päätös', en: 'Decision' },
      headings: ['otsikko', 'asia', 'title'],
      required: true,
    }),
    session: reference({ label: { fi: 'Tapaaminen', en: 'Session' }, headings: ['kokous'], to: ['session'] }),
    agenda: reference({ label: { fi: 'Asiakohta', en: 'Agenda item' }, to: ['agenda'] }),
    day: day({ label: { fi: 'Päivä', en: 'Day' }, headings: ['pvm'], initial: 'today' }),
    text: longText({ label: { fi: 'Sisältö', en: 'Text' }, headings: ['teksti', 'perustelut'] }),
    outcome: choice({
      label: { fi: 'Toimeenpano', en: 'Carried out' },
      choices: {
        open: { fi: 'kesken', en: 'open' },
        done: { fi: 'toteutettu', en: 'done' },
        lapsed: { fi: 'rauennut', en: 'lapsed' },
      },
      initial: 'open',
    }),
    dnro: text({ label: { fi: 'Dnro', en: 'Register number' } }),
    ...noted,
  },
  heading: { sql: 't.title' },
  list: {
    columns: ['code', 'title', 'day', 'session', 'outcome'],
    sort: ['-day', '-code'],
    beside: { day: ['day'], state: 'outcome' },
  },
  happened: [{ kind: 'decided', label: { fi: 'Päätös', en: 'Decision' }, field: 'day', when: '1' }],
  naturalKey: ['title', 'session'],
  closed: `t.outcome IN ('done', 'lapsed')`,
});
