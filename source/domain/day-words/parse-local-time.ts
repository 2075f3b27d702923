import { makeDay, twoDigits } from '../days/day.ts';
import type { Day, LocalTime } from '../days/day.ts';
import { fold, weekdayCalled } from './fold.ts';
import { refused, taken } from './outcome.ts';
import type { Attempt, DayOptions, Parsed } from './outcome.ts';
import { parseFoldedDay } from './parse-day.ts';

export interface LocalTimeOptions extends DayOptions {
  /** The day of a time that is written alone; left out: `today`, and `15.12` may then be a day. */
  readonly day?: Day;
  /** The clock of a day that is written alone, `'09:00'`; left out, such a day is refused with `needsTime`. */
  readonly clock?: string;
}

/**
 * Reads a day and a time: any day that `parseDay` reads, then `9.30`, `9:30`, `klo 9`, `klo 9.30`, `at 9`, `9am` or
 * `9.30 pm`; the time may come first (`klo 9.30 huomenna`) or stand alone (`9.30`); and ISO, `2022-03-30T09:00`, without
 * a zone. `ma 15.12` is refused where 15 December is a Monday, and `15.12` alone where no `day` is given: either
 * a day or a time may be meant (`klo 15.12` and `15:12` may not). Never throws.
 */
export function parseLocalTime(text: string, options: LocalTimeOptions): Parsed<LocalTime> {
  const folded = fold(text);
  if (folded === null) return refused({ code: 'unknown' });
  if (folded === '') return refused({ code: 'empty' });
  return (
    fromIso(folded) ??
    fromDayThenTime(folded, options) ??
    fromTimeThenDay(folded, options) ??
    fromDay(folded, options)
  );
}

/** Reads a time of day alone, `9.30`, `klo 9`, `09:30`, `9am`, as `'09:30'`. Never throws. */
export function parseClock(text: string): Parsed<string> {
  const folded = fold(text);
  if (folded === '') return refused({ code: 'empty' });
  return clockOf(folded ?? '') ?? refused({ code: 'unknown' });
}

function fromIso(folded: string): Attempt<LocalTime> {
  const iso = /^(\d{4})-(\d\d)-(\d\d)[t ](\d\d):(\d\d)(?::00(?:\.0+)?)?$/u.exec(folded);
  if (iso === null) return null;
  const [year, month, dayOfMonth, hour, minute] = iso.slice(1).map(Number);
  const day = makeDay(year ?? 0, month ?? 0, dayOfMonth ?? 0);
  if (day === null)
    return refused({ code: 'noSuchDay', year: year ?? 0, month: month ?? 0, day: dayOfMonth ?? 0 });
  return at(day, clockFrom(hour ?? 0, minute ?? 0));
}

/** The whole minutes need two figures: `9.3` is a day. An hour alone needs `klo`, `at`, `am` or `pm`. */
const clockPattern = /^(?:(klo|kello|at|@) ?)?(\d{1,2})(?:[.:](\d\d))? ?(am|pm)?$/u;

function clockOf(folded: string): Attempt<string> {
  const match = clockPattern.exec(folded);
  if (match === null) return null;
  const [, word, hourText, minutes, half] = match;
  if (word === undefined && minutes === undefined && half === undefined) return null;
  const hour = Number(hourText);
  if (half === undefined) return clockFrom(hour, Number(minutes ?? 0));
  if (hour < 1 || hour > 12) return refused({ code: 'noSuchTime' });
  return clockFrom((hour % 12) + (half === 'pm' ? 12 : 0), Number(minutes ?? 0));
}

function clockFrom(hour: number, minute: number): Parsed<string> {
  if (hour > 23 || minute > 59) return refused({ code: 'noSuchTime' });
  return taken(`${twoDigits(hour)}:${twoDigits(minute)}`);
}

function at(day: Day, clock: Parsed<string>): Parsed<LocalTime> {
  return clock.ok ? taken(`${day}T${clock.value}`) : clock;
}

function fromDayThenTime(folded: string, options: LocalTimeOptions): Attempt<LocalTime> {
  const alone = clockOf(folded);
  if (alone !== null) {
    const asDay = options.day === undefined && parseFoldedDay(folded, options).ok;
    return asDay ? refused({ code: 'ambiguous' }) : at(options.day ?? options.today, alone);
  }
  const match = /^(.+?),? ((?:(?:klo|kello|at|@) ?)?\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)?)$/u.exec(folded);
  if (match === null) return null;
  const [, dayText = '', clockText = ''] = match;
  const clock = clockOf(clockText);
  if (clock === null) return null;
  if (mayBeADay(folded, dayText, options)) return refused({ code: 'ambiguous' });
  const day = parseFoldedDay(dayText, options);
  if (day.ok) return at(day.value, clock);
  // `23. 3.22`: what looked like a time belongs to the day.
  return parseFoldedDay(folded, options).ok ? null : day;
}

/** Whether `ma 15.12` can be Monday 15 December as well as Monday at 15.12. */
function mayBeADay(folded: string, dayText: string, options: DayOptions): boolean {
  return weekdayCalled(dayText) !== null && parseFoldedDay(folded, options).ok;
}

function fromTimeThenDay(folded: string, options: LocalTimeOptions): Attempt<LocalTime> {
  const match = /^((?:(?:klo|kello|at|@) ?\d{1,2}(?:[.:]\d\d)?|\d{1,2}:\d\d)),? (.+)$/u.exec(folded);
  if (match === null) return null;
  const clock = clockOf(match[1] ?? '');
  if (clock === null) return null;
  const day = parseFoldedDay(match[2] ?? '', options);
  return day.ok ? at(day.value, clock) : day;
}

function fromDay(folded: string, options: LocalTimeOptions): Parsed<LocalTime> {
  const day = parseFoldedDay(folded, options);
  if (!day.ok) return day;
  return options.clock === undefined
    ? refused({ code: 'needsTime', day: day.value })
    : taken(`${day.value}T${options.clock}`);
}
