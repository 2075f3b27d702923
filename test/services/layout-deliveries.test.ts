import { describe, expect, test } from 'vitest';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import {
  cancelSessions,
  moveSession,
  sendDeliveries,
  skipDeliveries,
} from '../../source/services/writing/verbs.ts';
import { endProject, laid, line, window } from '../support/deliveries.ts';
import { firstDay, makeProject, nextDay } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { addSeries, at } from '../support/series.ts';
import { snapshot } from '../support/snapshot.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { TestProject } from '../support/project.ts';

const dues = (project: TestProject): string[] => laid(project).map(({ due }) => due);
describe('A promise with windows', () => {
  test('Takes along those that came because one was sent early, when it goes', () => {
    const project = makeProject();
    endProject(project, '2022-08-31');
    const promise = addRecord(project, 'promise', {
      plan: line(project),
      rule: window(1, 2, '2022-04-10'),
      title: 'Uutiskirje',
    }).result;
    const count = laid(project).length;
    sendDeliveries(project, [laid(project)[0]?.id ?? 0], {});
    expect(laid(project).length).toBeGreaterThan(count);
    removeRecords(project, [promise], true);
    expect(laid(project).map(({ state }) => state)).toEqual(['sent']);
  });

  test('Counts the next from the day on which the one before was sent, and leaves edited ones alone', () => {
    const project = makeProject();
    endProject(project, '2022-08-31');
    addRecord(project, 'promise', { plan: line(project), rule: window(1, 2), title: 'Uutiskirje' });
    expect(dues(project)).toEqual([
      '2022-03-10',
      '2022-04-10',
      '2022-05-10',
      '2022-06-10',
      '2022-07-10',
      '2022-08-10',
    ]);
    nextDay(project, 30);
    const before = snapshot(project.store, project.clock.today);
    const [first, second, third] = laid(project);
    sendDeliveries(project, [first?.id ?? 0], {});
    // 31.3.: windows are counted from there, the last of them on the last day of the project.
    expect(laid(project).map(({ due, late }) => [due, late])).toEqual([
      ['2022-03-10', '2022-04-10'],
      ['2022-04-30', '2022-05-31'],
      ['2022-05-31', '2022-06-30'],
      ['2022-06-30', '2022-07-31'],
      ['2022-07-31', '2022-08-31'],
      ['2022-08-31', null],
    ]);
    expect(laid(project).map(({ code }) => code)).toEqual([
      'V-1.1',
      'V-1.2',
      'V-1.3',
      'V-1.4',
      'V-1.5',
      'V-1.6',
    ]);
    undo(project);
    expect(snapshot(project.store, project.clock.today)).toEqual(before);
    changeRecord(project, third?.id ?? 0, { due: '2022-05-12' });
    changeRecord(project, second?.id ?? 0, { text: 'Luonnos' });
    sendDeliveries(project, [first?.id ?? 0], {});
    // The day that a person gave stays; a text that is written ahead goes with its day.
    expect(getRecord(project, third?.id ?? 0)['due']).toBe('2022-05-12');
    expect(getRecord(project, second?.id ?? 0)).toMatchObject({ due: '2022-04-30', text: 'Luonnos' });
  });

  test('Falls back to planned slots where one is left out, and past the end none comes', () => {
    const project = makeProject();
    endProject(project, '2022-06-30');
    addRecord(project, 'promise', { plan: line(project), rule: window(1, 2) });
    const [first] = laid(project);
    nextDay(project, 10);
    skipDeliveries(project, [first?.id ?? 0], { reason: 'Ei uutta' });
    expect(dues(project)).toEqual(['2022-03-10', '2022-04-10', '2022-05-10', '2022-06-10']);
    nextDay(project, 50);
    sendDeliveries(project, [laid(project)[1]?.id ?? 0], {});
    // Sent 30.4.: the next is due 30.5., the one after that on the project's last day.
    expect(dues(project)).toEqual(['2022-03-10', '2022-04-10', '2022-05-30', '2022-06-30']);
  });

  test('Counts from what a person made for it, and that stands for its window', () => {
    const project = makeProject();
    endProject(project, '2022-07-31');
    const plan = line(project);
    const promise = addRecord(project, 'promise', { plan, rule: window(1, 2, '2022-04-10') }).result;
    addRecord(project, 'delivery', {
      plan,
      promise,
      title: 'Oma',
      due: '2022-04-20',
      state: 'sent',
      sent: '2022-03-01',
    });
    removeRecords(project, [laid(project)[0]?.id ?? 0]);
    expect(dues(project)).toEqual(['2022-04-20', '2022-05-10', '2022-06-10', '2022-07-10']);
    const other = addRecord(project, 'promise', { plan, rule: { kind: 'asNeeded' } }).result;
    addRecord(project, 'delivery', {
      plan,
      promise: other,
      due: '2022-05-20',
      state: 'sent',
      sent: '2022-05-18',
    });
    changeRecord(project, other, { rule: window(1, 2, '2022-05-10') });
    expect(dues(project).filter((due) => due.endsWith('18') || due === '2022-05-20')).toEqual([
      '2022-05-20',
      '2022-06-18',
      '2022-07-18',
    ]);
  });

  test('Lays a newsletter every 1–2 months and a blog every 4–6 out over a leap year and both clock changes', () => {
    const project = makeProject();
    project.clock.today = '2023-11-30';
    endProject(project, '2024-12-31');
    const plan = line(project);
    addRecord(project, 'promise', { plan, rule: window(1, 2, '2023-12-31'), means: 'uutiskirje' });
    const newsletters = laid(project);
    // The 31st falls to the last day of shorter months, the leap day among them; Sundays and holidays give way.
    expect(newsletters.map(({ slot }) => slot)).toEqual(
      [
        '2023-12-31',
        '2024-01-31',
        '2024-02-29',
        '2024-03-31',
        '2024-04-30',
        '2024-05-31',
        '2024-06-30',
      ].concat(['2024-07-31', '2024-08-31', '2024-09-30', '2024-10-31', '2024-11-30', '2024-12-31']),
    );
    // 31.3.2024 is Easter Sunday and the day the clocks change, 1.4. Easter Monday.
    expect(newsletters[3]).toMatchObject({ due: '2024-04-02', late: '2024-04-30' });
    addRecord(project, 'promise', { plan, rule: window(4, 6, '2023-12-29'), means: 'blogi' });
    const blogs = laid(project).filter(({ id }) => !newsletters.some((one) => one.id === id));
    expect(blogs.map(({ slot, late }) => [slot, late])).toEqual([
      ['2023-12-29', '2024-02-29'],
      ['2024-04-29', '2024-06-29'],
      ['2024-08-29', '2024-10-29'],
      ['2024-12-29', '2024-12-31'],
    ]);
  });

  test('Is refused where it can never fire', () => {
    const project = makeProject();
    const plan = line(project);
    const add = (values: Record<string, unknown>) =>
      refusal(() => addRecord(project, 'promise', { plan, ...values }));
    expect(add({ rule: window(3, 2) }).code).toBe('wrong-rule');
    expect(add({ rule: { ...window(1, 2), least: -1 } }).code).toBe('wrong-rule');
    expect(add({ rule: window(1, 2, '2022-05-01'), until: '2022-04-30' }).code).toBe('wrong-rule');
    expect(add({ rule: { ...window(1, 2), until: '2022-01-01' } }).code).toBe('wrong-rule');
    expect(dues(project)).toEqual([]);
  });
});

