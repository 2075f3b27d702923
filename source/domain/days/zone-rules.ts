import {
  addMinutes,
  dayOfMonth,
  daysInMonth,
  instantOf,
  localTimeOf,
  monthOf,
  weekday,
  yearOf,
} from './day.ts';
import type { Instant, LocalTime, Weekday } from './day.ts';

/** A change of a zone's clocks that comes again each year, such as the last Sunday of March. */
export interface Yearly {
  /** 1–12. */
  readonly month: number;
  readonly weekday: Weekday;
  /** 1–4; -1 for the last one of the month. */
  readonly nth: number;
}

/** A stretch of a zone's time with one offset, as calendars write zones down. Offsets are minutes to add to UTC. */
export interface Observance {
  /** What the wall clock shows when it begins, by the offset before it. */
  readonly begins: LocalTime;
  readonly offsetBefore: number;
  readonly offset: number;
  readonly isDaylight: boolean;
  /** null: it begins just this once. */
  readonly yearly: Yearly | null;
}

interface Change {
  readonly begins: LocalTime;
  readonly offsetBefore: number;
  readonly offset: number;
}

const minutesIn = (milliseconds: number): number => Math.round(milliseconds / 60_000);
const hour = 3_600_000;

/** Minutes to add to UTC at a moment. */
function offsetAt(moment: number, timeZone: string): number {
  const instant: Instant = new Date(moment).toISOString();
  return minutesIn(
    Date.parse(`${localTimeOf(instant, timeZone)}:00.000Z`) - Math.floor(moment / 60_000) * 60_000,
  );
}

/**
 * How the zone's clocks go over some years: an observance that holds when they begin, then each change. Changes that
 * come on the same weekday of the same month all these years are told once, as a rule. @throws RangeError unknown zone
 */
export function zoneRules(timeZone: string, fromYear: number, toYear: number): Observance[] {
  const changes = changesOf(timeZone, fromYear, toYear);
  const standing = offsetAt(Date.UTC(fromYear, 0, 1), timeZone);
  const usual = Math.min(standing, ...changes.map(({ offset }) => offset));
  const observance = (change: Change, yearly: Yearly | null): Observance => ({
    ...change,
    isDaylight: change.offset > usual,
    yearly,
  });
  const rules = yearlyRules(changes, fromYear, toYear);
  if (rules !== null) return rules.map(({ first, yearly }) => observance(first, yearly));
  const before = { begins: `${fromYear}-01-01T00:00`, offsetBefore: standing, offset: standing };
  return [before, ...changes].map((change) => observance(change, null));
}

function changesOf(timeZone: string, fromYear: number, toYear: number): Change[] {
  const changes: Change[] = [];
  const end = Date.UTC(toYear + 1, 0, 1);
  const step = 24 * hour;
  let before = offsetAt(Date.UTC(fromYear, 0, 1), timeZone);
  for (let at = Date.UTC(fromYear, 0, 1); at < end; at += step) {
    const after = offsetAt(at + step, timeZone);
    if (after === before) continue;
    const moment = momentOfChange(at, at + step, timeZone);
    const begins = addMinutes(new Date(moment).toISOString().slice(0, 16), before);
    changes.push({ begins, offsetBefore: before, offset: after });
    before = after;
  }
  return changes;
}

/** Halves the stretch until it is a minute. */
function momentOfChange(from: number, to: number, timeZone: string): number {
  const before = offsetAt(from, timeZone);
  let [low, high] = [from, to];
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (offsetAt(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Two changes each year by the same two rules, as in Europe; null where it is otherwise. */
function yearlyRules(
  changes: readonly Change[],
  fromYear: number,
  toYear: number,
): { first: Change; yearly: Yearly }[] | null {
  const years = toYear - fromYear + 1;
  const kinds = new Map<string, Change[]>();
  for (const change of changes) {
    const { begins, offsetBefore, offset } = change;
    const kind = [monthOf(begins), weekday(begins.slice(0, 10)), begins.slice(11), offsetBefore, offset].join(
      ' ',
    );
    kinds.set(kind, [...(kinds.get(kind) ?? []), change]);
  }
  if (kinds.size !== 2 || years < 2) return null;
  const rules = [...kinds.values()].map((same) => ruleOf(same, years));
  return rules.every((rule) => rule !== null) ? rules : null;
}

function ruleOf(same: readonly Change[], years: number): { first: Change; yearly: Yearly } | null {
  const [first] = same;
  if (first === undefined || same.length !== years) return null;
  const days = same.map(({ begins }) => begins.slice(0, 10));
  const isLast = days.every((day) => dayOfMonth(day) > daysInMonth(yearOf(day), monthOf(day)) - 7);
  const nths = new Set(days.map((day) => Math.ceil(dayOfMonth(day) / 7)));
  const [nth = -1] = nths;
  if (!isLast && (nths.size > 1 || nth > 4)) return null;
  const [day = ''] = days;
  return { first, yearly: { month: monthOf(day), weekday: weekday(day), nth: isLast ? -1 : nth } };
}

/** The wall clock `minutes` of real time later: across a change of clocks that is another hour than the sum. */
export function laterBy(time: LocalTime, minutes: number, timeZone: string): LocalTime {
  const moment = Date.parse(instantOf(time, timeZone)) + minutes * 60_000;
  return localTimeOf(new Date(moment).toISOString(), timeZone);
}
