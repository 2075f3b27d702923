import { formatLocalTime, formatTime } from '../../domain/days/format-day.ts';
import { addMinutes } from '../../domain/days/day.ts';
import { action as actionRegister } from '../../registers/action.ts';
import { agenda as agendaRegister } from '../../registers/agenda.ts';
import { attendance as attendanceRegister } from '../../registers/attendance.ts';
import { membership as membershipRegister } from '../../registers/membership.ts';
import { session as sessionRegister } from '../../registers/session.ts';
import { facts, heading, paragraph, table } from '../document.ts';
import { linesOf } from '../plain-text.ts';
import { choiceWord, named, voiceOf } from '../voice.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Language } from '../../language/index.ts';
import type { Block, ReportDocument, Text } from '../document.ts';
import type { Voice } from '../voice.ts';
import type { MinutedDecision, Minutes } from './model.ts';

/** The minutes in words, in the order of the meeting. */
export function minutesDocument(minutes: Minutes, day: Day, seq: number, language: Language): ReportDocument {
  const voice = voiceOf(language, day);
  const words = voice.reports.minutes;
  const { session } = minutes;
  const title = words.title({ group: session.group, number: session.number ?? session.code });
  return {
    language,
    title,
    blocks: [
      heading(1, title),
      ...(session.state === 'held' ? [] : [paragraph(words.notHeld({ state: stateWord(minutes, voice) }))]),
      ...headFacts(minutes, voice),
      ...rosterBlocks(minutes, voice),
      ...agendaBlocks(minutes, voice),
      ...section(
        words.decisions,
        minutes.decisions.flatMap((decision) => decisionBlocks(decision, voice)),
      ),
      ...section(words.actions, actionBlocks(minutes, voice)),
      ...section(words.text, linesOf(session.minutesText).map(paragraph)),
      ...section(words.next, nextBlocks(minutes, voice)),
      { kind: 'footer', text: voice.words.footer({ day: voice.day(day), seq }) },
    ],
  };
}

const section = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];

const stateWord = ({ session }: Minutes, voice: Voice): string =>
  choiceWord(sessionRegister, 'state', session.state ?? 'planned', voice.language);

function headFacts({ project, session }: Minutes, voice: Voice): Block[] {
  const { labels } = voice.reports.minutes;
  const { startsAt, startedAt, endedAt } = session;
  const begins = formatLocalTime(startedAt ?? startsAt, voice.language);
  // Once the time was kept, it is that which the minutes tell, and not how long the session was to take.
  const planned =
    session.minutes === null || startedAt !== null ? null : addMinutes(startsAt, session.minutes);
  const end = endedAt ?? planned;
  const ends = end === null ? '' : `\u2013${formatTime(end, voice.language)}`;
  return facts([
    [labels.project, project],
    [labels.time, begins + ends],
    [labels.place, session.place],
    [labels.topic, session.topic],
    [labels.guest, session.guest],
    [labels.dnro, session.dnro],
    [labels.minutes, choiceWord(sessionRegister, 'minutesState', session.minutesState, voice.language)],
  ]);
}

function rosterBlocks(minutes: Minutes, voice: Voice): Block[] {
  const words = voice.reports.minutes;
  const { roster, guests, session } = minutes;
  const rows = roster.map(({ name, role, ownRole, mark, deputy }): Text[] => {
    const word =
      mark === null ? words.notMarked : choiceWord(attendanceRegister, 'mark', mark, voice.language);
    return [
      name,
      ownRole ?? choiceWord(membershipRegister, 'role', role ?? 'member', voice.language),
      deputy === null ? word : `${word}: ${deputy}`,
    ];
  });
  const others = guests.map(({ name, jobTitle }) => (jobTitle === null ? name : `${name} (${jobTitle})`));
  const sentences = [
    session.state === 'held' && roster.length > 0
      ? words.present({ present: minutes.votersPresent, members: minutes.voters })
      : '',
    minutes.isQuorate === null
      ? ''
      : words.quorum({ isQuorate: minutes.isQuorate, quorum: session.quorum ?? 0 }),
    others.length === 0 ? '' : words.guests({ names: others.join(', ') }),
    session.others === null || session.others === 0 ? '' : words.others({ count: session.others }),
  ].filter((sentence) => sentence !== '');
  return [
    heading(2, words.roster),
    ...(sentences.length === 0 ? [] : [paragraph(sentences.join(' '))]),
    ...(rows.length === 0
      ? [paragraph(words.noRoster)]
      : [
          table(
            [words.columns.name, words.columns.role, words.columns.mark].map((text) => ({ heading: text })),
            rows,
          ),
        ]),
  ];
}

function agendaBlocks({ items }: Minutes, voice: Voice): Block[] {
  const words = voice.reports.minutes;
  const blocks = items.flatMap(({ item, decisions }, index) => {
    const state =
      item.state === 'done' ? '' : choiceWord(agendaRegister, 'state', item.state ?? 'open', voice.language);
    const presenter = item.presenter === null ? '' : words.presenter({ name: item.presenter });
    const about = [presenter, state].filter((text) => text !== '').join('; ');
    return [
      heading(3, `${item.position ?? index + 1} ${item.title}`),
      ...(about === '' ? [] : [paragraph(about)]),
      ...linesOf(item.outcome).map(paragraph),
      ...decisions.flatMap((decision) => decisionBlocks(decision, voice)),
    ];
  });
  return section(words.agenda, blocks);
}

function decisionBlocks(decision: MinutedDecision, voice: Voice): Block[] {
  const [first = '', ...rest] = linesOf(decision.text);
  const lead = voice.reports.minutes.decision({ what: named(decision) });
  return [paragraph([{ strong: lead }, first === '' ? '' : ` ${first}`]), ...rest.map(paragraph)];
}

function actionBlocks({ actions }: Minutes, voice: Voice): Block[] {
  const { columns } = voice.reports.minutes;
  if (actions.length === 0) return [];
  return [
    table(
      [
        { heading: columns.action },
        { heading: columns.owner },
        { heading: columns.due, align: 'right' },
        { heading: columns.state },
      ],
      actions.map((action) => [
        named(action),
        action.owner ?? voice.words.actions.noOwner,
        voice.day(action.due),
        choiceWord(actionRegister, 'state', action.state ?? 'open', voice.language),
      ]),
    ),
  ];
}

function nextBlocks({ next }: Minutes, voice: Voice): Block[] {
  if (next === null) return [];
  const time = formatLocalTime(next.startsAt, voice.language);
  return [paragraph(next.place === null ? time : `${time}, ${next.place}`)];
}
