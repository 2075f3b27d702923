/** Days with all that is wanted or has taken place on them, from every register, with holidays and the project's breaks. */
import { breakSpans } from '../../domain/days/breaks.ts';
import {
  addDays,
  endOfMonth,
  isoWeek,
  isWithin,
  startOfMonth,
  startOfWeek,
  weekday,
  yearOf,
} from '../../domain/days/day.ts';
import { explainDayProblem, parseSpan } from '../../domain/day-words/index.ts';
import { holidayOn } from '../../domain/days/holidays.ts';
import { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { calendarRows } from '../../store/queries/calendar.ts';
import { holidayTable } from '../layout/layout-rules.ts';
import { todayOf } from '../project/project.ts';
import { projectText } from '../../store/queries/project-text.ts';
import type { YearlyBreak } from '../../domain/days/breaks.ts';
import type { Day, Span } from '../../domain/days/day.ts';
import type { Label } from '../../language/language.ts';
import type { CalendarRow } from '../../store/queries/calendar.ts';
import type { Project } from '../project/project.ts';

export type CalendarSpan = 'month' | 'week';

export interface CalendarItem extends Omit<CalendarRow, 'happened'> {
  /** What is wanted or was done, such as “Risk review” or “Held”. */
  readonly what: Label;
  readonly state: 'happened' | 'late' | 'due' | 'planned';
}

export interface CalendarDay {
  readonly day: Day;
  /** ISO week. */
  readonly week: number;
  readonly holiday: Label | null;
  /** In a break of the project's, in which no series has its sessions. */
  readonly inBreak: boolean;
  readonly items: readonly CalendarItem[];
}

export interface CalendarView {
  readonly today: Day;
  readonly days: readonly CalendarDay[];
}

/** Longer than anybody looks at in days. */
const mostDays = 400;

/** Every day of the span, both ends in it, however empty. */
export function calendarOf(project: Project, { from, to }: Span): CalendarView {
  const today = todayOf(project);
  const last = to > addDays(from, mostDays) ? addDays(from, mostDays) : to;
  const byDay = new Map<Day, CalendarItem[]>();
  for (const row of calendarRows(project.store, from, addDays(last, 1))) {
    const items = byDay.get(row.day) ?? [];
    items.push(itemOf(row, today));
    byDay.set(row.day, items);
  }
  const breaks = breaksIn(project, from, last);
  const days: CalendarDay[] = [];
  for (let day = from; day <= last; day = addDays(day, 1)) {
    days.push({
      day,
      week: isoWeek(day).week,
      holiday: holidayOn(day, holidayTable()),
      inBreak: breaks.some((span) => isWithin(day, span)),
      items: byDay.get(day) ?? [],
    });
  }
  return { today, days };
}

function itemOf({ happened, ...row }: CalendarRow, today: Day): CalendarItem {
  const definition = registerOf(row.register);
  const rules = happened === 1 ? definition.happened : definition.due;
  const what = rules?.find(({ kind }) => kind === row.kind)?.label ?? definition.label.one;
  const open = row.day < today ? 'late' : row.day === today ? 'due' : 'planned';
  const over = happened === 1 || (row.until !== null && row.until < today);
  return { ...row, what, state: over ? 'happened' : open };
}

function breaksIn(project: Project, from: Day, to: Day): Span[] {
  const text = projectText(project.store, 'breaks');
  if (text === null) return [];
  return breakSpans(JSON.parse(text) as YearlyBreak[], yearOf(from) - 1, yearOf(to));
}

/** The days that a month's page shows: its own, and of the weeks at its ends those of the next months. */
export function pageSpan(day: Day, span: CalendarSpan): Span {
  const from = span === 'month' ? startOfMonth(day) : startOfWeek(day);
  const to = span === 'month' ? endOfMonth(day) : addDays(from, 6);
  return { from: startOfWeek(from), to: addDays(to, 7 - weekday(to)) };
}

/** A month, week, day or two days out of words; nothing is this month. @throws UserError wrong-span */
export function readSpan(text: string, today: Day): Span {
  if (text.trim() === '') return { from: startOfMonth(today), to: endOfMonth(today) };
  const parsed = parseSpan(text, { today });
  if (!parsed.ok) throw new UserError('wrong-span', { text, reason: explainDayProblem(parsed.reason) });
  return parsed.value;
}
