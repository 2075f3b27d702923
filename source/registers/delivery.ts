import { choice, day, longText, reference, text, who, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { headingOf, noted } from './parts.ts';

/** One dated piece of communication that a plan line promises. */
export const delivery = defineRegister({
  name: 'delivery',
  label: {
    one: { fi: 'viestintätoimenpide', en: 'delivery' },
    many: { fi: 'viestintätoimenpiteet', en: 'deliveries' },
  },
  aliases: ['viestintätoimenpide', 'viesti', 'tiedote'],
  code: { parent: 'plan' },
  fields: {
    plan: reference({ label: { fi: 'Rivi', en: 'Plan line' }, to: ['plan'], required: true }),
    promise: reference({ label: { fi: 'Lupaus', en: 'Promise' }, to: ['promise'], internal: true }),
    slot: day({ label: { fi: 'Alkuperäinen päivä', en: 'Original slot' }, internal: true }),
    title: text({ label: { fi: 'Viesti', en: 'Delivery' }, headings: ['otsikko', 'aihe', 'title'] }),
    means: text({ label: { fi: 'Keino', en: 'Means' }, headings: ['kanava'] }),
    due: day({ label: { fi: 'Määräpäivä', en: 'Due' }, headings: ['pvm', 'ajankohta', 'milloin'] }),
    late: day({ label: { fi: 'Viimeistään', en: 'Late after' } }),
    state: choice({
      label: { fi: 'Tila', en: 'State' },
      choices: {
        planned: { fi: 'suunniteltu', en: 'planned' },
        drafted: { fi: 'luonnos', en: 'drafted' },
        sent: { fi: 'lähetetty', en: 'sent' },
        skipped: { fi: 'jätetty väliin', en: 'skipped' },
      },
      initial: 'planned',
    }),
    sent: day({ label: { fi: 'Lähetetty', en: 'Sent' }, headings: ['lähetyspäivä'] }),
    reason: text({ label: { fi: 'Syy', en: 'Reason' }, later: true }),
    responsible: who({ label: { fi: 'Vastuu', en: 'Responsible' }, headings: ['vastuuhenkilö'] }),
    text: longText({ label: { fi: 'Teksti', en: 'Text' } }),
    evidence: text({ label: { fi: 'Näyttö', en: 'Evidence' }, headings: ['linkki', 'todennus'] }),
    reach: whole({ label: { fi: 'Tavoitettu', en: 'Reach' }, least: 0 }),
    reachOf: text({ label: { fi: 'Mitä luku laskee', en: 'What reach counts' } }),
    ...noted,
  },
  heading: {
    sql: `coalesce(t.title, t.means || ': ' || ${headingOf('plan')}, ${headingOf('plan')})`,
    reads: [{ register: 'plan', from: 'plan' }],
  },
  list: {
    columns: ['code', 'title', 'due', 'state', 'plan', 'means', 'sent', 'reach'],
    sort: ['due', 'code'],
    beside: { day: ['sent', 'late', 'due'], state: 'state' },
  },
  due: [
    {
      kind: 'delivery',
      label: { fi: 'Viestitään', en: 'Communication' },
      day: 'coalesce(t.late, t.due)',
      when: `t.state IN ('planned', 'drafted')`,
    },
  ],
  happened: [
    { kind: 'sent', label: { fi: 'Lähetetty', en: 'Sent' }, field: 'sent', when: `t.state = 'sent'` },
  ],
  naturalKey: ['plan', 'title', 'due'],
  closed: `t.state IN ('sent', 'skipped')`,
});
