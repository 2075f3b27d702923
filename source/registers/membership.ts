import { choice, day, reference, text, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { headingOf, noted } from './parts.ts';

/** Sessions `s` of the group in the person's term at which attendance was taken. */
const held = `s."group" = t."group" AND s.removedStep IS NULL AND s.state = 'held'
  AND (s.present IS NOT NULL OR s.absent IS NOT NULL)
  AND substr(s.startsAt, 1, 10) BETWEEN coalesce(t.starts, '') AND coalesce(t.ends, '9999')`;
const marked = (marks: string): string =>
  `EXISTS (SELECT 1 FROM attendance AS a WHERE a.session = s.id AND a.person = t.person AND a.removedStep IS NULL AND a.mark IN (${marks}))`;

const comings = [
  { register: 'attendance', field: 'person', from: 'person' },
  { register: 'session', field: 'group', from: 'group' },
] as const;

/**
 * Those missed in a row: held since the person was last there, by a deputy or by the recording too. An apology neither
 * counts nor breaks the row; somebody with no mark at all was not there.
 */
const missed = `${held} AND substr(s.startsAt, 1, 10) > coalesce(t.lastThere, '') AND NOT ${marked(`'apology'`)}`;

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
      ownWords: { champion: 'championWord' },
      initial: 'member',
    }),
    seat: text({
      label: { fi: 'Paikka', en: 'Seat' },
      help: { fi: 'paikka, jota seuraaja jatkaa', en: 'the seat that a successor takes over' },
    }),
    starts: day({ label: { fi: 'Alkaen', en: 'From' }, headings: ['alkaa', 'alku'] }),
    ends: day({ label: { fi: 'Päättyen', en: 'To' }, headings: ['päättyy', 'loppu'] }),
    reason: text({ label: { fi: 'Päättymisen syy', en: 'Reason for ending' }, later: true }),
    successor: reference({ label: { fi: 'Seuraaja', en: 'Successor' }, to: ['membership'], later: true }),
    deputyOf: reference({ label: { fi: 'Kenen varajäsen', en: 'Deputy of' }, to: ['membership'] }),
    contacted: day({
      label: { fi: 'Poissaolosta kyselty', en: 'Asked after' },
      help: {
        fi: 'Milloin kysyttiin, miksei ole näkynyt: muistutus on poissa, kunnes hän on käynyt ja jää taas pois.',
        en: 'When you asked why they have not come: no reminder until they have been there and stay away again.',
      },
      later: true,
    }),
    ...noted,
  },
  derived: {
    lastThere: {
      field: day({ label: { fi: 'Viimeksi mukana', en: 'Last there' } }),
      when: 'stored',
      sql: `(SELECT max(substr(s.startsAt, 1, 10)) FROM session AS s WHERE ${held} AND ${marked(`'present', 'deputy', 'recording'`)})`,
      reads: comings,
    },
    missed: {
      field: whole({ label: { fi: 'Poissa peräkkäin', en: 'Missed in a row' } }),
      when: 'stored',
      sql: `CASE WHEN coalesce(t.role, 'member') IN ('expert', 'deputy', 'presenter', 'checker') THEN NULL
        ELSE nullif((SELECT count(*) FROM session AS s WHERE ${missed}), 0) END`,
      reads: comings,
    },
  },
  heading: {
    sql: `${headingOf('person')} || ', ' || ${headingOf('group')}`,
    reads: [
      { register: 'person', from: 'person' },
      { register: 'group', from: 'group' },
    ],
  },
  list: {
    columns: ['code', 'person', 'group', 'role', 'starts', 'ends'],
    sort: ['group', 'role', 'code'],
    beside: { state: 'role' },
  },
  due: [
    {
      kind: 'termEnds',
      label: { fi: 'Kausi päättyy', en: 'Term ends' },
      day: 't.ends',
      until: 't.ends',
      when: 't.successor IS NULL',
    },
    {
      kind: 'missed',
      label: { fi: 'Ei ole ollut mukana', en: 'Has not come' },
      // Before the group next meets there is time to ask how they are.
      day: `coalesce((SELECT min(substr(n.startsAt, 1, 10)) FROM session AS n WHERE n."group" = t."group" AND n.removedStep IS NULL
          AND n.state IN ('planned', 'moved', 'inProgress') AND n.startsAt > (SELECT max(s.startsAt) FROM session AS s WHERE ${missed})),
        (SELECT date(max(substr(s.startsAt, 1, 10)), '+7 days') FROM session AS s WHERE ${missed}))`,
      until: 't.ends',
      when: `t.missed >= (SELECT g.missedLimit FROM "group" AS g WHERE g.id = t."group")
        AND coalesce(t.contacted < (SELECT min(substr(s.startsAt, 1, 10)) FROM session AS s WHERE ${missed}), 1)`,
      reads: [{ register: 'group', from: 'group' }],
    },
  ],
  naturalKey: ['group', 'person', 'starts'],
  closed: 't.ends < :today',
});
