import { choice, reference, rule, text, whole, words } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { headingOf } from './parts.ts';

/** A rule by which a group's sessions are laid out. The rule's own from and until bound the series. */
export const series = defineRegister({
  name: 'series',
  label: { one: { fi: 'kokoussarja', en: 'series' }, many: { fi: 'kokoussarjat', en: 'series' } },
  aliases: ['sarja', 'kokoussarja'],
  parent: 'group',
  fields: {
    group: reference({ label: { fi: 'Ryhmä', en: 'Group' }, to: ['group'], required: true }),
    rule: rule({ label: { fi: 'Rytmi', en: 'Rhythm' }, required: true }),
    time: text({ label: { fi: 'Kellonaika', en: 'Time' }, help: { fi: '9.00', en: '09:00' } }),
    minutes: whole({ label: { fi: 'Kesto, min', en: 'Minutes' }, least: 1 }),
    holidays: choice({
      label: { fi: 'Pyhäpäivät', en: 'Public holidays' },
      choices: {
        skip: { fi: 'jätetään väliin', en: 'skip' },
        move: { fi: 'siirretään', en: 'move' },
        keep: { fi: 'pidetään', en: 'keep' },
      },
      initial: 'skip',
    }),
    skippedWeeks: words({ label: { fi: 'Väliin jäävät viikot', en: 'Weeks left out' } }),
    continues: reference({ label: { fi: 'Jatkaa sarjaa', en: 'Continues' }, to: ['series'] }),
  },
  heading: { sql: headingOf('group'), reads: [{ register: 'group', from: 'group' }] },
  list: { columns: ['group', 'rule', 'time', 'minutes'], sort: ['group'] },
  naturalKey: ['group', 'rule'],
});
