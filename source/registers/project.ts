import { formatBreaks, parseBreaks } from '../domain/days/breaks.ts';
import { funderFactNames, parseFunderHeadings } from '../domain/funding/funder-headings.ts';
import {
  paymentPeriods,
  readPaymentPeriods,
  writePaymentPeriods,
} from '../domain/funding/payment-periods.ts';
import { areThresholds, defaultThresholds, riskLevelNames, riskLevels } from '../domain/risk.ts';
import { UserError } from '../errors.ts';
import { choice, data, day, email, longText, text, whole, words, zone } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { noted } from './parts.ts';
import type { FieldContext } from '../fields/index.ts';
import type { YearlyBreak } from '../domain/days/breaks.ts';
import type { RiskLevel } from '../domain/risk.ts';
import type { Label, Language } from '../language/language.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type ByLevel = Readonly<Partial<Record<RiskLevel, number>>>;

/** Whole numbers by level of risk. */
const byLevel = (value: unknown): ByLevel | null =>
  isObject(value) &&
  Object.entries(value).every(
    ([level, number]) => riskLevels.some((one) => one === level) && Number.isSafeInteger(number),
  )
    ? value
    : null;

/** The least score of each level; those not given stay as usual. @throws UserError when they do not rise */
const thresholds = (value: unknown): ByLevel | null => {
  const given = byLevel(value);
  if (given === null || given.low !== undefined) return null;
  if (!areThresholds({ ...defaultThresholds, ...given })) throw new UserError('wrong-thresholds', undefined);
  return given;
};

/** Months between reviews. */
const rhythm = (value: unknown): ByLevel | null => {
  const given = byLevel(value);
  const isRhythm = Object.values(given ?? {}).every((months) => months >= 1 && months <= 60);
  return isRhythm ? given : null;
};

/** `kohtalainen 5, korkea 12, erittäin korkea 20`, in either language. */
const byLevelWords = {
  read: (typed: string): unknown => {
    const parts = typed.split(/[,;]/).map((part) => /^\s*(\D+?)[\s:=]*(\d+)\s*$/.exec(part));
    const levels = parts.map((part) =>
      riskLevels.find((level) =>
        [level, riskLevelNames[level].fi, riskLevelNames[level].en].includes(part?.[1]?.toLowerCase() ?? ''),
      ),
    );
    if (levels.includes(undefined)) return null;
    return Object.fromEntries(levels.map((level, index) => [level, Number(parts[index]?.[2])]));
  },
  write: (value: ByLevel, language: Language): string =>
    riskLevels
      .filter((level) => value[level] !== undefined)
      .map((level) => `${riskLevelNames[level][language]} ${value[level]}`)
      .join(', '),
};

/** Five words, from the least step to the greatest. */
const stepWords = (value: unknown): readonly string[] | null =>
  Array.isArray(value) &&
  value.length === 5 &&
  value.every((word) => typeof word === 'string' && word.trim() !== '')
    ? value.map((word) => String(word).trim())
    : null;
const fiveWords = {
  read: (typed: string): unknown =>
    stepWords(typed.split(/[,;]/).map((word) => word.replace(/^\s*[1-5][\s.:=]*/, ''))),
  write: (value: readonly string[]): string => value.join(', '),
};
const fiveHelp = {
  fi: 'viisi sanaa, pienimmästä suurimpaan',
  en: 'five words, from the least to the greatest',
};

/** Kinds of records that auditors may ask for: what they are called here, and the registers in which they lie. */
export const evidence: Readonly<
  Record<string, { readonly label: Label; readonly registers: readonly string[] }>
> = {
  attendance: { label: { fi: 'läsnäolo', en: 'attendance' }, registers: ['attendance'] },
  membership: { label: { fi: 'jäsenyys', en: 'membership' }, registers: ['membership'] },
  candidate: { label: { fi: 'ilmoittautunut', en: 'candidate' }, registers: ['candidate'] },
  session: { label: { fi: 'kokous', en: 'session' }, registers: ['session', 'agenda'] },
  decision: { label: { fi: 'päätös', en: 'decision' }, registers: ['decision'] },
  action: { label: { fi: 'tehtävä', en: 'action' }, registers: ['action'] },
  risk: { label: { fi: 'riski', en: 'risk' }, registers: ['risk'] },
  delivery: { label: { fi: 'viestintätoimenpide', en: 'delivery' }, registers: ['delivery', 'plan'] },
};

const isYears = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 100;
const yearsByKind = (value: unknown): Readonly<Record<string, number>> | null =>
  isObject(value) &&
  Object.entries(value).every(([kind, years]) => Object.hasOwn(evidence, kind) && isYears(years))
    ? (value as Record<string, number>)
    : null;

