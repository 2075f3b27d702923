import { expect, test } from 'vitest';
import { interleave, median, quantile, ratio } from './measure.ts';
import { report } from './report.ts';

test('subjects are measured in turn, and the first round does not count', async () => {
  const order: string[] = [];
  const subject = (name: string, time: number) => ({
    name,
    measure: async () => {
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

test('the table says which goals are kept, fall short or were not measured', () => {
  const results = new Map([
    ['floor', { rounds: [[10]] }],
    ['quick', { rounds: [[11]] }],
    ['slow', { rounds: [[30]] }],
    ['broken', { rounds: [], failure: 'ended with 1' }],
  ]);
  const goal = (subject: string) => ({ subject, floor: 'floor', gate: 1.4, stretch: 1.15 });
  const { text, met } = report(results, [goal('quick'), goal('slow'), goal('broken')]);
  expect(met).toBe(false);
  expect(text).toMatch(/^floor +10\.0 ms +10\.0 ms$/m);
  expect(text).toMatch(/^quick .*1\.10 × +1\.40 × +1\.15 × +PASS, at the stretch$/m);
  expect(text).toMatch(/^slow .*SHORT$/m);
  expect(text).toMatch(/^broken .*NOT MEASURED: ended with 1$/m);
});
