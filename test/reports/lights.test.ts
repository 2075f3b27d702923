import { describe, expect, test } from 'vitest';
import { overall } from '../../source/reports/status/lights.ts';
import { statusReport } from '../../source/reports/status/model.ts';
import {
  activity,
  assessedRisk,
  champions,
  group,
  march,
  nothing,
  risk,
  round,
  session,
  units,
} from './rows.ts';
import type { PaymentRow, StatusSnapshot } from '../../source/reports/snapshot.ts';

const lights = (given: Partial<StatusSnapshot>) => statusReport({ ...nothing, ...given }, march).lights;

test('Nothing is judged where there is nothing to judge by', () => {
  expect(lights({})).toEqual({
    overall: 'none',
    schedule: 'none',
    money: 'none',
    results: 'none',
    people: 'none',
    risks: 'none',
  });
});

test.each([
  ['none', []],
  ['none', ['none', 'none']],
  ['green', ['green', 'none', 'green']],
  ['amber', ['green', 'amber']],
  ['amber', ['red', 'green', 'green']],
  ['red', ['red', 'red', 'green']],
] as const)('Overall %s of %j', (colour, colours) => {
  expect(overall(colours)).toBe(colour);
});

describe('Schedule', () => {
  const ten = (late: Record<number, string>) =>
    Array.from({ length: 10 }, (_, index) => activity(index + 1, { due: late[index + 1] ?? '2022-12-31' }));

  test.each([
    ['green while nothing is late', 'green', ten({})],
    ['green on the very day', 'green', ten({ 1: '2022-03-31' })],
    ['amber the day after', 'amber', ten({ 1: '2022-03-30' })],
    ['amber at 59 days', 'amber', ten({ 1: '2022-01-31' })],
    ['red at 60 days', 'red', ten({ 1: '2022-01-30' })],
    ['amber with two of ten late', 'amber', ten({ 1: '2022-03-30', 2: '2022-03-30' })],
    ['amber with the only one late', 'amber', [activity(1, { due: '2022-03-30' })]],
    ['red with a quarter late', 'red', ten({ 1: '2022-03-30', 2: '2022-03-30', 3: '2022-03-30' })],
    ['green when the late one is done', 'green', [activity(1, { due: '2022-01-01', state: 'done' })]],
    [
      'green when the late one is dropped',
      'green',
      [activity(1, { due: '2022-01-01', state: 'dropped' }), activity(2)],
    ],
    ['not judged without days', 'none', [activity(1, { due: null })]],
  ] as const)('%s', (_, colour, activities) => {
    expect(lights({ activities }).schedule).toBe(colour);
  });
});

describe('Results', () => {
  test.each([
    ['nine units of ten', 'green', 9],
    ['eight of ten', 'amber', 8],
    ['half', 'amber', 5],
    ['under half', 'red', 4],
  ])('%s have a champion', (_, colour, count) => {
    expect(lights({ units: units(10), champions: champions(count) }).results).toBe(colour);
  });

  test('A round counts against its target only when it has ended', () => {
    const candidates = [{ id: 1, round: 1, signedUp: '2022-01-05' }];
    const open = [round(1, { target: 10, state: 'open' })];
    const ended = [round(1, { target: 10, state: 'closed' })];
    expect(lights({ rounds: open, candidates }).results).toBe('none');
    expect(lights({ rounds: ended, candidates }).results).toBe('red');
  });

  test('The worst share counts', () => {
    const rounds = [round(1, { target: 10 })];
    expect(lights({ rounds, units: units(10), champions: champions(10) }).results).toBe('red');
  });
});

describe('People', () => {
  const club = (before: readonly number[], now: readonly number[]): Partial<StatusSnapshot> => ({
    champions: champions(10),
    groups: [group(1, 'club')],
    sessions: [
      ...before.map((present, index) => session(index, 1, `2022-02-0${index + 1}`, { present })),
      ...now.map((present, index) => session(index + 10, 1, `2022-03-0${index + 1}`, { present })),
    ],
  });

  test.each([
    ['as many as before', 'green', {}],
    ['one fewer', 'amber', { 1: '2022-03-15' }],
    ['a quarter fewer', 'red', { 1: '2022-03-15', 2: '2022-03-15', 3: '2022-03-15' }],
    ['one who left before the span', 'green', { 1: '2022-02-27' }],
  ])('Champions: %s', (_, colour, ending) => {
    expect(lights({ champions: champions(10, ending) }).people).toBe(colour);
  });

  test.each([
    ['steady', 'green', [8, 8], [8, 8]],
    ['down by a quarter', 'amber', [8, 8], [6, 6]],
    ['one session says no trend', 'green', [8], [1]],
  ])('Attendance: %s', (_, colour, before, now) => {
    expect(lights(club(before, now)).people).toBe(colour);
  });
});

describe('Risks', () => {
  test.each([
    ['a low one', 'green', assessedRisk(1, { '2022-02-01': 4 }, 'low')],
    ['a high one that stands', 'amber', assessedRisk(1, { '2022-02-01': 16 }, 'high')],
    ['a high one that fell', 'amber', assessedRisk(1, { '2022-02-01': 16, '2022-03-02': 12 }, 'high')],
    ['a high one that rose', 'red', assessedRisk(1, { '2022-02-01': 12, '2022-03-02': 16 }, 'high')],
    ['a new high one', 'amber', assessedRisk(1, { '2022-03-02': 16 }, 'high', { identified: '2022-03-02' })],
    ['a very high one', 'red', assessedRisk(1, { '2022-02-01': 20 }, 'veryHigh')],
    [
      'a very high one that is closed',
      'none',
      assessedRisk(1, { '2022-02-01': 20 }, 'veryHigh', { state: 'closed' }),
    ],
    ['a late review', 'amber', assessedRisk(1, { '2022-02-01': 4 }, 'low', { review: '2022-03-30' })],
    ['one not assessed', 'amber', { risks: [risk(1)] }],
  ] as const)('%s', (_, colour, given) => {
    expect(lights(given).risks).toBe(colour);
  });
});

describe('Money', () => {
  const paid = (spent: number | null, other: Partial<PaymentRow> = {}): PaymentRow[] => [
    {
      id: 1,
      code: 'MH-1',
      title: '1. kausi',
      starts: '2022-01-01',
      ends: '2022-02-28',
      budget: 100_000,
      spent,
      applied: null,
      paid: null,
      due: null,
      sent: null,
      ...other,
    },
  ];

  test.each([
    ['none before a period has ended', 'none', paid(60_000, { ends: '2022-06-30' })],
    ['none while nobody knows what was spent', 'none', paid(null)],
    ['green at three quarters', 'green', paid(75_000)],
    ['green at all of it', 'green', paid(100_000)],
    ['amber above the plan', 'amber', paid(101_000)],
    ['amber below three quarters', 'amber', paid(74_000)],
    ['amber when the application is late', 'amber', paid(90_000, { due: '2022-03-30' })],
    ['green when it went out in time', 'green', paid(90_000, { due: '2022-03-30', sent: '2022-03-29' })],
    ['red below half', 'red', paid(49_000)],
    ['red when a twentieth more is spent', 'red', paid(106_000)],
  ] as const)('%s', (_, colour, payments) => {
    expect(lights({ payments }).money).toBe(colour);
  });
});
