import { day, reference, rule, text } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { headingOf } from './parts.ts';

/** A rule by which a plan line promises deliveries, each rule for one means. */
export const promise = defineRegister({
  name: 'promise',
  label: {
    one: { fi: 'viestintälupaus', en: 'promise' },
    many: { fi: 'viestintälupaukset', en: 'promises' },
  },
  aliases: ['lupaus', 'schedule'],
  parent: 'plan',
  fields: {
    plan: reference({ label: { fi: 'Rivi', en: 'Plan line' }, to: ['plan'], required: true }),
    rule: rule({ label: { fi: 'Rytmi', en: 'Rhythm' }, required: true }),
    means: text({ label: { fi: 'Keino', en: 'Means' } }),
    title: text({ label: { fi: 'Otsikko', en: 'Title' } }),
    until: day({ label: { fi: 'Asti', en: 'Until' } }),
  },
  heading: {
    sql: `coalesce(t.title, t.means, ${headingOf('plan')})`,
    reads: [{ register: 'plan', from: 'plan' }],
  },
  list: { columns: ['plan', 'means', 'rule', 'title'], sort: ['plan'] },
  naturalKey: ['plan', 'means', 'rule'],
});
