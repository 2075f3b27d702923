import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getRecord } from '../../source/services/reading/get-record.ts';
import {
  addRecord,
  changeRecord,
  removeRecords,
  restoreRecords,
} from '../../source/services/writing/records.ts';
import { nextToRedo, nextToUndo, redo, undo } from '../../source/services/writing/undo.ts';
import { write } from '../../source/services/writing/write.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { verifyChain } from '../../source/store/journal/verify.ts';
import { fillProject, makeProject } from '../support/project.ts';
import { perform, plainChanges, randomChanges } from '../support/random-changes.ts';
import { refusal } from '../support/refusal.ts';
import { everything, idsOf, snapshot } from '../support/snapshot.ts';
import type { TestProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';

const stateOf = (project: TestProject): unknown => snapshot(project.store, project.clock.today);
const newestStep = (project: TestProject): number =>
  Number(project.store.sql('SELECT max(seq) AS seq FROM step').get()?.['seq']);

describe('Undo and redo', () => {
  test('Undo takes back the last change whatever it was, and redo does it again', () => {
    fc.assert(
      fc.property(randomChanges(20), plainChanges(1), (earlier, [last]) => {
        const project = makeProject();
        fillProject(project);
        for (const change of earlier) perform(project, change);
        const [before, step] = [stateOf(project), newestStep(project)];
        if (last === undefined || last.verb === 'nextDay' || !perform(project, last)) return;
        const after = stateOf(project);
        if (newestStep(project) === step) {
          expect(after).toEqual(before);
          return;
        }
        undo(project);
        expect(stateOf(project)).toEqual(before);
        redo(project);
        expect(stateOf(project)).toEqual(after);
        closeStore(project.store);
      }),
      runs(40, 20220303),
    );
  });

  test('Undone to the start and redone to the end, every state on the way is met again', () => {
    fc.assert(
      fc.property(plainChanges(25), (changes) => {
        const project = makeProject();
        const states: unknown[] = [stateOf(project)];
        for (const change of changes) {
          if (change.verb === 'nextDay') continue;
          const step = newestStep(project);
          perform(project, change);
          if (newestStep(project) > step) states.push(stateOf(project));
        }
        for (const state of states.slice(0, -1).toReversed()) {
          undo(project);
          expect(stateOf(project)).toEqual(state);
        }
        expect(nextToUndo(project)).toBeNull();
        for (const state of states.slice(1)) {
          redo(project);
          expect(stateOf(project)).toEqual(state);
        }
        expect(nextToRedo(project)).toBeNull();
        expect(verifyChain(project.store)).toEqual([]);
        closeStore(project.store);
      }),
      runs(12, 20220304),
    );
  });

  test('Undone to the very start, nothing is left but the project, the journal and the counters', () => {
    const project = makeProject();
    const { records: first } = snapshot(project.store, project.clock.today) as { records: object };
    fillProject(project);
    while (nextToUndo(project) !== null) undo(project);
    const { records } = snapshot(project.store, project.clock.today) as { records: object };
    expect(records).toEqual(first);
    expect(refusal(() => undo(project)).code).toBe('nothing-to-undo');
  });

  test('A file has one project, whatever is asked', () => {
    const project = makeProject();
    const [id = 0] = idsOf(project.store, 'project');
    const before = everything(project.store);
    expect(refusal(() => undo(project, 1)).code).toBe('one-project');
    expect(refusal(() => removeRecords(project, [id], true)).code).toBe('one-project');
    expect(refusal(() => addRecord(project, 'project', { title: 'Toinen' })).code).toBe('one-project');
    expect(everything(project.store)).toEqual(before);
  });

  test('Something new after an undo ends what can be redone', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    changeRecord(project, risk, { title: 'Toinen' });
    undo(project);
    changeRecord(project, risk, { notes: 'Uutta' });
    expect(refusal(() => redo(project)).code).toBe('nothing-to-redo');
    undo(project);
    redo(project);
    expect(getRecord(project, risk)).toMatchObject({ notes: 'Uutta', title: 'Avainhenkilö lähtee' });
  });

  test('Undo takes only what this copy wrote', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const own = newestStep(project);
    project.store.database.exec(
      `INSERT INTO replica VALUES ('other', '2022-03-01T10:00:00.000Z', 'elsewhere')`,
    );
    changeRecord(project, risk, { title: 'Muualla' });
    project.store.database.exec(
      `UPDATE step SET replica = 'other', counter = 1 WHERE seq = ${newestStep(project)}`,
    );
    expect(nextToUndo(project)?.seq).toBe(own);
  });

  test('A step that another copy has reversed is passed over', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const { step } = changeRecord(project, risk, { title: 'Toinen' });
    project.store.database.exec(
      `INSERT INTO replica VALUES ('other', '2022-03-01T10:00:00.000Z', 'elsewhere')`,
    );
    undo(project);
    project.store.database.exec(
      `UPDATE step SET replica = 'other', counter = 1 WHERE seq = ${newestStep(project)}`,
    );
    expect(nextToUndo(project)?.seq).toBe(Number(step) - 1);
    expect(nextToRedo(project)).toBeNull();
  });
});

