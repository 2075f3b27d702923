import { day, longText, money, text } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

/** An application for payment, of the days of a payment period: what was planned for them, spent, applied for and paid. */
export const payment = defineRegister({
  name: 'payment',
  label: {
    one: { fi: 'maksatushakemus', en: 'payment application' },
    many: { fi: 'maksatushakemukset', en: 'payment applications' },
  },
  aliases: ['maksatushakemus', 'maksatus'],
  code: { prefix: 'MH' },
  fields: {
    title: text({
      label: { fi: 'Nimi', en: 'Title' },
      headings: ['kausi', 'maksatuskausi', 'otsikko'],
      required: true,
    }),
    starts: day({ label: { fi: 'Alkaa', en: 'Starts' }, headings: ['alku', 'from'], required: true }),
    ends: day({ label: { fi: 'Päättyy', en: 'Ends' }, headings: ['loppu', 'to'], required: true }),
    budget: money({
      label: { fi: 'Budjetti, €', en: 'Budget, €' },
      brief: { fi: 'Budjetti', en: 'Budget' },
      headings: ['budjetti', 'suunniteltu'],
    }),
    spent: money({
      label: { fi: 'Toteutunut, €', en: 'Spent, €' },
      brief: { fi: 'Käytetty', en: 'Spent' },
      headings: ['toteuma', 'käytetty', 'kulut'],
    }),
    spentOn: day({
      label: { fi: 'Toteuma tiedossa', en: 'Spent as of' },
      help: { fi: 'päivä, johon asti kirjanpito on mukana', en: 'the day up to which the accounts are in' },
      beyondSpan: true,
    }),
    applied: money({
      label: { fi: 'Haettu, €', en: 'Applied for, €' },
      brief: { fi: 'Haettu', en: 'Applied' },
      headings: ['haettu'],
    }),
    paid: money({
      label: { fi: 'Maksettu, €', en: 'Paid, €' },
      brief: { fi: 'Maksettu', en: 'Paid' },
      headings: ['maksettu'],
    }),
    due: day({
      label: { fi: 'Viimeistään', en: 'Due' },
      headings: ['määräpäivä'],
      beyondSpan: true,
    }),
    sent: day({ label: { fi: 'Lähetetty', en: 'Sent' }, beyondSpan: true, later: true }),
    decided: day({ label: { fi: 'Päätös saatu', en: 'Decided' }, beyondSpan: true, later: true }),
    dnro: text({ label: { fi: 'Dnro', en: 'Register number' } }),
    account: longText({ label: { fi: 'Selite', en: 'Account' } }),
    ...noted,
  },
  heading: { sql: 't.title' },
  list: {
    columns: ['code', 'title', 'starts', 'ends', 'budget', 'spent', 'applied', 'paid'],
    sort: ['starts'],
  },
  due: [
    {
      kind: 'paymentApplication',
      label: { fi: 'Lähetä maksatushakemus', en: 'Send the payment application' },
      day: 't.due',
      when: 't.sent IS NULL',
    },
  ],
  happened: [
    {
      kind: 'paymentApplied',
      label: { fi: 'Maksatushakemus lähetetty', en: 'Payment application sent' },
      field: 'sent',
      when: '1',
    },
  ],
  naturalKey: ['title'],
  closed: 't.paid IS NOT NULL',
});
