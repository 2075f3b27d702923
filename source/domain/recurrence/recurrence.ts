import {
  addDays,
  addMonths,
  daysInMonth,
  differenceInDays,
  isDay,
  monthOf,
  startOfMonth,
  weekday,
  yearOf,
} from '../days/day.ts';
import type { Day, Weekday } from '../days/day.ts';

/** Every rule but `once` lays out from `from` on; `until` is the last day that may have a slot, null for no end. */
interface Bounds {
  readonly from: Day;
  readonly until: Day | null;
  /** The hour at which what is laid out begins, `'09:00'` in the project's time zone; a window has none. */
  readonly time?: string;
}

/** When something recurs. Kept as JSON; `rule-text.ts` has its words. */
export type Rule =
  | { readonly kind: 'once'; readonly day: Day }
  /** Every so many weeks, counted from the first such weekday on or after `from`. */
  | ({ readonly kind: 'weeks'; readonly every: number; readonly weekday: Weekday } & Bounds)
  /** Every so many months; `day` 1–31 is the month's last where the month is shorter. */
  | ({ readonly kind: 'months'; readonly every: number; readonly day: number } & Bounds)
  /** The `nth` such weekday of every so many months; -1 is the last, and a month without a fifth has no slot. */
  | ({
      readonly kind: 'nthWeekday';
      readonly nth: Nth;
      readonly weekday: Weekday;
      readonly every: number;
    } & Bounds)
  /** Spread evenly over each year that starts on the anniversary of `from`. */
  | ({ readonly kind: 'timesAYear'; readonly times: number } & Bounds)
  /** Due `least` units after the previous one, late `most` after it. */
  | ({
      readonly kind: 'window';
      readonly unit: 'weeks' | 'months';
      readonly least: number;
      readonly most: number;
    } & Bounds)
  /** So many days before (negative) or after each session of a group. */
  | { readonly kind: 'aroundSession'; readonly group: string; readonly offsetDays: number }
  | { readonly kind: 'continuous' }
  | { readonly kind: 'asNeeded' };

export type Nth = 1 | 2 | 3 | 4 | 5 | -1;

/** A session that `aroundSession` counts from. */
export interface SessionDay {
  readonly uid: string;
  /** The day on which its series laid it out; it keeps the slot's identity when the session moves. */
  readonly slot: Day;
  /** The day on which it is held; null when it is cancelled. */
  readonly day: Day | null;
}

export interface RawSlot {
  /** The day that the rule alone gives: with the series it is the slot's identity and never changes. */
  readonly slot: Day;
  /** The day that counts unless something is in its way; null when a session that it goes with is cancelled. */
  readonly day: Day | null;
  /** The last day on which it is not late; equals `slot` for all rules but `window`. */
  readonly latest: Day;
  readonly session: string | null;
}

export interface LayoutOptions {
  /** The last day that may have a slot. */
  readonly until: Day;
  readonly sessions?: readonly SessionDay[];
  /** Of a `window`: the day on which a slot was really done, from which the next ones are counted; null for its own. */
  readonly doneOn?: (slot: RawSlot) => Day | null;
}

/** Where laying out stops however far `until` lies: three lifetimes of any project. */
const horizon: Day = '2299-12-31';

/**
 * Why a rule can never have a slot:
 * - `notLaidOut`: continuous and as needed have none by their nature
 * - `wrongNumbers`: an interval below one, a weekday or day of the month that is none
 * - `turned`: a window whose `least` lies above its `most`
 * - `endsBeforeStart`: `until` lies before `from`
 * - `noneBetween`: no day of the rule lies between `from` and `until`
 * - `noGroup`: goes with the sessions of no group
 */
export type NeverReason =
  | 'notLaidOut'
  | 'wrongNumbers'
  | 'turned'
  | 'endsBeforeStart'
  | 'noneBetween'
  | 'noGroup';

