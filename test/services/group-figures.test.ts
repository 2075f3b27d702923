import { describe, expect, test } from 'vitest';
import { groupFigures } from '../../source/services/meetings/group-figures.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { todayView } from '../../source/services/reading/today.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { holdSession } from '../../source/services/writing/verbs.ts';
import { openAsOf } from '../../source/store/as-of/as-of.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject, newPath, nextDay } from '../support/project.ts';
import { addSeries, at } from '../support/series.ts';
import type { TestProject } from '../support/project.ts';

describe('The figures of the sample', () => {
  test('Are those of the facts at its end', () => {
    const path = newPath('sample');
    makeSample(path, '2023-12-31');
    const project = openProject(path, {});
    const figures = groupFigures(project);
    expect(figures.map(({ held }) => held)).toEqual([8, 13, 12, 7, 24]);
    expect(figures.map(({ planned }) => planned)).toEqual([0, 0, 0, 0, 0]);
    expect(figures.map(({ sessions }) => sessions.length)).toEqual([8, 13, 12, 7, 24]);
    const seats = [8, 10, 10, 18, 18];
    const most = figures.map(({ sessions }) => Math.max(...sessions.map((one) => one.present ?? 0)));
    expect(most.every((count, index) => count > 0 && count <= (seats[index] ?? 0))).toBe(true);
    expect(figures[0]?.sessions[0]?.day).toBe('2021-11-30');
    const club = figures.find(({ kind }) => kind === 'club');
    expect(club).toMatchObject({ held: 24, cancelled: 4 });
    expect(club?.sessions).toHaveLength(24);
    expect(club?.sessions[0]).toMatchObject({ day: '2022-05-11', present: 12, others: 2, watched: 2 });
    const present = club?.sessions.map((one) => one.present ?? 0) ?? [];
    const mean = present.reduce((sum, count) => sum + count, 0) / present.length;
    expect(club?.meanPresent).toBeCloseTo(mean, 1);
    expect(club?.topics.filter(({ status }) => status === 'covered').length).toBe(11);
    expect(club?.topics.filter(({ status }) => status === 'planned')).toEqual([]);
    const network = figures.find(({ kind }) => kind === 'network');
    expect(network?.sessions[0]).toMatchObject({ day: '2022-05-03', present: 16, others: 3 });
    closeStore(project.store);
  });
});

function members(project: TestProject) {
  addSeries(project);
  const group = Number(getRecord(project, at(project, '03-02'))['group']);
  const add = (name: string, values: Record<string, unknown> = {}) => {
    const person = addRecord(project, 'person', { name }).result;
    return { person, membership: addRecord(project, 'membership', { group, person, ...values }).result };
  };
  return { group, anna: add('Anna Aalto'), olli: add('Olli Oja'), eeva: add('Eeva Es', { role: 'expert' }) };
}

type Marks = Readonly<Record<string, readonly number[]>>;

/** Holds the session of a day with marks; a day later the planner has told who was there. */
function hold(project: TestProject, day: string, marks: Marks): void {
  while (project.clock.today < `2022-${day}`) nextDay(project, 1);
  holdSession(project, at(project, day), {}, new Map(Object.entries(marks)));
}

const reminders = (project: TestProject) =>
  todayView(project, 60)
    .items.filter(({ kind }) => kind === 'missed')
    .map(({ day, heading }) => [day, heading.split(',')[0]]);

