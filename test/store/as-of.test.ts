import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registerOf, registers } from '../../source/registers/index.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { fieldContext } from '../../source/services/reading/lookup.ts';
import { jsonOf } from '../../source/services/reading/outward.ts';
import { openProjectAsOf } from '../../source/services/project/project-file.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { lastSteps } from '../../source/services/writing/step-words.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { write } from '../../source/services/writing/write.ts';
import { openAsOf } from '../../source/store/as-of/as-of.ts';
import { listRecords } from '../../source/store/records/list.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { identityById } from '../../source/store/records/records.ts';
import { fillProject, firstDay, makeProject, nextDay } from '../support/project.ts';
import { perform, randomChanges } from '../support/random-changes.ts';
import { refusal } from '../support/refusal.ts';
import { foundThen, viewWithTexts } from '../support/every-text.ts';
import { dueAndLinks, idsOf, liveRecords, searchTexts } from '../support/snapshot.ts';
import type { Day } from '../../source/domain/days/day.ts';
import type { Project } from '../../source/services/project/project.ts';
import { runs } from '../support/runs.ts';

/** All that can be seen on a day: records, due days, links, and every list in its own order. */
function seen(project: Project, today: string): unknown {
  const { store } = project;
  const context = { ...fieldContext(project, 'fi'), today };
  return {
    records: liveRecords(store, today),
    rest: dueAndLinks(store),
    lists: registers.map((definition) =>
      listRecords(store, definition, {}, context).map(({ uid, version }) => [uid, version]),
    ),
  };
}

