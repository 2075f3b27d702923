import { tzOffset } from '@date-fns/tz/tzOffset';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { UtcDate } from './utc-date.ts';

/** A calendar day, `'2022-03-23'`. Days compare as strings. */
export type Day = string;

/** Wall-clock time without a zone, to the minute, `'2022-03-30T09:00'`; the project's time zone is meant. */
export type LocalTime = string;

/** A moment, UTC ISO 8601 with milliseconds, `'2022-03-30T06:00:00.000Z'`. */
export type Instant = string;

/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Both ends belong to it; `from <= to`. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** An ISO week: weeks start on Monday, week 1 holds the year's first Thursday, and `year` is the week's own year. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

/** A value of a day's field, as a record holds it. */
export const dayOrNull = (value: unknown): Day | null => (typeof value === 'string' ? value : null);

const millisecondsInDay = 86_400_000;
const millisecondsInMinute = 60_000;

/** The first day there is: every year has four digits, so that days compare as strings. */
const firstDay: Day = '1000-01-01';

/** Days since 1970-01-01; a bijection with the days. The day is taken to be valid. */
export function dayNumber(day: Day): number {
  return Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day)) / millisecondsInDay;
}

/** The day that `dayNumber` counts. @throws RangeError outside the years 1000–9999 */
export function dayFromNumber(count: number): Day {
  return isoDay(new Date(count * millisecondsInDay));
}

function isoDay(date: Date): Day {
  const text = date.toISOString().slice(0, 10);
  if (text.startsWith('-') || text.startsWith('+') || text < firstDay)
    throw new RangeError(`No such day: ${text}`);
  return text;
}

function utcDate(day: Day): UtcDate {
  return new UtcDate(dayNumber(day) * millisecondsInDay);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** 1–12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** 1–31. */
export function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}

/** 28–31. `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day of these numbers, or null where the calendar has none (31.4., 29.2.2023, a year outside 1000–9999). */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Whether the text is a real day in the one form that is kept, `2022-03-23`. */
export function isDay(text: unknown): boolean {
  return (
    typeof text === 'string' &&
    /^[1-9]\d{3}-\d\d-\d\d$/u.test(text) &&
    makeDay(yearOf(text), monthOf(text), dayOfMonth(text)) !== null
  );
}

/** Whether the text is a real day and time in the one form that is kept, `2022-03-30T09:00`. */
export function isLocalTime(text: unknown): boolean {
  return (
    typeof text === 'string' && /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text) && isDay(text.slice(0, 10))
  );
}

/** Negative, zero or positive, for sorting days, local times or instants (each kind with its own). */
export function compareDays(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** @throws RangeError outside the years 1000–9999 */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** Same day of the month, or the month's last where it is shorter: 31.1. + 1 = 28.2. @throws RangeError as addDays */
export function addMonths(day: Day, count: number): Day {
  return isoDay(addMonthsTo(utcDate(day), count));
}

/** How many days later `later` is: negative when it is earlier. */
export function differenceInDays(later: Day, earlier: Day): number {
  return dayNumber(later) - dayNumber(earlier);
}

export function weekday(day: Day): Weekday {
  // 1970-01-01 was a Thursday; the double remainder keeps days before it positive.
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function isoWeek(day: Day): IsoWeek {
  const date = utcDate(day);
  return { year: getISOWeekYear(date), week: getISOWeek(date) };
}

/** The week in the form in which it is kept, `'2022-W03'`. */
export function weekKey(day: Day): string {
  const { year, week } = isoWeek(day);
  return `${year}-W${twoDigits(week)}`;
}

/** 52 or 53. */
export function weeksInYear(year: number): number {
  // 28 December is always in its year's last week.
  return isoWeek(`${year}-12-28`).week;
}

/** The Monday of an ISO week, or null where the year has no such week. */
export function mondayOfWeek(year: number, week: number): Day | null {
  if (makeDay(year, 1, 4) === null || !Number.isInteger(week) || week < 1 || week > weeksInYear(year))
    return null;
  // 4 January is always in week 1.
  return addDays(startOfWeek(`${year}-01-04`), (week - 1) * 7);
}

/** The Monday of the day's week. */
export function startOfWeek(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

export function endOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}${daysInMonth(yearOf(day), monthOf(day))}`;
}

export function isWithin(day: Day, span: Span): boolean {
  return day >= span.from && day <= span.to;
}

export function localDay(time: LocalTime): Day {
  return time.slice(0, 10);
}

/** `minutes` may be negative. Wall-clock arithmetic: it knows no daylight saving. */
export function addMinutes(time: LocalTime, minutes: number): LocalTime {
  return localTimeFromWall(wallOf(time) + minutes * millisecondsInMinute);
}

/** Whole minutes on the wall clock from the earlier to the later; negative when they stand the other way round. */
export function differenceInMinutes(later: LocalTime, earlier: LocalTime): number {
  return Math.round((wallOf(later) - wallOf(earlier)) / millisecondsInMinute);
}

/** The day that it was in the time zone. @throws RangeError for a broken instant or an unknown zone */
export function dayOf(instant: Instant, timeZone: string): Day {
  return localDay(localTimeOf(instant, timeZone));
}

/** The wall clock in the time zone, seconds cut. @throws RangeError for a broken instant or an unknown zone */
export function localTimeOf(instant: Instant, timeZone: string): LocalTime {
  const moment = Date.parse(instant);
  return localTimeFromWall(moment + offsetAt(moment, timeZone));
}

/**
 * The moment when the wall clock shows this. Where clocks go forward and the time never shows, it counts on from before
 * the change (3.30 in the Finnish spring is 4.30); where they go back and it shows twice, the first one is meant.
 * @throws RangeError for a broken time or an unknown zone
 */
export function instantOf(time: LocalTime, timeZone: string): Instant {
  const wall = wallOf(time);
  const before = offsetAt(wall - millisecondsInDay, timeZone);
  const after = offsetAt(wall + millisecondsInDay, timeZone);
  const fits = [wall - before, wall - after].filter((moment) => moment + offsetAt(moment, timeZone) === wall);
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - before).toISOString();
}

/** Whether the platform knows the zone. Costs the first use of Intl, some 20 ms. */
export function isTimeZone(name: string): boolean {
  return name !== '' && !Number.isNaN(tzOffset(name, new Date(0)));
}

/** A zone by its name, as the platform writes it; null for one that it does not know and for a bare offset. */
export function zoneNamed(name: string): string | null {
  if (/^(?:UTC|GMT)?[+-]/iu.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function wallOf(time: LocalTime): number {
  return Date.parse(`${time}:00.000Z`);
}

function localTimeFromWall(wall: number): LocalTime {
  return new Date(wall).toISOString().slice(0, 16);
}

/** Milliseconds to add to UTC. */
function offsetAt(moment: number, timeZone: string): number {
  // The first use of Intl costs some 20 ms, the machine's own zone nothing: `cli.ts` sets TZ to the project's zone.
  if (process.env['TZ'] === timeZone) return -new Date(moment).getTimezoneOffset() * millisecondsInMinute;
  const minutes = tzOffset(timeZone, new Date(moment));
  if (Number.isNaN(minutes)) throw new RangeError(`Unknown time zone: ${timeZone}`);
  return minutes * millisecondsInMinute;
}

/** `7` → `'07'`. */
export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
