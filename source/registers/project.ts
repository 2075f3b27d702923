import { choice, data, day, email, longText, text, words } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whole numbers by level of risk, such as thresholds of the score or months between reviews. */
const byLevel = (value: unknown): Record<string, number> | null =>
  isObject(value) && Object.values(value).every((number) => Number.isSafeInteger(number))
    ? (value as Record<string, number>)
    : null;

export interface Break {
  readonly fromWeek: number;
  readonly toWeek: number;
}

const isWeek = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= 53;
const breaks = (value: unknown): readonly Break[] | null =>
  Array.isArray(value) &&
  value.every((item) => isObject(item) && isWeek(item['fromWeek']) && isWeek(item['toWeek']))
    ? (value as Break[])
    : null;

const fields = {
  title: text({ label: { fi: 'Hankkeen nimi', en: 'Title' }, required: true }),
  shortName: text({ label: { fi: 'Lyhyt nimi', en: 'Short name' } }),
  projectCode: text({ label: { fi: 'Hankekoodi', en: 'Project code' } }),
  programme: text({ label: { fi: 'Ohjelma tai rahasto', en: 'Programme or fund' } }),
  funder: text({ label: { fi: 'Rahoittaja', en: 'Funder' } }),
  funderContact: text({ label: { fi: 'Rahoittajan yhteyshenkilö', en: "Funder's contact" } }),
  funderEmail: email({ label: { fi: 'Yhteyshenkilön sähköposti', en: "Contact's e-mail" } }),
  decisionDay: day({ label: { fi: 'Rahoituspäätöksen päivä', en: 'Day of the funding decision' } }),
  decisionDnro: text({ label: { fi: 'Rahoituspäätöksen dnro', en: 'Register number of the decision' } }),
  organisation: text({ label: { fi: 'Organisaatio', en: 'Organisation' } }),
  successor: text({ label: { fi: 'Seuraajaorganisaatio', en: 'Succeeding organisation' } }),
  start: day({ label: { fi: 'Alkaa', en: 'Start' } }),
  end: day({ label: { fi: 'Päättyy', en: 'End' } }),
  plannedEnd: day({ label: { fi: 'Alkuperäinen päättymispäivä', en: 'End as first planned' } }),
  timeZone: text({
    label: { fi: 'Aikavyöhyke', en: 'Time zone' },
    required: true,
    initial: 'Europe/Helsinki',
  }),
  language: choice({
    label: { fi: 'Hankkeen kieli', en: 'Language of the project' },
    choices: { fi: { fi: 'suomi', en: 'Finnish' }, en: { fi: 'englanti', en: 'English' } },
    initial: 'fi',
  }),
  championWord: text({ label: { fi: 'Vertaistukijan nimitys', en: 'Word for a champion' } }),
  breaks: data({ label: { fi: 'Tauot viikkoina', en: 'Breaks in weeks' }, shape: breaks }),
  riskThresholds: data({
    label: { fi: 'Riskitasojen rajat', en: 'Thresholds of risk levels' },
    shape: byLevel,
  }),
  riskRhythm: data({
    label: { fi: 'Riskien päivitysväli, kk', en: 'Months between risk reviews' },
    shape: byLevel,
  }),
  keepUntil: day({ label: { fi: 'Asiakirjat säilytettävä', en: 'Records kept until' } }),
  partners: words({ label: { fi: 'Kumppanit', en: 'Partners' } }),
  summary: longText({ label: { fi: 'Kuvaus', en: 'Summary' } }),
  ...noted,
};

/** The one project that a file is of: a single record whose changes are journalled like any other's. */
export const project = defineRegister({
  name: 'project',
  label: { one: { fi: 'hanke', en: 'project' }, many: { fi: 'hanke', en: 'project' } },
  aliases: ['hanke'],
  code: { prefix: 'HANKE' },
  fields,
  heading: { sql: 'coalesce(t.shortName, t.title)' },
  list: { columns: ['code', 'title', 'start', 'end', 'funder'], sort: ['code'] },
  due: [
    {
      kind: 'projectEnds',
      label: { fi: 'Hanke päättyy', en: 'Project ends' },
      day: 't."end"',
      until: 't."end"',
      when: '1',
    },
  ],
  naturalKey: ['title'],
});
