import { parseWeeks } from '../domain/days/breaks.ts';
import { UserError } from '../errors.ts';
import { choice, link, reference, rule, text, whole, words } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { headingOf, longestMinutes } from './parts.ts';

const weeks = words({
  label: { fi: 'Väliin jäävät viikot', en: 'Weeks left out' },
  help: { fi: 'vko 8, vko 27–31, vko 42/2023', en: 'w8, w27–31, w42/2023' },
});

/** @throws UserError wrong-week */
function week(typed: string): string {
  if (parseWeeks(typed) === null) throw new UserError('wrong-week', { text: typed });
  return typed;
}

/** A rule by which a group's sessions are laid out. The rule's own from and until bound the series. */
export const series = defineRegister({
  name: 'series',
  label: { one: { fi: 'kokoussarja', en: 'series' }, many: { fi: 'kokoussarjat', en: 'series' } },
  aliases: ['sarja', 'kokoussarja'],
  parent: 'group',
  fields: {
    group: reference({ label: { fi: 'Ryhmä', en: 'Group' }, to: ['group'], required: true }),
    rule: rule({
      label: { fi: 'Rytmi', en: 'Rhythm' },
      help: {
        fi: 'joka ke klo 9.00 · joka toinen ti klo 13 · kuukauden 2. ti klo 9 · 2 kertaa vuodessa; lopuksi ajalla 1.9.–31.12. tai alkaen 1.9.',
        en: 'weekly wed at 9:00 · every other tue at 13 · monthly 2nd tue at 9 · 2 times a year; then from 1.9. to 31.12., or from 1.9.',
      },
      required: true,
    }),
    minutes: whole({ label: { fi: 'Kesto, min', en: 'Minutes' }, least: 1, most: longestMinutes }),
    place: text({ label: { fi: 'Paikka', en: 'Place' } }),
    link: link({ label: { fi: 'Kokouslinkki', en: 'Link' } }),
    holidays: choice({
      label: { fi: 'Pyhäpäivät', en: 'Public holidays' },
      choices: {
        skip: { fi: 'jätetään väliin', en: 'skip' },
        move: { fi: 'siirretään seuraavaan arkipäivään', en: 'move to the next working day' },
        moveBack: { fi: 'siirretään edelliseen arkipäivään', en: 'move to the working day before' },
        keep: { fi: 'pidetään', en: 'keep' },
      },
      initial: 'skip',
    }),
    breaks: choice({
      label: { fi: 'Tauot ja väliviikot', en: 'Breaks and weeks left out' },
      help: {
        fi: 'Hankkeen tauoilla ja alla nimetyillä viikoilla ei kokoonnuta: kerta jää väliin tai siirretään tauon yli.',
        en: 'Nothing is held in the breaks of the project and the weeks named below: it is skipped, or moved past them.',
      },
      choices: {
        skip: { fi: 'jätetään väliin', en: 'skip' },
        move: { fi: 'siirretään', en: 'move' },
      },
      initial: 'skip',
    }),
    skippedWeeks: { ...weeks, check: (value) => weeks.check(value)?.map(week) ?? null },
    continues: reference({ label: { fi: 'Jatkaa sarjaa', en: 'Continues' }, to: ['series'], internal: true }),
  },
  heading: { sql: headingOf('group'), reads: [{ register: 'group', from: 'group' }] },
  list: { columns: ['group', 'rule', 'minutes', 'place'], sort: ['group'] },
  naturalKey: ['group', 'rule'],
});
