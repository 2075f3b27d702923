import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fateOf, keptOf, monthCells, monthsOf, silenceOf } from '../../source/domain/communication.ts';
import { addDays, endOfMonth } from '../../source/domain/days/day.ts';
import { runs } from '../support/runs.ts';
import type { DeliveryFact } from '../../source/domain/communication.ts';

const today = '2023-03-22';
const delivery = (values: Partial<DeliveryFact>): DeliveryFact => ({
  id: 1,
  plan: 1,
  due: null,
  late: null,
  state: 'planned',
  sent: null,
  ...values,
});

describe('The calendar of the plan', () => {
  test('Is late only once its window is over', () => {
    expect(fateOf(delivery({ due: '2023-03-01', late: '2023-03-31' }), today)).toBe('planned');
    expect(fateOf(delivery({ due: '2023-03-01', late: '2023-03-21' }), today)).toBe('late');
    expect(fateOf(delivery({ due: '2023-03-21', state: 'drafted' }), today)).toBe('late');
    expect(fateOf(delivery({ due: '2023-03-21', state: 'skipped' }), today)).toBe('skipped');
  });

  test('Puts what was sent where it was sent, and tells of silence when it has become too long', () => {
    const all = [
      delivery({ id: 1, due: '2023-01-31', sent: '2023-02-02', state: 'sent' }),
      delivery({ id: 2, due: '2023-05-02' }),
    ];
    const months = monthsOf({ from: '2022-12-24', to: '2023-05-01' });
    const cells = monthCells(all, months, { today: '2023-04-20', silenceDays: 60, since: '2022-10-01' });
    expect(
      cells.map(({ month, sent, planned, silent }) => [month.slice(0, 7), sent, planned, silent]),
    ).toEqual([
      ['2022-12', 0, 0, true],
      ['2023-01', 0, 0, true],
      ['2023-02', 1, 0, false],
      ['2023-03', 0, 0, false],
      ['2023-04', 0, 0, true],
      ['2023-05', 0, 1, false],
    ]);
  });

  test('Counts silence from the last thing sent, else from the start', () => {
    expect(silenceOf('2023-01-20', '2022-01-01', today, 60)).toMatchObject({ days: 61, isTooLong: true });
    expect(silenceOf(null, '2023-03-01', today, 60)).toMatchObject({
      days: 21,
      isTooLong: false,
      until: '2023-04-30',
    });
    expect(silenceOf(null, '2022-03-01', today, null)).toMatchObject({ isTooLong: false, until: null });
  });

  test('a promise kept inside its window counts on the day it was kept, one of a long window on its last', () => {
    const span = { from: '2022-01-01', to: '2022-04-02' } as const;
    const early = delivery({ due: '2022-03-09', late: '2022-04-09', state: 'sent', sent: '2022-03-20' });
    expect(keptOf([early], span)).toMatchObject({ promised: 1, kept: 1, percent: 100 });
    expect(keptOf([early], { from: '2022-04-03', to: '2022-12-31' })).toMatchObject({
      promised: 0,
      percent: null,
    });
    const open = delivery({ due: '2022-03-09', late: '2022-04-09', state: 'planned' });
    expect(keptOf([open], span)).toMatchObject({ promised: 0, late: 0 });
  });

  test('Every delivery with a day stands in one cell, and promised is kept, late or left out', () => {
    const day = fc.integer({ min: -300, max: 300 }).map((count) => addDays(today, count));
    const any = fc
      .record({
        due: day,
        length: fc.option(fc.nat({ max: 60 })),
        state: fc.constantFrom('planned' as const, 'drafted' as const, 'sent' as const, 'skipped' as const),
        sent: day,
      })
      .map(({ due, length, state, sent }) => ({
        due,
        late: length === null ? null : addDays(due, length),
        state,
        sent: state === 'sent' ? sent : null,
      }));
    fc.assert(
      fc.property(fc.array(any), (values) => {
        const all = values.map((one, id) => delivery({ ...one, id }));
        const months = monthsOf({ from: '2022-01-01', to: '2024-12-31' });
        const cells = monthCells(all, months, { today, silenceDays: 60, since: null });
        expect(cells.flatMap(({ ids }) => ids).toSorted((one, other) => one - other)).toEqual(
          all.map(({ id }) => id),
        );
        for (const cell of cells)
          expect(cell.sent + cell.late + cell.planned + cell.skipped).toBe(cell.ids.length);
        const kept = keptOf(all, { from: '2022-01-01', to: today });
        expect(kept.kept + kept.late + kept.skipped).toBe(kept.promised);
        // Whatever a span is cut into, each promise counts once.
        const spans = monthsOf({ from: '2021-01-01', to: '2025-12-31' }).map((from) => ({
          from,
          to: endOfMonth(from),
        }));
        const counted = (state: string): number => all.filter((one) => one.state === state).length;
        const ofMonths = spans.map((span) => keptOf(all, span));
        expect(ofMonths.reduce((sum, one) => sum + one.kept, 0)).toBe(counted('sent'));
        expect(ofMonths.reduce((sum, one) => sum + one.skipped, 0)).toBe(counted('skipped'));
        expect(kept.percent === null || (kept.percent >= 0 && kept.percent <= 100)).toBe(true);
      }),
      runs(200),
    );
  });
});
