import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidays from '../../data/holidays.fi.json' with { type: 'json' };
import { breakSpans } from '../../source/domain/days/breaks.ts';
import { addDays, addMonths, isWithin, weekday, weekKey } from '../../source/domain/days/day.ts';
import { holidayOn } from '../../source/domain/days/holidays.ts';
import { isRule, neverFires } from '../../source/domain/recurrence/recurrence.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import { skipNothing, slots } from '../../source/domain/recurrence/slots.ts';
import type { SkipPolicy } from '../../source/domain/recurrence/slots.ts';
import { anyDay, anyRule } from './arbitraries.ts';
import { runs } from '../support/runs.ts';

const anySkip: fc.Arbitrary<SkipPolicy> = fc.record({
  holidays: fc.constantFrom('skip', 'move', 'keep'),
  moveTo: fc.constantFrom('nextDay', 'previousDay'),
  breaks: fc.constantFrom(
    [],
    breakSpans(
      [
        { fromWeek: 27, toWeek: 31 },
        { fromWeek: 52, toWeek: 1 },
      ],
      1990,
      2090,
    ),
  ),
  weeks: fc.constantFrom([], ['2022-W30', '2023-W08']),
});

/** The days that the rule gives, with nothing skipped. */
function days(rule: Rule, until: string): string[] {
  return slots(rule, { until, skip: skipNothing }).map(({ slot }) => slot);
}

describe('rules', () => {
  it.each<[string, Rule, string[]]>([
    ['once', { kind: 'once', day: '2022-03-23' }, ['2022-03-23']],
    [
      'every other Tuesday, over the change to summer time',
      { kind: 'weeks', every: 2, weekday: 2, from: '2022-03-16', until: '2022-04-30' },
      ['2022-03-22', '2022-04-05', '2022-04-19'],
    ],
    [
      'the 31st, clamped, in a leap year',
      { kind: 'months', every: 1, day: 31, from: '2024-01-31', until: '2024-05-01' },
      ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30'],
    ],
    [
      'every other month from the first 15th on',
      { kind: 'months', every: 2, day: 15, from: '2022-03-20', until: '2022-08-31' },
      ['2022-04-15', '2022-06-15', '2022-08-15'],
    ],
    [
      'the last Friday',
      { kind: 'nthWeekday', nth: -1, weekday: 5, every: 1, from: '2022-03-01', until: '2022-05-31' },
      ['2022-03-25', '2022-04-29', '2022-05-27'],
    ],
    [
      'the fifth Monday, where there is one',
      { kind: 'nthWeekday', nth: 5, weekday: 1, every: 1, from: '2022-01-01', until: '2022-10-31' },
      ['2022-01-31', '2022-05-30', '2022-08-29', '2022-10-31'],
    ],
    [
      'twice a year',
      { kind: 'timesAYear', times: 2, from: '2022-03-31', until: '2023-12-31' },
      ['2022-03-31', '2022-09-30', '2023-03-31', '2023-09-30'],
    ],
    [
      'five times a year',
      { kind: 'timesAYear', times: 5, from: '2022-01-01', until: '2022-12-31' },
      ['2022-01-01', '2022-03-15', '2022-05-27', '2022-08-08', '2022-10-20'],
    ],
    [
      'at month ends over a leap year',
      { kind: 'window', unit: 'months', least: 1, most: 2, from: '2023-11-30', until: '2024-04-01' },
      ['2023-11-30', '2023-12-30', '2024-01-30', '2024-02-29', '2024-03-30'],
    ],
  ])('%s', (_name, rule, expected) => {
    expect(days(rule, '2024-12-31')).toEqual(expected);
  });

  it('counts a window from the day on which the last one was done', () => {
    const rule: Rule = { kind: 'window', unit: 'months', least: 1, most: 2, from: '2024-01-01', until: null };
    const laid = (done: Readonly<Record<string, string>>): (string | null)[][] =>
      slots(rule, {
        until: '2024-05-01',
        skip: skipNothing,
        doneOn: ({ slot }) => done[slot] ?? null,
      }).map(({ slot, day, latest }) => [slot, day, latest]);
    expect(laid({ '2024-01-01': '2024-01-29' })).toEqual([
      ['2024-01-01', '2024-01-01', '2024-02-01'],
      ['2024-02-01', '2024-02-29', '2024-03-29'],
      ['2024-03-01', '2024-03-29', '2024-04-29'],
      ['2024-04-01', '2024-04-29', '2024-05-29'],
    ]);
    expect(laid({ '2024-02-01': '2024-01-20' }).map(([, day]) => day)).toEqual([
      '2024-01-01',
      '2024-02-01',
      '2024-02-20',
      '2024-03-20',
      '2024-04-20',
    ]);
    // Done late, fewer fit before the end.
    expect(laid({ '2024-01-01': '2024-02-10' }).map(([, day]) => day)).toEqual([
      '2024-01-01',
      '2024-03-10',
      '2024-04-10',
    ]);
  });

  it('goes with the sessions of a group, wherever they move', () => {
    const rule: Rule = { kind: 'aroundSession', group: 'g', offsetDays: -14 };
    const sessions = [
      { uid: 'b', slot: '2022-06-16', day: null },
      { uid: 'a', slot: '2022-03-16', day: '2022-03-18' },
    ];
    expect(slots(rule, { until: '2022-12-31', skip: skipNothing, sessions })).toEqual([
      { slot: '2022-03-02', day: '2022-03-04', latest: '2022-03-04', skipped: null, session: 'a' },
      {
        slot: '2022-06-02',
        day: null,
        latest: '2022-06-02',
        skipped: { because: 'sessionCancelled' },
        session: 'b',
      },
    ]);
  });

  it.each<[Rule, string]>([
    [{ kind: 'continuous' }, 'notLaidOut'],
    [{ kind: 'asNeeded' }, 'notLaidOut'],
    [{ kind: 'weeks', every: 0, weekday: 1, from: '2022-01-01', until: null }, 'wrongNumbers'],
    [{ kind: 'window', unit: 'weeks', least: 3, most: 2, from: '2022-01-01', until: null }, 'turned'],
    [{ kind: 'months', every: 1, day: 32, from: '2022-01-01', until: null }, 'wrongNumbers'],
    [{ kind: 'months', every: 1, day: 15, from: '2022-01-02', until: '2022-01-01' }, 'endsBeforeStart'],
    [{ kind: 'months', every: 1, day: 15, from: '2022-01-16', until: '2022-02-14' }, 'noneBetween'],
    [{ kind: 'aroundSession', group: ' ', offsetDays: 1 }, 'noGroup'],
  ])('sees that %j never fires', (rule, reason) => {
    expect(neverFires(rule)).toBe(reason);
    expect(days(rule, '2030-01-01')).toEqual([]);
  });
});

