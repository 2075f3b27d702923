import { choice, day, longText, references, text } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

/** What the project is strong or weak in, and what helps or threatens it from outside: with what was made of it. */
export const swot = defineRegister({
  name: 'swot',
  label: {
    one: { fi: 'SWOT-havainto', en: 'SWOT entry' },
    many: { fi: 'SWOT-havainnot', en: 'SWOT entries' },
  },
  aliases: ['nelikenttä', 'swot-havainto'],
  code: { prefix: 'S' },
  fields: {
    title: text({
      label: { fi: 'Havainto', en: 'Entry' },
      headings: ['otsikko', 'kuvaus', 'title'],
      required: true,
    }),
    kind: choice({
      label: { fi: 'Laji', en: 'Kind' },
      headings: ['ruutu', 'tyyppi'],
      choices: {
        strength: { fi: 'vahvuus', en: 'strength' },
        weakness: { fi: 'heikkous', en: 'weakness' },
        opportunity: { fi: 'mahdollisuus', en: 'opportunity' },
        threat: { fi: 'uhka', en: 'threat' },
      },
      initial: 'strength',
    }),
    handling: longText({
      label: { fi: 'Miten hyödynnettiin tai hallittiin', en: 'How used or handled' },
      brief: { fi: 'Mitä tehtiin', en: 'What was done' },
      headings: ['hyödyntäminen', 'hallinta', 'miten hyödynnetään', 'miten hallitaan'],
    }),
    risks: references({ label: { fi: 'Riskit', en: 'Risks' }, to: ['risk'] }),
    day: day({ label: { fi: 'Kirjattu', en: 'Noted' }, headings: ['pvm', 'päivä'], initial: 'today' }),
    ...noted,
  },
  heading: { sql: 't.title' },
  list: { columns: ['code', 'title', 'kind', 'handling', 'risks'], sort: ['kind', 'code'] },
  naturalKey: ['title', 'kind'],
});
