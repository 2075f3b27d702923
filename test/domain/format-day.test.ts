import { describe, expect, it } from 'vitest';
import * as format from '../../source/domain/days/format-day.ts';

describe('days and times', () => {
  it.each([
    ['short', 'fi', '23.3.', '23.3.2022'],
    ['long', 'fi', '23.3.2022', '23.3.2022'],
    ['weekday', 'fi', 'ke 23.3.', 'ke 23.3.2022'],
    ['full', 'fi', 'ke 23.3.2022', 'ke 23.3.2022'],
    ['short', 'en', '23 Mar', '23 Mar 2022'],
    ['long', 'en', '23 Mar 2022', '23 Mar 2022'],
    ['weekday', 'en', 'Wed 23 Mar', 'Wed 23 Mar 2022'],
    ['full', 'en', 'Wed 23 Mar 2022', 'Wed 23 Mar 2022'],
  ] as const)('%s in %s is %s this year and %s in another', (style, language, thisYear, otherYear) => {
    expect(format.formatDay('2022-03-23', language, style, '2022-12-31')).toBe(thisYear);
    expect(format.formatDay('2022-03-23', language, style, '2023-01-01')).toBe(otherYear);
  });

  it('shows the clock', () => {
    expect(format.formatTime('2022-03-30T09:00', 'fi')).toBe('9.00');
    expect(format.formatTime('09:05', 'en')).toBe('09:05');
    expect(format.formatLocalTime('2022-03-30T09:30', 'fi')).toBe('ke 30.3.2022 klo 9.30');
    expect(format.formatLocalTime('2022-03-30T09:30', 'en', 'weekday')).toBe('Wed 30 Mar 09:30');
  });

  it.each([
    ['2022-03-23', '2022-04-08', '23.3.–8.4.2022', '23 Mar – 8 Apr 2022'],
    ['2022-04-01', '2022-04-05', '1.–5.4.2022', '1–5 Apr 2022'],
    ['2022-12-28', '2023-01-03', '28.12.2022–3.1.2023', '28 Dec 2022 – 3 Jan 2023'],
    ['2022-04-01', '2022-04-01', '1.4.2022', '1 Apr 2022'],
  ])('%s to %s is %s or %s', (from, to, finnish, english) => {
    expect(format.formatSpan({ from, to }, 'fi')).toBe(finnish);
    expect(format.formatSpan({ from, to }, 'en')).toBe(english);
  });

  it('shows weeks, months and lengths', () => {
    expect(format.formatWeek(12, 'fi')).toBe('vko 12');
    expect(format.formatWeek(12, 'en', 2022)).toBe('week 12/2022');
    expect(format.formatMonth('2022-03-23', 'fi')).toBe('maaliskuu 2022');
    expect([-2, -1, 0, 1, 12].map((count) => format.formatRelative(count, 'fi'))).toEqual([
      '2 pv sitten',
      'eilen',
      'tänään',
      'huomenna',
      '12 pv',
    ]);
    expect(format.formatRelative(12, 'en')).toBe('in 12 d');
    expect(format.formatRelative(-2, 'en')).toBe('2 d ago');
  });
});

describe('numbers', () => {
  it.each([
    [3.76, undefined, '3,76', '3.76'],
    [1.005, 2, '1,01', '1.01'],
    [4.3, 2, '4,30', '4.30'],
    [-0.04, 1, '0,0', '0.0'],
    [-7, undefined, '-7', '-7'],
    [9999, undefined, '9999', '9999'],
    [31000, undefined, '31\u00A0000', '31,000'],
    [-1234567.5, 1, '-1\u00A0234\u00A0567,5', '-1,234,567.5'],
  ])('%d with %s decimals is %s or %s', (value, decimals, finnish, english) => {
    expect(format.formatNumber(value, 'fi', decimals)).toBe(finnish);
    expect(format.formatNumber(value, 'en', decimals)).toBe(english);
  });
});
