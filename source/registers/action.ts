import { choice, day, longText, reference, text, who } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

/** Something somebody promised to do by a day. A risk's measure is an action whose source is the risk. */
export const action = defineRegister({
  name: 'action',
  label: { one: { fi: 'tehtävä', en: 'action' }, many: { fi: 'tehtävät', en: 'actions' } },
  aliases: ['tehtävä', 'task', 'measure', 'hallintatoimenpide'],
  code: { prefix: 'T' },
  fields: {
    title: text({
      label: { fi: 'Tehtävä', en: 'Action' },
      headings: ['otsikko', 'nimi', 'title', 'toimenpide'],
      required: true,
    }),
    owner: who({ label: { fi: 'Vastuuhenkilö', en: 'Owner' }, headings: ['vastuu', 'omistaja', 'tekijä'] }),
    due: day({
      label: { fi: 'Määräpäivä', en: 'Due' },
      headings: ['määräaika', 'mennessä', 'deadline', 'pvm'],
    }),
    state: choice({
      label: { fi: 'Tila', en: 'State' },
      choices: {
        open: { fi: 'avoin', en: 'open' },
        done: { fi: 'tehty', en: 'done' },
        dropped: { fi: 'rauennut', en: 'dropped' },
      },
      initial: 'open',
    }),
    source: reference({ label: { fi: 'Mistä', en: 'Source' }, headings: ['lähde'], to: [] }),
    doneOn: day({ label: { fi: 'Tehty', en: 'Done on' }, later: true }),
    outcome: longText({ label: { fi: 'Tulos', en: 'Outcome' }, later: true }),
    ...noted,
  },
  heading: { sql: 't.title' },
  list: {
    columns: ['code', 'title', 'due', 'owner', 'state', 'source'],
    sort: ['due', 'code'],
    beside: { day: ['doneOn', 'due'], state: 'state' },
  },
  due: [{ kind: 'action', label: { fi: 'Tehtävä', en: 'Action' }, day: 't.due', when: `t.state = 'open'` }],
  happened: [{ kind: 'done', label: { fi: 'Tehty', en: 'Done' }, field: 'doneOn', when: `t.state = 'done'` }],
  naturalKey: ['title', 'source'],
  closed: `t.state IN ('done', 'dropped')`,
});
