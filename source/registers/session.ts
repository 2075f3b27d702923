import { choice, day, link, localTime, longText, reference, text, who, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { count, headingOf, longestMinutes, noted } from './parts.ts';

const marks = [{ register: 'attendance', field: 'session' }] as const;
const groupLead = (field: string): string => `(SELECT g."${field}" FROM "group" AS g WHERE g.id = t."group")`;
const ahead = `t.state IN ('planned', 'moved')`;

const fields = {
  group: reference({
    label: { fi: 'Ryhmä', en: 'Group' },
    headings: ['työryhmä', 'klubi'],
    to: ['group'],
    required: true,
  }),
  series: reference({ label: { fi: 'Sarja', en: 'Series' }, to: ['series'], internal: true }),
  slot: localTime({ label: { fi: 'Alkuperäinen aika', en: 'Original slot' }, internal: true }),
  number: text({ label: { fi: 'Numero', en: 'Number' }, headings: ['nro', 'kokous'], later: true }),
  startsAt: localTime({
    label: { fi: 'Alkaa', en: 'Starts' },
    headings: ['aika', 'ajankohta', 'pvm', 'päivä', 'start'],
    required: true,
  }),
  minutes: whole({
    label: { fi: 'Kesto, min', en: 'Minutes' },
    headings: ['kesto'],
    least: 1,
    most: longestMinutes,
  }),
  topic: text({ label: { fi: 'Aihe', en: 'Topic' }, headings: ['otsikko', 'teema'] }),
  guest: who({ label: { fi: 'Vieras', en: 'Guest' }, headings: ['asiantuntija', 'vierailija'] }),
  place: text({ label: { fi: 'Paikka', en: 'Place' } }),
  link: link({ label: { fi: 'Kokouslinkki', en: 'Link' }, headings: ['linkki'] }),
  recording: link({ label: { fi: 'Tallenne', en: 'Recording' }, later: true }),
  state: choice({
    label: { fi: 'Tila', en: 'State' },
    choices: {
      planned: { fi: 'suunniteltu', en: 'planned' },
      inProgress: { fi: 'käynnissä', en: 'in progress' },
      held: { fi: 'pidetty', en: 'held' },
      cancelled: { fi: 'peruttu', en: 'cancelled' },
      moved: { fi: 'siirretty', en: 'moved' },
    },
    initial: 'planned',
  }),
  reason: text({
    label: { fi: 'Perumisen tai siirron syy', en: 'Reason for cancelling or moving' },
    later: true,
  }),
  startedAt: localTime({ label: { fi: 'Aloitettu', en: 'Started' }, later: true }),
  endedAt: localTime({ label: { fi: 'Päättynyt', en: 'Ended' }, later: true }),
  closedOn: day({
    label: { fi: 'Suljettu', en: 'Closed' },
    help: { fi: 'suljettu kokous on vain luettavissa', en: 'a closed session can only be read' },
    later: true,
  }),
  reopenedFor: text({ label: { fi: 'Avattu uudelleen, syy', en: 'Reopened because' }, later: true }),
  others: whole({
    label: { fi: 'Muita läsnä', en: 'Others present' },
    headings: ['vieraita'],
    least: 0,
    later: true,
  }),
  minutesText: longText({
    label: { fi: 'Pöytäkirja', en: 'Minutes of the meeting' },
    headings: ['muistio'],
    later: true,
  }),
  minutesState: choice({
    label: { fi: 'Pöytäkirjan vaihe', en: 'State of minutes' },
    choices: {
      draft: { fi: 'luonnos', en: 'draft' },
      forChecking: { fi: 'tarkastettavana', en: 'for checking' },
      approved: { fi: 'hyväksytty', en: 'approved' },
      sent: { fi: 'lähetetty', en: 'sent' },
    },
    later: true,
  }),
  approvedIn: reference({
    label: { fi: 'Pöytäkirja hyväksytty kokouksessa', en: 'Minutes approved in' },
    to: ['session'],
    later: true,
  }),
  minutesSent: day({ label: { fi: 'Pöytäkirja lähetetty', en: 'Minutes sent' }, later: true }),
  invitationSent: day({ label: { fi: 'Kutsu lähetetty', en: 'Invitation sent' }, later: true }),
  attachmentsSent: day({ label: { fi: 'Liitteet lähetetty', en: 'Attachments sent' }, later: true }),
  dnro: text({ label: { fi: 'Dnro', en: 'Register number' }, later: true }),
  ...noted,
};

const attended = (marked: string) => ({
  when: 'stored' as const,
  sql: `nullif(${count('attendance', 'session', `other.mark IN (${marked})`)}, 0)`,
  reads: marks,
});

/** One meeting of a group. In a series its identity is the original slot, however often it is moved. */
export const session = defineRegister({
  name: 'session',
  label: { one: { fi: 'tapaaminen', en: 'session' }, many: { fi: 'tapaamiset', en: 'sessions' } },
  aliases: ['kokous', 'tapaaminen', 'klubikerta', 'meeting'],
  code: { parent: 'group', field: 'prefix', otherwise: 'KO' },
  fields,
  derived: {
    nth: {
      field: whole({ label: { fi: 'Monesko kerta', en: 'Nth session' } }),
      when: 'byDay',
      sql: `CASE WHEN t.state <> 'cancelled' THEN (SELECT count(*) FROM session AS o WHERE o."group" = t."group"
        AND o.removedStep IS NULL AND o.startsAt <= t.startsAt AND o.state <> 'cancelled') END`,
    },
    present: { field: whole({ label: { fi: 'Läsnä', en: 'Present' } }), ...attended(`'present', 'deputy'`) },
    absent: {
      field: whole({ label: { fi: 'Poissa', en: 'Absent' } }),
      ...attended(`'apology', 'absent', 'recording'`),
    },
  },
  heading: {
    sql: `${headingOf('group')} || coalesce(' ' || t.number, '') || coalesce(': ' || t.topic, '')`,
    reads: [{ register: 'group', from: 'group' }],
  },
  list: {
    columns: ['code', 'startsAt', 'group', 'topic', 'state', 'present', 'number', 'guest'],
    sort: ['-startsAt'],
    beside: { day: ['startsAt'], state: 'state' },
  },
  due: [
    {
      kind: 'session',
      label: { fi: 'Tapaaminen', en: 'Session' },
      day: 'substr(t.startsAt, 1, 10)',
      time: 'substr(t.startsAt, 12)',
      minutes: `coalesce(t.minutes, ${groupLead('minutes')})`,
      when: `t.state IN ('planned', 'moved', 'inProgress')`,
    },
    {
      kind: 'invitation',
      label: { fi: 'Lähetä kutsu', en: 'Send the invitation' },
      day: `date(substr(t.startsAt, 1, 10), '-' || ${groupLead('invitationLead')} || ' days')`,
      until: 'substr(t.startsAt, 1, 10)',
      when: `${ahead} AND t.invitationSent IS NULL`,
      reads: [{ register: 'group', from: 'group' }],
    },
    {
      kind: 'attachments',
      label: { fi: 'Lähetä liitteet', en: 'Send the attachments' },
      day: `date(substr(t.startsAt, 1, 10), '-' || ${groupLead('attachmentLead')} || ' days')`,
      until: 'substr(t.startsAt, 1, 10)',
      when: `${ahead} AND t.attachmentsSent IS NULL`,
      reads: [{ register: 'group', from: 'group' }],
    },
    {
      kind: 'minutes',
      label: { fi: 'Pöytäkirja lähetettävä', en: 'Minutes to be sent' },
      day: `date(substr(t.startsAt, 1, 10), '+' || ${groupLead('minutesLead')} || ' days')`,
      when: `t.state = 'held' AND coalesce(t.minutesState, 'draft') <> 'sent'`,
      reads: [{ register: 'group', from: 'group' }],
    },
  ],
  happened: [
    { kind: 'held', label: { fi: 'Pidetty', en: 'Held' }, field: 'startsAt', when: `t.state = 'held'` },
    {
      kind: 'cancelled',
      label: { fi: 'Peruttu', en: 'Cancelled' },
      field: 'startsAt',
      when: `t.state = 'cancelled'`,
    },
  ],
  naturalKey: ['group', 'startsAt'],
  closed: `t.state IN ('held', 'cancelled')`,
});
