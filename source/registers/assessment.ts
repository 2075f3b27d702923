import { impactWords, probabilityWords } from '../domain/risk.ts';
import { day, reference, text, who, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { headingOf } from './parts.ts';

export const probabilitySteps = { words: probabilityWords, setting: 'probabilityWords' } as const;
export const impactSteps = { words: impactWords, setting: 'impactWords' } as const;

/** Probability and impact of a risk as judged on a day. */
export const assessment = defineRegister({
  name: 'assessment',
  label: { one: { fi: 'riskiarvio', en: 'assessment' }, many: { fi: 'riskiarviot', en: 'assessments' } },
  aliases: ['arvio', 'riskiarvio'],
  parent: 'risk',
  day: 'day',
  fields: {
    risk: reference({ label: { fi: 'Riski', en: 'Risk' }, to: ['risk'], required: true }),
    day: day({ label: { fi: 'Päivä', en: 'Day' }, headings: ['pvm'], required: true, initial: 'today' }),
    probability: whole({
      label: { fi: 'Todennäköisyys', en: 'Probability' },
      least: 1,
      most: 5,
      steps: probabilitySteps,
    }),
    impact: whole({ label: { fi: 'Vaikutus', en: 'Impact' }, least: 1, most: 5, steps: impactSteps }),
    reason: text({ label: { fi: 'Perustelu', en: 'Reason' } }),
    author: who({ label: { fi: 'Arvioija', en: 'Author' } }),
  },
  heading: { sql: `${headingOf('risk')} || ' ' || t.day`, reads: [{ register: 'risk', from: 'risk' }] },
  list: { columns: ['risk', 'day', 'probability', 'impact', 'reason'], sort: ['-day'] },
  naturalKey: ['risk', 'day'],
});
