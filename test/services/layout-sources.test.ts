import { describe, expect, test } from 'vitest';
import { getRecord } from '../../source/services/reading/get-record.ts';
import {
  addRecord,
  changeRecord,
  removeRecords,
  restoreRecords,
} from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { moveSession } from '../../source/services/writing/verbs.ts';
import { firstDay, makeProject } from '../support/project.ts';
import { addSeries, at, club, days, occurrences, wednesdays } from '../support/series.ts';
import { snapshot } from '../support/snapshot.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { TestProject } from '../support/project.ts';

const theProject = ({ store }: TestProject): number =>
  Number(store.sql('SELECT id FROM project').get()?.['id']);

describe('A series is laid out again by itself', () => {
  test('When the breaks of the project change, and back by one undo', () => {
    const project = makeProject();
    addSeries(project);
    changeRecord(project, at(project, '03-16'), { topic: 'Teams-vinkit' });
    const before = snapshot(project.store, firstDay);
    const { codes } = changeRecord(project, theProject(project), { breaks: [{ fromWeek: 11, toWeek: 13 }] });
    // 16.3. has a topic: it stays until the planner decides; 23.3. and 30.3. go.
    expect(days(project)).toEqual(['03-02', '03-09', '03-16', '04-06', '04-13', '04-20', '04-27']);
    expect(codes).toEqual(['HANKE-1', 'TK-4', 'TK-5']);
    undo(project);
    expect(snapshot(project.store, firstDay)).toEqual(before);
    changeRecord(project, theProject(project), { breaks: [{ fromWeek: 11, toWeek: 13 }] });
    changeRecord(project, theProject(project), { breaks: [] });
    expect(days(project).length).toBe(9);
    expect(occurrences(project, false).length).toBe(9);
  });

  test('When the project ends later or earlier', () => {
    const project = makeProject();
    addSeries(project, { rule: { ...wednesdays, until: null } });
    changeRecord(project, theProject(project), { end: '2022-03-20' });
    expect(days(project).filter((day) => day > '03-20')).toEqual([]);
    changeRecord(project, theProject(project), { end: '2025-06-30' });
    expect(occurrences(project).at(-1)?.startsAt).toBe('2025-02-26T09:00');
  });

  test('When place, link or length of its group change, but for what somebody set', () => {
    const project = makeProject();
    const group = club(project);
    addRecord(project, 'series', { group, rule: wednesdays });
    changeRecord(project, at(project, '03-09'), { place: 'Kirjasto' });
    changeRecord(project, group, { place: 'Kokoustila 2', minutes: 30 });
    expect(getRecord(project, at(project, '03-09'))).toMatchObject({ place: 'Kirjasto', minutes: 30 });
    expect(getRecord(project, at(project, '04-27'))).toMatchObject({ place: 'Kokoustila 2', minutes: 30 });
  });

  test('When it is removed and brought back', () => {
    const project = makeProject();
    const id = addSeries(project);
    changeRecord(project, at(project, '03-16'), { topic: 'Teams-vinkit' });
    removeRecords(project, [id], true);
    expect(days(project)).toEqual(['03-16']);
    restoreRecords(project, [id]);
    expect(days(project).length).toBe(9);
  });
});

test('A promise goes with the sessions of its group as they are moved, cancelled and laid out', () => {
  const project = makeProject();
  const id = addSeries(project);
  const plan = addRecord(project, 'plan', { audience: 'Klubilaiset' }).result;
  const rule: Rule = { kind: 'aroundSession', group: 'Tsemppariklubi', offsetDays: 1 };
  addRecord(project, 'promise', { plan, rule, title: 'Kooste' });
  const due = (): string[] =>
    project.store
      .sql('SELECT due FROM delivery WHERE removedStep IS NULL ORDER BY slot')
      .all()
      .map((row) => String(row['due']).slice(5));
  expect(due().slice(0, 3)).toEqual(['03-03', '03-10', '03-17']);
  moveSession(project, at(project, '03-09'), { startsAt: '2022-03-11T12:00' });
  changeRecord(project, at(project, '03-16'), { state: 'cancelled' });
  expect(due().slice(0, 3)).toEqual(['03-03', '03-12', '03-24']);
  undo(project);
  expect(due().slice(0, 3)).toEqual(['03-03', '03-12', '03-17']);
  changeRecord(project, id, { rule: { ...wednesdays, until: '2022-03-16' } });
  expect(due()).toEqual(['03-03', '03-12', '03-17']);
});

