import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import table from '../../data/holidays.fi.json' with { type: 'json' };
import { coversHolidays, holidayOn } from '../../source/domain/days/holidays.ts';

describe('Finnish holidays', () => {
  it.each([
    ['2022-04-15', 'pitkäperjantai', 'Good Friday'],
    ['2022-05-26', 'helatorstai', 'Ascension Day'],
    ['2022-06-24', 'juhannusaatto', 'Midsummer Eve'],
    ['2023-12-06', 'itsenäisyyspäivä', 'Independence Day'],
    ['2024-12-24', 'jouluaatto', 'Christmas Eve'],
    ['2038-04-25', 'pääsiäispäivä', 'Easter Sunday'],
  ])('%s is %s', (day, fi, en) => {
    expect(holidayOn(day, table)).toEqual({ fi, en });
  });

  it('knows working days and the years that it covers', () => {
    expect(holidayOn('2022-05-08', table)).toBeNull();
    expect(holidayOn('2022-12-31', table)).toBeNull();
    expect(coversHolidays('2045-12-31', table)).toBe(true);
    expect(coversHolidays('2046-01-01', table)).toBe(false);
  });

  it('is fresh', () => {
    expect(() =>
      execFileSync(process.execPath, ['bin/generate-holidays.js', '--check'], { stdio: 'pipe' }),
    ).not.toThrow();
  });
});
