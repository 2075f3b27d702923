import { defaultReviewRhythm, defaultThresholds, riskLevelNames, riskLevels } from '../domain/risk.ts';
import { choice, day, longText, references, text, who, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';
import { latest, noted, projectValue } from './parts.ts';
import type { Derived } from './define.ts';

const fields = {
  title: text({
    label: { fi: 'Riski', en: 'Risk' },
    headings: ['otsikko', 'riskin nimi', 'title', 'name', 'kuvaus'],
    required: true,
  }),
  category: choice({
    label: { fi: 'Luokka', en: 'Category' },
    headings: ['riskilaji', 'riskiluokka', 'luokitus'],
    choices: {
      schedule: { fi: 'aikataulu', en: 'schedule' },
      communication: { fi: 'viestintä', en: 'communication' },
      personnel: { fi: 'henkilöstö', en: 'personnel' },
      administration: { fi: 'hallinto', en: 'administration' },
      commitment: { fi: 'sitoutuminen', en: 'commitment' },
      activities: { fi: 'toiminta', en: 'activities' },
      finance: { fi: 'talous', en: 'finance' },
      environment: { fi: 'toimintaympäristö', en: 'operating environment' },
      other: { fi: 'muu', en: 'other' },
    },
  }),
  cause: longText({ label: { fi: 'Syy', en: 'Cause' }, headings: ['syyt'] }),
  event: longText({ label: { fi: 'Tapahtuma', en: 'Event' } }),
  effect: longText({ label: { fi: 'Seuraus', en: 'Effect' }, headings: ['vaikutukset', 'seuraukset'] }),
  owner: who({
    label: { fi: 'Omistaja', en: 'Owner' },
    headings: ['vastuuhenkilö', 'riskin omistaja', 'vastuu'],
  }),
  response: choice({
    label: { fi: 'Suhtautuminen', en: 'Response' },
    headings: ['vaste', 'strategia'],
    choices: {
      avoid: { fi: 'vältetään', en: 'avoid' },
      reduce: { fi: 'pienennetään', en: 'reduce' },
      transfer: { fi: 'siirretään', en: 'transfer' },
      accept: { fi: 'hyväksytään', en: 'accept' },
      use: { fi: 'hyödynnetään', en: 'use' },
    },
  }),
  handling: longText({
    label: { fi: 'Varautuminen', en: 'Handling' },
    headings: ['varautumistoimet', 'hallintakeino', 'hallintakeinot', 'toimenpiteet'],
  }),
  targetProbability: whole({
    label: { fi: 'Jäännöstodennäköisyys', en: 'Target probability' },
    least: 1,
    most: 5,
  }),
  targetImpact: whole({ label: { fi: 'Jäännösvaikutus', en: 'Target impact' }, least: 1, most: 5 }),
  proximity: text({ label: { fi: 'Ajankohta', en: 'Proximity' } }),
  state: choice({
    label: { fi: 'Tila', en: 'State' },
    headings: ['status'],
    initial: 'open',
    choices: {
      open: { fi: 'avoin', en: 'open' },
      handled: { fi: 'käsittelyssä', en: 'being handled' },
      realised: { fi: 'toteutunut', en: 'realised' },
      closed: { fi: 'suljettu', en: 'closed' },
    },
  }),
  closingReason: text({ label: { fi: 'Sulkemisen syy', en: 'Reason for closing' } }),
  identified: day({
    label: { fi: 'Tunnistettu', en: 'Identified' },
    headings: ['kirjattu', 'pvm'],
    initial: 'today',
  }),
  reviewBy: day({
    label: { fi: 'Tarkastelu viimeistään', en: 'Review by' },
    headings: ['seuraava päivitys'],
  }),
  objectives: references({ label: { fi: 'Tavoitteet', en: 'Objectives' }, to: ['objective'] }),
  ...noted,
};

const assessed = [{ register: 'assessment', field: 'risk' }] as const;

const fromAssessment = (field: string, label: { fi: string; en: string }, headings: string[]): Derived => ({
  field: whole({ label, headings, least: 1, most: 5 }),
  when: 'stored',
  sql: latest('assessment', 'risk', field),
  reads: assessed,
  through: { log: 'assessment', field },
});

const threshold = (level: string): string => `json_extract(${projectValue('riskThresholds')}, '$.${level}')`;
const usualRhythm = riskLevels.map((level) => `WHEN '${level}' THEN ${defaultReviewRhythm[level]}`).join(' ');
const rhythm = `json_extract(${projectValue('riskRhythm')}, '$.' || t.level)`;

const derived = {
  probability: fromAssessment('probability', { fi: 'Todennäköisyys', en: 'Probability' }, ['t', 'tn']),
  impact: fromAssessment('impact', { fi: 'Vaikutus', en: 'Impact' }, ['v', 'vaikuttavuus']),
  assessed: {
    field: day({ label: { fi: 'Arvioitu', en: 'Assessed' } }),
    when: 'stored',
    sql: latest('assessment', 'risk', 'day'),
    reads: assessed,
  },
  score: {
    field: whole({ label: { fi: 'Riskiluku', en: 'Score' } }),
    when: 'stored',
    sql: 't.probability * t.impact',
    reads: assessed,
  },
  inherent: {
    field: whole({ label: { fi: 'Alkuperäinen riskiluku', en: 'Inherent score' } }),
    when: 'stored',
    sql: `(SELECT entry.probability * entry.impact FROM assessment AS entry WHERE entry.risk = t.id
      AND entry.removedStep IS NULL ORDER BY entry.day, entry.id LIMIT 1)`,
    reads: assessed,
  },
  level: {
    field: choice({ label: { fi: 'Taso', en: 'Level' }, choices: riskLevelNames }),
    when: 'stored',
    sql: `CASE WHEN t.score IS NULL THEN NULL
      WHEN t.score >= coalesce(${threshold('veryHigh')}, ${defaultThresholds.veryHigh}) THEN 'veryHigh'
      WHEN t.score >= coalesce(${threshold('high')}, ${defaultThresholds.high}) THEN 'high'
      WHEN t.score >= coalesce(${threshold('moderate')}, ${defaultThresholds.moderate}) THEN 'moderate' ELSE 'low' END`,
    reads: [...assessed, { register: 'project' }],
  },
  review: {
    field: day({ label: { fi: 'Päivitettävä', en: 'Next review' }, headings: ['seuraava tarkastelu'] }),
    when: 'stored',
    sql: `CASE WHEN t.state IN ('open', 'handled') THEN
      CASE WHEN t.reviewBy > coalesce(t.assessed, '') THEN t.reviewBy ELSE date(t.assessed, '+' || coalesce(${rhythm}, CASE t.level ${usualRhythm} END) || ' months') END END`,
    reads: [...assessed, { register: 'project' }],
    through: { field: 'reviewBy' },
  },
} as const satisfies Record<string, Derived>;

export const risk = defineRegister({
  name: 'risk',
  label: { one: { fi: 'riski', en: 'risk' }, many: { fi: 'riskit', en: 'risks' } },
  aliases: ['riski', 'riskit'],
  code: { prefix: 'R' },
  fields,
  derived,
  heading: { sql: 't.title' },
  list: {
    columns: ['code', 'title', 'score', 'level', 'owner', 'review', 'category', 'state'],
    sort: ['-score', 'code'],
  },
  due: [
    {
      kind: 'review',
      label: { fi: 'Riskin päivitys', en: 'Risk review' },
      day: 't.review',
      when: `t.state IN ('open', 'handled')`,
      reads: assessed,
    },
    {
      kind: 'unassessed',
      label: { fi: 'Arvioimatta', en: 'Not assessed' },
      day: 't.identified',
      when: `t.state IN ('open', 'handled') AND t.score IS NULL`,
      reads: assessed,
    },
  ],
  naturalKey: ['title'],
  closed: `t.state IN ('closed')`,
});