describe('A promise beside sessions', () => {
  const beside = (project: TestProject, offsetDays: number): number => {
    const rule: Rule = { kind: 'aroundSession', group: 'RY-1', offsetDays };
    return addRecord(project, 'promise', { plan: line(project), rule, means: 'sähköposti' }).result;
  };

  test('Follows them when they move, are cancelled, come and go, in the same step', () => {
    const project = makeProject();
    addSeries(project, {
      rule: { kind: 'weeks', every: 2, weekday: 3, from: '2022-03-09', until: '2022-04-06' },
    });
    beside(project, 2);
    expect(dues(project)).toEqual(['2022-03-11', '2022-03-25', '2022-04-08']);
    const before = snapshot(project.store, firstDay);
    moveSession(project, at(project, '03-23'), { startsAt: '2022-03-29T09:00' });
    expect(dues(project)).toEqual(['2022-03-11', '2022-03-31', '2022-04-08']);
    undo(project);
    expect(snapshot(project.store, firstDay)).toEqual(before);
    cancelSessions(project, [at(project, '03-23')], {});
    expect(dues(project)).toEqual(['2022-03-11', '2022-04-08']);
    changeRecord(project, at(project, '03-23'), { state: 'planned' });
    expect(laid(project).map(({ code, due }) => [code, due])).toEqual([
      ['V-1.1', '2022-03-11'],
      ['V-1.2', '2022-03-25'],
      ['V-1.3', '2022-04-08'],
    ]);
    const group = Number(getRecord(project, at(project, '03-23'))['group']);
    const extra = addRecord(project, 'session', { group, startsAt: '2022-05-04T09:00' }).result;
    expect(dues(project).at(-1)).toBe('2022-05-06');
    changeRecord(project, extra, { startsAt: '2022-05-11T09:00' });
    expect(laid(project).at(-1)).toMatchObject({ code: 'V-1.4', slot: '2022-05-06', due: '2022-05-13' });
    removeRecords(project, [extra], true);
    expect(dues(project).length).toBe(3);
  });

  test('Keeps what was sent or written when its session goes, and goes with its rule', () => {
    const project = makeProject();
    addSeries(project);
    const promise = beside(project, -1);
    const [, second, third] = laid(project);
    changeRecord(project, second?.id ?? 0, { text: 'Kutsu' });
    sendDeliveries(project, [third?.id ?? 0], {});
    cancelSessions(project, [at(project, '03-09'), at(project, '03-16'), at(project, '03-23')], {});
    expect(dues(project).slice(0, 4)).toEqual(['2022-03-01', '2022-03-08', '2022-03-15', '2022-03-29']);
    removeRecords(project, [promise], true);
    // What is not ahead any more stays too.
    expect(dues(project)).toEqual(['2022-03-01', '2022-03-08', '2022-03-15']);
    undo(project);
    expect(dues(project).length).toBe(8);
  });

  test('Stands outside the span of the project too', () => {
    const project = makeProject();
    endProject(project, '2022-04-01');
    addRecord(project, 'promise', { plan: line(project), rule: { kind: 'once', day: '2022-05-31' } });
    expect(dues(project)).toEqual(['2022-05-31']);
  });
});