/** `läsnäolo 10, kokous 10`, in either language. */
const yearWords = {
  read: (typed: string): unknown => {
    const parts = typed.split(/[,;]/).map((part) => /^\s*(\D+?)[\s:=]*(\d+)\s*$/.exec(part));
    const kinds = parts.map((part) => {
      const word = part?.[1]?.toLowerCase() ?? '';
      return Object.keys(evidence).find((kind) =>
        [kind, evidence[kind]?.label.fi, evidence[kind]?.label.en].includes(word),
      );
    });
    if (kinds.includes(undefined)) return null;
    return Object.fromEntries(kinds.map((kind, index) => [kind, Number(parts[index]?.[2])]));
  },
  write: (value: Readonly<Record<string, number>>, language: Language): string =>
    Object.entries(value)
      .map(([kind, years]) => `${evidence[kind]?.label[language] ?? kind} ${years}`)
      .join(', '),
};

const isWeek = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= 53;
const breaks = (value: unknown): readonly YearlyBreak[] | null =>
  Array.isArray(value) &&
  value.every((item) => isObject(item) && isWeek(item['fromWeek']) && isWeek(item['toWeek']))
    ? (value as YearlyBreak[])
    : null;
const breakWords = {
  read: (typed: string): unknown => {
    const parsed = parseBreaks(typed);
    return parsed.ok ? parsed.value : null;
  },
  write: formatBreaks,
};

const periodWords = { read: readPaymentPeriods, write: writePaymentPeriods };

/** One heading a line; words after a sign of equality must say what belongs there. @throws UserError wrong-funder-heading */
const headings = (typed: string | null): string | null => {
  const parsed = parseFunderHeadings(typed ?? '');
  if (parsed.ok) return typed;
  const { line, word } = parsed;
  throw new UserError('wrong-funder-heading', { line, word, names: Object.values(funderFactNames) });
};
const headingsText = longText({
  label: { fi: 'Rahoittajan raporttiotsikot', en: "Headings of the funder's report" },
  help: {
    fi: 'yksi riville; yhtäsuuruusmerkin jälkeen, mitä sen alle kuuluu: Toteutus = toimenpiteet, kokoukset',
    en: 'one a line; after a sign of equality what belongs under it: Work done = activities, meetings',
  },
});

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
  timeZone: zone({
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
  breaks: data({
    label: { fi: 'Tauot viikkoina', en: 'Breaks in weeks' },
    help: { fi: 'esimerkiksi vko 27–31, vko 52–1', en: 'for example week 27–31, week 52–1' },
    shape: breaks,
    words: breakWords,
  }),
  riskThresholds: data({
    label: { fi: 'Riskitasojen rajat', en: 'Thresholds of risk levels' },
    help: { fi: 'kohtalainen 5, korkea 10, erittäin korkea 20', en: 'moderate 5, high 10, very high 20' },
    shape: thresholds,
    words: byLevelWords,
  }),
  riskRhythm: data({
    label: { fi: 'Riskien päivitysväli, kk', en: 'Months between risk reviews' },
    help: {
      fi: 'matala 6, kohtalainen 3, korkea 2, erittäin korkea 1',
      en: 'low 6, moderate 3, high 2, very high 1',
    },
    shape: rhythm,
    words: byLevelWords,
  }),
  probabilityWords: data({
    label: { fi: 'Todennäköisyyden sanat', en: 'Words for probability' },
    help: fiveHelp,
    shape: stepWords,
    words: fiveWords,
  }),
  impactWords: data({
    label: { fi: 'Vaikutuksen sanat', en: 'Words for impact' },
    help: fiveHelp,
    shape: stepWords,
    words: fiveWords,
  }),
  silenceDays: whole({
    label: { fi: 'Viestinnän hiljaisuus enintään, pv', en: 'Longest silence, days' },
    least: 1,
    most: 3650,
    initial: 60,
  }),
  keepUntil: day({ label: { fi: 'Asiakirjat säilytettävä', en: 'Records kept until' } }),
  partners: words({ label: { fi: 'Kumppanit', en: 'Partners' } }),
  summary: longText({ label: { fi: 'Kuvaus', en: 'Summary' } }),
  ...noted,
  recordYears: data({
    label: {
      fi: 'Säilytettävä vähintään, vuosia rahoituspäätöksestä',
      en: 'Kept at least, years from the funding decision',
    },
    brief: { fi: 'Säilytettävä, v', en: 'Kept, years' },
    help: { fi: 'läsnäolo 10, jäsenyys 6', en: 'attendance 10, membership 6' },
    shape: yearsByKind,
    words: yearWords,
  }),
  paymentPeriods: data({
    label: { fi: 'Maksatuskaudet', en: 'Payment periods' },
    help: { fi: '1.9.2021–31.3.2022; 1.4.–30.9.2022', en: '1 Sep 2021 – 31 Mar 2022; 1 Apr – 30 Sep 2022' },
    shape: paymentPeriods,
    words: periodWords,
  }),
  funderHeadings: {
    ...headingsText,
    check: (value: unknown) => headings(headingsText.check(value)),
    read: (typed: string, context: FieldContext) => headings(headingsText.read(typed, context)),
  },
  fundingLine: text({
    label: { fi: 'Rahoitusmaininta', en: 'Funding line' },
    help: {
      fi: 'raporttien alkuun, esimerkiksi: Euroopan unionin osarahoittama',
      en: 'at the head of reports, such as: Co-funded by the European Union',
    },
  }),
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
