import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neverFires } from '../../source/domain/recurrence/recurrence.ts';
import {
  explainRuleProblem,
  formatRhythm,
  formatRule,
  parseRule,
} from '../../source/domain/recurrence/rule-text.ts';
import { anyRule } from './arbitraries.ts';
import { runs } from '../support/runs.ts';

/** A Wednesday. */
const today = '2023-03-22';
const bounds = { from: today, until: null };

describe('rules in words', () => {
  it.each([
    ['viikoittain ke', { kind: 'weeks', every: 1, weekday: 3, ...bounds }],
    ['viikoittain', { kind: 'weeks', every: 1, weekday: 3, ...bounds }],
    ['joka ma', { kind: 'weeks', every: 1, weekday: 1, ...bounds }],
    ['joka toinen viikko ti', { kind: 'weeks', every: 2, weekday: 2, ...bounds }],
    ['joka 2. vko ti', { kind: 'weeks', every: 2, weekday: 2, ...bounds }],
    ['2 viikon välein ti', { kind: 'weeks', every: 2, weekday: 2, ...bounds }],
    ['weekly wed', { kind: 'weeks', every: 1, weekday: 3, ...bounds }],
    ['every 2 weeks tue', { kind: 'weeks', every: 2, weekday: 2, ...bounds }],
    ['joka toinen ti', { kind: 'weeks', every: 2, weekday: 2, ...bounds }],
    ['every other wed', { kind: 'weeks', every: 2, weekday: 3, ...bounds }],
    ['keskiviikkoisin', { kind: 'weeks', every: 1, weekday: 3, ...bounds }],
    ['tiistaisin klo 13', { kind: 'weeks', every: 1, weekday: 2, ...bounds, time: '13:00' }],
    ['joka ti klo 9.00', { kind: 'weeks', every: 1, weekday: 2, ...bounds, time: '09:00' }],
    ['weekly tue at 9:30', { kind: 'weeks', every: 1, weekday: 2, ...bounds, time: '09:30' }],
    [
      'kuukauden toinen tiistai klo 9.00 alkaen 1.4.2023',
      {
        kind: 'nthWeekday',
        nth: 2,
        weekday: 2,
        every: 1,
        from: '2023-04-01',
        until: null,
        time: '09:00',
      },
    ],
    ['first mon of the month', { kind: 'nthWeekday', nth: 1, weekday: 1, every: 1, ...bounds }],
    ['kuukausittain 15.', { kind: 'months', every: 1, day: 15, ...bounds }],
    ['monthly 15.', { kind: 'months', every: 1, day: 15, ...bounds }],
    ['neljännesvuosittain', { kind: 'months', every: 3, day: 22, ...bounds }],
    ['kuukausittain viimeinen pe', { kind: 'nthWeekday', nth: -1, weekday: 5, every: 1, ...bounds }],
    ['monthly 2nd tue', { kind: 'nthWeekday', nth: 2, weekday: 2, every: 1, ...bounds }],
    ['1–2 kk välein', { kind: 'window', unit: 'months', least: 1, most: 2, ...bounds }],
    ['4-6 viikon välein', { kind: 'window', unit: 'weeks', least: 4, most: 6, ...bounds }],
    ['4-6 kk', { kind: 'window', unit: 'months', least: 4, most: 6, ...bounds }],
    ['joka ke 1.4.–30.9.', { kind: 'weeks', every: 1, weekday: 3, from: '2023-04-01', until: '2023-09-30' }],
    [
      'joka ke klo 9.00 1.4.-30.9.',
      { kind: 'weeks', every: 1, weekday: 3, from: '2023-04-01', until: '2023-09-30', time: '09:00' },
    ],
    ['2 months apart', { kind: 'window', unit: 'months', least: 2, most: 2, ...bounds }],
    ['1 kk välein', { kind: 'window', unit: 'months', least: 1, most: 1, ...bounds }],
    ['every 1–2 months', { kind: 'window', unit: 'months', least: 1, most: 2, ...bounds }],
    ['2 kertaa vuodessa', { kind: 'timesAYear', times: 2, ...bounds }],
    ['kerran 23.3.2022', { kind: 'once', day: '2022-03-23' }],
    ['once tomorrow', { kind: 'once', day: '2023-03-23' }],
    ['kokousta ennen 14 pv: OHRY', { kind: 'aroundSession', group: 'OHRY', offsetDays: -14 }],
    ['7 d after meeting: R-1', { kind: 'aroundSession', group: 'R-1', offsetDays: 7 }],
    ['jatkuva', { kind: 'continuous' }],
    ['As needed', { kind: 'asNeeded' }],
    [
      'viikoittain ke alkaen 1.4.2023',
      { kind: 'weeks', every: 1, weekday: 3, from: '2023-04-01', until: null },
    ],
    [
      'joka pe ajalla 1.9.–31.12.2023',
      { kind: 'weeks', every: 1, weekday: 5, from: '2023-09-01', until: '2023-12-31' },
    ],
  ])('%s', (text, value) => {
    expect(parseRule(text, { today })).toEqual({ ok: true, value });
  });

  it.each([
    ['', { code: 'empty' }],
    ['joskus', { code: 'unknown' }],
    ['joka ti klo 25', { code: 'unknown' }],
    ['1–2 kk välein klo 9', { code: 'unknown' }],
    ['kerran', { code: 'unknown' }],
    ['kerran 31.4.', { code: 'day', reason: { code: 'noSuchDay', year: null, month: 4, day: 31 } }],
    ['3–2 kk välein', { code: 'neverFires', why: 'turned' }],
    ['-5 pv ennen kokousta: OHRY', { code: 'neverFires', why: 'wrongNumbers' }],
    ['-1–2 kk välein', { code: 'neverFires', why: 'wrongNumbers' }],
    ['joka 0. vko ti', { code: 'neverFires', why: 'wrongNumbers' }],
    ['14 pv ennen kokousta', { code: 'neverFires', why: 'noGroup' }],
    ['kuukausittain 15. ajalla 16.1.–14.2.2023', { code: 'neverFires', why: 'noneBetween' }],
  ])('%j is refused', (text, reason) => {
    expect(parseRule(text, { today })).toEqual({ ok: false, reason });
  });

  it('shows the rhythm alone for a narrow column', () => {
    expect(formatRhythm({ kind: 'weeks', every: 2, weekday: 2, ...bounds }, 'fi')).toBe('joka 2. vko ti');
    expect(formatRhythm({ kind: 'aroundSession', group: 'g', offsetDays: 0 }, 'en', () => 'R-1')).toBe(
      'on meeting day: R-1',
    );
  });

  it('are read back as shown, in both languages', () => {
    fc.assert(
      fc.property(anyRule, fc.constantFrom('fi', 'en'), (value, language) => {
        const never = neverFires(value);
        fc.pre(never === null || never === 'notLaidOut');
        expect(parseRule(formatRule(value, language), { today })).toEqual({ ok: true, value });
      }),
      runs(500),
    );
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      'viikoittain',
      'joka',
      'every',
      '2',
      '2.',
      'vko',
      'kk',
      'välein',
      '–',
      ':',
      'alkaen',
      'ajalla',
      '31.4.',
      'ke',
      'ennen kokousta',
      'pv',
      'kerran',
      '999',
      'monthly',
      'last',
      'constructor',
      'from',
      '99999999',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseRule(text, { today });
        if (!parsed.ok) expect(explainRuleProblem(parsed.reason).en).not.toBe('');
      }),
      runs(1000),
    );
  });
});
