import { expect, test } from 'vitest';
import { dayAsked } from '../../source/domain/days/day-asked.ts';

const today = '2022-03-22';

test.each([
  ['30.3.2022', ['2022-03-30'], ''],
  ['30.3.22', ['2022-03-30'], ''],
  ['2022-03-30', ['2022-03-30'], ''],
  ['  ohjausryhmä 1.4.2022 päätös ', ['2022-04-01'], 'ohjausryhmä   päätös'],
  [
    '30.3. kokous',
    ['2022', '2021', '2023', '2020', '2024', '2019', '2025'].map((year) => `${year}-03-30`),
    'kokous',
  ],
  ['x30.3. 30.3.2022', ['2022-03-30'], 'x30.3.'],
  ['29.2.', ['2024-02-29', '2020-02-29'], ''],
])('%j names a day', (text, days, rest) => {
  expect(dayAsked(text, today)).toEqual({ days, rest });
});

test.each([
  '',
  '30.3',
  'V-5.3',
  '31.2.2022',
  '0.1.',
  '1.1.–30.6.2022',
  '30.3.20222',
  'kk 12',
  '2022-02-30',
  '10.0.0.1',
])('%j names none', (text) => {
  expect(dayAsked(text, today)).toBeNull();
});
