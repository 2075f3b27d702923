import { champions } from '../language/en/noun-forms.ts';
import { manyOf } from '../language/fi/noun-forms.ts';
import { choice, choices, data, day, longText, reference, text, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

/** Formats in which a report is handed over. */
export const reportFormats = ['md', 'html', 'docx', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A file of a report that was handed over: what its bytes come to, and how many there are. */
export interface ReportFile {
  readonly format: ReportFormat;
  /** SHA-256 of the bytes, in hex. */
  readonly digest: string;
  readonly size: number;
}

const isFile = (value: unknown): value is ReportFile => {
  if (typeof value !== 'object' || value === null) return false;
  const { format, digest, size } = value as Record<string, unknown>;
  const isKnown = reportFormats.some((one) => one === format);
  return (
    isKnown &&
    typeof digest === 'string' &&
    /^[0-9a-f]{64}$/.test(digest) &&
    Number.isSafeInteger(size) &&
    Number(size) >= 0
  );
};

/** Files as they are kept; null for anything else. */
export const reportFiles = (value: unknown): readonly ReportFile[] | null =>
  Array.isArray(value) && value.length > 0 && value.every(isFile) ? value : null;

const colours = {
  green: { fi: 'vihreä', en: 'green' },
  amber: { fi: 'keltainen', en: 'amber' },
  red: { fi: 'punainen', en: 'red' },
} as const;

const fields = {
  title: text({ label: { fi: 'Otsikko', en: 'Title' }, headings: ['nimi', 'title'], required: true }),
  kind: choice({
    label: { fi: 'Laji', en: 'Kind' },
    choices: {
      status: { fi: 'tilannekatsaus', en: 'status report' },
      week: { fi: 'viikkokooste', en: 'week' },
      funder: { fi: 'rahoittajan raportti', en: "funder's report" },
      minutes: { fi: 'pöytäkirja', en: 'minutes' },
      invitation: { fi: 'kokouskutsu', en: 'invitation' },
      risks: { fi: 'riskirekisteri', en: 'risk register' },
      communication: { fi: 'viestintäsuunnitelma', en: 'communication plan' },
      champions: { fi: 'vertaistukijat', en: 'champions' },
    },
    ownWords: { champions: 'championWord' },
    ownForm: (word) => ({ fi: manyOf(word) ?? `vertaistukijat (${word})`, en: champions(word) }),
    required: true,
    initial: 'status',
  }),
  session: reference({
    label: { fi: 'Kokous', en: 'Session' },
    headings: ['tapaaminen'],
    to: ['session'],
    help: { fi: 'kokous, jolle raportti tehdään', en: 'the meeting that the report is made for' },
  }),
  headline: text({
    label: { fi: 'Pääviesti', en: 'Headline' },
    help: { fi: 'yksi virke, jonka lukija muistaa', en: 'the one sentence that the reader remembers' },
  }),
  summary: longText({
    label: { fi: 'Yhteenveto', en: 'Summary' },
    help: { fi: 'omin sanoin, muutama virke', en: 'in your own words, a few sentences' },
  }),
  next: longText({
    label: { fi: 'Seuraavaksi', en: 'Next' },
    help: { fi: 'rivi kutakin asiaa kohti', en: 'a line for each' },
  }),
  asked: longText({
    label: { fi: 'Pyydetyt päätökset', en: 'Decisions asked for' },
    help: { fi: 'rivi kutakin päätöstä kohti', en: 'a line for each' },
  }),
  overall: choice({
    label: { fi: 'Kokonaistila', en: 'Overall state' },
    choices: colours,
    help: {
      fi: 'oma arvio, kun säännöt ehdottavat muuta',
      en: 'your own judgement, where the rules propose another',
    },
  }),
  overallReason: text({
    label: { fi: 'Arvion perustelu', en: 'Reason for the state' },
    neededWhen: { field: 'overall', values: ['green', 'amber', 'red'] },
  }),
  language: choice({
    label: { fi: 'Kieli', en: 'Language' },
    choices: { fi: { fi: 'suomi', en: 'Finnish' }, en: { fi: 'englanti', en: 'English' } },
    internal: true,
  }),
  parts: choices({
    label: { fi: 'Osat', en: 'Parts' },
    help: { fi: 'tyhjä: kaikki', en: 'none: all of them' },
    choices: {
      plan: { fi: 'toimenpiteet', en: 'activities' },
      indicators: { fi: 'mittarit', en: 'indicators' },
      money: { fi: 'talous', en: 'money' },
      recruitment: { fi: 'rekrytointi', en: 'recruitment' },
      meetings: { fi: 'kokoukset', en: 'meetings' },
      risks: { fi: 'riskit', en: 'risks' },
      communication: { fi: 'viestintä', en: 'communication' },
      actions: { fi: 'tehtävät', en: 'tasks' },
      results: { fi: 'tulokset', en: 'results' },
      changes: { fi: 'muutokset', en: 'changes' },
    },
  }),
  starts: day({ label: { fi: 'Jakso alkaa', en: 'Span starts' }, internal: true }),
  ends: day({
    label: { fi: 'Jakso päättyy', en: 'Span ends' },
    brief: { fi: 'Päivään', en: 'To' },
    headings: ['päivä'],
    internal: true,
  }),
  seq: whole({ label: { fi: 'Historian vaihe, johon asti', en: 'Up to step' }, least: 0, internal: true }),
  handedOver: day({ label: { fi: 'Luovutettu', en: 'Handed over' }, later: true }),
  recipient: text({ label: { fi: 'Kenelle', en: 'To whom' }, headings: ['vastaanottaja'], later: true }),
  files: data({
    label: { fi: 'Säilytetyt tiedostot', en: 'Files kept' },
    shape: reportFiles,
    words: {
      read: () => null,
      write: (files) => files.map(({ format, size }) => `${format} ${Math.ceil(size / 1024)} kB`).join(', '),
    },
    internal: true,
  }),
  ...noted,
};

/**
 * A report: a draft with what the planner writes for it, until it is handed over. From then on it is kept as it was: its
 * files lie beside it, and only to whom it went, and notes, may still change.
 */
export const report = defineRegister({
  name: 'report',
  label: { one: { fi: 'raportti', en: 'report' }, many: { fi: 'raportit', en: 'reports' } },
  aliases: ['raportti'],
  code: { prefix: 'RA' },
  fields,
  derived: {
    state: {
      field: choice({
        label: { fi: 'Tila', en: 'State' },
        choices: { draft: { fi: 'luonnos', en: 'draft' }, kept: { fi: 'luovutettu', en: 'handed over' } },
      }),
      when: 'byDay',
      sql: `CASE WHEN t.files IS NULL THEN 'draft' ELSE 'kept' END`,
    },
  },
  heading: { sql: 't.title' },
  list: {
    columns: ['code', 'title', 'state', 'ends', 'kind', 'handedOver', 'recipient', 'language'],
    sort: ['-ends', '-code'],
    beside: { day: ['handedOver', 'ends'] },
  },
  happened: [
    { kind: 'handedOver', label: { fi: 'Luovutettu', en: 'Handed over' }, field: 'handedOver', when: '1' },
  ],
  naturalKey: ['title', 'kind', 'session'],
  closed: 't.files IS NOT NULL',
});
