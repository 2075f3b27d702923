import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../source/domain/days/day.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import {
  cancelSessions,
  moveSession,
  sendDeliveries,
  skipDeliveries,
} from '../../source/services/writing/verbs.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { endProject, laid, line, window } from '../support/deliveries.ts';
import { makeProject, nextDay } from '../support/project.ts';
import { runs } from '../support/runs.ts';
import { addSeries, at } from '../support/series.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { TestProject } from '../support/project.ts';

describe('Any plan through any changes', () => {
  const change = fc.record({
    verb: fc.constantFrom('send', 'skip', 'text', 'remove', 'rule', 'end', 'move', 'cancel', 'day', 'undo'),
    pick: fc.nat({ max: 40 }),
  });

  /** All that laying out must leave alone: past, sent or left out. */
  const kept = (project: TestProject): unknown[] =>
    project.store
      .sql(
        `SELECT * FROM delivery WHERE removedStep IS NULL
        AND (state <> 'planned' OR coalesce(late, due) <= :today) ORDER BY id`,
      )
      .all({ today: project.clock.today });

  function perform(project: TestProject, promise: number, { verb, pick }: { verb: string; pick: number }) {
    project.clock.minute += 1;
    const all = laid(project);
    const one = all[pick % Math.max(1, all.length)]?.id ?? 0;
    const session =
      [9, 16, 23, 30].map((day) => at(project, `03-${String(day).padStart(2, '0')}`))[pick % 4] ?? 0;
    if (verb === 'rule') changeRecord(project, promise, { rule: window(1 + (pick % 3), 3 + (pick % 4)) });
    else if (verb === 'end') endProject(project, addMonths('2022-05-31', pick % 12));
    else if (verb === 'day') nextDay(project, pick % 20);
    else if (verb === 'undo') undo(project);
    else if (verb === 'move')
      moveSession(project, session, { startsAt: `${addDays('2022-03-20', pick)}T09:00` });
    else if (verb === 'cancel') cancelSessions(project, [session], {});
    else if (all.length === 0) return;
    else if (verb === 'send') sendDeliveries(project, [one], {});
    else if (verb === 'skip') skipDeliveries(project, [one], { reason: 'Ei' });
    else if (verb === 'text') changeRecord(project, one, { text: `Luonnos ${pick}` });
    else removeRecords(project, [one], true);
  }

  test('Touches only planned, unedited, future deliveries, and never makes one twice', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12, size: 'max' }), (changes) => {
        const project = makeProject();
        addSeries(project);
        const plan = line(project);
        const promise = addRecord(project, 'promise', { plan, rule: window(1, 2) }).result;
        const rule: Rule = { kind: 'aroundSession', group: 'RY-1', offsetDays: 3 };
        addRecord(project, 'promise', { plan, rule });
        const written = (): unknown[] =>
          project.store
            .sql('SELECT id, text FROM delivery WHERE text IS NOT NULL AND removedStep IS NULL')
            .all();
        for (const each of changes) {
          const before = kept(project);
          const texts = written();
          perform(project, promise, each);
          if (['rule', 'end', 'move', 'cancel'].includes(each.verb)) {
            expect(kept(project)).toEqual(before);
            expect(written()).toEqual(texts);
          }
          const slots = project.store
            .sql(
              'SELECT promise, slot, count(*) AS count FROM delivery GROUP BY 1, 2 HAVING count > 1 AND slot IS NOT NULL',
            )
            .all();
          expect(slots).toEqual([]);
        }
        closeStore(project.store);
      }),
      runs(25, 20220311),
    );
  });
});