describe('rules of unknown origin', () => {
  it('are taken when they are sound', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(isRule(JSON.parse(JSON.stringify(rule)))).toBe(true);
      }),
      runs(),
    );
  });

  it.each([
    null,
    'weeks',
    {},
    { kind: 'daily' },
    { kind: 'once' },
    { kind: 'once', day: '2022-02-30' },
    { kind: 'weeks', every: 1, weekday: 1, from: '2022-01-01' },
    { kind: 'weeks', every: '1', weekday: 1, from: '2022-01-01', until: null },
    { kind: 'window', unit: 'days', least: 1, most: 2, from: '2022-01-01', until: null },
    { kind: 'aroundSession', offsetDays: 1 },
  ])('%j is none', (value) => {
    expect(isRule(value)).toBe(false);
  });

  it('never throw', () => {
    const value = fc.record(
      {
        kind: fc.constantFrom('once', 'weeks', 'window'),
        from: fc.anything(),
        until: fc.anything(),
        day: fc.anything(),
      },
      { requiredKeys: ['kind'] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), value), (given) => {
        expect(typeof isRule(given)).toBe('boolean');
      }),
      runs(),
    );
  });
});

describe('skipping', () => {
  // Good Friday was 15.4.2022 and Easter Monday 18.4.
  const friday: Rule = { kind: 'weeks', every: 1, weekday: 5, from: '2022-04-08', until: '2022-04-22' };
  const laid = (skip: SkipPolicy): unknown =>
    slots(friday, { until: '2022-12-31', skip, holidays }).map(({ slot, day }) => [slot, day]);

  it('skips, moves or keeps a holiday and leaves the rest where they were', () => {
    const policy = { breaks: [], weeks: [] };
    expect(laid({ ...policy, holidays: 'skip' })).toEqual([
      ['2022-04-08', '2022-04-08'],
      ['2022-04-15', null],
      ['2022-04-22', '2022-04-22'],
    ]);
    // On over the weekend and Easter Monday, or back to Thursday.
    expect(laid({ ...policy, holidays: 'move' })).toContainEqual(['2022-04-15', '2022-04-19']);
    expect(laid({ ...policy, holidays: 'move', moveTo: 'previousDay' })).toContainEqual([
      '2022-04-15',
      '2022-04-14',
    ]);
    expect(laid({ ...policy, holidays: 'keep' })).toContainEqual(['2022-04-15', '2022-04-15']);
  });

  it('says why', () => {
    const skip: SkipPolicy = {
      holidays: 'skip',
      breaks: [{ from: '2022-04-04', to: '2022-04-10' }],
      weeks: ['2022-W16'],
    };
    expect(slots(friday, { until: '2022-12-31', skip, holidays }).map(({ skipped }) => skipped)).toEqual([
      { because: 'break', span: { from: '2022-04-04', to: '2022-04-10' } },
      { because: 'holiday', name: { fi: 'pitkäperjantai', en: 'Good Friday' } },
      { because: 'week', week: '2022-W16' },
    ]);
  });

  it('lets a window give way to a break within itself', () => {
    const rule: Rule = {
      kind: 'window',
      unit: 'months',
      least: 1,
      most: 2,
      from: '2022-06-10',
      until: '2022-07-31',
    };
    const skip: SkipPolicy = {
      holidays: 'skip',
      breaks: [{ from: '2022-07-04', to: '2022-08-07' }],
      weeks: [],
    };
    expect(slots(rule, { until: '2022-12-31', skip, holidays }).at(-1)).toEqual({
      slot: '2022-07-10',
      day: '2022-08-08',
      latest: '2022-08-10',
      skipped: null,
      session: null,
    });
  });
});

