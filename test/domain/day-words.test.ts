import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, yearOf } from '../../source/domain/days/day.ts';
import { explainDayProblem, parseDay } from '../../source/domain/day-words/index.ts';
import { formatDay } from '../../source/domain/days/format-day.ts';
import { anyDay } from './arbitraries.ts';
import { runs } from '../support/runs.ts';

/** A Wednesday, in week 12. */
const today = '2023-03-22';
const language = fc.constantFrom('fi', 'en');

function day(text: string, lean?: 'past' | 'future' | 'nearest'): unknown {
  const parsed = parseDay(text, lean === undefined ? { today } : { today, lean });
  return parsed.ok ? parsed.value : parsed.reason;
}

describe('parseDay', () => {
  it.each([
    ['23.3.2022', '2022-03-23'],
    ['23.3.22', '2022-03-23'],
    ['23. 3. 2022', '2022-03-23'],
    ['2022-03-23', '2022-03-23'],
    ['20220323', '2022-03-23'],
    ['2022/3/23', '2022-03-23'],
    ['23.3.', '2023-03-23'],
    ['23.3', '2023-03-23'],
    ['ke 22.3.', '2023-03-22'],
    ['Wed 23 Mar 2022', '2022-03-23'],
    ['23. maaliskuuta 2022', '2022-03-23'],
    ['March 23rd, 2022', '2022-03-23'],
    ['tänään', '2023-03-22'],
    ['TANAAN', '2023-03-22'],
    ['huomenna', '2023-03-23'],
    ['ylihuomenna', '2023-03-24'],
    ['eilen', '2023-03-21'],
    ['tomorrow', '2023-03-23'],
    ['yesterday', '2023-03-21'],
    ['pe', '2023-03-24'],
    ['perjantaina', '2023-03-24'],
    ['ke', '2023-03-29'],
    ['keskiviikkona', '2023-03-29'],
    ['fri', '2023-03-24'],
    ['ensi ma', '2023-03-27'],
    ['ensi pe', '2023-03-31'],
    ['next mon', '2023-03-27'],
    ['tämä pe', '2023-03-24'],
    ['viime ma', '2023-03-20'],
    ['viime pe', '2023-03-17'],
    ['last mon', '2023-03-20'],
    ['+2vk', '2023-04-05'],
    ['+3 pv', '2023-03-25'],
    ['+1kk', '2023-04-22'],
    ['-2vk', '2023-03-08'],
    ['−2vk', '2023-03-08'],
    ['+2w', '2023-04-05'],
    ['+3d', '2023-03-25'],
    ['+1m', '2023-04-22'],
    ['+1y', '2024-03-22'],
    ['2 viikon päästä', '2023-04-05'],
    ['in 12 d', '2023-04-03'],
    ['3 pv sitten', '2023-03-19'],
    ['kkl', '2023-03-31'],
    ['eom', '2023-03-31'],
    ['vuoden loppu', '2023-12-31'],
    ['vko 23', '2023-06-05'],
    ['vk 23', '2023-06-05'],
    ['w23', '2023-06-05'],
    ['week 23', '2023-06-05'],
    ['vko 12/2022', '2022-03-21'],
    ['2022-W12', '2022-03-21'],
    ['pe vko 23', '2023-06-09'],
    ['vko 23 pe', '2023-06-09'],
    ['next week', '2023-03-27'],
    ['viime viikolla', '2023-03-13'],
  ])('%s is %s', (text, expected) => {
    expect(day(text)).toBe(expected);
  });

  it('chooses the year of a day without one', () => {
    // Left to itself: this year, or the next once it is over six months ago.
    expect([day('1.10.'), day('22.3.'), day('1.1.'), day('31.12.')]).toEqual([
      '2023-10-01',
      '2023-03-22',
      '2023-01-01',
      '2023-12-31',
    ]);
    const late = parseDay('15.1.', { today: '2022-12-01' });
    expect(late).toEqual({ ok: true, value: '2023-01-15' });
    expect(['1.10.', '23.3.', '22.3.'].map((text) => day(text, 'past'))).toEqual([
      '2022-10-01',
      '2022-03-23',
      today,
    ]);
    expect(['1.10.', '21.3.', '22.3.'].map((text) => day(text, 'future'))).toEqual([
      '2023-10-01',
      '2024-03-21',
      today,
    ]);
    expect(['1.10.', '21.3.', '15.9.'].map((text) => day(text, 'nearest'))).toEqual([
      '2022-10-01',
      '2023-03-21',
      '2023-09-15',
    ]);
    expect(day('pe', 'past')).toBe('2023-03-17');
    expect(day('ke', 'past')).toBe('2023-03-15');
    expect(day('w50', 'past')).toBe('2022-12-12');
  });

  it.each([
    ['', { code: 'empty' }],
    [' \t ', { code: 'empty' }],
    ['30/3', { code: 'ambiguous' }],
    ['3/4/2022', { code: 'ambiguous' }],
    ['3-4-2022', { code: 'ambiguous' }],
    ['31.4.2022', { code: 'noSuchDay', year: 2022, month: 4, day: 31 }],
    ['29.2.', { code: 'noSuchDay', year: 2023, month: 2, day: 29 }],
    ['31.4.', { code: 'noSuchDay', year: null, month: 4, day: 31 }],
    ['2022-13-01', { code: 'noSuchDay', year: 2022, month: 13, day: 1 }],
    ['vko 53/2022', { code: 'noSuchWeek', year: 2022, week: 53 }],
    ['vko 54', { code: 'noSuchWeek', year: 2023, week: 54 }],
    ['ti 22.3.', { code: 'otherWeekday', said: 2, actual: 3, day: '2023-03-22' }],
    ['tue 22 mar', { code: 'otherWeekday', said: 2, actual: 3, day: '2023-03-22' }],
    ['1.1.0022', { code: 'outOfRange' }],
    ['+99999vk', { code: 'outOfRange' }],
    ['12 pv', { code: 'unknown' }],
    ['constructor', { code: 'unknown' }],
    ['__proto__', { code: 'unknown' }],
    ['huomena', { code: 'unknown' }],
    ['ensi', { code: 'unknown' }],
    ['23.3.2022.', { code: 'unknown' }],
    ['23.3.2022 ja jotain', { code: 'unknown' }],
  ])('%j is refused', (text, reason) => {
    expect(day(text)).toEqual(reason);
  });

  it('says why in both languages', () => {
    const parsed = parseDay('ti 22.3.', { today });
    expect(parsed.ok ? null : explainDayProblem(parsed.reason)).toEqual({
      fi: '22.3.2023 on keskiviikko',
      en: '22 Mar 2023 is a Wednesday',
    });
  });

  it('reads back what is shown, in both languages', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        language,
        fc.constantFrom('long', 'full'),
        (value, from, shownIn, style) => {
          expect(parseDay(formatDay(value, shownIn, style), { today: from })).toEqual({ ok: true, value });
        },
      ),
      runs(),
    );
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        language,
        fc.constantFrom('short', 'weekday'),
        (value, from, shownIn, style) => {
          fc.pre(yearOf(value) !== yearOf(from) || value >= addMonths(from, -6));
          expect(parseDay(formatDay(value, shownIn, style, from), { today: from })).toEqual({
            ok: true,
            value,
          });
        },
      ),
      runs(),
    );
  });
});
