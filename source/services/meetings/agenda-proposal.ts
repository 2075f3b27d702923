/** What a session's agenda could hold beside what is there: proposed, and added only when accepted. */
import { addDays } from '../../domain/days/day.ts';
import { formatDay } from '../../domain/days/format-day.ts';
import {
  isAbout,
  isSameItem,
  joinedBackground,
  readStandingAgenda,
} from '../../domain/meetings/standing-agenda.ts';
import { messages } from '../../language/index.ts';
import * as queries from '../../store/queries/agenda-proposal.ts';
import { itemsOf, refuseOver, sessionOf, stepOf } from './running.ts';
import { todayOf } from '../project/project.ts';
import type { Topic } from '../../domain/meetings/standing-agenda.ts';
import type { Language } from '../../language/index.ts';
import type { RunningItem, RunningSession } from './running.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Written } from '../writing/write.ts';

export type ProposalSource = 'standing' | 'postponed' | 'undecided' | Exclude<Topic, 'ending'>;

export interface Proposal {
  readonly source: ProposalSource;
  readonly title: string;
  readonly minutes: number | null;
  readonly presenter: unknown;
  readonly background: string | null;
  /** The item of an earlier session that it goes on with. */
  readonly continues: number | null;
  /** The item that is on the agenda already and only gets its background from this. */
  readonly item: number | null;
}

/** Reports that fall due within these days are worth an item. */
const reportDays = 30;
const isReport = /raport|report/iu;

/** Background for the item of a topic: to the one on the agenda, to one that is proposed, else an item of its own. */
function withTopic(
  proposals: readonly Proposal[],
  items: readonly RunningItem[],
  source: Exclude<Topic, 'ending'>,
  lines: readonly string[],
  title: string,
): Proposal[] {
  const there = items.find((item) => isAbout(item.title, source));
  const fresh = lines.filter((line) => there?.background?.includes(line) !== true);
  if (fresh.length === 0) return [...proposals];
  const background = [there?.background ?? '', ...fresh].filter((line) => line !== '').join('\n');
  const own: Proposal = {
    source,
    title: there?.title ?? title,
    minutes: null,
    presenter: null,
    background,
    continues: null,
    item: there?.id ?? null,
  };
  const host = proposals.findIndex((one) =>
    there === undefined ? one.source === 'standing' && isAbout(one.title, source) : one.item === there.id,
  );
  if (host === -1) return [...proposals, own];
  const joined = (one: Proposal): string => [one.background ?? '', ...fresh].filter(Boolean).join('\n');
  return proposals.map((one, index) => (index === host ? { ...one, background: joined(one) } : one));
}

function standingOnes(session: RunningSession, items: readonly RunningItem[]): Proposal[] {
  return readStandingAgenda(session.standingAgenda)
    .filter(({ title }) => !items.some((item) => isSameItem(item.title, title)))
    .map((item): Proposal => ({
      source: 'standing',
      ...item,
      presenter: null,
      background: null,
      continues: null,
      item: null,
    }));
}

/**
 * What was put off goes on in the item of the same name, which the agenda has or the standing one brings: no matter
 * stands there twice.
 */
function withLeftOver(
  proposals: readonly Proposal[],
  items: readonly RunningItem[],
  left: Proposal,
): Proposal[] {
  const isSame = ({ title }: { readonly title: string }): boolean => isSameItem(title, left.title);
  const there = items.find(isSame);
  if (there !== undefined)
    return [
      ...proposals,
      { ...left, item: there.id, background: joinedBackground(there.background, left.background) },
    ];
  const host = proposals.findIndex((one) => isSame(one) && one.continues === null);
  if (host === -1) return [...proposals, left];
  const { presenter, continues } = left;
  return proposals.map((one, index) =>
    index === host
      ? { ...one, presenter, continues, background: joinedBackground(one.background, left.background) }
      : one,
  );
}

interface LeftOver {
  readonly id: number;
  readonly title: string;
  readonly presenter: unknown;
  readonly minutes: number | null;
  readonly background: string | null;
  readonly state: string;
}

interface Waiting {
  readonly code: string;
  readonly heading: string;
  readonly means: string | null;
  readonly due: string;
}

interface MovedRisk {
  readonly code: string;
  readonly title: string;
  readonly was: number | null;
  readonly now: number;
  /** 1: very high, and the steering group has not been told. */
  readonly untold: number;
}

