import { choice, longText, text, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

/** What people are to the project; one person may be several of them. */
export const roleLabels = {
  champion: { fi: 'vertaistukija', en: 'champion' },
  candidate: { fi: 'ilmoittautunut', en: 'candidate' },
  steering: { fi: 'ohjausryhmän jäsen', en: 'member of the steering group' },
  member: { fi: 'työryhmän tai verkoston jäsen', en: 'member of a work group or network' },
  expert: { fi: 'asiantuntija', en: 'expert' },
  supervisor: { fi: 'esihenkilö', en: 'supervisor' },
  guest: { fi: 'vieras', en: 'guest' },
  other: { fi: 'muu yhteyshenkilö', en: 'other contact' },
} as const;

/** Of Article 6(1) of the General Data Protection Regulation. */
export const basisLabels = {
  publicTask: { fi: 'yleistä etua koskeva tehtävä', en: 'task in the public interest' },
  legalObligation: { fi: 'lakisääteinen velvoite', en: 'legal obligation' },
  consent: { fi: 'suostumus', en: 'consent' },
  contract: { fi: 'sopimus', en: 'contract' },
  legitimateInterest: { fi: 'oikeutettu etu', en: 'legitimate interest' },
  vitalInterests: { fi: 'elintärkeä etu', en: 'vital interests' },
} as const;

/** Why people of a kind of role are kept in the file, on what basis and for how long: set once for the project. */
export const purpose = defineRegister({
  name: 'purpose',
  label: {
    one: { fi: 'käyttötarkoitus', en: 'purpose' },
    many: { fi: 'käyttötarkoitukset', en: 'purposes' },
  },
  aliases: ['käyttötarkoitus', 'säilytysaika', 'tietosuoja'],
  code: { prefix: 'KT' },
  fields: {
    role: choice({
      label: { fi: 'Ketä koskee', en: 'Whom it concerns' },
      headings: ['rekisteröidyt', 'rooli', 'data subjects'],
      choices: roleLabels,
      ownWords: { champion: 'championWord' },
      initial: 'other',
    }),
    purpose: text({
      label: { fi: 'Käyttötarkoitus', en: 'Purpose' },
      headings: ['tarkoitus', 'käsittelyn tarkoitus'],
      required: true,
    }),
    basis: choice({
      label: { fi: 'Käsittelyperuste', en: 'Legal basis' },
      headings: ['oikeusperuste', 'peruste'],
      help: { fi: 'tietosuoja-asetuksen 6 artiklan 1 kohta', en: 'Article 6(1) of the GDPR' },
      choices: basisLabels,
      initial: 'publicTask',
    }),
    law: text({
      label: { fi: 'Säädös', en: 'Act' },
      headings: ['laki'],
      help: { fi: 'mihin peruste nojaa', en: 'what the basis rests on' },
    }),
    data: longText({
      label: { fi: 'Mitä tietoja', en: 'Which data' },
      headings: ['tietoryhmät', 'henkilötiedot'],
    }),
    months: whole({
      label: { fi: 'Säilytysaika, kk', en: 'Kept, months' },
      brief: { fi: 'Kk', en: 'Months' },
      headings: ['säilytysaika', 'säilytetään'],
      least: 0,
      most: 1200,
    }),
    counted: choice({
      label: { fi: 'Mistä lukien', en: 'Counted from' },
      headings: ['alkaen'],
      choices: {
        roleEnds: { fi: 'tehtävän päättymisestä', en: 'the end of the role' },
        projectEnds: { fi: 'hankkeen päättymisestä', en: 'the end of the project' },
        decision: { fi: 'rahoituspäätöksestä', en: 'the funding decision' },
      },
      initial: 'projectEnds',
    }),
    ...noted,
  },
  heading: { sql: 't.purpose' },
  list: { columns: ['code', 'role', 'purpose', 'basis', 'months', 'counted'], sort: ['code'] },
  naturalKey: ['role', 'purpose'],
});
