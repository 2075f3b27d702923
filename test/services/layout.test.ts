import { describe, expect, test } from 'vitest';
import { layOut } from '../../source/services/layout/lay-out.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { firstDay, makeProject, nextDay } from '../support/project.ts';
import { addSeries, at, club, days, occurrences, wednesdays } from '../support/series.ts';
import { snapshot } from '../support/snapshot.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { TestProject } from '../support/project.ts';

describe('A series', () => {
  test('Lays out its sessions in the step that adds it, with what the group has', () => {
    const project = makeProject();
    const before = snapshot(project.store, firstDay);
    const group = club(project);
    const { result: id } = addRecord(project, 'series', { group, rule: { ...wednesdays, time: '09:30' } });
    expect(
      occurrences(project)
        .map(({ code, startsAt }) => [code, startsAt])
        .slice(0, 2),
    ).toEqual([
      ['TK-1', '2022-03-02T09:30'],
      ['TK-2', '2022-03-09T09:30'],
    ]);
    expect(days(project).length).toBe(9);
    expect(getRecord(project, at(project, '03-09'))).toMatchObject({
      group,
      series: id,
      minutes: 45,
      place: 'Teams',
      link: 'https://esimerkki.fi/k',
      state: 'planned',
    });
    undo(project);
    undo(project);
    expect(snapshot(project.store, firstDay)).toEqual(before);
  });

  test('Heeds holidays, breaks and weeks that are left out', () => {
    const project = makeProject();
    const [record] = project.store.sql('SELECT id FROM project').all();
    changeRecord(project, Number(record?.['id']), { breaks: [{ fromWeek: 10, toWeek: 10 }] });
    const fridays: Rule = { kind: 'weeks', every: 1, weekday: 5, from: '2022-03-04', until: '2022-04-30' };
    // Week 10 is the break, week 13 left out, 15.4.2022 Good Friday.
    const id = addSeries(project, { rule: fridays, skippedWeeks: ['vko 13'] });
    const most = ['03-04', '03-18', '03-25', '04-08', '04-22', '04-29'];
    expect(days(project)).toEqual(most);
    changeRecord(project, id, { holidays: 'move', skippedWeeks: ['2022-W12', '2023-W13'] });
    expect(days(project)).toEqual(['03-04', '03-18', '04-01', '04-08', '04-19', '04-22', '04-29']);
    expect(getRecord(project, at(project, '04-15'))['startsAt']).toBe('2022-04-19T09:00');
    changeRecord(project, id, { holidays: 'keep' });
    expect(days(project)).toContain('04-15');
  });

  test('Takes its planned sessions with it when its rule changes, and lets be what people made of them', () => {
    const project = makeProject();
    const id = addSeries(project);
    changeRecord(project, at(project, '03-09'), { startsAt: '2022-03-10T12:00', state: 'moved' });
    changeRecord(project, at(project, '03-16'), { state: 'cancelled', reason: 'Sairaus' });
    changeRecord(project, at(project, '03-23'), { topic: 'Teams-vinkit' });
    addRecord(project, 'agenda', { session: at(project, '03-30'), title: 'Kuulumiset' });
    removeRecords(project, [at(project, '04-06')]);
    nextDay(project, 4);
    changeRecord(project, id, { rule: { ...wednesdays, weekday: 4 } });
    // 2.3. has been; the five of 9.3.–30.3. were touched; 6.4. was removed.
    expect(days(project)).toEqual(
      ['03-02', '03-10', '03-16', '03-23', '03-30']
        .concat(['03-10', '03-17', '03-24', '03-31', '04-07', '04-14', '04-21'])
        .toSorted((one, other) => (one < other ? -1 : 1)),
    );
    expect(getRecord(project, at(project, '04-13'))['removedStep']).not.toBeNull();
    changeRecord(project, id, { rule: { ...wednesdays, time: '10:00' } });
    const back = occurrences(project).map(({ startsAt }) => startsAt.slice(5));
    expect(back).toEqual([
      '03-02T09:00',
      '03-10T12:00',
      '03-16T09:00',
      // A topic or an agenda does not hold its hour: nobody chose that for it.
      '03-23T10:00',
      '03-30T10:00',
      '04-13T10:00',
      '04-20T10:00',
      '04-27T10:00',
    ]);
    expect(getRecord(project, at(project, '04-06'))['removedStep']).not.toBeNull();
  });

  test('Frees a session again when what was done to it is undone', () => {
    const project = makeProject();
    const id = addSeries(project);
    changeRecord(project, at(project, '03-23'), { topic: 'Teams-vinkit' });
    undo(project);
    changeRecord(project, id, { rule: { ...wednesdays, time: '12:00' } });
    expect(new Set(occurrences(project).map(({ startsAt }) => startsAt.slice(11)))).toEqual(
      new Set(['12:00']),
    );
    undo(project);
    changeRecord(project, at(project, '03-23'), { startsAt: '2022-03-23T09:00', minutes: 20 });
    changeRecord(project, at(project, '03-23'), { startsAt: '2022-03-23T08:30' });
    changeRecord(project, id, { rule: { ...wednesdays, time: '12:00' }, minutes: 50 });
    expect(getRecord(project, at(project, '03-23'))).toMatchObject({
      startsAt: '2022-03-23T08:30',
      minutes: 20,
    });
  });

  test('Leaves a session alone that a decision or an action names', () => {
    const project = makeProject();
    const id = addSeries(project);
    addRecord(project, 'action', { title: 'Varaa tila', source: at(project, '03-23') });
    changeRecord(project, id, { rule: { ...wednesdays, weekday: 4 } });
    expect(days(project)).toContain('03-23');
  });

  test('Does not make again one that was given to another series, nor one that a person made for it', () => {
    const project = makeProject();
    const group = club(project);
    const id = addRecord(project, 'series', { group, rule: { ...wednesdays, until: '2022-03-09' } }).result;
    const other = addRecord(project, 'series', { group, rule: { kind: 'asNeeded' } }).result;
    changeRecord(project, at(project, '03-09'), { series: other });
    addRecord(project, 'session', { group, series: id, startsAt: '2022-03-16T15:00' });
    const before = project.store.sql('SELECT count(*) AS count FROM session').get()?.['count'];
    layOut(project, id);
    changeRecord(project, id, { rule: { ...wednesdays, until: '2022-03-16' } });
    expect(project.store.sql('SELECT count(*) AS count FROM session').get()?.['count']).toBe(before);
  });

  test('Lays out as far as it is told, and takes nothing away beyond', () => {
    const project = makeProject();
    const id = addSeries(project, { rule: { kind: 'asNeeded' } });
    project.store.database.exec(
      `UPDATE series SET rule = '${JSON.stringify({ ...wednesdays, until: null })}'`,
    );
    layOut(project, id, '2022-03-16');
    expect(days(project)).toEqual(['03-02', '03-09', '03-16']);
    expect(layOut(project, id, '2022-03-09').step).toBeNull();
    expect(days(project).length).toBe(3);
    layOut(project, id);
    expect(occurrences(project).at(-1)?.startsAt).toBe('2024-12-18T09:00');
  });

  test('Starts no earlier than today', () => {
    const project = makeProject();
    nextDay(project, 22);
    addSeries(project);
    expect(days(project)[0]).toBe('03-23');
  });
});

