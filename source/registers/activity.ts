import { choice, day, longText, reference, span, text, who } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

/** What the project plan promises under an objective and a work package; never a to-do. */
export const activity = defineRegister({
  name: 'activity',
  label: { one: { fi: 'toimenpide', en: 'activity' }, many: { fi: 'toimenpiteet', en: 'activities' } },
  aliases: ['toimenpide'],
  code: { prefix: 'TO' },
  fields: {
    title: text({
      label: { fi: 'Toimenpide', en: 'Activity' },
      headings: ['otsikko', 'nimi', 'title'],
      required: true,
    }),
    objective: reference({ label: { fi: 'Tavoite', en: 'Objective' }, to: ['objective'] }),
    package: reference({ label: { fi: 'Työpaketti', en: 'Work package' }, to: ['package'] }),
    state: choice({
      label: { fi: 'Tila', en: 'State' },
      choices: {
        notStarted: { fi: 'ei aloitettu', en: 'not started' },
        underWay: { fi: 'käynnissä', en: 'under way' },
        done: { fi: 'tehty', en: 'done' },
        dropped: { fi: 'luovuttu', en: 'dropped' },
      },
      initial: 'notStarted',
    }),
    due: day({ label: { fi: 'Määräpäivä', en: 'Due' }, headings: ['määräaika', 'deadline'] }),
    doneOn: day({ label: { fi: 'Valmistui', en: 'Done on' }, later: true }),
    responsible: who({ label: { fi: 'Vastuu', en: 'Responsible' }, headings: ['vastuuhenkilö'] }),
    span: span({ label: { fi: 'Toteutusaika', en: 'Carried out' }, headings: ['ajankohta', 'aikataulu'] }),
    account: longText({ label: { fi: 'Omin sanoin', en: 'In own words' } }),
    reason: text({ label: { fi: 'Luopumisen syy', en: 'Reason for dropping' }, later: true }),
    ...noted,
  },
  heading: { sql: 't.title' },
  list: {
    columns: ['code', 'title', 'state', 'due', 'package', 'responsible'],
    sort: ['code'],
    beside: { day: ['doneOn', 'due'], state: 'state' },
  },
  due: [
    {
      kind: 'activity',
      label: { fi: 'Toimenpide valmiiksi', en: 'Activity due' },
      day: 't.due',
      when: `t.state IN ('notStarted', 'underWay')`,
    },
  ],
  happened: [
    { kind: 'done', label: { fi: 'Valmistui', en: 'Done' }, field: 'doneOn', when: `t.state = 'done'` },
  ],
  naturalKey: ['title', 'package'],
  closed: `t.state IN ('done', 'dropped')`,
});
