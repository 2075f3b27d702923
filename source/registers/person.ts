import { choice, day, email, reference, text } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { keptReads, keptTo } from './keeping.ts';
import { noted } from './parts.ts';

/** Fields that tell who a person is or how to reach them: what anonymising empties. The unit stays, for coverage counts it. */
export const personalFields = [
  'name',
  'jobTitle',
  'supervisor',
  'email',
  'phone',
  'consent',
  'keepUntil',
  'attachments',
  'tags',
  'notes',
] as const;

/** Anyone who takes part: champion, member, expert, supervisor. */
export const person = defineRegister({
  name: 'person',
  label: { one: { fi: 'henkilö', en: 'person' }, many: { fi: 'henkilöt', en: 'people' } },
  aliases: ['henkilö', 'people'],
  code: { prefix: 'H' },
  fields: {
    name: text({
      label: { fi: 'Nimi', en: 'Name' },
      headings: [
        'henkilö',
        'person',
        'nimesi',
        'koko nimi',
        'koko nimesi',
        'etu- ja sukunimi',
        'etu- ja sukunimesi',
        'your name',
        'full name',
        'your full name',
      ],
      required: true,
    }),
    jobTitle: text({
      label: { fi: 'Nimike', en: 'Job title' },
      headings: ['tehtävänimike', 'title', 'nimikkeesi', 'tehtävänimikkeesi', 'ammattinimike'],
    }),
    unit: reference({
      label: { fi: 'Yksikkö', en: 'Unit' },
      headings: [
        'työyksikkö',
        'yksikkösi',
        'työyksikkösi',
        'missä yksikössä työskentelet',
        'work unit',
        'your unit',
      ],
      to: ['unit'],
    }),
    supervisor: reference({
      label: { fi: 'Esihenkilö', en: 'Supervisor' },
      headings: ['lähiesihenkilö', 'esimies'],
      to: ['person'],
    }),
    email: email({
      label: { fi: 'Sähköposti', en: 'E-mail' },
      headings: [
        'sähköpostiosoite',
        'e-mail',
        'email',
        'sähköpostiosoitteesi',
        'sähköpostisi',
        'email address',
        'work email',
      ],
    }),
    phone: text({
      label: { fi: 'Puhelin', en: 'Phone' },
      headings: ['puhelinnumero', 'puh', 'gsm', 'puhelinnumerosi', 'phone number', 'mobile'],
    }),
    consent: choice({
      label: { fi: 'Saa julkaista', en: 'May be published' },
      headings: ['julkaisulupa'],
      choices: { yes: { fi: 'kyllä', en: 'yes' }, no: { fi: 'ei', en: 'no' } },
    }),
    keepUntil: day({
      label: { fi: 'Säilytetään', en: 'Kept until' },
      help: {
        fi: 'jos muu päivä kuin käyttötarkoituksen',
        en: 'where it is another day than that of the purpose',
      },
      beyondSpan: true,
    }),
    ...noted,
    anonymised: day({
      label: { fi: 'Anonymisoitu', en: 'Anonymised' },
      beyondSpan: true,
      internal: true,
    }),
  },
  derived: {
    keptTo: {
      field: day({ label: { fi: 'Säilytysaika päättyy', en: 'Retention ends' } }),
      when: 'stored',
      sql: `CASE WHEN t.anonymised IS NULL THEN coalesce(t.keepUntil, ${keptTo}) END`,
      reads: keptReads,
    },
  },
  heading: { sql: 't.name' },
  list: { columns: ['code', 'name', 'unit', 'phone', 'jobTitle', 'email'], sort: ['name'] },
  due: [
    {
      kind: 'retention',
      label: { fi: 'Säilytysaika päättyy', en: 'Retention ends' },
      day: 't.keptTo',
      when: '1',
    },
  ],
  naturalKey: ['email'],
  naturalKeyOtherwise: ['name', 'unit'],
});
