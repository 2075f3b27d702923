import { longText, text, whole, whos, words } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { count, noted } from './parts.ts';

const counts = [{ register: 'contact', field: 'plan' }] as const;
const summed = (fi: string, en: string, kind: string) => ({
  field: whole({ label: { fi, en } }),
  when: 'stored' as const,
  sql: `(SELECT sum(other.number) FROM contact AS other WHERE other.plan = t.id AND other.removedStep IS NULL AND other.kind = '${kind}')`,
  reads: counts,
});
const deliveries = [{ register: 'delivery', field: 'plan' }] as const;

/** A line of the communication plan, in the seven columns that funders use. */
export const plan = defineRegister({
  name: 'plan',
  label: {
    one: { fi: 'viestintäsuunnitelman rivi', en: 'plan line' },
    many: { fi: 'viestintäsuunnitelma', en: 'communication plan' },
  },
  aliases: ['viestintäsuunnitelma', 'rivi', 'planline', 'viestintä'],
  code: { prefix: 'V' },
  fields: {
    audience: text({
      label: { fi: 'Kohderyhmä', en: 'Audience' },
      headings: ['kenelle', 'kohdeyleisö'],
      required: true,
    }),
    goal: longText({
      label: { fi: 'Tavoite', en: 'Goal' },
      headings: ['tavoitteet', 'miksi', 'viestinnän tavoite'],
    }),
    means: words({
      label: { fi: 'Keinot', en: 'Means' },
      headings: ['keino', 'kanava', 'kanavat', 'viestintäkanavat', 'miten', 'välineet'],
    }),
    content: longText({
      label: { fi: 'Sisältö', en: 'Content' },
      headings: ['mitä', 'viestin sisältö', 'ydinviestit'],
    }),
    schedule: longText({ label: { fi: 'Aikataulu', en: 'Schedule' }, headings: ['milloin', 'ajankohta'] }),
    responsible: whos({
      label: { fi: 'Vastuu', en: 'Responsible' },
      headings: ['vastuuhenkilö', 'vastuuhenkilöt', 'vastuutaho', 'kuka'],
    }),
    followUp: longText({
      label: { fi: 'Seuranta', en: 'Follow-up' },
      headings: ['seuranta ja arviointi', 'mittari'],
    }),
    silenceDays: whole({
      label: { fi: 'Hiljaisuuden raja, pv', en: 'Silence at most, days' },
      help: {
        fi: 'tyhjänä käy hankkeen raja',
        en: 'empty: as the project has it',
      },
      least: 1,
      most: 3650,
    }),
    ...noted,
  },
  derived: {
    promised: {
      field: whole({ label: { fi: 'Luvattu', en: 'Promised' } }),
      when: 'stored',
      sql: count('delivery', 'plan'),
      reads: deliveries,
    },
    sent: {
      field: whole({ label: { fi: 'Lähetetty', en: 'Sent' } }),
      when: 'stored',
      sql: count('delivery', 'plan', `other.state = 'sent'`),
      reads: deliveries,
    },
    lastSent: {
      field: text({ label: { fi: 'Viimeksi', en: 'Last sent' } }),
      when: 'stored',
      sql: `(SELECT max(d.sent) FROM delivery AS d WHERE d.plan = t.id AND d.removedStep IS NULL AND d.state = 'sent')`,
      reads: deliveries,
    },
    contacts: summed('Yhteydenottoja', 'Contacts received', 'contact'),
    publicity: summed('Juttuja julkisuudessa', 'Pieces of publicity', 'publicity'),
  },
  heading: { sql: `t.audience` },
  list: {
    columns: ['code', 'audience', 'lastSent', 'sent', 'promised', 'goal', 'means', 'responsible'],
    sort: ['code'],
  },
  naturalKey: ['audience', 'goal'],
});
