import { choice, day, reference, text, whole, who, words } from '../fields/index.ts';
import { capital } from '../language/capital.ts';
import { manyOf } from '../language/en/noun-forms.ts';
import { someOfMany } from '../language/fi/noun-forms.ts';
import { championsNow, coverageOfUnit } from './coverage.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

/** From the best to the worst; a unit that is not in use on the day has none. */
export const coverageLabels = {
  champion: { fi: 'on', en: 'has one' },
  ending: { fi: 'päättyy pian', en: 'ends soon' },
  candidate: { fi: 'ehdolla', en: 'candidate' },
  past: { fi: 'on ollut', en: 'had one' },
  none: { fi: 'puuttuu', en: 'none' },
} as const;

/** A work unit of the organisation; belongs to a service area. */
export const unit = defineRegister({
  name: 'unit',
  label: { one: { fi: 'yksikkö', en: 'unit' }, many: { fi: 'yksiköt', en: 'units' } },
  aliases: ['yksikkö'],
  code: { prefix: 'Y' },
  fields: {
    name: text({
      label: { fi: 'Yksikkö', en: 'Unit' },
      headings: ['nimi', 'name', 'työyksikkö'],
      required: true,
    }),
    area: text({ label: { fi: 'Tulosalue', en: 'Service area' }, headings: ['palvelualue', 'vastuualue'] }),
    supervisor: who({
      label: { fi: 'Esihenkilö', en: 'Supervisor' },
      headings: ['esimies', 'lähiesihenkilö'],
    }),
    starts: day({ label: { fi: 'Alkaen', en: 'From' }, beyondSpan: true }),
    ends: day({ label: { fi: 'Päättyen', en: 'To' }, beyondSpan: true }),
    formerNames: words({ label: { fi: 'Entiset nimet', en: 'Former names' } }),
    successor: reference({ label: { fi: 'Seuraaja', en: 'Successor' }, to: ['unit'] }),
    ...noted,
  },
  derived: {
    champions: {
      field: whole({
        label: { fi: 'Vertaistukijoita nyt', en: 'Champions now' },
        headings: ['tukihenkilöitä nyt'],
        ownLabel: {
          setting: 'championWord',
          words: (word) => ({
            fi: `${capital(someOfMany(word) ?? word)} nyt`,
            en: `${capital(manyOf(word) ?? word)} now`,
          }),
        },
        brief: { fi: 'Nyt', en: 'Now' },
      }),
      when: 'byDay',
      sql: championsNow,
    },
    coverage: {
      field: choice({ label: { fi: 'Kattavuus', en: 'Coverage' }, choices: coverageLabels }),
      when: 'byDay',
      sql: coverageOfUnit,
    },
  },
  heading: { sql: 't.name' },
  list: { columns: ['code', 'name', 'area', 'coverage', 'champions', 'supervisor'], sort: ['area', 'name'] },
  naturalKey: ['name'],
});
