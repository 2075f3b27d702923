import { day, longText, references } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

// What an entry is about is its link to other records.
const { related: _, ...attached } = noted;

/** The project's diary: what was done on a day, the raw material of every report. */
export const diary = defineRegister({
  name: 'diary',
  label: {
    one: { fi: 'päiväkirjamerkintä', en: 'diary entry' },
    many: { fi: 'hankepäiväkirja', en: 'diary' },
  },
  aliases: ['päiväkirja', 'merkintä', 'hankepäiväkirja'],
  code: { prefix: 'PK' },
  fields: {
    day: day({
      label: { fi: 'Päivä', en: 'Day' },
      headings: ['pvm', 'päivämäärä', 'date'],
      required: true,
      initial: 'today',
    }),
    text: longText({
      label: { fi: 'Merkintä', en: 'Entry' },
      headings: ['teksti', 'kuvaus', 'text'],
      help: {
        fi: 'Tunniste raportti vie merkinnän tilannekatsaukseen, apua viikkokoosteen pyyntöihin.',
        en: 'The tag report takes the entry to the status report, help to the requests of the week.',
      },
      required: true,
    }),
    about: references({ label: { fi: 'Koskee', en: 'About' }, to: [] }),
    ...attached,
  },
  heading: {
    sql: `CASE WHEN instr(t.text, char(10)) > 0 THEN substr(t.text, 1, instr(t.text, char(10)) - 1) ELSE t.text END`,
  },
  list: { columns: ['code', 'day', 'text', 'about'], sort: ['-day', '-code'], beside: { day: ['day'] } },
  happened: [{ kind: 'diary', label: { fi: 'Päiväkirja', en: 'Diary' }, field: 'day', when: '1' }],
  naturalKey: ['day', 'text'],
});
