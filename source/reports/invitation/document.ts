import { addMinutes } from '../../domain/days/day.ts';
import { formatLocalTime, formatTime } from '../../domain/days/format-day.ts';
import { choiceWord, voiceOf } from '../voice.ts';
import { facts, heading, paragraph, table } from '../document.ts';
import { linesOf } from '../plain-text.ts';
import { membership as membershipRegister } from '../../registers/membership.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Language } from '../../language/index.ts';
import type { Block, ReportDocument, Text } from '../document.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Voice } from '../voice.ts';

/** The invitation to a session: when and where, what is taken up, and who is invited. */
export function invitationDocument(
  minutes: Minutes,
  day: Day,
  seq: number,
  language: Language,
): ReportDocument {
  const voice = voiceOf(language, day);
  const words = voice.reports.invitation;
  const title = words.title({ group: minutes.session.group, number: minutes.session.number ?? '' });
  return {
    language,
    title,
    blocks: [
      heading(1, title),
      ...(minutes.session.state === 'cancelled' ? [paragraph(words.cancelled)] : []),
      ...whenAndWhere(minutes, voice),
      ...agenda(minutes, voice),
      ...invited(minutes, voice),
      { kind: 'footer', text: voice.words.footer({ day: voice.day(day), seq }) },
    ],
  };
}

function whenAndWhere({ project, session }: Minutes, voice: Voice): Block[] {
  const { labels } = voice.reports.minutes;
  const begins = formatLocalTime(session.startsAt, voice.language);
  const ends =
    session.minutes === null
      ? ''
      : `\u2013${formatTime(addMinutes(session.startsAt, session.minutes), voice.language)}`;
  return facts([
    [labels.project, project],
    [labels.time, begins + ends],
    [labels.place, session.place],
    [voice.reports.invitation.link, session.link],
    [labels.topic, session.topic],
    [labels.guest, session.guest],
  ]);
}

function agenda({ items }: Minutes, voice: Voice): Block[] {
  const words = voice.reports.invitation;
  if (items.length === 0) return [];
  const rows = items.map(({ item }, index): Text[] => [
    `${item.position ?? index + 1} ${item.title}`,
    item.presenter ?? '',
    item.minutes === null ? '' : String(item.minutes),
  ]);
  const backgrounds = items.flatMap(({ item }, index): Block[] =>
    item.background === null
      ? []
      : [
          heading(3, `${item.position ?? index + 1} ${item.title}`),
          { kind: 'list', items: linesOf(item.background) },
        ],
  );
  return [
    heading(2, words.agenda),
    table(
      [
        { heading: words.columns.item },
        { heading: words.columns.presenter },
        { heading: words.columns.minutes, align: 'right' },
      ],
      rows,
    ),
    ...(backgrounds.length === 0 ? [] : [heading(2, words.background), ...backgrounds]),
  ];
}

function invited({ roster }: Minutes, voice: Voice): Block[] {
  const words = voice.reports.invitation;
  if (roster.length === 0) return [];
  const names = roster.map(({ name, role, ownRole }) =>
    role === null || role === 'member'
      ? name
      : `${name} (${ownRole ?? choiceWord(membershipRegister, 'role', role, voice.language)})`,
  );
  return [heading(2, words.invited), { kind: 'list', items: names }];
}
