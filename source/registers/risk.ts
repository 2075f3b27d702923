import { riskLevelNames, riskWarnings } from '../domain/risk.ts';
import { choice, choices, day, longText, references, text, who, whole } from '../fields/index.ts';
import { impactSteps, probabilitySteps } from './assessment.ts';
import { defineRegister } from './define.ts';
import { latest, noted } from './parts.ts';
import {
  active,
  judged,
  judgedThen,
  levelOf,
  measuresLeft,
  months,
  unescalated,
  warned,
} from './risk-sql.ts';
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
    steps: probabilitySteps,
  }),
  targetImpact: whole({
    label: { fi: 'Jäännösvaikutus', en: 'Target impact' },
    least: 1,
    most: 5,
    steps: impactSteps,
  }),
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
  closingReason: text({
    label: { fi: 'Sulkemisen syy', en: 'Reason for closing' },
    neededWhen: { field: 'state', values: ['closed'] },
  }),
  realisedOn: day({ label: { fi: 'Toteutui', en: 'Realised on' }, later: true }),
  escalated: day({
    label: { fi: 'Viety ohjausryhmään', en: 'Escalated' },
    help: {
      fi: 'päivä, jona riski vietiin ohjausryhmän tietoon',
      en: 'the day on which the steering group was told',
    },
    later: true,
  }),
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
const assessedOrSet = [...assessed, { register: 'project' }] as const;

const fromAssessment = (
  field: string,
  label: { fi: string; en: string },
  headings: string[],
  steps: typeof probabilitySteps | typeof impactSteps,
): Derived => ({
  field: whole({ label, headings, least: 1, most: 5, steps }),
  when: 'stored',
  sql: latest('assessment', 'risk', field),
  reads: assessed,
  through: { log: 'assessment', field },
});

const derived = {
  probability: fromAssessment(
    'probability',
    { fi: 'Todennäköisyys', en: 'Probability' },
    ['t', 'tn'],
    probabilitySteps,
  ),
  impact: fromAssessment('impact', { fi: 'Vaikutus', en: 'Impact' }, ['v', 'vaikuttavuus'], impactSteps),
  assessed: {
    field: day({ label: { fi: 'Arvioitu', en: 'Assessed' } }),
    when: 'stored',
    sql: latest('assessment', 'risk', 'day'),
    reads: assessed,
  },
  score: {
    field: whole({ label: { fi: 'Riskiluku', en: 'Score' }, brief: { fi: 'Luku', en: 'Score' } }),
    when: 'stored',
    sql: 't.probability * t.impact',
    reads: assessed,
  },
  inherent: {
    field: whole({ label: { fi: 'Alkuperäinen riskiluku', en: 'Inherent score' } }),
    when: 'stored',
    sql: judged('ASC'),
    reads: assessed,
  },
  target: {
    field: whole({ label: { fi: 'Tavoiteriskiluku', en: 'Target score' } }),
    when: 'stored',
    sql: 't.targetProbability * t.targetImpact',
  },
  level: {
    field: choice({ label: { fi: 'Taso', en: 'Level' }, choices: riskLevelNames }),
    when: 'stored',
    sql: levelOf('t.score'),
    reads: assessedOrSet,
  },
  levelSince: {
    field: day({ label: { fi: 'Tasolla alkaen', en: 'At this level since' } }),
    when: 'stored',
    sql: `(SELECT min(entry.day) FROM assessment AS entry WHERE entry.risk = t.id AND entry.removedStep IS NULL
      AND entry.probability * entry.impact IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assessment AS later
        WHERE later.risk = t.id AND later.removedStep IS NULL AND later.probability * later.impact IS NOT NULL
        AND (later.day, later.id) >= (entry.day, entry.id)
        AND ${levelOf('later.probability * later.impact')} IS NOT t.level))`,
    reads: assessedOrSet,
  },
  trend: {
    field: choice({
      label: { fi: 'Suunta', en: 'Trend' },
      choices: {
        falling: { fi: 'pienenee', en: 'falling' },
        steady: { fi: 'ennallaan', en: 'steady' },
        rising: { fi: 'kasvaa', en: 'rising' },
      },
    }),
    when: 'stored',
    sql: `CASE sign(${judged('DESC')} - ${judged('DESC', 1)}) WHEN 1 THEN 'rising' WHEN 0 THEN 'steady' WHEN -1 THEN 'falling' END`,
    reads: assessed,
  },
  review: {
    field: day({
      label: { fi: 'Päivitettävä', en: 'Next review' },
      brief: { fi: 'Päivitys', en: 'Review' },
      headings: ['seuraava tarkastelu'],
    }),
    when: 'stored',
    sql: `CASE WHEN ${active} THEN
      CASE WHEN t.reviewBy > coalesce(t.assessed, '') THEN t.reviewBy ELSE monthsLater(t.assessed, ${months}) END END`,
    reads: assessedOrSet,
    through: { field: 'reviewBy' },
  },
  movement: {
    field: whole({
      label: { fi: 'Muutos ohjausryhmästä', en: 'Since steering group' },
      brief: { fi: 'Muutos', en: 'Change' },
    }),
    when: 'byDay',
    sql: `t.score - ${judgedThen('probability')} * ${judgedThen('impact')}`,
  },
  measures: {
    field: whole({ label: { fi: 'Hallintatoimenpiteitä', en: 'Measures' } }),
    when: 'byDay',
    sql: measuresLeft,
  },
  warnings: {
    field: choices({
      label: { fi: 'Huomiot', en: 'Warnings' },
      headings: ['huomio', 'warning'],
      choices: riskWarnings,
    }),
    when: 'byDay',
    sql: `CASE WHEN ${active} THEN '[' || rtrim(${warned}, ',') || ']' ELSE '[]' END`,
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
    columns: ['code', 'title', 'score', 'level', 'review', 'owner', 'state', 'category'],
    sort: ['-score', 'code'],
    last: `t.state IN ('realised', 'closed')`,
  },
  due: [
    {
      kind: 'review',
      label: { fi: 'Riskin päivitys', en: 'Risk review' },
      day: 't.review',
      when: active,
      reads: assessed,
    },
    {
      kind: 'unassessed',
      label: { fi: 'Arvioimatta', en: 'Not assessed' },
      day: 't.identified',
      when: `${active} AND t.score IS NULL`,
      reads: assessed,
    },
    {
      kind: 'escalate',
      label: { fi: 'Vie ohjausryhmään', en: 'Take to the steering group' },
      day: 't.levelSince',
      when: `${active} AND ${unescalated}`,
      reads: assessedOrSet,
    },
    {
      kind: 'noOwner',
      label: { fi: 'Riskiltä puuttuu omistaja', en: 'Risk without an owner' },
      day: `date(t.identified, '+7 days')`,
      when: `${active} AND t.owner IS NULL`,
    },
  ],
  naturalKey: ['title'],
  closed: `t.state IN ('closed')`,
});
