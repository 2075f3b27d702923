import { addMinutes } from '../../domain/days/day.ts';
import { formatLocalTime, formatTime } from '../../domain/days/format-day.ts';
import { action as actionRegister } from '../../registers/action.ts';
import { agenda as agendaRegister } from '../../registers/agenda.ts';
import { attendance as attendanceRegister } from '../../registers/attendance.ts';
import { membership as membershipRegister } from '../../registers/membership.ts';
import { session as sessionRegister } from '../../registers/session.ts';
import { choiceWord } from '../voice.ts';
import { loop, place } from './places.ts';
import type {
  Guest,
  Member,
  MinutedAction,
  MinutedDecision,
  Minutes,
  MinutedItem,
} from '../minutes/model.ts';
import type { Place } from './places.ts';

const decisionPlaces: readonly Place<MinutedDecision>[] = [
  place('code', 'tunnus', 'code', ({ code }) => code),
  place('title', 'päätöksen otsikko', 'title of the decision', ({ title }) => title),
  place('text', 'päätös sanasta sanaan', 'the decision word for word', ({ text }) => text),
];

const actionPlaces: readonly Place<MinutedAction>[] = [
  place('code', 'tunnus', 'code', ({ code }) => code),
  place('title', 'tehtävä', 'action', ({ title }) => title),
  place('owner', 'vastuuhenkilö', 'who is responsible', ({ owner }) => owner),
  place('due', 'määräpäivä', 'due day', ({ due }, { day }) => day(due)),
  place('state', 'tila', 'state', ({ state }, { language }) =>
    choiceWord(actionRegister, 'state', state ?? 'open', language),
  ),
];

interface Item {
  readonly item: MinutedItem;
  readonly decisions: readonly MinutedDecision[];
  readonly number: number;
}

const itemPlaces: readonly Place<Item>[] = [
  place('number', 'asian numero', 'number of the item', ({ number }) => `${number}`),
  place('title', 'asia', 'item', ({ item }) => item.title),
  place('presenter', 'esittelijä', 'presenter', ({ item }) => item.presenter),
  place('minutes', 'varattu aika, min', 'minutes planned', ({ item }) =>
    item.minutes === null ? '' : `${item.minutes}`,
  ),
  place('background', 'taustaa', 'background', ({ item }) => item.background),
  place('outcome', 'mihin tultiin', 'outcome', ({ item }) => item.outcome),
  place('state', 'asian tila', 'state of the item', ({ item }, { language }) =>
    choiceWord(agendaRegister, 'state', item.state ?? 'open', language),
  ),
  loop('decisions', 'asian päätökset', 'decisions at the item', ({ decisions }) => decisions, decisionPlaces),
];

const memberPlaces: readonly Place<Member>[] = [
  place('name', 'nimi', 'name', ({ name }) => name),
  place('jobTitle', 'nimike', 'job title', ({ jobTitle }) => jobTitle),
  place(
    'role',
    'rooli',
    'role',
    ({ role, ownRole }, { language }) =>
      ownRole ?? choiceWord(membershipRegister, 'role', role ?? 'member', language),
  ),
  place('mark', 'läsnäolo', 'attendance', ({ mark, deputy }, { language, reports }) => {
    const word =
      mark === null ? reports.minutes.notMarked : choiceWord(attendanceRegister, 'mark', mark, language);
    return deputy === null ? word : `${word}: ${deputy}`;
  }),
];

const guestPlaces: readonly Place<Guest>[] = [
  place('name', 'nimi', 'name', ({ name }) => name),
  place('jobTitle', 'nimike', 'job title', ({ jobTitle }) => jobTitle),
];

/** Places of minutes and invitations. */
export const minutesPlaces: readonly Place<Minutes>[] = [
  place('group', 'ryhmä', 'group', ({ session }) => session.group),
  place(
    'number',
    'kokouksen numero',
    'number of the meeting',
    ({ session }) => session.number ?? session.code,
  ),
  place('time', 'aika', 'time', ({ session }, { language }) => {
    const { startsAt, startedAt, endedAt, minutes } = session;
    const planned = minutes === null || startedAt !== null ? null : addMinutes(startsAt, minutes);
    const end = endedAt ?? planned;
    return `${formatLocalTime(startedAt ?? startsAt, language)}${end === null ? '' : `–${formatTime(end, language)}`}`;
  }),
  place('place', 'paikka', 'place', ({ session }) => session.place),
  place('link', 'linkki', 'link', ({ session }) => session.link),
  place('topic', 'aihe', 'topic', ({ session }) => session.topic),
  place('guest', 'vieras', 'guest', ({ session }) => session.guest),
  place('dnro', 'dnro', 'register number', ({ session }) => session.dnro),
  place('state', 'kokouksen tila', 'state of the meeting', ({ session }, { language }) =>
    choiceWord(sessionRegister, 'state', session.state ?? 'planned', language),
  ),
  place(
    'held',
    'onko kokous pidetty',
    'whether the meeting was held',
    ({ session }) => session.state === 'held',
  ),
  place(
    'quorate',
    'oliko kokous päätösvaltainen',
    'whether there was a quorum',
    ({ isQuorate }) => isQuorate === true,
  ),
  place(
    'presentCount',
    'läsnä äänivaltaisia',
    'members with a vote present',
    ({ votersPresent }) => `${votersPresent}`,
  ),
  place('memberCount', 'äänivaltaisia jäseniä', 'members with a vote', ({ voters }) => `${voters}`),
  loop(
    'members',
    'jäsenet ja läsnäolo',
    'members and their attendance',
    ({ roster }) => roster,
    memberPlaces,
  ),
  loop('guests', 'muut läsnä olleet', 'others who were there', ({ guests }) => guests, guestPlaces),
  loop(
    'agenda',
    'esityslistan asiat',
    'items of the agenda',
    ({ items }) =>
      items.map(({ item, decisions }, index) => ({ item, decisions, number: item.position ?? index + 1 })),
    itemPlaces,
  ),
  loop(
    'decisions',
    'kaikki päätökset',
    'all decisions',
    ({ items, decisions }) => [...items.flatMap((one) => one.decisions), ...decisions],
    decisionPlaces,
  ),
  loop('actions', 'sovitut tehtävät', 'actions agreed', ({ actions }) => actions, actionPlaces),
  place('notes', 'muistiinpanot', 'notes', ({ session }) => session.minutesText),
  place('next', 'seuraava kokous', 'next meeting', ({ next }, { language }) =>
    next === null
      ? ''
      : `${formatLocalTime(next.startsAt, language)}${next.place === null ? '' : `, ${next.place}`}`,
  ),
];
