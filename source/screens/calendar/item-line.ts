/** One thing of a day as a row: the same in the calendar's week, below its month and on the day's own page. Pure. */
import type { CalendarDay, CalendarItem } from '../../services/reading/calendar.ts';
import { formatDay, formatTime, formatWeek } from '../../services/reading/days.ts';
import { messages, type Language } from '../../language/index.ts';
import {
  fitLine,
  span,
  wholeLine,
  type Span,
  type StyledLine,
  type Tone,
} from '../../widgets/lines/styled.ts';
import { fit, safe } from '../../widgets/lines/text.ts';

export interface LineView {
  readonly width: number;
  readonly language: Language;
  readonly unicode: boolean;
}

const signs: Readonly<Record<CalendarItem['state'], { sign: string; ascii: string; tone: Tone }>> = {
  happened: { sign: '✓', ascii: '+', tone: 'good' },
  late: { sign: '▲', ascii: '!', tone: 'late' },
  due: { sign: '●', ascii: '*', tone: 'due' },
  planned: { sign: '○', ascii: 'o', tone: 'planned' },
};

/** What was called off has not taken place. */
function lookOf({ kind, state }: CalendarItem) {
  return kind === 'cancelled' ? ({ sign: '×', ascii: 'x', tone: 'muted' } as const) : signs[state];
}

export function signOf(item: CalendarItem, unicode: boolean): Span {
  const look = lookOf(item);
  return span(unicode ? look.sign : look.ascii, look.tone);
}

export function timeOf({ day, time }: CalendarItem, language: Language): string {
  return time === null ? '' : formatTime(`${day}T${time}`, language);
}

const codeWidth = 7;
const timeWidth = 5;

/** Sign, hour, code, what it is called, and what is wanted or was done. */
export function itemLine(
  item: CalendarItem,
  { width, language, unicode }: LineView,
  chosen = false,
): StyledLine {
  const what = item.what[language];
  const label = item.kind === item.register ? '' : `  ${what}`;
  const time = fit(timeOf(item, language), timeWidth, 'right');
  const room = Math.max(1, width - codeWidth - timeWidth - 7);
  const name = fitLine([span(safe(item.heading)), span(label, 'muted')], room);
  const cells: StyledLine = [
    span(chosen ? (unicode ? '› ' : '> ') : '  '),
    signOf(item, unicode),
    span(` ${time} `, 'muted'),
    span(`${fit(item.code ?? '', codeWidth)} `, 'accent'),
    ...name,
  ];
  return chosen ? wholeLine(cells, width, 'selected') : fitLine(cells, width);
}

/** `ke 22.3.2023 · vko 12 · tauko`: the day and what kind of a day it is. */
export function dayHeading(
  date: CalendarDay,
  today: string,
  language: Language,
  withWeek = true,
): StyledLine {
  const { day, week, holiday, inBreak } = date;
  const words = messages(language).console.calendar;
  return [
    span(formatDay(day, language, 'full'), 'heading'),
    ...(withWeek ? [span(` · ${formatWeek(week, language)}`, 'muted')] : []),
    ...(holiday === null ? [] : [span(` · ${holiday[language]}`, 'warn')]),
    ...(inBreak ? [span(` · ${words.inBreak}`, 'warn')] : []),
    ...(day === today ? [span(` · ${words.today}`, 'due')] : []),
  ];
}
