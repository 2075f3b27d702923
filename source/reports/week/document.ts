import { formatLocalTime, formatSpan, formatWeek } from '../../domain/days/format-day.ts';
import { addDays, isoWeek, startOfWeek, weekKey } from '../../domain/days/day.ts';
import { heading, listOr, paragraph, table } from '../document.ts';
import { linesOf } from '../plain-text.ts';
import { named, voiceOf } from '../voice.ts';
import type { Span } from '../../domain/days/day.ts';
import type { Language } from '../../language/index.ts';
import type { Block, ReportDocument, Text } from '../document.ts';
import type { Voice } from '../voice.ts';
import type { WeekReport } from './model.ts';

/** The week in words: did, next, need help. */
export function weekDocument(week: WeekReport, seq: number, language: Language): ReportDocument {
  const voice = voiceOf(language, week.span.to);
  const words = voice.reports.week;
  const title = words.title({ title: week.title ?? '', span: spanName(week.span, language) });
  return {
    language,
    title,
    blocks: [
      heading(1, title),
      paragraph(formatSpan(week.span, language)),
      heading(2, words.did),
      listOr(didLines(week, voice), words.didNothing),
      ...diaryBlocks(week, voice),
      heading(2, words.next({ day: voice.shortDay(week.until) })),
      listOr(nextLines(week, voice), words.nextNothing),
      heading(2, words.help),
      listOr(helpLines(week, voice), words.helpNothing),
      { kind: 'footer', text: voice.words.footer({ day: voice.day(week.span.to), seq }) },
    ],
  };
}

/** `vko 12/2023` where the days are one week's from its Monday on, else the days. */
function spanName(span: Span, language: Language): string {
  if (weekKey(span.from) !== weekKey(span.to) || span.from !== startOfWeek(span.to))
    return formatSpan(span, language);
  const { week, year } = isoWeek(addDays(span.from, 3));
  return formatWeek(week, language, year);
}

function didLines(week: WeekReport, voice: Voice): Text[] {
  const words = voice.reports.week;
  return [
    ...week.held.map((session) =>
      words.held({
        what: session.title,
        day: voice.shortDay(session.startsAt.slice(0, 10)),
        present: session.present,
      }),
    ),
    ...week.cancelled.map((session) =>
      words.cancelled({ what: session.title, day: voice.shortDay(session.startsAt.slice(0, 10)) }),
    ),
    ...week.done.map((action) => words.done({ what: named(action), outcome: action.outcome ?? '' })),
    ...week.sent.map((delivery) => words.sent({ what: named(delivery), day: voice.shortDay(delivery.sent) })),
  ];
}

function diaryBlocks({ diary }: WeekReport, voice: Voice): Block[] {
  const { columns, diary: title } = voice.reports.week;
  if (diary.length === 0) return [];
  return [
    table(
      [{ heading: columns.day }, { heading: columns.entry }],
      diary.map((line) => [voice.shortDay(line.day), linesOf(line.text).join(' ')]),
      title,
    ),
  ];
}

function nextLines({ ahead }: WeekReport, voice: Voice): Text[] {
  const words = voice.reports.week;
  return [
    ...ahead.sessions.map(
      (session) => `${formatLocalTime(session.startsAt, voice.language, 'weekday')}: ${session.title}`,
    ),
    ...ahead.actions.map((action) =>
      words.actionDue({ what: named(action), owner: action.owner ?? '', day: voice.shortDay(action.due) }),
    ),
    ...ahead.deliveries.map((delivery) =>
      words.deliveryDue({ what: named(delivery), day: voice.shortDay(delivery.due) }),
    ),
    ...ahead.reviews.map((risk) => words.reviewDue({ what: named(risk), day: voice.shortDay(risk.review) })),
  ];
}

function helpLines({ help }: WeekReport, voice: Voice): Text[] {
  const words = voice.reports.week;
  return [
    ...help.asked.map((line) => linesOf(line.text).join(' ')),
    ...help.actions.map((action) =>
      words.actionLate({ what: named(action), owner: action.owner ?? '', day: voice.shortDay(action.due) }),
    ),
    ...help.deliveries.map((delivery) =>
      words.deliveryLate({ what: named(delivery), day: voice.shortDay(delivery.due) }),
    ),
    ...help.reviews.map((risk) =>
      words.reviewLate({ what: named(risk), score: risk.score, day: voice.shortDay(risk.review) }),
    ),
  ];
}
