import { risk as riskRegister } from '../../registers/risk.ts';
import { action as actionRegister } from '../../registers/action.ts';
import { riskScore } from '../../domain/risk.ts';
import { choiceWord } from '../voice.ts';
import { loop, place } from './places.ts';
import type { Measure, RegisteredRisk, RiskHistory, RiskRegister } from '../risks/model.ts';
import type { Place } from './places.ts';

const choice = (name: 'category' | 'state' | 'level' | 'response' | 'proximity', fi: string, en: string) =>
  place<RiskHistory>(name, fi, en, ({ risk }, { language }) =>
    choiceWord(riskRegister, name, risk[name], language),
  );

const text = (
  name: 'code' | 'title' | 'cause' | 'event' | 'effect' | 'owner' | 'handling' | 'closingReason',
  fi: string,
  en: string,
) => place<RiskHistory>(name, fi, en, ({ risk }) => risk[name]);

const count = (value: number | null): string => (value === null ? '' : `${value}`);

const assessmentPlaces: readonly Place<RiskHistory['history'][number]>[] = [
  place('day', 'päivä', 'day', (entry, { day }) => day(entry.day)),
  place('probability', 'todennäköisyys', 'probability', ({ probability }) => count(probability)),
  place('impact', 'vaikutus', 'impact', ({ impact }) => count(impact)),
  place('score', 'riskiluku', 'score', ({ probability, impact }) => count(riskScore(probability, impact))),
  place('reason', 'perustelu', 'reason', ({ reason }) => reason),
  place('author', 'arvioija', 'author', ({ author }) => author),
];

const measurePlaces: readonly Place<Measure>[] = [
  place('code', 'tunnus', 'code', ({ code }) => code),
  place('title', 'toimi', 'measure', ({ title }) => title),
  place('owner', 'vastuuhenkilö', 'who is responsible', ({ owner }) => owner),
  place('due', 'määräpäivä', 'due day', ({ due }, { day }) => day(due)),
  place('state', 'tila', 'state', ({ state }, { language }) =>
    choiceWord(actionRegister, 'state', state ?? 'open', language),
  ),
];

const riskPlaces: readonly Place<RiskHistory>[] = [
  text('code', 'tunnus', 'code'),
  text('title', 'riski', 'risk'),
  choice('category', 'luokka', 'category'),
  choice('state', 'tila', 'state'),
  choice('level', 'taso', 'level'),
  place('score', 'riskiluku', 'score', ({ risk }) => count(risk.score)),
  place('probability', 'todennäköisyys 1–5', 'probability 1–5', ({ risk }) => count(risk.probability)),
  place('impact', 'vaikutus 1–5', 'impact 1–5', ({ risk }) => count(risk.impact)),
  place('change', 'riskiluvun muutos', 'change of the score', ({ risk, scoreBefore }, voice) =>
    risk.score === null ? '' : voice.change(risk.score, scoreBefore),
  ),
  text('cause', 'syy', 'cause'),
  text('event', 'tapahtuma', 'event'),
  text('effect', 'seuraus', 'effect'),
  text('owner', 'omistaja', 'owner'),
  choice('response', 'suhtautuminen', 'response'),
  text('handling', 'varautuminen', 'handling'),
  choice('proximity', 'ajankohta', 'proximity'),
  text('closingReason', 'sulkemisen syy', 'reason for closing'),
  place('review', 'seuraava päivitys', 'next review', ({ risk }, { day }) => day(risk.review)),
  loop('assessments', 'riskiarviot', 'assessments', ({ history }) => history, assessmentPlaces),
  loop('measures', 'hallintatoimet', 'measures', ({ measures }) => measures, measurePlaces),
];

const isHigh = ({ thresholds }: RiskRegister, { score }: RegisteredRisk): boolean =>
  (score ?? 0) >= thresholds.high;

/** Places of the risk register. */
export const registerPlaces: readonly Place<RiskRegister>[] = [
  place('count', 'avoimia riskejä', 'open risks', ({ open }) => `${open.length}`),
  place(
    'high',
    'niistä korkeita',
    'of them high',
    (register) => `${register.open.filter(({ risk }) => isHigh(register, risk)).length}`,
  ),
  loop(
    'risks',
    'avoimet riskit, suurin ensin',
    'open risks, the highest first',
    ({ open }) => open,
    riskPlaces,
  ),
  loop('closed', 'suljetut ja toteutuneet', 'closed and realised', ({ over }) => over, riskPlaces),
];
