import { risk as riskRegister } from '../../registers/risk.ts';
import { choiceWord, named } from '../voice.ts';
import { loop, place } from './places.ts';
import type { StatusReport } from '../status/model.ts';
import type { Colour } from '../status/lights.ts';
import type { GroupFigures } from '../status/meetings.ts';
import type { LateAction } from '../status/promises.ts';
import type { RiskStanding } from '../status/risk-figures.ts';
import type { Place } from './places.ts';

const lightPlaces: readonly Place<{
  readonly area: 'schedule' | 'results' | 'people' | 'risks';
  readonly colour: Colour;
}>[] = [
  place('area', 'osa-alue', 'area', ({ area }, { words }) => words.areas[area]),
  place('light', 'tila sanana', 'state in a word', ({ colour }, { words }) => words.colours[colour]),
];

const riskPlaces: readonly Place<RiskStanding>[] = [
  place('title', 'riski tunnuksineen', 'risk with its code', ({ risk }) => named(risk)),
  place('score', 'riskiluku', 'score', ({ risk }) => (risk.score === null ? '' : `${risk.score}`)),
  place('level', 'taso', 'level', ({ risk }, { language }) =>
    choiceWord(riskRegister, 'level', risk.level, language),
  ),
  place('change', 'riskiluvun muutos', 'change of the score', ({ risk, scoreBefore }, voice) =>
    risk.score === null ? '' : voice.change(risk.score, scoreBefore),
  ),
  place('owner', 'omistaja', 'owner', ({ risk }) => risk.owner),
  place('reason', 'viimeisin perustelu', 'latest reason', ({ reason }) => reason),
];

const groupPlaces: readonly Place<GroupFigures>[] = [
  place('title', 'ryhmä', 'group', ({ group }) => group.title),
  place('held', 'pidetty jaksolla', 'held in the span', ({ heldInSpan }) => `${heldInSpan}`),
  place('all', 'pidetty kaikkiaan', 'held in all', ({ heldInAll }) => `${heldInAll}`),
  place('present', 'läsnä keskimäärin', 'present on average', ({ attendance }, { mean }) =>
    attendance === null ? '' : mean(attendance.mean),
  ),
  place('next', 'seuraava', 'next', ({ next }, { day }) => day(next)),
];

const actionPlaces: readonly Place<LateAction>[] = [
  place('title', 'tehtävä tunnuksineen', 'action with its code', ({ action }) => named(action)),
  place('owner', 'vastuuhenkilö', 'who is responsible', ({ action }) => action.owner),
  place('due', 'määräpäivä', 'due day', ({ action }, { day }) => day(action.due)),
  place('days', 'päivää myöhässä', 'days late', ({ days }) => `${days}`),
];

/** Places of the status report beside its parts. */
export const statusPlaces: readonly Place<StatusReport>[] = [
  place(
    'overall',
    'kokonaistila sanana',
    'overall state in a word',
    ({ lights, written }, { words }) => words.colours[written?.overall ?? lights.overall],
  ),
  loop(
    'lights',
    'tila osa-alueittain',
    'state by area',
    ({ lights }) =>
      (['schedule', 'results', 'people', 'risks'] as const).map((area) => ({ area, colour: lights[area] })),
    lightPlaces,
  ),
  loop(
    'risks',
    'avoimet riskit, suurin ensin',
    'open risks, the highest first',
    ({ risks }) => risks.open,
    riskPlaces,
  ),
  loop(
    'groups',
    'ryhmät ja niiden kokoukset',
    'groups and their meetings',
    ({ meetings }) => meetings,
    groupPlaces,
  ),
  loop(
    'lateActions',
    'myöhässä olevat tehtävät',
    'actions that are late',
    ({ promises }) => promises.lateActions,
    actionPlaces,
  ),
];