describe('any rule', () => {
  it('lays out strictly increasing days, the same however far it is laid out', () => {
    fc.assert(
      fc.property(anyRule, anyDay, fc.nat({ max: 2000 }), anySkip, (rule, until, more, skip) => {
        const some = slots(rule, { until, skip, holidays });
        const longer = slots(rule, { until: addDays(until, more), skip, holidays });
        expect(longer.slice(0, some.length)).toEqual(some);
        expect(longer.slice(some.length).every(({ slot }) => slot > until)).toBe(true);
        expect(some.every(({ slot }, index) => index === 0 || slot > (some[index - 1]?.slot ?? ''))).toBe(
          true,
        );
      }),
      runs(),
    );
  });

  it('is never held on a day that is to be skipped', () => {
    fc.assert(
      fc.property(anyRule, anyDay, anySkip, (rule, until, skip) => {
        fc.pre(rule.kind !== 'once');
        for (const { day, latest, slot, skipped } of slots(rule, { until, skip, holidays })) {
          expect(day === null).toBe(skipped !== null);
          if (day === null) continue;
          expect(skip.breaks.some((span) => isWithin(day, span)) || skip.weeks.includes(weekKey(day))).toBe(
            false,
          );
          if (skip.holidays !== 'keep') expect(holidayOn(day, holidays)).toBeNull();
          expect(latest >= day).toBe(true);
          if (skip.holidays === 'keep' && rule.kind !== 'window') expect(day).toBe(slot);
        }
      }),
      runs(),
    );
  });

  it('keeps its weekday and its windows in any year', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        if (!('from' in rule)) return;
        for (const { slot, latest } of slots(rule, { until: addMonths(rule.from, 30), skip: skipNothing })) {
          if (rule.kind === 'weeks' || rule.kind === 'nthWeekday') expect(weekday(slot)).toBe(rule.weekday);
          if (rule.kind === 'window' && rule.least < rule.most) expect(latest > slot).toBe(true);
          expect(slot >= rule.from).toBe(true);
        }
      }),
      runs(),
    );
  });
});
