import {
  addDays,
  addMonths,
  compareDays,
  differenceInDays,
  isoWeek,
  makeDay,
  mondayOfWeek,
  weekday,
  yearOf,
} from '../days/day.ts';
import type { Day, Weekday } from '../days/day.ts';
import { refused, sensible } from './outcome.ts';
import type { DayOptions, Parsed } from './outcome.ts';

/**
 * Chooses the year by `lean` among the days that `inYear` gives for years round this one (null: that year has none).
 * Null where none of them has it.
 */
export function leaning(
  inYear: (year: number) => Day | null,
  thisYear: number,
  options: DayOptions,
): Day | null {
  const { today, lean } = options;
  if (lean === undefined) {
    const current = inYear(thisYear);
    return current !== null && current < addMonths(today, -6) ? inYear(thisYear + 1) : current;
  }
  const days = [thisYear - 1, thisYear, thisYear + 1].map(inYear).filter((day) => day !== null);
  const past =
    days
      .filter((day) => day <= today)
      .toSorted(compareDays)
      .at(-1) ?? null;
  const future = days.filter((day) => day >= today).toSorted(compareDays)[0] ?? null;
  if (lean === 'past') return past;
  if (lean === 'future') return future;
  if (past === null || future === null) return past ?? future;
  return differenceInDays(future, today) <= differenceInDays(today, past) ? future : past;
}

/** The day with these numbers; `year` null lets `lean` choose it. */
export function dayOfNumbers(
  year: number | null,
  month: number,
  day: number,
  options: DayOptions,
): Parsed<Day> {
  const found =
    year === null
      ? leaning((candidate) => makeDay(candidate, month, day), yearOf(options.today), options)
      : makeDay(year, month, day);
  if (found !== null) return sensible(found);
  if (year !== null && (year < 1900 || year > 2199)) return refused({ code: 'outOfRange' });
  // 2024 was a leap year: what it lacks no year has, so that naming a year would only mislead.
  const everReal = makeDay(2024, month, day) !== null;
  return refused({ code: 'noSuchDay', year: year ?? (everReal ? yearOf(options.today) : null), month, day });
}

/** The Monday of the week; `year` null lets `lean` choose it. */
export function mondayOf(year: number | null, week: number, options: DayOptions): Parsed<Day> {
  // Round New Year the week's own year is another than the day's: it is asked only where the day's lacks the week.
  const weekYear = isoWeek(options.today).year;
  const dayYear = yearOf(options.today);
  const thisYear = mondayOfWeek(dayYear, week) === null ? weekYear : dayYear;
  const found =
    year === null
      ? leaning((candidate) => mondayOfWeek(candidate, week), thisYear, options)
      : mondayOfWeek(year, week);
  if (found !== null) return sensible(found);
  if (year !== null && (year < 1900 || year > 2199)) return refused({ code: 'outOfRange' });
  return refused({ code: 'noSuchWeek', year: year ?? thisYear, week });
}

/** The first such weekday after the day, one to seven days on; `past` counts back instead. */
export function weekdayFrom(day: Day, wanted: Weekday, direction: 'past' | 'future'): Day {
  const ahead = ((wanted - weekday(day) + 6) % 7) + 1;
  return addDays(day, direction === 'future' ? ahead : ahead === 7 ? -7 : ahead - 7);
}
