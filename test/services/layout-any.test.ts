import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../source/domain/day.ts';
import { layOut } from '../../source/services/lay-out.ts';
import { occurrenceUid } from '../../source/services/layout.ts';
import { changeRecord, getRecord, removeRecords, restoreRecords } from '../../source/services/records.ts';
import { undo } from '../../source/services/undo.ts';
import { closeStore } from '../../source/store/open.ts';
import { verifyChain } from '../../source/store/verify.ts';
import { makeProject, nextDay, openTestProject } from '../support/project.ts';
import { addSeries, occurrences, wednesdays } from '../support/series.ts';
import { workedOut, workedOutAnew } from '../support/snapshot.ts';
import type { Rule } from '../../source/domain/recurrence.ts';
import type { TestProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';

describe('Any series through any edits', () => {
  const anyRule: fc.Arbitrary<Rule> = fc.record({
    kind: fc.constant('weeks' as const),
    every: fc.integer({ min: 1, max: 3 }),
    weekday: fc.constantFrom(1, 2, 3, 4, 5),
    from: fc.nat({ max: 40 }).map((count) => addDays('2022-02-20', count)),
    until: fc.nat({ max: 60 }).map((count) => addDays('2022-04-01', count)),
  });
  const anyEdit = fc.oneof(
    fc.record({ verb: fc.constant('rule' as const), rule: anyRule }),
    fc.record({ verb: fc.constant('time' as const), hour: fc.integer({ min: 8, max: 16 }) }),
    fc.record({
      verb: fc.constantFrom(
        'move' as const,
        'cancel' as const,
        'topic' as const,
        'remove' as const,
        'restore' as const,
      ),
      pick: fc.nat({ max: 30 }),
    }),
    fc.record({ verb: fc.constantFrom('undo' as const, 'again' as const, 'day' as const) }),
  );
  type Edit = typeof anyEdit extends fc.Arbitrary<infer E> ? E : never;

  function edit(project: TestProject, id: number, change: Edit): void {
    project.clock.minute += 1;
    if (change.verb === 'rule') changeRecord(project, id, { rule: change.rule });
    else if (change.verb === 'time') {
      const { rule } = getRecord(project, id);
      const hour = String(change.hour).padStart(2, '0');
      changeRecord(project, id, { rule: { ...(rule as Rule), time: `${hour}:15` } });
    } else if (change.verb === 'undo') undo(project);
    else if (change.verb === 'again') layOut(project, id);
    else if (change.verb === 'day') nextDay(project, 5);
    else if ('pick' in change) {
      const all = occurrences(project, false);
      const one = all[change.pick % Math.max(1, all.length)];
      if (one === undefined) return;
      const isLive = getRecord(project, one.id).removedStep === null;
      if (change.verb === 'restore') restoreRecords(project, [one.id]);
      else if (!isLive) return;
      else if (change.verb === 'remove') removeRecords(project, [one.id], true);
      else if (change.verb === 'move')
        changeRecord(project, one.id, {
          startsAt: `${addDays(one.slot.slice(0, 10), 1)}T14:00`,
          state: 'moved',
        });
      else if (change.verb === 'cancel') changeRecord(project, one.id, { state: 'cancelled' });
      else changeRecord(project, one.id, { topic: `Aihe ${change.pick}` });
    }
  }

  /** What a person made of the occurrences: that must outlast every change of the rule. Only an hour nobody chose follows it. */
  const touched = (project: TestProject): unknown[] =>
    project.store
      .sql(
        `SELECT id, CASE state WHEN 'planned' THEN substr(slot, 1, 10) ELSE startsAt END, state, topic FROM session WHERE removedStep IS NULL AND (state <> 'planned' OR topic IS NOT NULL) ORDER BY id`,
      )
      .all();

  test('Has no slot twice, keeps what was touched, and is laid out again to the same', () => {
    fc.assert(
      fc.property(anyRule, fc.array(anyEdit, { maxLength: 12, size: 'max' }), (rule, edits) => {
        const project = makeProject();
        const id = addSeries(project, { rule });
        for (const change of edits) {
          const before = touched(project);
          if (getRecord(project, id).removedStep !== null) break;
          edit(project, id, change);
          if (change.verb === 'rule' || change.verb === 'time' || change.verb === 'again')
            expect(touched(project)).toEqual(before);
          const slots = occurrences(project, false).map(({ slot }) => slot.slice(0, 10));
          expect(new Set(slots).size).toBe(slots.length);
        }
        const { uid } = getRecord(project, id);
        for (const one of occurrences(project, false))
          expect(one.uid).toBe(occurrenceUid(uid, one.slot.slice(0, 10)));
        layOut(project, id);
        expect(layOut(project, id).step).toBeNull();
        expect(workedOut(project.store)).toEqual(workedOutAnew(project.store));
        expect(verifyChain(project.store)).toEqual([]);
        closeStore(project.store);
      }),
      runs(20, 20220307),
    );
  });

  test('Two copies lay out the same records', () => {
    const project = makeProject();
    const id = addSeries(project, { rule: { kind: 'asNeeded' } });
    closeStore(project.store);
    const uids = ['one', 'other'].map((seed) => {
      const copy = openTestProject(project.store.path, undefined, seed);
      changeRecord(copy, id, { rule: wednesdays });
      const found = occurrences(copy).map(({ uid, slot }) => [uid, slot]);
      undo(copy);
      copy.store.database.exec(`DELETE FROM link; DELETE FROM due; DELETE FROM session; DELETE FROM change
        WHERE register = 'session'; DELETE FROM search; DELETE FROM record WHERE register = 'session'`);
      closeStore(copy.store);
      return found;
    });
    expect(uids[0]?.length).toBe(9);
    expect(uids[0]).toEqual(uids[1]);
    expect(uids[0]?.[0]?.[0]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
