import { choice, day, reference, text, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { headingOf, latest, latestEntry, noted } from './parts.ts';

export const stages = {
  interested: { fi: 'kiinnostunut', en: 'interested' },
  contacted: { fi: 'yhteydessä', en: 'contacted' },
  supervisorAgrees: { fi: 'esihenkilö puoltaa', en: 'supervisor agrees' },
  selected: { fi: 'valittu', en: 'selected' },
  started: { fi: 'aloittanut', en: 'started' },
  withdrawn: { fi: 'vetäytynyt', en: 'withdrawn' },
  notSelected: { fi: 'ei valittu', en: 'not selected' },
} as const;

const moves = [{ register: 'stageChange', field: 'candidate' }] as const;

/** A person who showed interest in a round; the stage moves day by day in the log `stageChange`. */
export const candidate = defineRegister({
  name: 'candidate',
  label: {
    one: { fi: 'ilmoittautunut', en: 'candidate' },
    many: { fi: 'ilmoittautuneet', en: 'candidates' },
  },
  aliases: ['ilmoittautunut', 'hakija', 'ehdokas'],
  code: { prefix: 'IL' },
  fields: {
    round: reference({ label: { fi: 'Kierros', en: 'Round' }, to: ['round'], required: true }),
    person: reference({
      label: { fi: 'Henkilö', en: 'Person' },
      headings: [
        'nimi',
        'name',
        'ilmoittautuja',
        'nimesi',
        'koko nimi',
        'koko nimesi',
        'etu- ja sukunimi',
        'etu- ja sukunimesi',
        'your name',
        'full name',
        'your full name',
      ],
      to: ['person'],
      required: true,
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
    signedUp: day({
      label: { fi: 'Ilmoittautui', en: 'Signed up' },
      brief: { fi: 'Ilm. pvm', en: 'Signed up' },
      headings: [
        'pvm',
        'ilmoittautumispäivä',
        'valmistumisaika',
        'completion time',
        'vastausaika',
        'lähetysaika',
        'aikaleima',
        'timestamp',
        'response date',
        'submitted',
      ],
      initial: 'today',
    }),
    source: text({
      label: { fi: 'Mistä kuuli', en: 'Source' },
      headings: [
        'lähde',
        'mistä kuulit',
        'mistä kuulit hausta',
        'how did you hear about us',
        'how did you hear',
      ],
    }),
    consentDay: day({
      label: { fi: 'Esihenkilö puolsi', en: 'Supervisor agreed' },
      headings: ['esihenkilön puolto', 'puolto'],
    }),
    consentSource: text({
      label: { fi: 'Mistä puolto', en: 'Source of the consent' },
      help: { fi: 'esimerkiksi sähköposti tai puhelu', en: 'such as an e-mail or a call' },
    }),
    ...noted,
  },
  derived: {
    stage: {
      field: choice({ label: { fi: 'Vaihe', en: 'Stage' }, headings: ['tila'], choices: stages }),
      when: 'stored',
      sql: `coalesce(${latest('stageChange', 'candidate', 'stage')}, 'interested')`,
      reads: moves,
      through: { log: 'stageChange', field: 'stage' },
    },
    reason: {
      field: text({ label: { fi: 'Syy', en: 'Reason' }, headings: ['peruste'] }),
      when: 'stored',
      sql: latestEntry('stageChange', 'candidate', 'reason'),
      reads: moves,
      through: { log: 'stageChange', field: 'reason' },
    },
    wasSelected: {
      field: whole({
        label: { fi: 'Tuli valituksi', en: 'Was selected' },
        least: 0,
        most: 1,
        internal: true,
      }),
      when: 'stored',
      sql: `EXISTS (SELECT 1 FROM stageChange AS entry WHERE entry.candidate = t.id AND entry.removedStep IS NULL
        AND entry.stage IN ('selected', 'started'))`,
      reads: moves,
    },
  },
  heading: { sql: headingOf('person'), reads: [{ register: 'person', from: 'person' }] },
  list: {
    columns: ['code', 'person', 'unit', 'stage', 'signedUp', 'round', 'reason'],
    sort: ['-signedUp', 'code'],
    beside: { day: ['signedUp'], state: 'stage' },
  },
  due: [
    {
      kind: 'contact',
      label: { fi: 'Ota yhteyttä', en: 'Contact' },
      day: `date(t.signedUp, '+1 day')`,
      when: `t.stage = 'interested'`,
      reads: moves,
    },
  ],
  naturalKey: ['round', 'person'],
  closed: `t.stage IN ('started', 'withdrawn', 'notSelected')`,
});
