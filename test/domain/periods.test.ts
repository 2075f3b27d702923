import { expect, test } from 'vitest';
import { dayOfSerial, parsePeriod } from '../../source/domain/days/periods.ts';

test('periods as funders write them', () => {
  expect(parsePeriod('8-12/2020')).toEqual({ from: '2020-08-01', to: '2020-12-31' });
  expect(parsePeriod('11/2020 – 2/2021')).toEqual({ from: '2020-11-01', to: '2021-02-28' });
  expect(parsePeriod('2/2024')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(parsePeriod('2. neljännes 2021')).toEqual({ from: '2021-04-01', to: '2021-06-30' });
  expect(parsePeriod('2022')).toEqual({ from: '2022-01-01', to: '2022-12-31' });
  for (const none of ['13/2020', '12-8/2020', '0/2021', 'Vaihe 1', '1-2', ''])
    expect(parsePeriod(none)).toBeNull();
});

test('days as spreadsheets count them', () => {
  expect(dayOfSerial(44_643)).toEqual({ day: '2022-03-23', minutes: 0 });
  expect(dayOfSerial(44_643.395_833_33)).toEqual({ day: '2022-03-23', minutes: 570 });
  expect(dayOfSerial(61)).toEqual({ day: '1900-03-01', minutes: 0 });
  for (const none of [0, 60, -5, Number.NaN, 3_000_000]) expect(dayOfSerial(none)).toBeNull();
});