const kinds: ReadonlySet<unknown> = new Set<Rule['kind']>([
  'once',
  'weeks',
  'months',
  'nthWeekday',
  'timesAYear',
  'window',
  'aroundSession',
  'continuous',
  'asNeeded',
]);

/** Whether a value of unknown origin, such as JSON, is a rule with sound numbers and real days. */
export function isRule(value: unknown): value is Rule {
  return isRuleLike(value) && hasSoundNumbers(value);
}

/** Whether it is of a kind that is known, be its numbers what they may. */
export function isRuleLike(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'kind' in value && kinds.has(value.kind);
}

/** Null when the rule has at least one slot. */
export function neverFires(rule: Rule): NeverReason | null {
  if (rule.kind === 'continuous' || rule.kind === 'asNeeded') return 'notLaidOut';
  if (rule.kind === 'window' && rule.least > rule.most) return 'turned';
  if (!hasSoundNumbers(rule)) return 'wrongNumbers';
  if (rule.kind === 'once') return null;
  if (rule.kind === 'aroundSession') return rule.group.trim() === '' ? 'noGroup' : null;
  if (rule.until === null) return null;
  if (rule.until < rule.from) return 'endsBeforeStart';
  return layOut(rule, { until: rule.until }).next().done === true ? 'noneBetween' : null;
}

const unitNames: ReadonlySet<string> = new Set(['weeks', 'months']);

function hasSoundNumbers(rule: Rule): boolean {
  if ('from' in rule && !hasSoundBounds(rule)) return false;
  switch (rule.kind) {
    case 'once':
      return isDay(rule.day);
    case 'weeks':
      return isCount(rule.every, 520) && isCount(rule.weekday, 7);
    case 'months':
      return isCount(rule.every, 120) && isCount(rule.day, 31);
    case 'nthWeekday':
      return (
        isCount(rule.every, 120) && isCount(rule.weekday, 7) && (rule.nth === -1 || isCount(rule.nth, 5))
      );
    case 'timesAYear':
      return isCount(rule.times, 365);
    case 'window':
      return (
        unitNames.has(rule.unit) &&
        isCount(rule.least, 520) &&
        isCount(rule.most, 520) &&
        rule.least <= rule.most
      );
    case 'aroundSession':
      return (
        typeof rule.group === 'string' &&
        Number.isInteger(rule.offsetDays) &&
        Math.abs(rule.offsetDays) <= 3660
      );
    case 'continuous':
    case 'asNeeded':
      break;
  }
  return true;
}

