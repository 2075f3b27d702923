import { addDays, addMonths, differenceInDays, endOfMonth, startOfMonth } from './days/day.ts';
import type { Day, Span } from './days/day.ts';

/** A delivery as the figures see it. */
export interface DeliveryFact {
  readonly id: number;
  readonly plan: number;
  readonly due: Day | null;
  /** The last day of its window. */
  readonly late: Day | null;
  readonly state: 'planned' | 'drafted' | 'sent' | 'skipped';
  readonly sent: Day | null;
}

/** What became of a delivery by a day. */
export type Fate = 'sent' | 'late' | 'planned' | 'skipped';

/** The day by which it is to be out. */
const lastDayOf = ({ late, due }: DeliveryFact): Day | null => late ?? due;

export function fateOf(delivery: DeliveryFact, today: Day): Fate {
  if (delivery.state === 'sent' || delivery.state === 'skipped') return delivery.state;
  const last = lastDayOf(delivery);
  return last !== null && last < today ? 'late' : 'planned';
}

/** The day on which it stands in a calendar: that on which it was sent, else that on which it is due. */
const standsOn = (delivery: DeliveryFact): Day | null =>
  delivery.state === 'sent' ? (delivery.sent ?? delivery.due) : delivery.due;

/** First days of the months from one to another, both in it. */
export function monthsOf({ from, to }: Span): Day[] {
  const months: Day[] = [];
  for (let month = startOfMonth(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** An audience's month. `silent`: the month has been, and at its end (or today) nothing had been sent for too long. */
export interface MonthCell {
  readonly month: Day;
  readonly sent: number;
  readonly late: number;
  readonly planned: number;
  readonly skipped: number;
  readonly silent: boolean;
  readonly ids: readonly number[];
}

/** `since`: the last thing sent before the first month, or the day from which silence is counted; null for neither. */
export function monthCells(
  deliveries: readonly DeliveryFact[],
  months: readonly Day[],
  options: { readonly today: Day; readonly silenceDays: number | null; readonly since: Day | null },
): MonthCell[] {
  const { today, silenceDays, since } = options;
  const sentDays = deliveries.flatMap((one) => (one.state === 'sent' ? (standsOn(one) ?? []) : []));
  return months.map((month) => {
    const end = endOfMonth(month);
    const own = deliveries.filter((one) => (standsOn(one) ?? '').slice(0, 7) === month.slice(0, 7));
    const count = (fate: Fate): number => own.filter((one) => fateOf(one, today) === fate).length;
    const asked = end < today ? end : today;
    const before = sentDays.filter((day) => day <= asked);
    const heard = before.reduce<Day | null>(
      (one, other) => (one === null || other > one ? other : one),
      since,
    );
    const isPast = month <= today;
    const isLong = heard !== null && silenceDays !== null && differenceInDays(asked, heard) > silenceDays;
    return {
      month,
      sent: count('sent'),
      late: count('late'),
      planned: count('planned'),
      skipped: count('skipped'),
      silent: isPast && isLong,
      ids: own.map(({ id }) => id),
    };
  });
}

/** What was promised up to a day and what became of it. */
export interface Kept {
  /** Deliveries whose last day has come. */
  readonly promised: number;
  readonly kept: number;
  /** Whole per cent of the promised; null where nothing was promised yet. */
  readonly percent: number | null;
  readonly skipped: number;
  readonly late: number;
  /** All that was sent, promised for the span or not. */
  readonly sent: number;
  readonly lastSent: Day | null;
}

/** The day on which a promise counts: its last, or that on which it was kept before that. */
function countsOn(delivery: DeliveryFact): Day | null {
  const last = lastDayOf(delivery);
  const { state, sent } = delivery;
  return state === 'sent' && sent !== null && last !== null && sent < last ? sent : last;
}

/** Over the deliveries of a line or an audience, in a span of days. */
export function keptOf(deliveries: readonly DeliveryFact[], { from, to }: Span): Kept {
  const within = (day: Day | null): boolean => day !== null && day >= from && day <= to;
  const promised = deliveries.filter((one) => within(countsOn(one)) && fateOf(one, to) !== 'planned');
  const kept = promised.filter(({ state }) => state === 'sent').length;
  const sent = deliveries.flatMap((one) => {
    const day = standsOn(one);
    return one.state === 'sent' && day !== null && within(day) ? [day] : [];
  });
  return {
    promised: promised.length,
    kept,
    percent: promised.length === 0 ? null : Math.round((kept / promised.length) * 100),
    skipped: promised.filter(({ state }) => state === 'skipped').length,
    late: promised.filter(({ state }) => state === 'planned' || state === 'drafted').length,
    sent: sent.length,
    lastSent: sent.toSorted().at(-1) ?? null,
  };
}

/** How long an audience has heard nothing. */
export interface Silence {
  readonly lastSent: Day | null;
  /** Days since then, or since the project began where nothing was ever sent. */
  readonly days: number;
  readonly limit: number | null;
  readonly isTooLong: boolean;
  /** When it becomes too long if nothing is sent; null without a limit. */
  readonly until: Day | null;
}

export function silenceOf(lastSent: Day | null, start: Day, today: Day, limit: number | null): Silence {
  const since = lastSent ?? start;
  const days = Math.max(0, differenceInDays(today, since));
  return {
    lastSent,
    days,
    limit,
    isTooLong: limit !== null && days > limit,
    until: limit === null ? null : addDays(since, limit),
  };
}
