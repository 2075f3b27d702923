import { choice, day, longText, reference, text, whole, words } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { count, noted } from './parts.ts';

const candidates = [{ register: 'candidate', field: 'round' }] as const;

const states = {
  planned: { fi: 'suunniteltu', en: 'planned' },
  open: { fi: 'auki', en: 'open' },
  closed: { fi: 'sulkeutunut', en: 'closed' },
  decided: { fi: 'päätetty', en: 'decided' },
  cancelled: { fi: 'peruttu', en: 'cancelled' },
} as const;

/** A window in which champions are sought. */
export const round = defineRegister({
  name: 'round',
  label: {
    one: { fi: 'rekrytointikierros', en: 'recruitment round' },
    many: { fi: 'rekrytointikierrokset', en: 'recruitment rounds' },
  },
  aliases: ['kierros', 'rekrytointikierros'],
  code: { prefix: 'RK' },
  fields: {
    title: text({
      label: { fi: 'Kierros', en: 'Round' },
      headings: ['otsikko', 'nimi', 'title'],
      required: true,
    }),
    role: text({ label: { fi: 'Haettava tehtävä', en: 'Role sought' }, headings: ['rooli'] }),
    opens: day({
      label: { fi: 'Haku alkaa', en: 'Opens' },
      brief: { fi: 'Alkaa', en: 'Opens' },
      headings: ['alkaa', 'avautuu'],
    }),
    closes: day({
      label: { fi: 'Haku päättyy', en: 'Closes' },
      brief: { fi: 'Päättyy', en: 'Closes' },
      headings: ['päättyy', 'sulkeutuu'],
    }),
    target: whole({
      label: { fi: 'Tavoitemäärä', en: 'Target head count' },
      brief: { fi: 'Tavoite', en: 'Target' },
      headings: ['tavoite'],
      least: 0,
    }),
    channels: words({ label: { fi: 'Kanavat', en: 'Channels' } }),
    material: longText({ label: { fi: 'Lähetetty aineisto', en: 'Material sent' } }),
    group: reference({
      label: { fi: 'Valittujen ryhmä', en: 'Group of the selected' },
      help: { fi: 'aloittava saa siinä kauden', en: 'who starts gets a term in it' },
      to: ['group'],
    }),
    termEnds: day({
      label: { fi: 'Kausi päättyy', en: 'Term ends' },
      help: { fi: 'tyhjä: hankkeen päättyessä', en: 'empty: when the project ends' },
    }),
    stateSet: choice({
      label: { fi: 'Tila (itse asetettu)', en: 'State as set' },
      choices: states,
      later: true,
    }),
    ...noted,
  },
  derived: {
    state: {
      field: choice({ label: { fi: 'Tila', en: 'State' }, choices: states }),
      when: 'byDay',
      sql: `coalesce(t.stateSet, CASE WHEN t.opens IS NULL OR t.opens > :today THEN 'planned'
        WHEN t.closes IS NULL OR t.closes >= :today THEN 'open' ELSE 'closed' END)`,
      through: { field: 'stateSet' },
    },
    interested: {
      field: whole({
        label: { fi: 'Kiinnostuneita', en: 'Interested' },
        brief: { fi: 'Kiinnost.', en: 'Interest' },
      }),
      when: 'stored',
      sql: count('candidate', 'round'),
      reads: candidates,
    },
    selected: {
      field: whole({ label: { fi: 'Valittuja', en: 'Selected' } }),
      when: 'stored',
      sql: count('candidate', 'round', 'other.wasSelected = 1'),
      reads: candidates,
    },
    daysLeft: {
      field: whole({ label: { fi: 'Päiviä jäljellä', en: 'Days left' } }),
      when: 'byDay',
      sql: `CASE WHEN t.stateSet IS NULL AND t.opens <= :today AND t.closes >= :today
        THEN CAST(julianday(t.closes) - julianday(:today) AS INTEGER) END`,
    },
  },
  heading: { sql: 't.title' },
  list: {
    columns: ['code', 'title', 'state', 'opens', 'closes', 'interested', 'selected', 'target'],
    sort: ['-opens'],
  },
  due: [
    {
      kind: 'opens',
      label: { fi: 'Haku alkaa', en: 'Round opens' },
      day: 't.opens',
      until: 't.opens',
      when: 't.stateSet IS NULL',
    },
    {
      kind: 'closes',
      label: { fi: 'Haku päättyy', en: 'Round closes' },
      day: 't.closes',
      until: 't.closes',
      when: 't.stateSet IS NULL',
    },
    {
      kind: 'decide',
      label: { fi: 'Tee valinnat', en: 'Decide who is selected' },
      day: `date(t.closes, '+1 day')`,
      when: 't.stateSet IS NULL',
    },
  ],
  happened: [
    {
      kind: 'opened',
      label: { fi: 'Haku alkoi', en: 'Round opened' },
      field: 'opens',
      when: `t.stateSet <> 'cancelled'`,
    },
    {
      kind: 'closed',
      label: { fi: 'Haku päättyi', en: 'Round closed' },
      field: 'closes',
      when: `t.stateSet <> 'cancelled'`,
    },
  ],
  naturalKey: ['title'],
  closed: `t.stateSet IN ('decided', 'cancelled')`,
});