describe('A promise', () => {
  const deliveries = (project: TestProject) =>
    project.store
      .sql(
        `SELECT r.code, d.due, d.late, d.title FROM delivery AS d JOIN record AS r ON r.id = d.id WHERE d.removedStep IS NULL ORDER BY d.due`,
      )
      .all();

  test('Lays out deliveries with windows: due from the earliest day, late after the latest', () => {
    const project = makeProject();
    const plan = addRecord(project, 'plan', { audience: 'Henkilöstö' }).result;
    const rule: Rule = {
      kind: 'window',
      unit: 'months',
      least: 1,
      most: 2,
      from: '2022-03-02',
      until: '2022-06-30',
    };
    const promise = addRecord(project, 'promise', { plan, rule, title: 'Uutinen', means: 'intra' }).result;
    // 2.4. and 2.5. are a Saturday and a Monday; windows give way to holidays only.
    expect(deliveries(project)).toEqual([
      { code: 'V-1.1', due: '2022-03-02', late: '2022-04-02', title: 'Uutinen' },
      { code: 'V-1.2', due: '2022-04-02', late: '2022-05-02', title: 'Uutinen' },
      { code: 'V-1.3', due: '2022-05-02', late: '2022-06-02', title: 'Uutinen' },
      { code: 'V-1.4', due: '2022-06-02', late: '2022-07-02', title: 'Uutinen' },
    ]);
    expect(getRecord(project, plan)['promised']).toBe(4);
    changeRecord(project, promise, { until: '2022-04-30', title: 'Uutinen intrassa' });
    expect(deliveries(project).map(({ code, title }) => [code, title])).toEqual([
      ['V-1.1', 'Uutinen intrassa'],
      ['V-1.2', 'Uutinen intrassa'],
    ]);
  });

  test('Stays on its day through holidays and breaks, and goes with sessions', () => {
    const project = makeProject();
    const plan = addRecord(project, 'plan', { audience: 'Ohjausryhmä' }).result;
    const good: Rule = { kind: 'once', day: '2022-04-15' };
    addRecord(project, 'promise', { plan, rule: good });
    expect(deliveries(project).map(({ due, late }) => [due, late])).toEqual([['2022-04-15', null]]);
    const id = addSeries(project);
    changeRecord(project, at(project, '03-16'), { state: 'cancelled' });
    const around: Rule = { kind: 'aroundSession', group: 'tsemppariklubi', offsetDays: 1 };
    const lines = addRecord(project, 'plan', { audience: 'Klubilaiset' }).result;
    const promise = addRecord(project, 'promise', { plan: lines, rule: around, means: 'sähköposti' }).result;
    expect(getRecord(project, lines)['promised']).toBe(8);
    changeRecord(project, id, { rule: { ...wednesdays, until: '2022-03-30' } });
    expect(layOut(project, promise).step).toBeNull();
    expect(getRecord(project, lines)['promised']).toBe(4);
  });

  test('Counts a delivery that a person made for it', () => {
    const project = makeProject();
    const plan = addRecord(project, 'plan', { audience: 'Henkilöstö' }).result;
    const promise = addRecord(project, 'promise', { plan, rule: { kind: 'asNeeded' } }).result;
    addRecord(project, 'delivery', { plan, promise, due: '2022-03-15', title: 'Oma' });
    const rule: Rule = {
      kind: 'window',
      unit: 'months',
      least: 1,
      most: 2,
      from: '2022-03-02',
      until: '2022-04-10',
    };
    changeRecord(project, promise, { rule });
    expect(deliveries(project).length).toBe(2);
  });
});