describe('What falls on a day off', () => {
  test('Is moved past a break or a chosen week where the series says so, on its own weekday', () => {
    const project = makeProject();
    changeRecord(project, theProject(project), { breaks: [{ fromWeek: 27, toWeek: 28 }] });
    const rule: Rule = {
      kind: 'nthWeekday',
      nth: 1,
      weekday: 3,
      every: 1,
      from: '2022-06-01',
      until: '2022-09-30',
    };
    const id = addSeries(project, { rule, breaks: 'move', skippedWeeks: ['vko 31'] });
    // The first Wednesdays are 1.6., 6.7. (break, weeks 27 and 28), 3.8. (week 31) and 7.9.
    expect(days(project)).toEqual(['06-01', '07-20', '08-10', '09-07']);
    changeRecord(project, id, { holidays: 'moveBack' });
    expect(days(project)).toEqual(['06-01', '06-29', '07-27', '09-07']);
    changeRecord(project, id, { breaks: 'skip' });
    expect(days(project)).toEqual(['06-01', '09-07']);
  });

  test('Leaves the rest where they were: a weekly club has no room to move into', () => {
    const project = makeProject();
    changeRecord(project, theProject(project), { breaks: [{ fromWeek: 10, toWeek: 11 }] });
    addSeries(project, { breaks: 'move' });
    expect(days(project)).toEqual(['03-02', '03-23', '03-30', '04-06', '04-13', '04-20', '04-27']);
  });

  test('A network that meets twice a year does so on a working day', () => {
    const project = makeProject();
    // 1.5. is a Sunday and a holiday, 1.11. a Tuesday.
    const rule: Rule = { kind: 'timesAYear', times: 2, from: '2022-05-01', until: '2023-12-31' };
    const id = addSeries(project, { rule, holidays: 'move' });
    expect(occurrences(project).map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      '2022-05-02',
      '2022-11-01',
      '2023-05-02',
      '2023-11-01',
    ]);
    changeRecord(project, id, { holidays: 'skip' });
    expect(occurrences(project).map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      '2022-11-01',
      '2023-11-01',
    ]);
  });
});

describe('Calendars', () => {
  test('The hour of a series is that of the clock on the wall, through both changes of it', () => {
    const project = makeProject();
    const rule: Rule = {
      kind: 'weeks',
      every: 1,
      weekday: 7,
      from: '2022-03-20',
      until: '2022-11-06',
      time: '03:30',
    };
    addSeries(project, { rule, holidays: 'keep' });
    const found = occurrences(project).map(({ startsAt }) => startsAt);
    expect(found).toHaveLength(34);
    expect(new Set(found.map((startsAt) => startsAt.slice(11)))).toEqual(new Set(['03:30']));
    expect(found).toEqual(expect.arrayContaining(['2022-03-27T03:30', '2022-10-30T03:30']));
  });

  test('The last of the month is the 29th of February in a leap year, the 28th in others', () => {
    const project = makeProject();
    const rule: Rule = { kind: 'months', every: 1, day: 31, from: '2023-01-01', until: '2024-03-31' };
    addSeries(project, { rule, holidays: 'keep' });
    const found = occurrences(project, false).map(({ slot }) => slot.slice(0, 10));
    expect(found.filter((day) => day.includes('-02-'))).toEqual(['2023-02-28', '2024-02-29']);
    // 29.2.2024 is a Thursday; 31.12.2023 a Sunday, held on the next working day.
    expect(occurrences(project).map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(
      expect.arrayContaining(['2024-02-29', '2024-01-01']),
    );
  });
});
