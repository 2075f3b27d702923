import { day, reference, text, whole, who, words } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

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
      field: whole({ label: { fi: 'Tukihenkilöitä nyt', en: 'Champions now' } }),
      when: 'byDay',
      sql: `(SELECT count(*) FROM membership AS m JOIN person AS p ON p.id = m.person WHERE p.unit = t.id AND m.role = 'champion'
        AND m.removedStep IS NULL AND (m.starts IS NULL OR m.starts <= :today) AND (m.ends IS NULL OR m.ends >= :today))`,
    },
  },
  heading: { sql: 't.name' },
  list: { columns: ['code', 'name', 'area', 'champions', 'supervisor'], sort: ['area', 'name'] },
  naturalKey: ['name'],
});
