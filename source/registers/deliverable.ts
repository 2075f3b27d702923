import { choice, day, link, longText, reference, text, who } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

/** What stays when the project ends: a model, a guide, a course, a page; and what it needs to live on. */
export const deliverable = defineRegister({
  name: 'deliverable',
  label: { one: { fi: 'tuotos', en: 'deliverable' }, many: { fi: 'tuotokset', en: 'deliverables' } },
  aliases: ['tuotos'],
  code: { prefix: 'TU' },
  fields: {
    title: text({
      label: { fi: 'Tuotos', en: 'Deliverable' },
      headings: ['otsikko', 'title'],
      required: true,
    }),
    objective: reference({ label: { fi: 'Tavoite', en: 'Objective' }, to: ['objective'] }),
    state: choice({
      label: { fi: 'Tila', en: 'State' },
      choices: {
        planned: { fi: 'suunniteltu', en: 'planned' },
        underWay: { fi: 'tekeillä', en: 'under way' },
        published: { fi: 'julkaistu', en: 'published' },
        inUse: { fi: 'käytössä', en: 'in use' },
        dropped: { fi: 'luovuttu', en: 'dropped' },
      },
      initial: 'planned',
    }),
    due: day({
      label: { fi: 'Valmis viimeistään', en: 'Due' },
      brief: { fi: 'Määräpv', en: 'Due' },
      headings: ['määräpäivä'],
    }),
    link: link({ label: { fi: 'Julkaistu osoitteessa', en: 'Published at' } }),
    keeper: who({
      label: { fi: 'Omistaja hankkeen jälkeen', en: 'Owner after the project' },
      brief: { fi: 'Omistaja', en: 'Owner' },
      headings: ['omistaja'],
    }),
    needs: longText({
      label: { fi: 'Mitä jatko vaatii', en: 'What it needs to live on' },
      brief: { fi: 'Jatko vaatii', en: 'Needs' },
      help: { fi: 'työaika, raha, päätös, ylläpito', en: 'time, money, a decision, upkeep' },
    }),
    ...noted,
  },
  heading: { sql: 't.title' },
  list: {
    columns: ['code', 'title', 'state', 'keeper', 'needs', 'due'],
    sort: ['code'],
    beside: { day: ['due'], state: 'state' },
  },
  due: [
    {
      kind: 'deliverable',
      label: { fi: 'Tuotos valmis', en: 'Deliverable due' },
      day: 't.due',
      when: `coalesce(t.state, 'planned') IN ('planned', 'underWay')`,
    },
  ],
  naturalKey: ['title'],
  closed: `t.state IN ('inUse', 'dropped')`,
});
