import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../source/domain/days/day.ts';
import {
  endMoveOfStep,
  moveProjectEnd,
  previewProjectEnd,
} from '../../source/services/project/project-end.ts';
import { previewOf, previewOfStep } from '../../source/services/writing/preview.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { redo, undo } from '../../source/services/writing/undo.ts';
import { write } from '../../source/services/writing/write.ts';
import { sendDeliveries } from '../../source/services/writing/verbs.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { firstDay, makeProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';
import { snapshot } from '../support/snapshot.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { TestProject } from '../support/project.ts';

const oldEnd = '2022-08-31';

/** A club that ends with the project, a newsletter without an end, terms and a round that end on the last day. */
function fill(project: TestProject) {
  const add = (register: string, values: Record<string, unknown>): number =>
    addRecord(project, register, values).result;
  moveProjectEnd(project, oldEnd);
  const group = add('group', { title: 'Tsemppariklubi', prefix: 'TK' });
  const weekly: Rule = { kind: 'weeks', every: 1, weekday: 3, from: '2022-03-02', until: oldEnd };
  const series = add('series', { group, rule: weekly });
  const plan = add('plan', { audience: 'Henkilöstö' });
  const letter: Rule = { kind: 'window', unit: 'months', least: 1, most: 2, from: '2022-03-15', until: null };
  const promise = add('promise', { plan, rule: letter, title: 'Uutiskirje' });
  const quarterly: Rule = { kind: 'months', every: 3, day: 1, from: '2022-03-01', until: null };
  const bounded = add('promise', { plan, rule: quarterly, until: oldEnd, title: 'Kumppanikirje' });
  const person = add('person', { name: 'Digitsemppari 07' });
  const term = add('membership', { group, person, starts: '2022-03-01', ends: oldEnd });
  const other = add('person', { name: 'Digitsemppari 08' });
  const left = add('membership', {
    group,
    person: other,
    starts: '2022-03-01',
    ends: oldEnd,
    reason: 'Uusi työ',
  });
  const round = add('round', { title: 'Jatkuva haku', opens: '2022-03-01', closes: oldEnd });
  return { group, series, plan, promise, bounded, term, left, round };
}

describe('Moving the end of the project', () => {
  test('Carries along what ended with it, lays out the rest, in one step that is taken back whole', () => {
    const project = makeProject();
    const { series, bounded, term, left, round, promise } = fill(project);
    const before = snapshot(project.store, firstDay);
    const told = previewProjectEnd(project, '2022-12-31');
    expect(snapshot(project.store, firstDay)).toEqual(before);
    expect(told.preview.comes.filter(({ register }) => register === 'session').length).toBe(17);
    const letters = told.preview.comes.filter(({ rule }) => rule === promise);
    expect(letters.map(({ after }) => after?.day)).toEqual([
      '2022-09-15',
      '2022-10-15',
      '2022-11-15',
      '2022-12-15',
    ]);
    expect(told.preview.changes.map(({ register, field }) => `${register} ${field}`)).toEqual([
      'project end',
      'series rule',
      'promise until',
      'membership ends',
      'round closes',
    ]);
    const { step } = moveProjectEnd(project, '2022-12-31');
    expect(getRecord(project, series)['rule']).toMatchObject({ until: '2022-12-31' });
    expect(getRecord(project, bounded)['until']).toBe('2022-12-31');
    expect([getRecord(project, term)['ends'], getRecord(project, left)['ends']]).toEqual([
      '2022-12-31',
      oldEnd,
    ]);
    expect(getRecord(project, round)['closes']).toBe('2022-12-31');
    expect(endMoveOfStep(project, step ?? 0, oldEnd, '2022-12-31')).toEqual(told);
    const after = snapshot(project.store, firstDay);
    undo(project);
    expect(snapshot(project.store, firstDay)).toEqual(before);
    redo(project);
    expect(snapshot(project.store, firstDay)).toEqual(after);
  });

  test('Leaves terms and rounds where they are when asked to', () => {
    const project = makeProject();
    const { term, round, series } = fill(project);
    moveProjectEnd(project, '2022-12-31', { keepTerms: true, values: { summary: 'Jatkoaika' } });
    expect([getRecord(project, term)['ends'], getRecord(project, round)['closes']]).toEqual([oldEnd, oldEnd]);
    expect(getRecord(project, series)['rule']).toMatchObject({ until: '2022-12-31' });
  });

  test('Shortened, it takes what nobody has touched, keeps the rest and tells of it', () => {
    const project = makeProject();
    const { term } = fill(project);
    const sessions = project.store
      .sql(`SELECT id FROM session WHERE startsAt > '2022-06' ORDER BY startsAt`)
      .all();
    const kept = Number(sessions[5]?.['id']);
    changeRecord(project, kept, { topic: 'Vierailu' });
    const told = previewProjectEnd(project, '2022-05-31');
    expect(told.preview.goes.filter(({ register }) => register === 'session').length).toBe(13);
    expect(told.preview.comes).toEqual([]);
    expect(told.beyond.map(({ register }) => register)).toEqual([
      'session',
      'membership',
      'membership',
      'round',
    ]);
    moveProjectEnd(project, '2022-05-31');
    expect(getRecord(project, kept).removedStep).toBeNull();
    expect(getRecord(project, term)['ends']).toBe(oldEnd);
    moveProjectEnd(project, oldEnd);
    expect(
      project.store.sql(`SELECT count(*) AS n FROM session WHERE removedStep IS NULL`).get()?.['n'],
    ).toBe(27);
  });
});

