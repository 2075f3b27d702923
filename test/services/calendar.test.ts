import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../source/domain/days/day.ts';
import { registers } from '../../source/registers/index.ts';
import { calendarOf, pageSpan, readSpan } from '../../source/services/reading/calendar.ts';
import { openProjectAsOf } from '../../source/services/project/project-file.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { cancelSessions, finishActions, holdSession } from '../../source/services/writing/verbs.ts';
import { dueRows } from '../../source/store/queries/today.ts';
import { fillProject, makeProject, nextDay } from '../support/project.ts';
import { perform, plainChanges } from '../support/random-changes.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';

const march = { from: '2022-03-01', to: '2022-03-31' };
const told = (project: ReturnType<typeof makeProject>, span = march): string[] =>
  calendarOf(project, span).days.flatMap(({ day, items }) =>
    items.map(({ kind, code, state }) => `${day} ${code ?? ''} ${kind} ${state}`),
  );

describe('The calendar', () => {
  test('Shows what is wanted, then what became of it, on its day', () => {
    const project = makeProject();
    const { session, action } = fillProject(project);
    expect(told(project)).toEqual(
      expect.arrayContaining(['2022-03-09 TK-1 session planned', '2022-03-20 T-1 action planned']),
    );
    nextDay(project, 8);
    expect(told(project)).toContain('2022-03-09 TK-1 session due');
    holdSession(project, session, {});
    finishActions(project, [action], {});
    addRecord(project, 'diary', { text: 'Klubi pidettiin' });
    addRecord(project, 'decision', { title: 'Jatketaan', day: '2022-03-09' });
    expect(told(project).filter((one) => one.startsWith('2022-03-09'))).toEqual([
      '2022-03-09 TK-1 held happened',
      '2022-03-09 P-1 decided happened',
      '2022-03-09 T-1 done happened',
      '2022-03-09 PK-1 diary happened',
    ]);
    const before = openProjectAsOf(project, '2022-03-05');
    expect(calendarOf(before, march).days[8]?.items.map(({ kind }) => kind)).toEqual(['session']);
  });

  test('Keeps what was called off, and leaves out what is in the trash', () => {
    const project = makeProject();
    const { session } = fillProject(project);
    cancelSessions(project, [session], {});
    expect(told(project)).toContain('2022-03-09 TK-1 cancelled happened');
    changeRecord(project, session, { startsAt: '2022-04-01T09:00' });
    expect(told(project).join()).not.toContain('TK-1');
  });

  test('Knows weeks, public holidays and the project’s breaks', () => {
    const project = makeProject();
    const id = Number(project.store.sql('SELECT id FROM project').get()?.['id']);
    changeRecord(project, id, { breaks: [{ fromWeek: 52, toWeek: 1 }] });
    const { days } = calendarOf(project, { from: '2022-12-24', to: '2023-01-09' });
    expect(days.map(({ week }) => week)).toEqual([
      51,
      51,
      ...Array<number>(7).fill(52),
      ...Array<number>(7).fill(1),
      2,
    ]);
    expect(days.filter(({ inBreak }) => inBreak).map(({ day }) => day)).toEqual(
      Array.from({ length: 14 }, (_, nth) => addDays('2022-12-26', nth)),
    );
    expect(days.find(({ day }) => day === '2023-01-06')?.holiday?.fi).toBe('loppiainen');
  });

  test('Has a page of whole weeks, Monday first, over months and years', () => {
    expect(pageSpan('2023-03-22', 'month')).toEqual({ from: '2023-02-27', to: '2023-04-02' });
    expect(pageSpan('2023-01-01', 'week')).toEqual({ from: '2022-12-26', to: '2023-01-01' });
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (count) => {
        const day = addDays('2022-03-01', count);
        const { from, to } = pageSpan(day, 'month');
        expect(from <= day && day <= to).toBe(true);
      }),
      runs(),
    );
  });

  test('Is asked for in words', () => {
    expect(readSpan('vko 12', '2023-03-22')).toEqual({ from: '2023-03-20', to: '2023-03-26' });
    expect(readSpan('', '2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(refusal(() => readSpan('joskus', '2023-03-22')).code).toBe('wrong-span');
  });

  test('Misses nothing that is due, after any changes, as-of too', () => {
    fc.assert(
      fc.property(plainChanges(14), (changes) => {
        const project = makeProject();
        for (const change of changes) perform(project, change);
        const span = { from: addDays(project.clock.today, -120), to: addDays(project.clock.today, 120) };
        const due = dueRows(project.store, '0000-01-01', span.to).filter(
          ({ day, until }) => day >= span.from && (until === null || until >= day),
        );
        const shown = calendarOf(project, span).days.flatMap(({ items }) => items);
        const wanted = shown.filter((item) =>
          registers.find(({ name }) => name === item.register)?.due?.some(({ kind }) => kind === item.kind),
        );
        expect(wanted.length).toBe(due.length);
        const view = openProjectAsOf(project, project.clock.today);
        expect(calendarOf(view, span)).toEqual(calendarOf(project, span));
      }),
      runs(12),
    );
  });
});
