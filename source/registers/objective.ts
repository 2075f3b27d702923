import { longText, text, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { count, noted } from './parts.ts';

/** What the project promised the funder. */
export const objective = defineRegister({
  name: 'objective',
  label: { one: { fi: 'tavoite', en: 'objective' }, many: { fi: 'tavoitteet', en: 'objectives' } },
  aliases: ['tavoite'],
  code: { prefix: 'TA' },
  fields: {
    title: text({
      label: { fi: 'Tavoite', en: 'Objective' },
      headings: ['otsikko', 'nimi', 'title'],
      required: true,
    }),
    description: longText({ label: { fi: 'Kuvaus', en: 'Description' } }),
    ...noted,
  },
  derived: {
    activities: {
      field: whole({
        label: { fi: 'Toimenpiteitä', en: 'Activities' },
        brief: { fi: 'Toimenp.', en: 'Acts' },
      }),
      when: 'stored',
      sql: count('activity', 'objective'),
      reads: [{ register: 'activity', field: 'objective' }],
    },
    done: {
      field: whole({ label: { fi: 'Tehty', en: 'Done' } }),
      when: 'stored',
      sql: count('activity', 'objective', `other.state = 'done'`),
      reads: [{ register: 'activity', field: 'objective' }],
    },
  },
  heading: { sql: 't.title' },
  list: { columns: ['code', 'title', 'activities', 'done'], sort: ['code'] },
  naturalKey: ['title'],
});
