import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../source/domain/days/day.ts';
import { superfluous } from '../../source/domain/rotation.ts';
import { runs } from '../support/runs.ts';

describe('Which copies stay', () => {
  const copies = fc
    .array(fc.record({ back: fc.nat({ max: 200 }), automatic: fc.boolean() }), {
      minLength: 1,
      maxLength: 60,
    })
    .map((list) =>
      list
        .map(({ back, automatic }) => ({ day: addDays('2023-06-30', -back), automatic }))
        .toSorted((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0)),
    );

  test('The newest, all that were asked for, each of the last ten days used, the first of each month', () => {
    fc.assert(
      fc.property(copies, (all) => {
        const gone = new Set(superfluous(all));
        const left = all.filter((copy) => !gone.has(copy));
        expect(gone.has(all[0] ?? left[0] ?? { day: '', automatic: true })).toBe(false);
        expect([...gone].every(({ automatic }) => automatic)).toBe(true);
        const own = all.filter(({ automatic }) => automatic);
        const days = [...new Set(own.map(({ day }) => day))];
        const leftDays = new Set(left.filter(({ automatic }) => automatic).map(({ day }) => day));
        for (const day of days.slice(0, 10)) expect(leftDays.has(day)).toBe(true);
        for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
          const first = days.findLast((day) => day.startsWith(month));
          expect(leftDays.has(first ?? '')).toBe(true);
        }
        // A year of daily use leaves no more than ten days and a copy a month.
        expect(leftDays.size).toBeLessThanOrEqual(10 + 8 + 1);
      }),
      runs(300, 20220301),
    );
  });

  test('A year of daily use leaves ten days and twelve months', () => {
    const all = Array.from({ length: 365 }, (_, index) => ({
      day: addDays('2022-12-31', -index),
      automatic: true,
    }));
    const gone = new Set(superfluous(all));
    const left = all.filter((copy) => !gone.has(copy)).map(({ day }) => day);
    expect(left).toHaveLength(10 + 12);
    expect(left.slice(0, 2)).toEqual(['2022-12-31', '2022-12-30']);
    expect(left.at(-1)).toBe('2022-01-01');
  });

  test('Of a busy day the first and the last few', () => {
    const all = Array.from({ length: 30 }, (_, nth) => ({ day: '2022-03-01', automatic: true, nth }));
    const gone = new Set(superfluous(all));
    expect(all.filter((copy) => !gone.has(copy)).map(({ nth }) => nth)).toEqual([0, 1, 2, 3, 4, 29]);
  });
});
