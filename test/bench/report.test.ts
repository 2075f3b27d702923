import { expect, test } from 'vitest';
import { against, at, interleave, median, quantile, ratio, worstAgainst } from './measure.ts';
import { goalTable, judge, keyOf, timesTable } from './report.ts';

test('subjects are measured in turn, and the first round does not count', async () => {
  const order: string[] = [];
  const subject = (name: string, time: number) => ({
    name,
    measure: () => {
      order.push(name);
      return [time];
    },
  });
  const results = await interleave([subject('a', 10), subject('b', 30)], 2);
  expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
  expect(results.get('a')).toEqual({ rounds: [[10], [10]] });
});

test('ratios are taken round by round, so a slow minute does not tell', () => {
  expect(ratio({ rounds: [[20], [200], [20]] }, { rounds: [[10], [100], [10]] })).toBe(2);
  expect(median([3, 1, 2])).toBe(2);
  expect(quantile([1, 2, 3, 4], 0.95)).toBe(4);
});

test('the worst kind of many things is held against its own floor', () => {
  const results = new Map([
    ['ours', { rounds: [[1, 9, 2]] }],
    ['floor', { rounds: [[1, 3, 4]] }],
  ]);
  expect(worstAgainst('ours', 'floor', 0.95, [1, 2])(results)).toBe(2.25);
});

test('the table says which goals are kept, fall short, were not measured or need what is not installed', () => {
  const results = new Map([
    ['floor', { rounds: [[10]] }],
    ['quick', { rounds: [[11]] }],
    ['slow', { rounds: [[30]] }],
    ['broken', { rounds: [], failure: 'ended with 1' }],
  ]);
  const goal = (name: string, peer = false) =>
    judge(results, {
      row: '1',
      name,
      figure: against(name, 'floor'),
      unit: '×',
      gate: 1.4,
      stretch: 1.15,
      peer,
    });
  const large = judge(results, {
    row: '2',
    name: 'peer',
    figure: at('slow', 0.5),
    unit: '×',
    gate: 5,
    atLeast: true,
  });
  const judged = [goal('quick'), goal('slow'), goal('broken'), goal('broken', true), large];
  expect(judged.map(({ verdict }) => verdict)).toEqual([
    'PASS, at the stretch',
    'SHORT',
    'NOT MEASURED',
    'left out',
    'PASS',
  ]);
  const text = goalTable(judged, new Map([[keyOf({ row: '1', name: 'quick' }), 1.2]]));
  expect(text).toMatch(/^1 +quick +1\.10 × +1\.20 × +1\.40 × +1\.15 × +PASS, at the stretch$/m);
  expect(text).toMatch(/^1 +broken .*NOT MEASURED: broken: ended with 1$/m);
  expect(timesTable(results)).toMatch(/^floor +10\.00 +10\.00 +1$/m);
});
