import fc from 'fast-check';
import { dayFromNumber, dayNumber } from '../../source/domain/days/day.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';

/** Any day of the years in which a project can lie. */
export const anyDay = fc
  .integer({ min: dayNumber('1990-01-01'), max: dayNumber('2089-12-31') })
  .map(dayFromNumber);

const bounds = fc.tuple(anyDay, fc.option(fc.nat({ max: 1500 }))).map(([from, length]) => ({
  from,
  until: length === null ? null : dayFromNumber(dayNumber(from) + length),
}));
/** The hour that some rules name. */
const clock = fc
  .option(fc.tuple(fc.nat({ max: 23 }), fc.constantFrom('00', '15', '59')))
  .map((at) => (at === null ? {} : { time: `${String(at[0]).padStart(2, '0')}:${at[1]}` }));
const timed = fc.tuple(bounds, clock).map(([span, at]) => ({ ...span, ...at }));
const count = fc.integer({ min: 1, max: 12 });
const anyWeekday = fc.constantFrom(1, 2, 3, 4, 5, 6, 7);

/** Any rule with sound numbers; it may have no day between its start and end. */
export const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  anyDay.map((day) => ({ kind: 'once' as const, day })),
  fc.constantFrom({ kind: 'continuous' as const }, { kind: 'asNeeded' as const }),
  fc
    .tuple(count, anyWeekday, timed)
    .map(([every, weekday, span]) => ({ kind: 'weeks' as const, every, weekday, ...span })),
  fc
    .tuple(count, fc.integer({ min: 1, max: 31 }), timed)
    .map(([every, day, span]) => ({ kind: 'months' as const, every, day, ...span })),
  fc
    .tuple(count, fc.constantFrom(1, 2, 3, 4, 5, -1), anyWeekday, timed)
    .map(([every, nth, weekday, span]) => ({ kind: 'nthWeekday' as const, nth, weekday, every, ...span })),
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), timed)
    .map(([times, span]) => ({ kind: 'timesAYear' as const, times, ...span })),
  fc
    .tuple(fc.constantFrom('weeks', 'months'), count, fc.nat({ max: 6 }), bounds)
    .map(([unit, least, more, span]) => ({
      kind: 'window' as const,
      unit,
      least,
      most: least + more,
      ...span,
    })),
  fc
    .tuple(
      fc.integer({ min: -60, max: 60 }),
      fc.stringMatching(/^[A-Za-zÅÄÖåäö0-9][A-Za-zåäö0-9 :-]{0,10}[A-Za-z0-9]$/u),
    )
    .map(([offsetDays, group]) => ({ kind: 'aroundSession' as const, group, offsetDays })),
);