describe('Undoing an older step', () => {
  test('Goes field by field and leaves later changes to other fields', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const { step } = changeRecord(project, risk, { title: 'Toinen', state: 'handled' });
    changeRecord(project, risk, { notes: 'Myöhempi' });
    undo(project, step ?? 0);
    expect(getRecord(project, risk)).toMatchObject({
      title: 'Avainhenkilö lähtee',
      state: 'open',
      notes: 'Myöhempi',
    });
  });

  test('Names the later step that changed the same field, not the last one, and changes nothing', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const { step } = changeRecord(project, risk, { title: 'Toinen' });
    const later = changeRecord(project, risk, { title: 'Kolmas' });
    changeRecord(project, risk, { notes: 'Muuta' });
    const before = everything(project.store);
    const error = refusal(() => undo(project, step ?? 0));
    expect(error).toMatchObject({
      code: 'undo-blocked',
      parameters: { step, code: 'R-1', field: 'title', later: later.step },
    });
    expect(everything(project.store)).toEqual(before);
    undo(project, later.step ?? 0);
    undo(project, step ?? 0);
    expect(getRecord(project, risk)['title']).toBe('Avainhenkilö lähtee');
    expect(refusal(() => undo(project, step ?? 0))).toMatchObject({ code: 'step-reversed' });
  });

  test.each([
    ['was changed', (project: TestProject, id: number) => changeRecord(project, id, { title: 'Toinen' })],
    ['was removed', (project: TestProject, id: number) => removeRecords(project, [id], true)],
    ['got a part', (project: TestProject, id: number) => changeRecord(project, id, { probability: 1 })],
    [
      'was named',
      (project: TestProject, id: number) => addRecord(project, 'action', { title: 'Toimi', source: id }),
    ],
  ])('Adding is not taken back under a record that %s since', (_, change) => {
    const project = makeProject();
    const added = addRecord(project, 'risk', { title: 'Uusi' });
    const later = change(project, added.result);
    addRecord(project, 'risk', { title: 'Aivan muu' });
    const before = everything(project.store);
    expect(refusal(() => undo(project, added.step ?? 0))).toMatchObject({
      code: 'undo-blocked',
      parameters: { step: added.step, code: 'R-1', later: later.step },
    });
    expect(everything(project.store)).toEqual(before);
  });

  test('Removing is not taken back when the record was restored since', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const removed = removeRecords(project, [risk], true);
    const restored = restoreRecords(project, [risk]);
    expect(refusal(() => undo(project, removed.step ?? 0))).toMatchObject({
      code: 'undo-blocked',
      parameters: { later: restored.step },
    });
  });

  test('Records that one step made to name each other leave together', () => {
    const project = makeProject();
    const { anna, olli, club } = fillProject(project);
    const before = stateOf(project);
    write(project, { kind: 'user', label: { verb: 'add' } }, (unit) => {
      const one = unit.add('membership', { group: club, person: anna });
      const other = unit.add('membership', { group: club, person: olli, deputyOf: one });
      unit.change(one, { successor: other });
      unit.change(anna, { phone: '040 123 4567' });
    });
    const after = stateOf(project);
    undo(project);
    expect(stateOf(project)).toEqual(before);
    redo(project);
    expect(stateOf(project)).toEqual(after);
  });

  test('A step that changed a record and removed it is taken back whole', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const before = stateOf(project);
    write(project, { kind: 'user', label: { verb: 'remove' } }, (unit) => {
      unit.change(risk, { state: 'closed', closingReason: 'Ei enää' });
      unit.remove(risk, true);
    });
    const after = stateOf(project);
    undo(project);
    expect(stateOf(project)).toEqual(before);
    redo(project);
    expect(stateOf(project)).toEqual(after);
  });

  test('A reference to what lies in the trash by now comes back as it was', () => {
    const project = makeProject();
    const { risk, action } = fillProject(project);
    removeRecords(project, [risk], true);
    const before = stateOf(project);
    changeRecord(project, action, { source: null });
    undo(project);
    expect(stateOf(project)).toEqual(before);
  });

  test('There is no such step, or it is none to undo', () => {
    const project = makeProject();
    expect(refusal(() => undo(project, 99)).code).toBe('no-such-step');
  });
});

describe('Trash', () => {
  test('Parts go with their parent and come back with it, but not those that went before', () => {
    const project = makeProject();
    const { session, first, second } = fillProject(project);
    removeRecords(project, [first]);
    const before = stateOf(project);
    removeRecords(project, [session]);
    expect(idsOf(project.store, 'attendance')).toEqual([]);
    expect(refusal(() => restoreRecords(project, [second])).code).toBe('record-removed');
    restoreRecords(project, [session]);
    expect(stateOf(project)).toEqual(before);
    expect(idsOf(project.store, 'attendance')).toEqual([second]);
  });

  test('What others name is listed first, and goes only when that is meant', () => {
    const project = makeProject();
    const { anna, risk } = fillProject(project);
    const before = everything(project.store);
    const error = refusal(() => removeRecords(project, [anna]));
    expect(error).toMatchObject({ code: 'referred', parameters: { code: 'H-1' } });
    expect((error.parameters as unknown as { codes: string[] }).codes).toContain('R-1');
    expect(everything(project.store)).toEqual(before);
    removeRecords(project, [anna], true);
    expect(getRecord(project, risk)['owner']).toBe(anna);
  });

  test('Those that name each other go together, in whatever order they were marked', () => {
    const project = makeProject();
    const { risk, action, club, session } = fillProject(project);
    removeRecords(project, [risk, action]);
    removeRecords(project, [session, club]);
    expect(['risk', 'action', 'group', 'session'].flatMap((name) => idsOf(project.store, name))).toEqual([]);
    undo(project);
    removeRecords(project, [club, session]);
    expect(idsOf(project.store, 'group')).toEqual([]);
  });

  test('A record in the trash is neither changed nor named', () => {
    const project = makeProject();
    const { risk, action } = fillProject(project);
    removeRecords(project, [risk], true);
    expect(refusal(() => changeRecord(project, risk, { title: 'Ei' })).code).toBe('record-removed');
    changeRecord(project, action, { source: null });
    expect(refusal(() => changeRecord(project, action, { source: risk })).code).toBe('record-removed');
  });
});
