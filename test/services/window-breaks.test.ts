import fc from 'fast-check';
import { expect, describe, it } from 'vitest';
import holidays from '../../data/holidays.fi.json' with { type: 'json' };
import { addDays, addMonths, differenceInDays } from '../../source/domain/days/day.ts';
import { slots } from '../../source/domain/recurrence/slots.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { anyDay } from '../domain/arbitraries.ts';
import { makeProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { SkipPolicy } from '../../source/domain/recurrence/slots.ts';

describe('windows and breaks', () => {
  it('counts the next window from where a break moved one to', () => {
    const rule: Rule = { kind: 'window', unit: 'months', least: 1, most: 2, from: '2026-03-09', until: null };
    const breaks = [2026, 2027].map((year) => ({
      from: year === 2026 ? '2026-06-29' : '2027-07-05',
      to: year === 2026 ? '2026-08-02' : '2027-08-08',
    }));
    const skip: SkipPolicy = { holidays: 'move', breaks, weeks: [] };
    const found = slots(rule, { until: '2027-10-31', skip, holidays }).map(({ day, latest }) => [
      day,
      latest,
    ]);
    expect(found.slice(4, 6)).toEqual([
      ['2026-08-03', '2026-08-09'],
      ['2026-09-03', '2026-10-03'],
    ]);
    expect(found.slice(-3)).toEqual([
      ['2027-08-09', '2027-09-03'],
      ['2027-09-03', '2027-10-03'],
      ['2027-10-03', '2027-11-03'],
    ]);
  });

  it('never puts two of one window on a day', () => {
    const anySpan = fc
      .tuple(anyDay, fc.nat({ max: 70 }))
      .map(([from, length]) => ({ from, to: addDays(from, length) }));
    const anyWindow = fc
      .tuple(
        fc.constantFrom('weeks' as const, 'months' as const),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(8),
        anyDay,
      )
      .map(([unit, least, wider, from]): Rule => ({
        kind: 'window',
        unit,
        least,
        most: least + wider,
        from,
        until: null,
      }));
    fc.assert(
      fc.property(anyWindow, fc.array(anySpan, { maxLength: 8 }), fc.nat(400), (rule, breaks, before) => {
        if (rule.kind !== 'window') return;
        // Breaks near the beginning, where the windows are.
        const near = breaks.map(({ from, to }, index) => {
          const begins = addDays(rule.from, (before * (index + 1)) % 700);
          return { from: begins, to: addDays(begins, differenceInDays(to, from)) };
        });
        const skip: SkipPolicy = { holidays: 'move', breaks: near, weeks: [] };
        const held = slots(rule, { until: addMonths(rule.from, 24), skip, holidays }).flatMap(
          ({ day }) => day ?? [],
        );
        expect(held).toEqual([...new Set(held)].toSorted());
      }),
      runs(),
    );
  });
});

it('lays nothing out twice on a day after a break', () => {
  const project = makeProject();
  const dues = (): string[] =>
    project.store.database
      .prepare<[], string>('SELECT due FROM delivery WHERE removedStep IS NULL ORDER BY due')
      .pluck()
      .all();
  const id = Number(project.store.sql('SELECT id FROM project').get()?.['id']);
  changeRecord(project, id, { end: '2023-12-31' });
  const plan = addRecord(project, 'plan', { audience: 'Henkilöstö' }).result;
  const rule: Rule = { kind: 'window', unit: 'months', least: 1, most: 2, from: '2022-04-08', until: null };
  addRecord(project, 'promise', { plan, rule });
  expect(dues().slice(2, 6)).toEqual(['2022-06-08', '2022-07-08', '2022-08-08', '2022-09-08']);
  changeRecord(project, id, { breaks: [{ fromWeek: 27, toWeek: 31 }] });
  // The break ends on 7.8.2022: the window of July opens on the day on which that of August would.
  expect(dues().slice(2, 6)).toEqual(['2022-06-08', '2022-08-08', '2022-09-08', '2022-10-08']);
  expect(new Set(dues()).size).toBe(dues().length);
});
