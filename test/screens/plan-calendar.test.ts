import { expect, test } from 'vitest';
import {
  dueDeliveries,
  fateOf,
  keptPromises,
  monthsFrom,
  planCalendar,
  silences,
} from '../../source/services/communication/communication.ts';
import { monthsThatFit, planCalendarLines } from '../../source/screens/communication/plan-calendar-lines.ts';
import { followLines } from '../../source/screens/communication/plan-follow-lines.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { sendDeliveries } from '../../source/services/writing/verbs.ts';
import { lineWidth, plainText } from '../../source/widgets/lines/styled.ts';
import { makeProject, nextDay } from '../support/project.ts';

function filled() {
  const project = makeProject();
  const add = (register: string, values: Record<string, unknown>): number =>
    addRecord(project, register, values).result;
  const staff = add('plan', { audience: 'Henkilöstö', goal: 'Hanke tunnetaan' });
  const more = add('plan', { audience: 'henkilöstö', goal: 'Kurssit löytyvät' });
  const partners = add('plan', { audience: 'Kumppanit', silenceDays: 30 });
  const sent = add('delivery', { plan: staff, title: 'Uutiskirje', due: '2022-03-10' });
  sendDeliveries(project, [sent], { sent: '2022-03-09' });
  add('delivery', {
    plan: more,
    title: 'Kurssit',
    due: '2022-03-20',
    late: '2022-04-02',
    text: 'Tervetuloa',
  });
  add('delivery', { plan: partners, title: 'Kuulumiset', due: '2022-04-12' });
  add('delivery', {
    plan: partners,
    title: 'Jäi pois',
    due: '2022-03-15',
    state: 'skipped',
    reason: 'Ei uutta',
  });
  add('contact', { plan: partners, day: '2022-03-01', number: 4 });
  nextDay(project, 34);
  add('contact', { plan: partners, number: 3 });
  add('contact', { plan: partners, kind: 'publicity', number: 1, note: 'Paikallislehti' });
  return { project, partners };
}

test('The calendar, what is kept, silence and what is due say the same of one plan', () => {
  const { project, partners } = filled();
  const { rows, today } = planCalendar(project, { from: '2022-03-01', to: monthsFrom('2022-03-01', 2) });
  expect(today).toBe('2022-04-04');
  expect(
    rows.map(({ audience, codes, cells }) => [
      audience,
      codes,
      cells.map(({ sent, late, planned, skipped, silent }) => [sent, late, planned, skipped, silent]),
    ]),
  ).toEqual([
    [
      'Henkilöstö',
      ['V-1', 'V-2'],
      [
        [1, 1, 0, 0, false],
        [0, 0, 0, 0, false],
      ],
    ],
    [
      'Kumppanit',
      ['V-3'],
      [
        [0, 0, 0, 1, false],
        [0, 0, 1, 0, true],
      ],
    ],
  ]);
  const kept = keptPromises(project);
  expect(kept.map((row) => [row.code, row.promised, row.kept, row.percent, row.late, row.skipped])).toEqual([
    [null, 2, 1, 50, 1, 0],
    ['V-1', 1, 1, 100, 0, 0],
    ['V-2', 1, 0, 0, 1, 0],
    [null, 1, 0, 0, 0, 1],
    ['V-3', 1, 0, 0, 0, 1],
  ]);
  expect(kept.at(-1)).toMatchObject({ contacts: 7, publicity: 1 });
  expect(
    silences(project).map(({ audience, days, limit, isTooLong }) => [audience, days, limit, isTooLong]),
  ).toEqual([
    ['Kumppanit', 34, 30, true],
    ['Henkilöstö', 26, 60, false],
  ]);
  expect(dueDeliveries(project).map(({ code, isLate, textMissing }) => [code, isLate, textMissing])).toEqual([
    ['V-2.1', true, false],
    ['V-3.1', false, true],
  ]);
  changeRecord(project, partners, { silenceDays: null });
  expect(silences(project).every(({ isTooLong }) => !isTooLong)).toBe(true);
});

test.each([60, 80, 120, 200])(
  'At %i columns the table and the follow-up fit, with signs beside the colours',
  (width) => {
    const { project } = filled();
    const months = monthsThatFit(width);
    expect(months).toBeGreaterThanOrEqual(5);
    const calendar = planCalendar(project, { from: '2022-03-01', to: monthsFrom('2022-03-01', months) });
    for (const unicode of [true, false]) {
      const view = {
        width,
        height: 14,
        language: 'fi' as const,
        unicode,
        cursor: { row: 1, column: 1 },
        chosen: [],
        fateOf: () =>
          fateOf({ id: 1, plan: 1, due: null, late: null, state: 'planned', sent: null }, '2022-04-04'),
      };
      const lines = planCalendarLines(calendar, view);
      expect(lines.length).toBe(14);
      for (const one of lines) expect(lineWidth(one)).toBeLessThanOrEqual(width);
      const text = lines.map(plainText);
      expect(text[1]).toContain(unicode ? '1▲1✓' : '1!1+');
      expect(text[2]).toMatch(unicode ? /\[ ?1○‥ +\]/ : /\[ ?1o~ +\]/);
      const followUp = {
        due: dueDeliveries(project),
        silences: silences(project),
        kept: keptPromises(project),
      };
      for (const { content } of followLines(followUp, { width, language: 'fi', unicode }))
        expect(lineWidth(content)).toBeLessThanOrEqual(width);
    }
  },
);
