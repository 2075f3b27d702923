import { differenceInDays, isDay, makeDay, yearOf } from './day.ts';
import type { Day } from './day.ts';

/** A day among words, and the words without it. */
export interface DayAsked {
  /** Of a day without its year those of several years, the nearest to today first. */
  readonly days: readonly Day[];
  readonly rest: string;
}

/** `30.3.`, `30.3.2022` or `30.3.22`, or as it is kept; `30.3` may be any number. */
const typedDay = /(?<=^|\s)(?:(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?|(\d{4}-\d{2}-\d{2}))(?=\s|$)/;

/** How many years before and after this one a day without its year may be of. */
export const yearsAround = 3;

/** The day that is typed in figures among a few words; null where there is none. */
export function dayAsked(text: string, today: Day): DayAsked | null {
  const match = typedDay.exec(text);
  if (match === null) return null;
  const [typed, day, month, year, kept] = match;
  const made = kept === undefined ? daysOf(Number(day), Number(month), year, today) : [kept];
  const days = made.filter(isDay);
  return days.length === 0
    ? null
    : { days, rest: `${text.slice(0, match.index)} ${text.slice(match.index + typed.length)}`.trim() };
}

function daysOf(day: number, month: number, year: string | undefined, today: Day): Day[] {
  const now = yearOf(today);
  const years =
    year === undefined
      ? Array.from({ length: yearsAround * 2 + 1 }, (_, place) => now - yearsAround + place)
      : [year.length === 2 ? 2000 + Number(year) : Number(year)];
  const distance = (one: Day): number => Math.abs(differenceInDays(one, today));
  return years
    .flatMap((one) => makeDay(one, month, day) ?? [])
    .toSorted((one, other) => distance(one) - distance(other));
}
