import { choice, link, localTime, longText, text, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { count, longestMinutes, noted } from './parts.ts';

const sessions = [{ register: 'session', field: 'group' }] as const;
const lead = (fi: string, en: string) => whole({ label: { fi, en }, least: 0, most: 366 });

/** A body that meets: club, network, work group, steering group. */
export const group = defineRegister({
  name: 'group',
  label: { one: { fi: 'ryhmä', en: 'group' }, many: { fi: 'ryhmät', en: 'groups' } },
  aliases: ['ryhmä', 'työryhmä', 'kerho', 'klubi'],
  code: { prefix: 'RY' },
  fields: {
    title: text({
      label: { fi: 'Ryhmä', en: 'Group' },
      headings: ['nimi', 'otsikko', 'name', 'title'],
      required: true,
    }),
    kind: choice({
      label: { fi: 'Laji', en: 'Kind' },
      choices: {
        club: { fi: 'klubi', en: 'club' },
        network: { fi: 'verkosto', en: 'network' },
        workGroup: { fi: 'työryhmä', en: 'work group' },
        steering: { fi: 'ohjausryhmä', en: 'steering group' },
      },
      initial: 'workGroup',
    }),
    prefix: text({
      label: { fi: 'Kokousten tunnus', en: 'Prefix of session codes' },
      help: { fi: 'esimerkiksi TK', en: 'such as TK' },
    }),
    purpose: longText({ label: { fi: 'Tarkoitus', en: 'Purpose' } }),
    place: text({ label: { fi: 'Paikka', en: 'Place' } }),
    link: link({ label: { fi: 'Kokouslinkki', en: 'Link' } }),
    minutes: whole({ label: { fi: 'Kesto, min', en: 'Minutes' }, least: 1, most: longestMinutes }),
    standingAgenda: longText({ label: { fi: 'Vakioasialista', en: 'Standing agenda' } }),
    invitationLead: lead('Kutsu ennen, pv', 'Invitation before, days'),
    attachmentLead: lead('Liitteet ennen, pv', 'Attachments before, days'),
    minutesLead: lead('Pöytäkirja jälkeen, pv', 'Minutes after, days'),
    missedLimit: whole({
      label: { fi: 'Poissaoloja ennen muistutusta', en: 'Missed before a reminder' },
      help: {
        fi: 'Kun jäsen on ollut näin monta kertaa peräkkäin poissa ilmoittamatta, hän on Tänään-näkymässä. Tyhjä: ei muistuteta.',
        en: 'A member who has missed so many in a row without an apology is on Today. Empty: no reminders.',
      },
      least: 1,
      initial: 3,
    }),
    quorum: whole({ label: { fi: 'Päätösvaltaisuus, henkilöä', en: 'Quorum' }, least: 1 }),
    ...noted,
  },
  derived: {
    held: {
      field: whole({ label: { fi: 'Pidetty', en: 'Held' } }),
      when: 'stored',
      sql: count('session', 'group', `other.state = 'held'`),
      reads: sessions,
    },
    next: {
      field: localTime({ label: { fi: 'Seuraava', en: 'Next' } }),
      when: 'byDay',
      sql: `(SELECT min(s.startsAt) FROM session AS s WHERE s."group" = t.id AND s.removedStep IS NULL
        AND s.state IN ('planned', 'moved') AND s.startsAt >= :today)`,
    },
    members: {
      field: whole({ label: { fi: 'Jäseniä', en: 'Members' } }),
      when: 'byDay',
      sql: `(SELECT count(*) FROM membership AS m WHERE m."group" = t.id AND m.removedStep IS NULL
        AND (m.starts IS NULL OR m.starts <= :today) AND (m.ends IS NULL OR m.ends >= :today))`,
    },
  },
  heading: { sql: 't.title' },
  list: { columns: ['code', 'title', 'kind', 'held', 'next', 'members'], sort: ['code'] },
  naturalKey: ['title'],
});