describe('Who has not come', () => {
  test('Three times in a row without an apology is on Today before the group next meets', () => {
    const project = makeProject();
    const { anna, olli } = members(project);
    hold(project, '03-02', { present: [anna.person, olli.person] });
    hold(project, '03-09', { present: [olli.person], absent: [anna.person] });
    hold(project, '03-16', { present: [olli.person] });
    // An apology neither counts nor breaks the row.
    hold(project, '03-23', { present: [olli.person], apology: [anna.person] });
    expect(getRecord(project, anna.membership)).toMatchObject({ missed: 2, lastThere: '2022-03-02' });
    expect(reminders(project)).toEqual([]);
    hold(project, '03-30', { present: [olli.person] });
    expect(getRecord(project, anna.membership)).toMatchObject({ missed: 3 });
    expect(reminders(project)).toEqual([['2022-04-06', 'Anna Aalto']]);
    undo(project);
    expect(reminders(project)).toEqual([]);
  });

  test('A recording that was watched and a deputy who came are being there', () => {
    const project = makeProject();
    const { anna, olli, eeva } = members(project);
    for (const day of ['03-02', '03-09', '03-16']) hold(project, day, { present: [olli.person] });
    expect(getRecord(project, anna.membership)).toMatchObject({ missed: 3, lastThere: null });
    expect(getRecord(project, eeva.membership)).toMatchObject({ missed: null });
    const session = at(project, '03-16');
    const mark = addRecord(project, 'attendance', { session, person: anna.person, mark: 'recording' }).result;
    expect(getRecord(project, anna.membership)).toMatchObject({ missed: null, lastThere: '2022-03-16' });
    changeRecord(project, mark, { mark: 'absent' });
    expect(getRecord(project, anna.membership)).toMatchObject({ missed: 3, lastThere: null });
    changeRecord(project, mark, { mark: 'deputy' });
    expect(getRecord(project, anna.membership)).toMatchObject({ missed: null });
  });

  test('Once asked after, they are left in peace until they have come and stay away again', () => {
    const project = makeProject();
    const { anna, olli, group } = members(project);
    const others = { present: [olli.person] };
    for (const day of ['03-02', '03-09', '03-16']) hold(project, day, others);
    expect(reminders(project)).toHaveLength(1);
    changeRecord(project, anna.membership, { contacted: '2022-03-17' });
    expect(reminders(project)).toEqual([]);
    hold(project, '03-23', others);
    expect(reminders(project)).toEqual([]);
    hold(project, '03-30', { present: [anna.person] });
    for (const day of ['04-06', '04-13']) hold(project, day, others);
    expect(reminders(project)).toEqual([]);
    hold(project, '04-20', others);
    expect(reminders(project)).toEqual([['2022-04-27', 'Anna Aalto']]);
    changeRecord(project, group, { missedLimit: 5 });
    expect(reminders(project)).toEqual([]);
    changeRecord(project, group, { missedLimit: 2 });
    changeRecord(project, anna.membership, { ends: '2022-04-10' });
    expect(reminders(project)).toEqual([]);
  });

  test('Whoever is marked and is no member on that day is one of the others', () => {
    const project = makeProject();
    const { anna, olli, group } = members(project);
    const guest = addRecord(project, 'person', { name: 'Vilma Vieras' }).result;
    changeRecord(project, olli.membership, { ends: '2022-03-05' });
    hold(project, '03-02', { present: [anna.person, olli.person, guest] });
    hold(project, '03-09', { present: [anna.person, olli.person], apology: [guest] });
    expect(groupFigures(project, group)[0]).toMatchObject({
      meanPresent: 1.5,
      guests: 2,
      sessions: [
        { present: 2, absent: null, others: 1 },
        { present: 1, absent: null, others: 1 },
      ],
    });
  });

  test('Figures and reminders are as they were on an earlier day', () => {
    const project = makeProject();
    const { anna, olli, group } = members(project);
    for (const day of ['03-02', '03-09', '03-16', '03-23']) hold(project, day, { present: [olli.person] });
    hold(project, '03-30', { present: [anna.person, olli.person], absent: [] });
    expect(groupFigures(project, group)[0]).toMatchObject({ held: 5, missing: [], meanPresent: 1.2 });
    const store = openAsOf(project.store.path, '2022-03-20');
    const then = { ...project, store, asOf: '2022-03-20' };
    expect(groupFigures(then, group)[0]).toMatchObject({
      held: 3,
      next: '2022-03-23T09:00',
      missing: [{ person: 'Anna Aalto', missed: 3, lastThere: null }],
    });
    expect(todayView(then, 60).items.filter(({ kind }) => kind === 'missed')).toHaveLength(1);
    closeStore(store);
  });

  test('The number of a session in its group passes over those that were cancelled', () => {
    const project = makeProject();
    members(project);
    changeRecord(project, at(project, '03-09'), { state: 'cancelled' });
    const nth = (day: string): unknown => getRecord(project, at(project, day))['nth'];
    expect([nth('03-02'), nth('03-09'), nth('03-16')]).toEqual([1, null, 2]);
  });
});
