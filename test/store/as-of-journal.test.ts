import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registerOf, registers } from '../../source/registers/index.ts';
import { openProjectAsOf } from '../../source/services/project/project-file.ts';
import { fieldContext } from '../../source/services/reading/lookup.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { anonymise } from '../../source/services/safety/anonymise.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { openAsOf } from '../../source/store/as-of/as-of.ts';
import { columnsOf, decode } from '../../source/store/records/columns.ts';
import { valuesOf } from '../../source/store/journal/images.ts';
import { changesOfRecord } from '../../source/store/journal/journal.ts';
import { listRecords } from '../../source/store/records/list.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { fillProject, firstDay, makeProject, nextDay } from '../support/project.ts';
import { perform, randomChanges } from '../support/random-changes.ts';
import { runs } from '../support/runs.ts';
import type { Day } from '../../source/domain/days/day.ts';
import type { Definition } from '../../source/registers/index.ts';
import type { Project } from '../../source/services/project/project.ts';

/** Rows of a register as the journal tells them at the end of a day, change after change: slow, and of no other table. */
function replayed(project: Project, { name, fields, day: ofDay }: Definition, day: Day): unknown[] {
  const { store } = project;
  const steps = store.sql<{ seq: number; day: Day }>('SELECT seq, day FROM step ORDER BY seq').all();
  const later = steps.find((step) => step.day > day)?.seq ?? Infinity;
  const known = new Set(steps.filter((step) => step.seq < later || step.day <= day).map(({ seq }) => seq));
  const uids = store.sql<{ uid: string; id: number }>(
    'SELECT uid, id FROM record WHERE register = ? ORDER BY id',
  );
  return uids.all(name).flatMap(({ uid, id }) => {
    const changes = changesOfRecord(store, uid).filter(({ step }) => known.has(step));
    const last = changes.at(-1);
    if (last === undefined || last.image === null) return [];
    if (ofDay !== undefined && String(last.image[ofDay]) > day) return [];
    const moved = changes.findLast(({ operation }) => operation !== 'change');
    const removedStep = moved?.operation === 'remove' ? moved.step : null;
    const values = valuesOf(store, registerOf(name), last.image);
    return [{ id, version: last.step, removedStep, ...pickedOf(values, Object.keys(fields)) }];
  });
}

const pickedOf = (
  row: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

/** The same of a view's rows. */
function rowsIn({ store }: Project, definition: Definition): unknown[] {
  const { name, fields } = definition;
  return store
    .sql(`SELECT t.*, r.version FROM "${name}" AS t JOIN record AS r ON r.id = t.id ORDER BY t.id`)
    .all()
    .map((row) =>
      pickedOf(decode(definition, row), ['id', 'version', 'removedStep', ...Object.keys(fields)]),
    );
}

/** How many of a view's kept values and headings are another than their expressions give. */
function wrongIn({ store }: Project, definition: Definition): number {
  const kept = columnsOf(definition).stored.map(([name, { sql }]) => `t."${name}" IS NOT (${sql})`);
  const heading = `r.heading IS NOT coalesce(${definition.heading.sql}, '')`;
  const sql = `SELECT count(*) AS count FROM "${definition.name}" AS t JOIN record AS r ON r.id = t.id
    WHERE ${[...kept, heading].join(' OR ')}`;
  return Number(store.sql(sql).get()?.['count']);
}

/** A register's list in a view, by windows of three and then whole, as rows with all that they show. */
function listedIn(project: Project, definition: Definition, inWindows: boolean): unknown[] {
  const context = { ...fieldContext(project, 'fi'), today: project.asOf ?? firstDay };
  const windows: unknown[] = [];
  const next = (): unknown[] =>
    listRecords(project.store, definition, { limit: 3, offset: windows.length }, context);
  if (inWindows) for (let rows = next(); rows.length > 0; rows = next()) windows.push(...rows);
  const whole = listRecords(project.store, definition, {}, context);
  if (inWindows) expect(windows).toEqual(whole);
  return whole;
}

describe('What a view of an earlier day shows', () => {
  test('Is what its journal tells, whatever is asked first, also after somebody was anonymised', () => {
    fc.assert(
      fc.property(randomChanges(40), fc.nat({ max: 1000 }), (changes, pick) => {
        const project = makeProject();
        const { anna } = fillProject(project);
        const days = new Set<Day>([project.clock.today]);
        for (const change of changes) {
          perform(project, change);
          days.add(project.clock.today);
        }
        if (pick % 2 === 0) anonymise(project, anna, { texts: true, names: [], force: true });
        for (const day of [[...days][pick % days.size] ?? firstDay, project.clock.today]) {
          const full = openProjectAsOf(project, day);
          full.store.sql('SELECT count(*) FROM record').get();
          for (const definition of registers) {
            expect([definition.name, rowsIn(full, definition)]).toEqual([
              definition.name,
              replayed(project, definition, day),
            ]);
            expect([definition.name, wrongIn(full, definition)]).toEqual([definition.name, 0]);
          }
          // A register that is asked for alone is filled alone, and few of its rows before they are shown.
          for (const definition of registers.filter((_, index) => (index + pick) % 4 === 0)) {
            const store = openAsOf(project.store.path, day, undefined, pick % 3);
            const view = { ...project, store, asOf: day };
            expect(listedIn(view, definition, true)).toEqual(listedIn(full, definition, false));
            closeStore(view.store);
          }
          closeStore(full.store);
        }
        closeStore(project.store);
      }),
      runs(8, 20220306),
    );
  });

  test('Rows that are opened before they are shown are as those that are opened then', () => {
    const project = makeProject();
    const actions = ['2022-04-01', '2022-04-02', '2022-04-03'].map(
      (due) =>
        addRecord(project, 'action', { title: `Tehtävä ${due}`, notes: 'Vanha', tags: ['a'], due }).result,
    );
    const before = listedIn(project, registerOf('action'), false);
    nextDay(project);
    for (const action of actions)
      changeRecord(project, action, { title: 'Uusi', notes: null, tags: [], due: '2022-05-01' });
    for (const ahead of [0, 2]) {
      const store = openAsOf(project.store.path, firstDay, undefined, ahead);
      expect(listedIn({ ...project, store, asOf: firstDay }, registerOf('action'), true)).toEqual(before);
      closeStore(store);
    }
    closeStore(project.store);
  });

  test('Names a record by one of another register, also where that has changed since', () => {
    const project = makeProject();
    const { session } = fillProject(project);
    const agenda = addRecord(project, 'agenda', { session, title: 'Avaus' }).result;
    const before = getRecord(project, agenda);
    nextDay(project);
    changeRecord(project, session, { topic: 'Toinen' });
    changeRecord(project, agenda, { title: 'Päätös' });
    const view = openProjectAsOf(project, firstDay);
    expect(before.heading).toMatch(/^\S+ · Avaus$/);
    expect(getRecord(view, agenda)).toEqual(before);
    closeStore(view.store);
    closeStore(project.store);
  });
});
