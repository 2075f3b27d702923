import { choice, reference } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { headingOf } from './parts.ts';

/** Whether a person was at a session, and how. */
export const attendance = defineRegister({
  name: 'attendance',
  label: { one: { fi: 'läsnäolo', en: 'attendance' }, many: { fi: 'läsnäolot', en: 'attendance' } },
  aliases: ['läsnäolo'],
  parent: 'session',
  fields: {
    session: reference({ label: { fi: 'Tapaaminen', en: 'Session' }, to: ['session'], required: true }),
    person: reference({
      label: { fi: 'Henkilö', en: 'Person' },
      headings: ['nimi', 'name'],
      to: ['person'],
      required: true,
    }),
    mark: choice({
      label: { fi: 'Merkintä', en: 'Mark' },
      choices: {
        present: { fi: 'läsnä', en: 'present' },
        deputy: { fi: 'varajäsen', en: 'deputy' },
        apology: { fi: 'estynyt', en: 'apology' },
        recording: { fi: 'katsoi tallenteen', en: 'watched the recording' },
        absent: { fi: 'poissa', en: 'absent' },
      },
      initial: 'present',
    }),
    deputy: reference({ label: { fi: 'Varajäsen', en: 'Deputy' }, to: ['person'] }),
  },
  heading: { sql: headingOf('person'), reads: [{ register: 'person', from: 'person' }] },
  list: { columns: ['session', 'person', 'mark', 'deputy'], sort: ['session', 'person'] },
  naturalKey: ['session', 'person'],
});
