import { describe, expect, test } from 'vitest';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { changeSession, concernsSeries, plannedAhead } from '../../source/services/layout/session-scope.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { makeProject, nextDay } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { addSeries, at, days, occurrences, wednesdays } from '../support/series.ts';
import { snapshot } from '../support/snapshot.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { TestProject } from '../support/project.ts';

const starts = (project: TestProject): string[] =>
  occurrences(project).map(({ startsAt }) => startsAt.slice(5));
const rules = (project: TestProject): unknown[] =>
  project.store
    .sql('SELECT rule FROM series WHERE removedStep IS NULL ORDER BY id')
    .all()
    .map((row) => JSON.parse(String(row['rule'])) as unknown);
const codes = (project: TestProject): string[] => occurrences(project).map(({ code }) => code);

describe('A change to one session of a series', () => {
  test('Meant for it alone moves it, and it never comes back', () => {
    const project = makeProject();
    const id = addSeries(project);
    changeSession(project, at(project, '03-16'), { startsAt: '2022-03-17T13:00' });
    changeRecord(project, id, { rule: { ...wednesdays, time: '10:00' } });
    expect(getRecord(project, at(project, '03-16'))).toMatchObject({
      state: 'moved',
      startsAt: '2022-03-17T13:00',
    });
    expect(days(project).length).toBe(9);
  });

  test('Meant for those that follow ends the series and starts one that names it; codes and topics stay', () => {
    const project = makeProject();
    const first = addSeries(project);
    const before = codes(project);
    changeRecord(project, at(project, '04-06'), { topic: 'Teams-vinkit' });
    changeSession(project, at(project, '04-13'), { state: 'cancelled' });
    removeRecords(project, [at(project, '04-20')]);
    changeSession(project, at(project, '04-27'), { startsAt: '2022-04-26T15:00' });
    const state = snapshot(project.store, project.clock.today);
    changeSession(project, at(project, '03-23'), { startsAt: '2022-03-24T10:30' }, 'following');
    expect(starts(project)).toEqual([
      '03-02T09:00',
      '03-09T09:00',
      '03-16T09:00',
      '03-24T10:30',
      '03-31T10:30',
      '04-07T10:30',
      '04-13T09:00',
      '04-26T15:00',
    ]);
    expect(codes(project)).toEqual(before.filter((code) => code !== 'TK-8'));
    const thursday = occurrences(project).find(({ startsAt }) => startsAt.startsWith('2022-04-07'));
    expect(getRecord(project, thursday?.id ?? 0)).toMatchObject({ topic: 'Teams-vinkit', state: 'planned' });
    expect(rules(project)).toEqual([
      { ...wednesdays, until: '2022-03-22' },
      { ...wednesdays, weekday: 4, from: '2022-03-24', until: '2022-04-28', time: '10:30' },
    ]);
    const second = getRecord(project, thursday?.id ?? 0)['series'];
    expect(getRecord(project, Number(second))['continues']).toBe(first);
    undo(project);
    expect(snapshot(project.store, project.clock.today)).toEqual(state);
  });

  test('Meant for all changes every one that is ahead, and none that has been', () => {
    const project = makeProject();
    addSeries(project);
    nextDay(project, 14);
    changeSession(project, at(project, '04-06'), { startsAt: '2022-04-06T08:15', place: 'Kirjasto' }, 'all');
    expect(starts(project).slice(0, 4)).toEqual(['03-02T09:00', '03-09T09:00', '03-16T08:15', '03-23T08:15']);
    expect(rules(project)).toHaveLength(1);
    expect(getRecord(project, at(project, '04-27'))).toMatchObject({ place: 'Kirjasto' });
    changeSession(project, at(project, '04-06'), { startsAt: '2022-04-04T08:15' }, 'all');
    // Nothing is moved into the past: the next one stays on its Wednesday.
    expect(starts(project).slice(0, 4)).toEqual(['03-02T09:00', '03-09T09:00', '03-16T08:15', '03-21T08:15']);
    expect(rules(project)).toHaveLength(2);
  });

  test('Meant for a series that has not begun leaves no empty one behind', () => {
    const project = makeProject();
    addSeries(project);
    changeSession(project, at(project, '03-02'), { startsAt: '2022-03-03T09:00' }, 'all');
    expect(days(project)[0]).toBe('03-03');
    expect(days(project)).toHaveLength(9);
    expect(rules(project)).toHaveLength(1);
  });

  test('Cancels what had been prepared, and what had not goes with the end of the series', () => {
    const project = makeProject();
    addSeries(project);
    changeRecord(project, at(project, '04-13'), { topic: 'Teams-vinkit' });
    changeSession(project, at(project, '03-30'), { state: 'cancelled', reason: 'Loppui' }, 'following');
    expect(days(project)).toEqual(['03-02', '03-09', '03-16', '03-23', '03-30', '04-13']);
    for (const day of ['03-30', '04-13'])
      expect(getRecord(project, at(project, day))).toMatchObject({ state: 'cancelled', reason: 'Loppui' });
    changeSession(project, at(project, '03-16'), { state: 'cancelled' }, 'all');
    expect(days(project)).toEqual(['03-02', '03-16', '03-30', '04-13']);
  });

  test('Cancels none where another has held the session since it was seen', () => {
    const project = makeProject();
    addSeries(project);
    const id = at(project, '03-30');
    const { version } = getRecord(project, id);
    changeRecord(project, id, { state: 'held' });
    const state = snapshot(project.store, project.clock.today);
    for (const scope of ['following', 'all'] as const) {
      const cancel = () =>
        changeSession(project, id, { state: 'cancelled' }, scope, { baseVersion: version });
      expect(refusal(cancel)).toMatchObject({ code: 'conflict', parameters: { fields: ['state'] } });
    }
    expect(snapshot(project.store, project.clock.today)).toEqual(state);
  });

  test('Keeps the rhythm of months: the second Tuesday becomes the second Thursday, the last stays the last', () => {
    const project = makeProject();
    const rule: Rule = {
      kind: 'nthWeekday',
      nth: -1,
      weekday: 2,
      every: 1,
      from: '2022-03-01',
      until: '2022-06-30',
    };
    addSeries(project, { rule });
    expect(days(project)).toEqual(['03-29', '04-26', '05-31', '06-28']);
    changeSession(project, at(project, '04-26'), { startsAt: '2022-04-28T09:00' }, 'following');
    // 26.5.2022 is a holiday and the last Thursday.
    expect(days(project)).toEqual(['03-29', '04-28', '06-30']);
  });

  test('Stays on a day that was chosen for it, be it a holiday', () => {
    const project = makeProject();
    addSeries(project);
    changeSession(project, at(project, '04-13'), { startsAt: '2022-04-15T09:00' }, 'following');
    expect(days(project).slice(-3)).toEqual(['04-15', '04-22', '04-29']);
  });

  test('Is asked about only where there is something to ask', () => {
    const project = makeProject();
    addSeries(project);
    const id = at(project, '03-16');
    expect(concernsSeries(project, id, { topic: 'Teams' })).toBe(false);
    expect(concernsSeries(project, id, { startsAt: '2022-03-16T09:00' })).toBe(false);
    expect(concernsSeries(project, id, { minutes: 60 })).toBe(true);
    expect(concernsSeries(project, id, { state: 'cancelled' })).toBe(true);
    expect(concernsSeries(project, id, { state: 'held' })).toBe(false);
    expect(plannedAhead(project, id)).toEqual({ following: 7, all: 9 });
    const group = Number(getRecord(project, id)['group']);
    const alone = addRecord(project, 'session', { group, startsAt: '2022-03-18T09:00' }).result;
    expect(concernsSeries(project, alone, { minutes: 60 })).toBe(false);
    expect(refusal(() => changeSession(project, alone, { minutes: 60 }, 'all')).code).toBe('no-series');
  });
});