describe('A promise that is kept by hand', () => {
  test('Gets nothing for the months before the end that moves, however often it does', () => {
    const project = makeProject();
    moveProjectEnd(project, oldEnd);
    const plan = addRecord(project, 'plan', { audience: 'Henkilöstö' }).result;
    const rule: Rule = { kind: 'months', every: 1, day: 15, from: '2021-12-15', until: null };
    // As a replay writes it: what follows is among what is written.
    const options = { kind: 'user', label: { verb: 'add' }, asGiven: true } as const;
    write(project, options, (unit) => unit.add('promise', { plan, rule, title: 'Uutiskirje' }));
    expect(previewProjectEnd(project, '2022-06-30').preview.comes).toEqual([]);
    const days = (to: string) => previewProjectEnd(project, to).preview.comes.map(({ after }) => after?.day);
    expect(days('2022-10-31')).toEqual(['2022-09-15', '2022-10-15']);
    moveProjectEnd(project, '2022-10-31');
    expect(days('2022-11-30')).toEqual(['2022-11-15']);
  });
});

describe('A preview', () => {
  test('Tells exactly what is then done, whatever was done before', () => {
    const move = fc.integer({ min: -150, max: 500 });
    const send = fc.array(fc.nat({ max: 30 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(move, { minLength: 1, maxLength: 4 }),
        send,
        fc.boolean(),
        (moves, sends, keepTerms) => {
          const project = makeProject();
          const { promise } = fill(project);
          for (const pick of sends) {
            const all = project.store
              .sql('SELECT id FROM delivery WHERE removedStep IS NULL ORDER BY id')
              .all();
            sendDeliveries(project, [Number(all[pick % all.length]?.['id'])], {});
          }
          for (const days of moves) {
            const to = addDays(oldEnd, days);
            const before = snapshot(project.store, firstDay);
            const told = previewProjectEnd(project, to, { keepTerms });
            expect(snapshot(project.store, firstDay)).toEqual(before);
            const { step } = moveProjectEnd(project, to, { keepTerms });
            if (step === null) continue;
            expect(endMoveOfStep(project, step, told.from, to)).toEqual(told);
            undo(project);
            expect(snapshot(project.store, firstDay)).toEqual(before);
            redo(project);
          }
          const rule: Rule = {
            kind: 'window',
            unit: 'weeks',
            least: 3,
            most: 5,
            from: '2022-04-01',
            until: null,
          };
          const { preview } = previewOf(project, (trial) => changeRecord(trial, promise, { rule }));
          const { step } = changeRecord(project, promise, { rule });
          expect(previewOfStep(project, step ?? 0)).toEqual(preview);
          closeStore(project.store);
        },
      ),
      runs(15, 20220831),
    );
  });
});
