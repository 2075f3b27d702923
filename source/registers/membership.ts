import { choice, day, reference, text } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { headingOf, noted } from './parts.ts';

/** A person in a group, with role and term; who was a member on the day of a session follows from it. */
export const membership = defineRegister({
  name: 'membership',
  label: { one: { fi: 'jäsenyys', en: 'membership' }, many: { fi: 'jäsenyydet', en: 'memberships' } },
  aliases: ['jäsenyys', 'jäsen', 'member'],
  code: { prefix: 'J' },
  fields: {
    group: reference({ label: { fi: 'Ryhmä', en: 'Group' }, to: ['group'], required: true }),
    person: reference({
      label: { fi: 'Henkilö', en: 'Person' },
      headings: ['nimi', 'name', 'jäsen'],
      to: ['person'],
      required: true,
    }),
    role: choice({
      label: { fi: 'Rooli', en: 'Role' },
      choices: {
        member: { fi: 'jäsen', en: 'member' },
        chair: { fi: 'puheenjohtaja', en: 'chair' },
        viceChair: { fi: 'varapuheenjohtaja', en: 'vice chair' },
        secretary: { fi: 'sihteeri', en: 'secretary' },
        deputy: { fi: 'varajäsen', en: 'deputy' },
        expert: { fi: 'asiantuntijajäsen, ei äänioikeutta', en: 'expert without vote' },
        champion: { fi: 'vertaistukija', en: 'champion' },
        presenter: { fi: 'esittelijä', en: 'presenter' },
        checker: { fi: 'pöytäkirjantarkastaja', en: 'checker of minutes' },
      },
      initial: 'member',
    }),
    seat: text({
      label: { fi: 'Paikka', en: 'Seat' },
      help: { fi: 'paikka, jota seuraaja jatkaa', en: 'the seat that a successor takes over' },
    }),
    starts: day({ label: { fi: 'Alkaen', en: 'From' }, headings: ['alkaa', 'alku'] }),
    ends: day({ label: { fi: 'Päättyen', en: 'To' }, headings: ['päättyy', 'loppu'] }),
    reason: text({ label: { fi: 'Päättymisen syy', en: 'Reason for ending' } }),
    successor: reference({ label: { fi: 'Seuraaja', en: 'Successor' }, to: ['membership'] }),
    deputyOf: reference({ label: { fi: 'Kenen varajäsen', en: 'Deputy of' }, to: ['membership'] }),
    ...noted,
  },
  heading: {
    sql: `${headingOf('person')} || ', ' || ${headingOf('group')}`,
    reads: [
      { register: 'person', from: 'person' },
      { register: 'group', from: 'group' },
    ],
  },
  list: { columns: ['code', 'person', 'group', 'role', 'starts', 'ends'], sort: ['group', 'role', 'code'] },
  due: [
    {
      kind: 'termEnds',
      label: { fi: 'Kausi päättyy', en: 'Term ends' },
      day: 't.ends',
      until: 't.ends',
      when: 't.successor IS NULL',
    },
  ],
  naturalKey: ['group', 'person', 'starts'],
  closed: 't.ends < :today',
});
