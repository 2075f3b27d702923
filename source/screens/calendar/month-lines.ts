/** A month as a grid of weeks, with the day of the cursor told in full below it. Pure; no Ink. */
import { capital } from '../../language/capital.ts';
import type { CalendarDay, CalendarItem, CalendarView } from '../../services/reading/calendar.ts';
import { dayOfMonth, formatMonth, weekdayName } from '../../services/reading/days.ts';
import { messages } from '../../language/index.ts';
import { overrideOf } from '../overrides.ts';
import { fitLine, line, span, spread, type StyledLine, type Tone } from '../../widgets/lines/styled.ts';
import { fit, pad, safe } from '../../widgets/lines/text.ts';
import { dayHeading, itemLine, signOf, timeOf, type LineView } from './item-line.ts';

export interface MonthView extends LineView {
  readonly height: number;
  /** The day of the cursor; its month is shown. */
  readonly day: string;
}

const weekWidth = 4;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** What only mentions others, as the diary does, is told of the chosen day alone. */
const inGrid = ({ register }: CalendarItem): boolean => overrideOf(register).mentions !== true;

/** The fullest that fits: hour and name, else the code with as much of the name as there is room for. */
function itemCell(item: CalendarItem, width: number, { language, unicode }: LineView): StyledLine {
  const time = timeOf(item, language);
  const code = safe(item.code ?? '');
  const heading = safe(item.heading);
  const text = width < 16 ? `${code} ${heading}` : `${time === '' ? code : time} ${heading}`;
  return fitLine([signOf(item, unicode), span(width < 9 ? code : text)], width);
}

/** Number of the day, a sign for today, and how many things there are. */
function headCell(
  date: CalendarDay,
  view: CalendarView,
  { day, unicode }: MonthView,
  width: number,
): StyledLine {
  const chosen = date.day === day;
  const outside = date.day.slice(0, 7) !== day.slice(0, 7);
  const count = date.items.filter(inGrid).length;
  const sign = date.day === view.today ? (unicode ? '●' : '*') : ' ';
  const number = `${chosen ? (unicode ? '›' : '>') : ' '}${String(dayOfMonth(date.day)).padStart(2)}${sign}`;
  const things = count === 0 ? '' : `${unicode ? '·' : ':'}${count}`;
  const text = number + things;
  const free = date.holiday !== null || date.inBreak;
  const tone: Tone = chosen
    ? 'selected'
    : outside
      ? 'muted'
      : date.day === view.today
        ? 'due'
        : free
          ? 'warn'
          : 'heading';
  return [span(fit(text, width), tone)];
}

/** What stands below the number: why the day is free, then what there is, and how much more. */
function bodyCells(date: CalendarDay, view: MonthView, width: number, rows: number): StyledLine[] {
  const words = messages(view.language).console.calendar;
  const note = date.holiday?.[view.language] ?? (date.inBreak ? words.inBreak : null);
  const items = date.items.filter(inGrid).map((item) => itemCell(item, width, view));
  const all = note === null ? items : [fitLine(line(safe(note), 'warn'), width), ...items];
  // Of the two, what is to be done says more than that it is a day off.
  const wanted = note !== null && rows === 1 && items.length > 0 ? items : all;
  if (wanted.length <= rows) return wanted;
  const more = wanted.length - rows + 1;
  return rows === 1
    ? wanted.slice(0, 1)
    : [...wanted.slice(0, rows - 1), fitLine(line(` +${more}`, 'muted'), width)];
}

/** Widths of the seven days; what is left over goes to the first ones. */
function dayWidths(width: number): number[] {
  const room = width - weekWidth;
  const each = Math.floor(room / 7);
  return weekdays.map((nth) => each + (nth <= room - each * 7 ? 1 : 0));
}

function weekLines(
  days: readonly CalendarDay[],
  view: CalendarView,
  month: MonthView,
  rows: number,
): StyledLine[] {
  const widths = dayWidths(month.width);
  const columns = days.map((date, index) => {
    // One cell stays free, so that neighbours don't run together.
    const width = (widths[index] ?? 0) - 1;
    return [headCell(date, view, month, width), ...bodyCells(date, month, width, rows - 1)];
  });
  return Array.from({ length: rows }, (_, row): StyledLine => {
    const week = row === 0 ? String(days[0]?.week ?? '').padStart(weekWidth - 2) : '';
    const cells = columns.flatMap((cellRows, index) => [
      ...(cellRows[row] ?? [span(' '.repeat((widths[index] ?? 1) - 1))]),
      span(' '),
    ]);
    return fitLine([span(pad(week, weekWidth), 'muted'), ...cells], month.width);
  });
}

function headingLines(view: MonthView): StyledLine[] {
  const words = messages(view.language).console.calendar;
  const title = formatMonth(view.day, view.language);
  const widths = dayWidths(view.width);
  const names = weekdays.map((nth, index) => pad(` ${weekdayName(nth, view.language)}`, widths[index] ?? 0));
  return [
    spread([span(` ${capital(title)}`, 'title')], [span(`${words.monthHint} `, 'muted')], view.width),
    fitLine([span(pad(` ${words.week}`, weekWidth), 'muted'), span(names.join(''), 'muted')], view.width),
  ];
}

/** What the day of the cursor holds, as far as there is room. */
function dayLines(view: CalendarView, month: MonthView, rows: number): StyledLine[] {
  const date = view.days.find(({ day }) => day === month.day);
  if (date === undefined || rows < 1) return [];
  const { items } = date;
  const words = messages(month.language).console.calendar;
  const heading: StyledLine = [span(' '), ...dayHeading(date, view.today, month.language)];
  const lines =
    items.length === 0 ? [line(`   ${words.nothing}`, 'muted')] : items.map((item) => itemLine(item, month));
  const room = rows - 1;
  if (lines.length <= room) return [heading, ...lines];
  const more = spread(heading, [span(`${words.more(lines.length - room)} `, 'muted')], month.width);
  return [more, ...lines.slice(0, Math.max(0, room))];
}

const leastBelow = 4;
const mostRows = 7;

/** The whole page: `height` lines of `width` cells. `view` holds whole weeks. */
export function monthLines(view: CalendarView, month: MonthView): StyledLine[] {
  const weeks = Math.ceil(view.days.length / 7);
  const room = month.height - 2;
  const rows = Math.max(2, Math.min(mostRows, Math.floor((room - leastBelow) / weeks)));
  const grid = Array.from({ length: weeks }, (_, week) =>
    weekLines(view.days.slice(week * 7, week * 7 + 7), view, month, rows),
  ).flat();
  const below = dayLines(view, month, room - grid.length);
  const lines = [...headingLines(month), ...grid, ...below];
  return Array.from({ length: month.height }, (_, index) => lines[index] ?? []);
}
