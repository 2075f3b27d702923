import { choice, day, reference, text } from '../fields/index.ts';
import { stages } from './candidate.ts';
import { defineRegister } from './define.ts';

/** A candidate's move to a stage on a day. */
export const stageChange = defineRegister({
  name: 'stageChange',
  label: {
    one: { fi: 'vaiheen muutos', en: 'stage change' },
    many: { fi: 'vaiheen muutokset', en: 'stage changes' },
  },
  parent: 'candidate',
  day: 'day',
  fields: {
    candidate: reference({
      label: { fi: 'Ilmoittautunut', en: 'Candidate' },
      to: ['candidate'],
      required: true,
    }),
    day: day({ label: { fi: 'Päivä', en: 'Day' }, required: true, initial: 'today' }),
    stage: choice({ label: { fi: 'Vaihe', en: 'Stage' }, choices: stages }),
    reason: text({ label: { fi: 'Syy', en: 'Reason' } }),
  },
  heading: { sql: `coalesce(t.stage, '') || ' ' || t.day` },
  list: { columns: ['candidate', 'day', 'stage', 'reason'], sort: ['-day'] },
  naturalKey: ['candidate', 'day', 'stage'],
});
