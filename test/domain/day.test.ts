import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import * as days from '../../source/domain/days/day.ts';
import { anyDay } from './arbitraries.ts';
import { runs } from '../support/runs.ts';

const machineZone = process.env['TZ'];
afterEach(() => {
  if (machineZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = machineZone;
});

describe('calendar arithmetic', () => {
  it.each([
    ['2022-01-31', 1, '2022-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2022-03-31', -1, '2022-02-28'],
    ['2022-12-15', 1, '2023-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s + %i months = %s', (day, count, expected) => {
    expect(days.addMonths(day, count)).toBe(expected);
  });

  it.each([
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2022-01-01', 2021, 52],
    ['2024-12-30', 2025, 1],
    ['2023-03-22', 2023, 12],
  ])('%s is in week %i/%i', (day, year, week) => {
    expect(days.isoWeek(day)).toEqual({ year, week });
  });

  it('knows which days and times are real', () => {
    for (const good of ['2024-02-29', '2000-02-29', '2022-12-31']) expect(days.isDay(good)).toBe(true);
    for (const bad of [
      '2023-02-29',
      '1900-02-29',
      '2022-04-31',
      '2022-3-1',
      '2022-03-23 ',
      '0022-01-01',
      '',
      'x',
    ]) {
      expect(days.isDay(bad)).toBe(false);
    }
    expect(days.isLocalTime('2022-03-30T09:00')).toBe(true);
    for (const bad of [
      '2022-03-30T24:00',
      '2022-03-30T09:60',
      '2022-03-30',
      '2022-02-30T09:00',
      '2022-03-30T9:00',
    ]) {
      expect(days.isLocalTime(bad)).toBe(false);
    }
  });

  it('refuses to leave the years of four digits', () => {
    expect(() => days.addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => days.addDays('1000-01-01', -1)).toThrow(RangeError);
  });

  it('has no week 53 where the year has none', () => {
    expect(days.mondayOfWeek(2022, 53)).toBeNull();
    expect(days.mondayOfWeek(2020, 53)).toBe('2020-12-28');
  });

  it.each(['America/St_Johns', 'Pacific/Apia', 'Europe/Helsinki', 'UTC'])(
    'is the same on a machine in %s',
    (zone) => {
      process.env['TZ'] = zone;
      expect(days.addDays('2011-12-29', 1)).toBe('2011-12-30');
      expect(days.addMonths('2011-11-30', 1)).toBe('2011-12-30');
      expect(days.isoWeek('2011-12-30')).toEqual({ year: 2011, week: 52 });
      fc.assert(
        fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
          const moved = days.addDays(day, count);
          expect(days.differenceInDays(moved, day)).toBe(count);
          expect(days.isDay(moved)).toBe(true);
          expect(days.dayFromNumber(days.dayNumber(day))).toBe(day);
          const { year, week } = days.isoWeek(day);
          expect(days.mondayOfWeek(year, week)).toBe(days.startOfWeek(day));
          expect(days.weekday(day)).toBe(days.differenceInDays(day, days.startOfWeek(day)) + 1);
          expect(days.addDays(days.endOfMonth(day), 1)).toBe(days.startOfMonth(days.addMonths(day, 1)));
        }),
        runs(),
      );
    },
  );

  it('counts days as date-fns does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (left, right) => {
        const theirs = differenceInCalendarDays(new Date(`${left}T12:00`), new Date(`${right}T12:00`));
        expect(days.differenceInDays(left, right)).toBe(theirs);
        expect(Math.sign(days.compareDays(left, right))).toBe(Math.sign(theirs));
      }),
      runs(),
    );
  });
});

describe('time zones', () => {
  const helsinki = 'Europe/Helsinki';

  // Once by Intl and once by the machine's own zone, which must agree.
  it.each(['UTC', helsinki])('reads and writes the Finnish clock on a machine in %s', (machine) => {
    process.env['TZ'] = machine;
    expect(days.localTimeOf('2022-03-30T06:00:00.000Z', helsinki)).toBe('2022-03-30T09:00');
    expect(days.instantOf('2022-03-30T09:00', helsinki)).toBe('2022-03-30T06:00:00.000Z');
    expect(days.instantOf('2022-12-30T09:00', helsinki)).toBe('2022-12-30T07:00:00.000Z');
    expect(days.dayOf('2022-03-22T22:30:00.000Z', helsinki)).toBe('2022-03-23');
    // Clocks go forward at 3.00 on 27.3.2022: 3.30 does not show, and back at 4.00 on 30.10.2022: 3.30 shows twice.
    expect(days.instantOf('2022-03-27T03:30', helsinki)).toBe('2022-03-27T01:30:00.000Z');
    expect(days.localTimeOf('2022-03-27T01:30:00.000Z', helsinki)).toBe('2022-03-27T04:30');
    expect(days.instantOf('2022-10-30T03:30', helsinki)).toBe('2022-10-30T00:30:00.000Z');
    expect(days.instantOf('2022-10-30T04:00', helsinki)).toBe('2022-10-30T02:00:00.000Z');
  });

  it('lives through a day that Samoa never had', () => {
    expect(days.instantOf('2011-12-30T09:00', 'Pacific/Apia')).toBe('2011-12-30T19:00:00.000Z');
    expect(days.dayOf('2011-12-30T19:00:00.000Z', 'Pacific/Apia')).toBe('2011-12-31');
  });

  it('gives back what it took, but for the hour that never shows', () => {
    const zones = fc.constantFrom(helsinki, 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), zones, (day, minutes, zone) => {
        const time = days.addMinutes(`${day}T00:00`, minutes);
        const shown = days.localTimeOf(days.instantOf(time, zone), zone);
        expect(shown >= time).toBe(true);
        if (zone === 'UTC') expect(shown).toBe(time);
        expect(days.localTimeOf(days.instantOf(shown, zone), zone)).toBe(shown);
      }),
      runs(),
    );
  });

  it('says which zones there are', () => {
    expect(days.isTimeZone(helsinki)).toBe(true);
    expect(days.isTimeZone('Europe/Kajaani')).toBe(false);
    expect(() => days.dayOf('2022-03-22T22:30:00.000Z', 'Europe/Kajaani')).toThrow(RangeError);
  });
});
