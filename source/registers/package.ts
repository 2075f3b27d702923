import { day, longText, text, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { count, noted } from './parts.ts';

/** Work planned over months or quarters. */
export const workPackage = defineRegister({
  name: 'package',
  label: { one: { fi: 'työpaketti', en: 'work package' }, many: { fi: 'työpaketit', en: 'work packages' } },
  aliases: ['työpaketti', 'vaihe', 'phase', 'workpackage'],
  code: { prefix: 'TP' },
  fields: {
    title: text({
      label: { fi: 'Työpaketti', en: 'Work package' },
      headings: ['otsikko', 'nimi', 'title', 'vaihe'],
      required: true,
    }),
    description: longText({ label: { fi: 'Kuvaus', en: 'Description' } }),
    starts: day({ label: { fi: 'Alkaa', en: 'Starts' } }),
    ends: day({ label: { fi: 'Päättyy', en: 'Ends' } }),
    results: whole({ label: { fi: 'Odotettuja tuloksia', en: 'Expected results' }, least: 0 }),
    ...noted,
  },
  derived: {
    activities: {
      field: whole({
        label: { fi: 'Toimenpiteitä', en: 'Activities' },
        brief: { fi: 'Toimenp.', en: 'Acts' },
      }),
      when: 'stored',
      sql: count('activity', 'package'),
      reads: [{ register: 'activity', field: 'package' }],
    },
    done: {
      field: whole({ label: { fi: 'Tehty', en: 'Done' } }),
      when: 'stored',
      sql: count('activity', 'package', `other.state = 'done'`),
      reads: [{ register: 'activity', field: 'package' }],
    },
  },
  heading: { sql: 't.title' },
  list: { columns: ['code', 'title', 'starts', 'ends', 'activities', 'done'], sort: ['code'] },
  naturalKey: ['title'],
});
