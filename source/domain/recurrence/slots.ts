import type { Label } from '../../language/language.ts';
import { addDays, isWithin, weekday, weekKey } from '../days/day.ts';
import type { Day, Span } from '../days/day.ts';
import { holidayOn } from '../days/holidays.ts';
import type { HolidayTable } from '../days/holidays.ts';
import { layOut } from './recurrence.ts';
import type { LayoutOptions, RawSlot, Rule } from './recurrence.ts';

/** What a series does about days on which nothing is held. */
export interface SkipPolicy {
  /** `move`: to the nearest working day that is in no break, in the direction of `moveTo`. */
  readonly holidays: 'skip' | 'move' | 'keep';
  readonly moveTo?: 'nextDay' | 'previousDay';
  /** `move`: what falls in a break or a chosen week is held before or after it, where the next slot leaves room. */
  readonly away?: 'skip' | 'move';
  /** `move`: a day of the month or of the year that is a Saturday or Sunday gives way to the nearest working day. */
  readonly weekends?: 'keep' | 'move';
  /** The project's breaks, see `breakSpans`. */
  readonly breaks: readonly Span[];
  /** ISO weeks that the planner chose, `'2022-W30'`. */
  readonly weeks: readonly string[];
}

export const skipNothing: SkipPolicy = { holidays: 'keep', breaks: [], weeks: [] };

export type SkipReason =
  | { readonly because: 'holiday'; readonly name: Label }
  | { readonly because: 'break'; readonly span: Span }
  | { readonly because: 'week'; readonly week: string }
  | { readonly because: 'weekend' }
  | { readonly because: 'sessionCancelled' };

export interface Slot {
  /** The day that the rule gives: the slot's identity within its series. Neither skipping nor moving changes it. */
  readonly slot: Day;
  /** The day on which it is held or due; null when it is skipped. */
  readonly day: Day | null;
  /** The last day on which it is not late; equals `day` for all rules but `window`. Never before `day`. */
  readonly latest: Day;
  readonly skipped: SkipReason | null;
  /** The session that it goes with (`aroundSession`), else null. */
  readonly session: string | null;
}

export interface SlotOptions extends LayoutOptions {
  readonly skip: SkipPolicy;
  /** Without it no day is a holiday. */
  readonly holidays?: HolidayTable;
}

/**
 * Lays the rule out up to `until`, skipped slots with their reason among the others: strictly increasing by `slot`, and
 * a later `until` only adds to the end.
 *
 * `once` stays on the day that was chosen for it. A `window` gives way to holidays and breaks within itself and is
 * skipped only where none of its days is left.
 */
export function slots(rule: Rule, options: SlotOptions): Slot[] {
  const doneOn = (raw: RawSlot): Day | null => options.doneOn?.(raw) ?? gaveWayTo(rule, raw, options);
  return Array.from(layOut(rule, { ...options, doneOn }), (raw) => settle(rule, raw, options));
}

/**
 * Where a window went that gave way to a break: the next ones are counted from there, as they will be once it is done, so
 * that no two meet after the break. Null where it went few days or none: windows are a week apart at the least.
 */
function gaveWayTo(rule: Rule, raw: RawSlot, options: SlotOptions): Day | null {
  const { day } = settle(rule, raw, options);
  return day === null || day <= addDays(raw.day ?? raw.slot, farthestMove) ? null : day;
}

function settle(rule: Rule, raw: RawSlot, options: SlotOptions): Slot {
  const { slot, latest, session, day } = raw;
  if (day === null) return { slot, day, latest, skipped: { because: 'sessionCancelled' }, session };
  const obstacle = rule.kind === 'once' ? null : obstacleOn(day, options);
  if (obstacle === null) return { slot, day, latest, skipped: null, session };
  const isWindow = rule.kind === 'window';
  const moved = isWindow ? freeWithin(day, latest, options) : movedFrom(rule, day, obstacle, options);
  if (moved === null) return { slot, day: null, latest, skipped: obstacle, session };
  return { slot, day: moved, latest: isWindow ? latest : moved, skipped: null, session };
}

/** What stands in the way on the day; null on a day that is free. */
export function obstacleOn(
  day: Day,
  options: { readonly skip: SkipPolicy; readonly holidays?: HolidayTable },
): SkipReason | null {
  const { skip, holidays } = options;
  const span = skip.breaks.find((candidate) => isWithin(day, candidate));
  if (span !== undefined) return { because: 'break', span };
  if (skip.weeks.length > 0 && skip.weeks.includes(weekKey(day)))
    return { because: 'week', week: weekKey(day) };
  const name = skip.holidays === 'keep' || holidays === undefined ? null : holidayOn(day, holidays);
  if (name !== null) return { because: 'holiday', name };
  return skip.weekends === 'move' && weekday(day) > 5 ? { because: 'weekend' } : null;
}

/** How far from a holiday the held day may lie; a working day farther off would be another week's session. */
const farthestMove = 6;

/** Days between two slots of the rule, at the least: what is moved never comes to the next one. */
function leastGap(rule: Rule): number {
  if (rule.kind === 'weeks') return rule.every * 7;
  if (rule.kind === 'months' || rule.kind === 'nthWeekday') return rule.every * 28;
  return rule.kind === 'timesAYear' ? Math.floor(365 / rule.times) - 3 : farthestMove + 1;
}

/** A working day that is free: nearest to a holiday; after a break on the rule's own weekday, where it has one. */
function movedFrom(rule: Rule, day: Day, obstacle: SkipReason, options: SlotOptions): Day | null {
  const { holidays, moveTo, away } = options.skip;
  const isAway = obstacle.because === 'break' || obstacle.because === 'week';
  const mayMove =
    obstacle.because === 'weekend' ||
    (isAway ? away === 'move' : obstacle.because === 'holiday' && holidays === 'move');
  if (!mayMove) return null;
  const step = moveTo === 'previousDay' ? -1 : 1;
  const most = isAway ? leastGap(rule) - 1 : Math.min(farthestMove, leastGap(rule) - 1);
  const ownWeekday = isAway && 'weekday' in rule ? rule.weekday : null;
  for (let count = 1; count <= most; count += 1) {
    const candidate = addDays(day, count * step);
    const fits = ownWeekday === null ? weekday(candidate) <= 5 : weekday(candidate) === ownWeekday;
    if (fits && obstacleOn(candidate, options) === null) return candidate;
  }
  return null;
}

function freeWithin(first: Day, last: Day, options: SlotOptions): Day | null {
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (obstacleOn(day, options) === null) return day;
  }
  return null;
}
