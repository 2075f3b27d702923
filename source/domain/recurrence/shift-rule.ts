import { addDays, dayOfMonth, differenceInDays, weekday } from '../days/day.ts';
import type { Day } from '../days/day.ts';
import { layOut } from './recurrence.ts';
import type { Nth, Rule } from './recurrence.ts';

/**
 * The rule from one of its slots on, when that slot comes to `to` and perhaps to another hour: the rhythm stays, the
 * weekday or day of the month goes along. Null for a rule that lays out no days of its own, or has no such slot.
 */
export function shiftRule(rule: Rule, slot: Day, to: Day, time?: string): Rule | null {
  if (rule.kind === 'once') return rule.day === slot ? { ...rule, day: to } : null;
  if (!('from' in rule) || rule.kind === 'window') return null;
  if (slotsFrom(rule, slot, 1)[0] !== slot) return null;
  const until = rule.until === null ? null : addDays(rule.until, differenceInDays(to, slot));
  const base = { ...rule, from: to, until, ...(time !== undefined && { time }) };
  if (to === slot) return base;
  if (base.kind === 'weeks') return { ...base, weekday: weekday(to) };
  if (base.kind === 'months') return { ...base, day: dayOfMonth(to) };
  return base.kind === 'nthWeekday' ? { ...base, weekday: weekday(to), nth: nthOf(to, base.nth) } : base;
}

/** Which such weekday of its month the day is; still the last where the rule was of the last. */
function nthOf(day: Day, before: Nth): Nth {
  const isLast = addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  const nth = Math.ceil(dayOfMonth(day) / 7);
  return isLast && (before === -1 || nth === 5) ? -1 : (nth as Nth);
}

/** The first slots of a rule on or after a day, fewer where it ends. */
export function slotsFrom(rule: Rule, first: Day, count: number): Day[] {
  const found: Day[] = [];
  if (count < 1) return found;
  // Further than any rule is laid out: its slots come one by one.
  for (const { slot } of layOut(rule, { until: '9999-12-31' })) {
    if (slot >= first) found.push(slot);
    if (found.length === count) break;
  }
  return found;
}

/** The rule up to a day, and null where it has no slot by then. */
export function endRule(rule: Rule, until: Day): Rule | null {
  if (rule.kind === 'once') return rule.day <= until ? rule : null;
  if (!('from' in rule)) return null;
  const ended = { ...rule, until };
  return until < rule.from || layOut(ended, { until }).next().done === true ? null : ended;
}