/** What there is to take up under each topic, a line each; clubs and networks have only their own actions. */
function topicLines(
  project: Project,
  session: RunningSession,
  since: string | null,
  language: Language,
): Readonly<Record<Exclude<Topic, 'ending'>, string[]>> {
  const { store } = project;
  const today = todayOf(project);
  const day = (value: string | null): string =>
    value === null ? '' : formatDay(value, language, 'short', today);
  const listed = (parts: readonly (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== '').join(', ');
  const actions = store
    .sql<{ code: string; title: string; owner: string | null; due: string | null }>(queries.openActions)
    .all({ session: session.id })
    .map(({ code, title, owner, due }) => listed([`${code} ${title}`, owner, day(due)]));
  if (session.kind === 'club' || session.kind === 'network')
    return { actions, risks: [], communication: [], reports: [] };
  const { untold: tell } = messages(language).running;
  const risks = store
    .sql<MovedRisk>(queries.movedRisks)
    .all({ day: since ?? '0000-00-00', today, steering: session.kind === 'steering' ? 1 : 0 })
    .map(({ code, title, was, now, untold }) => {
      const score = was === null || was === now ? now : `${was} → ${now}`;
      return `${code} ${title}: ${score}${untold === 1 ? `, ${tell}` : ''}`;
    });
  const waiting = store.sql<Waiting>(queries.waiting).all({ until: addDays(today, reportDays) });
  const line = ({ code, heading, due }: Waiting): string => `${code} ${heading}, ${day(due)}`;
  const reports = waiting.filter(({ means, heading }) => isReport.test(`${means ?? ''} ${heading}`));
  const late = waiting.filter((one) => !reports.includes(one) && one.due < today);
  return { actions, risks, communication: late.map(line), reports: reports.map(line) };
}

/** @throws UserError session-closed, session-cancelled */
export function proposeAgenda(project: Project, id: number, language: Language): Proposal[] {
  const session = sessionOf(project, id);
  refuseOver(session);
  const { store } = project;
  const items = itemsOf(project, id);
  const previous = store.sql<{ id: number; day: string }>(queries.previous).get({ session: id });
  const leftOver = store
    .sql<LeftOver>(queries.leftOver)
    .all({ session: id, previous: previous?.id ?? null })
    // What stands on every agenda comes by itself.
    .filter(
      ({ state, title }) =>
        state === 'postponed' ||
        !readStandingAgenda(session.standingAgenda).some((one) => isSameItem(one.title, title)),
    )
    .map(({ id: continues, state, ...item }): Proposal => ({
      source: state === 'postponed' ? 'postponed' : 'undecided',
      ...item,
      continues,
      item: null,
    }));
  const lines = topicLines(project, session, previous?.day ?? null, language);
  const titles = messages(language).running.topics;
  const topics = ['actions', 'risks', 'communication', 'reports'] as const;
  return topics.reduce<Proposal[]>(
    (all, topic) => withTopic(all, items, topic, lines[topic], titles[topic]),
    leftOver.reduce<Proposal[]>((all, left) => withLeftOver(all, items, left), standingOnes(session, items)),
  );
}

/** Is nothing proposed because the group has no standing agenda, rather than because the agenda has it all? */
export function lacksStandingAgenda(project: Project, id: number): boolean {
  return (
    itemsOf(project, id).length === 0 &&
    readStandingAgenda(sessionOf(project, id).standingAgenda).length === 0
  );
}

/** Where new matters stand: before “any other business” and what ends the meeting. */
function placed<Item extends { readonly title: string }>(
  ordered: readonly Item[],
  more: readonly Item[],
): Item[] {
  const end = ordered.findIndex(({ title }) => isAbout(title, 'ending'));
  return end === -1 ? [...ordered, ...more] : [...ordered.slice(0, end), ...more, ...ordered.slice(end)];
}

/** Puts accepted proposals on the agenda as one step, and numbers its items anew where they make room. */
export function acceptProposals(project: Project, id: number, accepted: readonly Proposal[]): Written<void> {
  return stepOf(project, 'propose', (unit) => putOnAgenda(project, unit, id, accepted));
}

function putOnAgenda(project: Project, unit: UnitOfWork, id: number, accepted: readonly Proposal[]): void {
  const known = itemsOf(project, id).map(({ id: item, title, position }) => ({ item, title, position }));
  const fresh = accepted
    .filter(({ item }) => item === null)
    .map((proposal) => ({ item: null, title: proposal.title, position: null, proposal }));
  type Placed = { item: number | null; title: string; position: number | null; proposal?: Proposal };
  const standing: Placed[] = fresh.filter(({ proposal }) => proposal.source === 'standing');
  const others = fresh.filter(({ proposal }) => proposal.source !== 'standing');
  const titles = readStandingAgenda(sessionOf(project, id).standingAgenda).map(({ title }) => title);
  const placeOf = (title: string): number => titles.findIndex((one) => isSameItem(one, title));
  // Standing items come in their own order, those too that are there already; what is not among them is a new matter.
  const inOrder = [...known, ...standing]
    .filter(({ title }) => placeOf(title) !== -1)
    .toSorted((one, other) => placeOf(one.title) - placeOf(other.title));
  const own = known.filter(({ title }) => placeOf(title) === -1);
  const order =
    standing.length === 0 ? placed<Placed>(known, others) : placed<Placed>(inOrder, [...own, ...others]);
  for (const { item, background, continues } of accepted)
    if (item !== null) unit.change(item, { background, ...(continues !== null && { continues }) });
  order.forEach(({ item, position, proposal }, index) => {
    if (proposal !== undefined) {
      const { title, minutes, presenter, background, continues } = proposal;
      unit.add('agenda', {
        session: id,
        position: index + 1,
        title,
        minutes,
        presenter,
        background,
        continues,
      });
    } else if (item !== null && position !== index + 1) unit.change(item, { position: index + 1 });
  });
}
