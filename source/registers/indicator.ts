import { choice, day, decimal, reference, text } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { latest, noted } from './parts.ts';

const observed = [{ register: 'observation', field: 'indicator' }] as const;

/** What the project is measured by: where it began, where it is to come, and where it is. */
export const indicator = defineRegister({
  name: 'indicator',
  label: { one: { fi: 'mittari', en: 'indicator' }, many: { fi: 'mittarit', en: 'indicators' } },
  aliases: ['mittari'],
  code: { prefix: 'MI' },
  fields: {
    title: text({
      label: { fi: 'Mittari', en: 'Indicator' },
      headings: ['otsikko', 'title'],
      required: true,
    }),
    objective: reference({ label: { fi: 'Tavoite', en: 'Objective' }, to: ['objective'] }),
    unit: text({
      label: { fi: 'Yksikkö', en: 'Unit' },
      help: { fi: 'henkilöä, %, keskiarvo 1–5', en: 'people, %, mean 1–5' },
    }),
    better: choice({
      label: { fi: 'Parempi on', en: 'Better is' },
      choices: { higher: { fi: 'suurempi', en: 'higher' }, lower: { fi: 'pienempi', en: 'lower' } },
      initial: 'higher',
    }),
    baseline: decimal({ label: { fi: 'Lähtöarvo', en: 'Baseline' } }),
    target: decimal({ label: { fi: 'Tavoitearvo', en: 'Target' } }),
    targetBy: day({ label: { fi: 'Tavoite saavutettava', en: 'Target by' } }),
    source: text({ label: { fi: 'Lähde', en: 'Source' }, headings: ['tietolähde'] }),
    ...noted,
  },
  derived: {
    value: {
      field: decimal({ label: { fi: 'Arvo', en: 'Value' } }),
      when: 'stored',
      sql: latest('observation', 'indicator', 'value'),
      reads: observed,
      through: { log: 'observation', field: 'value' },
    },
  },
  heading: { sql: 't.title' },
  list: { columns: ['code', 'title', 'value', 'target', 'baseline', 'unit', 'objective'], sort: ['code'] },
  naturalKey: ['title'],
});
