import { choice, link, localTime, longText, text, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { count, longestMinutes, noted } from './parts.ts';

const sessions = [{ register: 'session', field: 'group' }] as const;

/** Bodies that are called together with papers, and leave minutes. */
const called = { field: 'kind', values: ['workGroup', 'steering'] } as const;
const lead = (fi: string, en: string, days: number) =>
  whole({ label: { fi, en }, least: 0, most: 366, usual: { ...called, value: days } });

const usualAgenda = {
  fi: [
    'Avaus',
    'Läsnäolijat ja päätösvaltaisuus',
    'Edellinen pöytäkirja',
    'Tilannekatsaus',
    'Talous',
    'Riskit',
    'Viestintä',
    'Muut asiat',
    'Seuraava kokous',
  ].join('\n'),
  en: [
    'Opening',
    'Attendance and quorum',
    'Previous minutes',
    'Status report',
    'Finance',
    'Risks',
    'Communication',
    'Any other business',
    'Next meeting',
  ].join('\n'),
};

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
    standingAgenda: longText({
      label: { fi: 'Vakioasialista', en: 'Standing agenda' },
      help: {
        fi: 'Uusi työryhmä tai ohjausryhmä saa tavallisen listan, jos et kirjoita omaa.',
        en: 'A new work group or steering group gets the usual list unless you write one.',
      },
      usual: { ...called, value: usualAgenda },
    }),
    invitationLead: lead('Kutsu ennen, pv', 'Invitation before, days', 14),
    attachmentLead: lead('Liitteet ennen, pv', 'Attachments before, days', 7),
    minutesLead: lead('Pöytäkirja jälkeen, pv', 'Minutes after, days', 7),
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