function hasSoundBounds({ from, until, time = '00:00' }: Bounds): boolean {
  return isDay(from) && (until === null || isDay(until)) && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

/** The rule's slots in order, each day once, before holidays and breaks are heeded. A rule that is unsound has none. */
export function* layOut(rule: Rule, options: LayoutOptions): Generator<RawSlot> {
  if (!hasSoundNumbers(rule)) return;
  const ownEnd = 'until' in rule && rule.until !== null ? rule.until : horizon;
  const end = [options.until, ownEnd, horizon].reduce((least, day) => (day < least ? day : least));
  for (const slot of unending(rule, options)) {
    // What was done early or late carries the windows after it along, past the end or back within it.
    const last = rule.kind === 'window' ? (slot.day ?? slot.slot) : slot.slot;
    if (last > end) return;
    yield slot;
  }
}

function unending(rule: Rule, options: LayoutOptions): Iterable<RawSlot> {
  switch (rule.kind) {
    case 'once':
      return [onDay(rule.day)];
    case 'weeks':
      return weekly(rule.every, rule.weekday, rule.from);
    case 'months':
      return monthly(rule.every, rule.from, (month) => clampedDay(month, rule.day));
    case 'nthWeekday':
      return monthly(rule.every, rule.from, (month) => nthWeekdayOf(month, rule.nth, rule.weekday));
    case 'timesAYear':
      return spread(rule.times, rule.from);
    case 'window':
      return windows(rule, options.doneOn ?? (() => null));
    case 'aroundSession':
      return besideSessions(rule.offsetDays, options.sessions ?? []);
    case 'continuous':
    case 'asNeeded':
      break;
  }
  return [];
}

function onDay(slot: Day): RawSlot {
  return { slot, day: slot, latest: slot, session: null };
}

function* weekly(every: number, wanted: Weekday, from: Day): Generator<RawSlot> {
  const first = addDays(from, (wanted - weekday(from) + 7) % 7);
  for (let slot = first; ; slot = addDays(slot, every * 7)) yield onDay(slot);
}

/** Counts months from the first that has the day on or after `from`; every further day is `dayIn` its own month. */
function* monthly(every: number, from: Day, dayIn: (month: Day) => Day | null): Generator<RawSlot> {
  let month = startOfMonth(from);
  let first = dayIn(month);
  while (first === null || first < from) {
    month = addMonths(month, 1);
    first = dayIn(month);
  }
  for (; ; month = addMonths(month, every)) {
    const slot = dayIn(month);
    if (slot !== null) yield onDay(slot);
    else if (month > horizon) return;
  }
}

function clampedDay(month: Day, day: number): Day {
  return addDays(month, Math.min(day, daysInMonth(yearOf(month), monthOf(month))) - 1);
}

function nthWeekdayOf(month: Day, nth: Nth, wanted: Weekday): Day | null {
  const first = addDays(month, (wanted - weekday(month) + 7) % 7);
  const days = [0, 1, 2, 3, 4]
    .map((weeks) => addDays(first, weeks * 7))
    .filter((day) => day.startsWith(month.slice(0, 7)));
  return (nth === -1 ? days.at(-1) : days[nth - 1]) ?? null;
}

function* spread(times: number, from: Day): Generator<RawSlot> {
  for (let cycle = 0; ; cycle += 1) {
    const start = addMonths(from, cycle * 12);
    const length = differenceInDays(addMonths(from, (cycle + 1) * 12), start);
    for (let index = 0; index < times; index += 1) {
      // Whole months where they come out even, as people think of twice a year.
      const months = (index * 12) / times;
      const even = 12 % times === 0;
      yield onDay(
        even ? addMonths(from, cycle * 12 + months) : addDays(start, Math.floor((index * length) / times)),
      );
    }
  }
}

function* windows(
  rule: Rule & { readonly kind: 'window' },
  doneOn: (slot: RawSlot) => Day | null,
): Generator<RawSlot> {
  const after = (day: Day, units: number): Day =>
    rule.unit === 'weeks' ? addDays(day, units * 7) : addMonths(day, units);
  // Always counted from the anchor, so that 31.1. gives 28.2. and then 31.3.
  let anchor = { day: rule.from, count: 0 };
  for (let index = 0; ; index += 1) {
    const { day, count } = anchor;
    const raw: RawSlot = {
      slot: after(rule.from, index * rule.least),
      day: after(day, count * rule.least),
      latest: after(day, (count - 1) * rule.least + rule.most),
      session: null,
    };
    yield raw;
    const done = doneOn(raw);
    anchor = done === null ? { day, count: count + 1 } : { day: done, count: 1 };
  }
}

function besideSessions(offsetDays: number, sessions: readonly SessionDay[]): RawSlot[] {
  const bySlot = new Map<Day, RawSlot>();
  for (const session of sessions) {
    const slot = addDays(session.slot, offsetDays);
    const day = session.day === null ? null : addDays(session.day, offsetDays);
    // Two sessions on one day share what is sent; one that is held goes before one that is cancelled.
    if ((bySlot.get(slot)?.day ?? null) === null)
      bySlot.set(slot, { slot, day, latest: day ?? slot, session: session.uid });
  }
  return [...bySlot.values()].toSorted((left, right) => (left.slot < right.slot ? -1 : 1));
}
