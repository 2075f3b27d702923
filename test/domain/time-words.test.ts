import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay, isLocalTime } from '../../source/domain/days/day.ts';
import {
  explainDayProblem,
  parseClock,
  parseDay,
  parseLocalTime,
  parseSpan,
} from '../../source/domain/day-words/index.ts';
import { formatLocalTime, formatMonth, formatSpan } from '../../source/domain/days/format-day.ts';
import { anyDay } from './arbitraries.ts';
import { runs } from '../support/runs.ts';
import type { Day } from '../../source/domain/days/day.ts';

/** A Wednesday, in week 12. */
const today = '2023-03-22';
const language = fc.constantFrom('fi', 'en');

describe('parseLocalTime', () => {
  it.each([
    ['klo 9.30', '2023-03-22T09:30'],
    ['9.30', '2023-03-22T09:30'],
    ['9:30', '2023-03-22T09:30'],
    ['klo 9', '2023-03-22T09:00'],
    ['ke 29.3. klo 9', '2023-03-29T09:00'],
    ['30.3.2022 9.00', '2022-03-30T09:00'],
    ['30.3. 9:05', '2023-03-30T09:05'],
    ['2022-03-30T09:00', '2022-03-30T09:00'],
    ['2022-03-30 09:00:00', '2022-03-30T09:00'],
    ['huomenna 14.15', '2023-03-23T14:15'],
    ['klo 14.15 huomenna', '2023-03-23T14:15'],
    ['fri at 9', '2023-03-24T09:00'],
    ['fri 9am', '2023-03-24T09:00'],
    ['12.05 am', '2023-03-22T00:05'],
    ['pe 9.30', '2023-03-24T09:30'],
    ['pe 14.12', '2023-03-24T14:12'],
  ])('%s is %s', (text, value) => {
    expect(parseLocalTime(text, { today })).toEqual({ ok: true, value });
  });

  it.each([
    ['25.00', { code: 'noSuchTime' }],
    // 15 December, or today at 15.12?
    ['15.12', { code: 'ambiguous' }],
    ['huomenna 9.75', { code: 'noSuchTime' }],
    ['13 pm', { code: 'noSuchTime' }],
    ['2022-03-30T24:00', { code: 'noSuchTime' }],
    ['2022-02-30T09:00', { code: 'noSuchDay', year: 2022, month: 2, day: 30 }],
    ['2022-03-30T09:00Z', { code: 'unknown' }],
    ['30.3.2022', { code: 'needsTime', day: '2022-03-30' }],
    ['ti 29.3. klo 9', { code: 'otherWeekday', said: 2, actual: 3, day: '2023-03-29' }],
    // Friday 15 December, or Friday at 15.12?
    ['pe 15.12', { code: 'ambiguous' }],
  ])('%s is refused', (text, reason) => {
    expect(parseLocalTime(text, { today })).toEqual({ ok: false, reason });
  });

  it('takes the missing half from the caller', () => {
    expect(parseLocalTime('9.30', { today, day: '2022-05-03' })).toEqual({
      ok: true,
      value: '2022-05-03T09:30',
    });
    expect(parseLocalTime('15.12', { today, day: '2022-05-03' })).toEqual({
      ok: true,
      value: '2022-05-03T15:12',
    });
    expect(parseLocalTime('3.5.2022', { today, clock: '08:30' })).toEqual({
      ok: true,
      value: '2022-05-03T08:30',
    });
    expect(parseClock('klo 8.05')).toEqual({ ok: true, value: '08:05' });
  });

  it('reads back what is shown, in both languages', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        language,
        (on, hour, minute, shownIn) => {
          const value = `${on}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          expect(parseLocalTime(formatLocalTime(value, shownIn), { today })).toEqual({ ok: true, value });
        },
      ),
      runs(),
    );
  });
});

describe('parseSpan', () => {
  it.each([
    ['23.3.–8.4.2022', '2022-03-23', '2022-04-08'],
    ['23.3.-8.4.2022', '2022-03-23', '2022-04-08'],
    ['23.3.2022 - 8.4.', '2022-03-23', '2022-04-08'],
    ['23.3.-8.4.', '2023-03-23', '2023-04-08'],
    ['1.-5.4.2022', '2022-04-01', '2022-04-05'],
    ['28.12.–3.1.2023', '2022-12-28', '2023-01-03'],
    ['28.12.2022–3.1.', '2022-12-28', '2023-01-03'],
    ['2022-03-23/2022-04-08', '2022-03-23', '2022-04-08'],
    ['23 Mar – 8 Apr 2022', '2022-03-23', '2022-04-08'],
    ['23 mar 2022 to 8 apr', '2022-03-23', '2022-04-08'],
    ['1–5 Apr 2022', '2022-04-01', '2022-04-05'],
    ['vko 12', '2023-03-20', '2023-03-26'],
    ['vko 27–31', '2023-07-03', '2023-08-06'],
    ['vko 52–1/2023', '2022-12-26', '2023-01-08'],
    ['maaliskuu 2022', '2022-03-01', '2022-03-31'],
    ['huhtikuu', '2023-04-01', '2023-04-30'],
    ['february 2024', '2024-02-01', '2024-02-29'],
    ['3/2022', '2022-03-01', '2022-03-31'],
    ['2022-03', '2022-03-01', '2022-03-31'],
    ['Q3/2022', '2022-07-01', '2022-09-30'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['tämä viikko', '2023-03-20', '2023-03-26'],
    ['last month', '2023-02-01', '2023-02-28'],
    ['viime kuussa', '2023-02-01', '2023-02-28'],
    ['ensi vuonna', '2024-01-01', '2024-12-31'],
    ['ma - pe', '2023-03-27', '2023-03-31'],
    ['huomenna - 8.4.2023', '2023-03-23', '2023-04-08'],
    ['1.9.2021..31.12.2023', '2021-09-01', '2023-12-31'],
    ['23.3.2022', '2022-03-23', '2022-03-23'],
  ])('%s is %s to %s', (text, from, to) => {
    expect(parseSpan(text, { today })).toEqual({ ok: true, value: { from, to } });
  });

  it('round New Year a span and a week without a year are of the year that their days are of', () => {
    const on = (day: Day) => ({ today: day });
    const spring = { from: '2023-01-01', to: '2023-06-30' };
    expect(parseSpan('1.1.–30.6.', on('2022-12-20'))).toEqual({ ok: true, value: spring });
    expect(parseSpan('1.1.–30.6.', on('2023-03-22'))).toEqual({ ok: true, value: spring });
    expect(parseDay('vko 40', on('2021-01-02'))).toEqual({ ok: true, value: '2021-10-04' });
    expect(parseDay('vko 50', on('2024-12-30'))).toEqual({ ok: true, value: '2024-12-09' });
  });

  it.each([
    ['8.4.2022–23.3.2022', { code: 'backwards', from: '2022-04-08', to: '2022-03-23' }],
    ['5.-1.4.2022', { code: 'backwards', from: '2022-04-05', to: '2022-04-01' }],
    ['1.-31.4.2022', { code: 'noSuchDay', year: 2022, month: 4, day: 31 }],
    ['13/2022', { code: 'unknown' }],
    ['3/4', { code: 'ambiguous' }],
    ['kesällä', { code: 'unknown' }],
    ['kesä', { code: 'ambiguous' }],
  ])('%s is refused', (text, reason) => {
    expect(parseSpan(text, { today })).toEqual({ ok: false, reason });
  });

  it('reads back what is shown, in both languages', () => {
    fc.assert(
      fc.property(anyDay, anyDay, language, (left, right, shownIn) => {
        const value = left <= right ? { from: left, to: right } : { from: right, to: left };
        expect(parseSpan(formatSpan(value, shownIn), { today })).toEqual({ ok: true, value });
        const month = parseSpan(formatMonth(left, shownIn), { today });
        expect(month.ok && month.value.from <= left && month.value.to >= left).toBe(true);
      }),
      runs(),
    );
  });
});

describe('whatever is typed', () => {
  const piece = fc.constantFrom(
    '23.3.',
    '2022',
    '31.2.',
    'ma',
    'pe',
    'vko',
    '53',
    '-',
    '–',
    '/',
    '+',
    '9',
    'klo',
    '9.30',
    'ensi',
    'viime',
    'to',
    'kk',
    'mar',
    'w',
    '..',
    ' ',
    'to ',
    '99999',
    'sitten',
    'in',
    'Q',
    'toString',
    '29.2.',
    '0',
    '24:00',
    'am',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' ')),
    fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  );

  it('never throws and gives only real days', () => {
    fc.assert(
      fc.property(typed, anyDay, fc.constantFrom('past', 'future', 'nearest', null), (text, from, lean) => {
        const options = lean === null ? { today: from } : { today: from, lean };
        const parsedDay = parseDay(text, options);
        if (parsedDay.ok) expect(isDay(parsedDay.value)).toBe(true);
        else expect(explainDayProblem(parsedDay.reason).fi).not.toBe('');
        const time = parseLocalTime(text, options);
        if (time.ok) expect(isLocalTime(time.value)).toBe(true);
        const span = parseSpan(text, options);
        if (span.ok)
          expect(isDay(span.value.from) && isDay(span.value.to) && span.value.from <= span.value.to).toBe(
            true,
          );
      }),
      runs(2000),
    );
  });
});
