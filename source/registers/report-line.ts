import { choice, reference, text } from '../fields/index.ts';
import { defineRegister } from './define.ts';

/** A record that the planner has put on a report, with a line of its own. */
export const reportLine = defineRegister({
  name: 'reportLine',
  label: {
    one: { fi: 'raportin rivi', en: 'line of a report' },
    many: { fi: 'raportin rivit', en: 'lines of reports' },
  },
  aliases: ['raporttirivi'],
  parent: 'report',
  fields: {
    report: reference({ label: { fi: 'Raportti', en: 'Report' }, to: ['report'], required: true }),
    about: reference({ label: { fi: 'Koskee', en: 'About' }, to: [] }),
    place: choice({
      label: { fi: 'Kohta', en: 'Place' },
      choices: {
        done: { fi: 'tehty', en: 'done' },
        next: { fi: 'seuraavaksi', en: 'next' },
        asked: { fi: 'päätettäväksi', en: 'to be decided' },
      },
      required: true,
      initial: 'done',
    }),
    text: text({ label: { fi: 'Rivi', en: 'Line' }, headings: ['teksti'], required: true }),
  },
  heading: { sql: 't.text' },
  list: { columns: ['report', 'place', 'text', 'about'], sort: ['report', 'place'] },
  naturalKey: ['report', 'text'],
});
