import { choice, day, longText, reference, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { headingOf } from './parts.ts';

/** What came back from an audience, counted on a day: contacts received, publicity. */
export const contact = defineRegister({
  name: 'contact',
  label: {
    one: { fi: 'yhteydenotot ja julkisuus', en: 'contacts and publicity' },
    many: { fi: 'yhteydenotot ja julkisuus', en: 'contacts and publicity' },
  },
  aliases: ['yhteydenotto', 'julkisuus'],
  parent: 'plan',
  day: 'day',
  fields: {
    plan: reference({ label: { fi: 'Rivi', en: 'Plan line' }, to: ['plan'], required: true }),
    day: day({ label: { fi: 'Päivä', en: 'Day' }, headings: ['pvm'], required: true, initial: 'today' }),
    kind: choice({
      label: { fi: 'Mitä laskettiin', en: 'What was counted' },
      headings: ['laji'],
      choices: {
        contact: { fi: 'yhteydenottoja', en: 'contacts received' },
        publicity: { fi: 'juttuja julkisuudessa', en: 'pieces of publicity' },
        visit: { fi: 'käyntejä sivulla', en: 'visits to the page' },
        other: { fi: 'muuta', en: 'other' },
      },
      initial: 'contact',
    }),
    number: whole({ label: { fi: 'Määrä', en: 'Number' }, required: true, least: 0 }),
    note: longText({ label: { fi: 'Huomio', en: 'Note' } }),
  },
  heading: { sql: `${headingOf('plan')} || ' ' || t.day`, reads: [{ register: 'plan', from: 'plan' }] },
  list: { columns: ['plan', 'day', 'number', 'kind', 'note'], sort: ['-day'] },
  naturalKey: ['plan', 'day', 'kind'],
});