describe('A project as it was known on a day', () => {
  test('Is what was seen at the end of that day, whatever came later', () => {
    fc.assert(
      fc.property(randomChanges(40), fc.nat({ max: 1000 }), (changes, pick) => {
        const project = makeProject();
        fillProject(project);
        const evenings = new Map<string, { seen: unknown; search: unknown }>();
        const evening = (): void => {
          const { today } = project.clock;
          evenings.set(today, { seen: seen(project, today), search: searchTexts(project.store) });
        };
        for (const change of changes) {
          if (change.verb === 'nextDay') evening();
          perform(project, change);
        }
        evening();
        const days = [...evenings.keys()];
        for (const day of new Set([days[pick % days.length] ?? firstDay, days.at(-1) ?? firstDay])) {
          const view = viewWithTexts(project, day);
          expect(seen(view, day)).toEqual(evenings.get(day)?.seen);
          expect(searchTexts(view.store)).toEqual(evenings.get(day)?.search);
          closeStore(view.store);
        }
        closeStore(project.store);
      }),
      runs(15, 20220305),
    );
  });

  test('Is empty before the first day', () => {
    const project = makeProject();
    fillProject(project);
    const store = openAsOf(project.store.path, '2022-02-28');
    expect(liveRecords(store, '2022-02-28')).toEqual({});
    expect(dueAndLinks(store)).toEqual({ due: [], links: [] });
  });

  test('Stops at a step within the day when one is named', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const { step } = changeRecord(project, risk, { title: 'Toinen', probability: 5 });
    changeRecord(project, risk, { title: 'Kolmas', probability: 1 });
    const store = openAsOf(project.store.path, firstDay, step ?? 0);
    expect(getRecord({ ...project, store }, risk)).toMatchObject({
      title: 'Toinen',
      score: 20,
      version: step,
    });
  });

  test('Knows records that came to be earlier, and entries by their own day', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    nextDay(project, 10);
    const early = addRecord(
      project,
      'risk',
      { title: 'Vanha', probability: 2, impact: 2 },
      '2022-03-05',
    ).result;
    expect(getRecord(project, early)).toMatchObject({ identified: '2022-03-05', assessed: '2022-03-05' });
    addRecord(project, 'assessment', { risk, day: '2022-03-08', probability: 5, impact: 5 }, '2022-03-04');
    const scores = (day: string): unknown[] => {
      const view = openProjectAsOf(project, day);
      const found = [risk, early].map((id) =>
        idsOf(view.store, 'risk').includes(id) ? getRecord(view, id)['score'] : null,
      );
      closeStore(view.store);
      return found;
    };
    expect(scores('2022-03-04')).toEqual([12, null]);
    expect(scores('2022-03-05')).toEqual([12, 4]);
    expect(scores('2022-03-08')).toEqual([25, 4]);
  });

  test('Finds the words of that day, and no later ones', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    nextDay(project);
    changeRecord(project, risk, { title: 'Sidosryhmä väsyy' });
    const [before] = foundThen(project, firstDay, 'R-1');
    expect(before).toMatch(/avainhenkilö/i);
    expect(foundThen(project, firstDay, 'avainhenkilö')).toContain(before);
    expect(foundThen(project, firstDay, 'sidosryhmä')).toEqual([]);
  });

  test('Tells no step undone that was undone later, and names no record that came later', () => {
    const project = makeProject();
    const { result: risk, step } = addRecord(project, 'risk', { title: 'Riski' });
    addRecord(project, 'action', { title: 'Vanha', source: risk }, '2022-02-01');
    const before = openProjectAsOf(project, '2022-02-15');
    const [action] = listOf(before, registerOf('action'), {}, 'fi');
    if (action === undefined) throw new Error('No action');
    expect(jsonOf(before, registerOf('action'), action)).toMatchObject({ title: 'Vanha', source: null });
    nextDay(project);
    changeRecord(project, risk, { title: 'Toinen' });
    nextDay(project);
    undo(project);
    const undone = (day: Day): number[] => {
      const view = openProjectAsOf(project, day);
      const lines = lastSteps(view, 20, 'fi');
      closeStore(view.store);
      return lines.filter((line) => line.undone).map((line) => line.step);
    };
    expect(undone('2022-03-02')).toEqual([]);
    expect(undone('2022-03-03')).toEqual([(step ?? 0) + 2]);
    closeStore(before.store);
    closeStore(project.store);
  });

  test('Can be looked at and not changed', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const view = openProjectAsOf(project, firstDay);
    expect(refusal(() => changeRecord(view, risk, { title: 'Ei' }))).toMatchObject({
      code: 'as-of-change',
      exit: 2,
    });
    expect(() => view.store.database.exec('DELETE FROM step')).toThrow(/readonly/);
    expect(refusal(() => openProjectAsOf(project, '2022-03-02'))).toMatchObject({
      code: 'as-of-future',
      exit: 2,
    });
  });

  test('Shows the image that stands in for one that was erased', () => {
    const project = makeProject();
    const { anna } = fillProject(project);
    nextDay(project);
    const { step } = write(project, { kind: 'anonymise', label: { verb: 'anonymise' } }, (unit) =>
      unit.change(anna, { name: 'Henkilö 1', email: null }),
    );
    const { uid } = getRecord(project, anna);
    const change = project.store
      .sql('SELECT id, image FROM change WHERE recordUid = ? ORDER BY step LIMIT 1')
      .get(uid);
    const redacted = { ...(JSON.parse(String(change?.['image'])) as object), name: 'Henkilö 1' };
    project.store
      .sql('INSERT INTO redaction (change, step, image) VALUES (?, ?, ?)')
      .run(change?.['id'], step, JSON.stringify(redacted));
    project.store.sql('UPDATE change SET image = NULL, salt = NULL WHERE id = ?').run(change?.['id']);
    const view = viewWithTexts(project, firstDay);
    expect(getRecord(view, anna)['name']).toBe('Henkilö 1');
    expect(JSON.stringify(searchTexts(view.store))).not.toContain('Anna');
  });

  test('Leaves out a record whose image was erased with nothing in its place', () => {
    const project = makeProject();
    const { second } = fillProject(project);
    const { uid } = getRecord(project, second);
    project.store.sql('UPDATE change SET image = NULL, salt = NULL WHERE recordUid = ?').run(uid);
    const view = openProjectAsOf(project, firstDay);
    expect(identityById(view.store, second)).toBeNull();
    expect(idsOf(view.store, 'attendance')).not.toContain(second);
    expect(identityById(view.store, second)).toBeNull();
    expect(dueAndLinks(view.store)).toBeDefined();
  });

  test('A record in the trash on that day stays there', () => {
    const project = makeProject();
    const { session, risk } = fillProject(project);
    removeRecords(project, [session]);
    nextDay(project);
    removeRecords(project, [risk], true);
    const view = openProjectAsOf(project, firstDay);
    expect(idsOf(view.store, 'session')).toEqual([]);
    expect(idsOf(view.store, 'attendance')).toEqual([]);
    expect(idsOf(view.store, 'risk')).toEqual([risk]);
  });
});
