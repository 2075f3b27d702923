/** Turning the day of a field by keys: an empty one begins at today, and a meeting keeps its hour. */
import { calendarOf, pageSpan } from '../../services/reading/calendar.ts';
import { addDays, addMonths } from '../../services/reading/days.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { todayOf, type Project } from '../../services/project/project.ts';
import type { Language } from '../../language/index.ts';
import { readText, type FormField } from './form-model.ts';
import type { MiniMonth } from './mini-month.ts';

export type DayTurn = 'later' | 'earlier' | 'monthLater' | 'monthEarlier';

export function isDayField({ field }: FormField): boolean {
  return field.kind === 'day' || field.kind === 'localTime';
}

/** The day or moment that the text means; null where it means none. */
function valueOf(project: Project, one: FormField, text: string, language: Language): string | null {
  const read = readText(project, one, text, language);
  return 'value' in read && typeof read.value === 'string' ? read.value : null;
}

const turns: Readonly<Record<DayTurn, (day: string) => string>> = {
  later: (day) => addDays(day, 1),
  earlier: (day) => addDays(day, -1),
  monthLater: (day) => addMonths(day, 1),
  monthEarlier: (day) => addMonths(day, -1),
};

/** The day or moment after a turn; where there is none, today, and of a moment the hour of a morning. */
export function turnedValue(value: string | null, turn: DayTurn, today: string): string {
  return value === null ? today : turns[turn](value.slice(0, 10)) + value.slice(10);
}

/** @returns the field's new text */
export function turnedDay(
  project: Project,
  one: FormField,
  text: string,
  { turn, language }: { readonly turn: DayTurn; readonly language: Language },
): string {
  const value = turnedValue(valueOf(project, one, text, language), turn, todayOf(project));
  const moment = one.field.kind === 'localTime' && value.length === 10 ? `${value}T09:00` : value;
  return one.field.write(one.field.check(moment), fieldContext(project, language));
}

interface Shown {
  readonly language: Language;
  readonly unicode: boolean;
}

/** The month around a day or moment; around today where there is none. */
export function miniMonthAt(project: Project, value: string | null, { language, unicode }: Shown): MiniMonth {
  const chosen = value?.slice(0, 10) ?? null;
  const month = chosen ?? todayOf(project);
  return { view: calendarOf(project, pageSpan(month, 'month')), chosen, month, language, unicode };
}

export function miniMonthOf(project: Project, one: FormField, text: string, shown: Shown): MiniMonth {
  return miniMonthAt(project, valueOf(project, one, text, shown.language), shown);
}
