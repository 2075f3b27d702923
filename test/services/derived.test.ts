import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { fillProject, makeProject } from '../support/project.ts';
import { perform, randomChanges } from '../support/random-changes.ts';
import { everything, workedOut, workedOutAnew } from '../support/snapshot.ts';
import { runs } from '../support/runs.ts';

test('What is stored of derived values, headings, due days, links and search text is what follows from the rest, after any changes', () => {
  fc.assert(
    fc.property(randomChanges(60), (changes) => {
      const project = makeProject();
      try {
        fillProject(project);
        for (const change of changes) perform(project, change);
        expect(workedOut(project.store)).toEqual(workedOutAnew(project.store));
      } finally {
        closeStore(project.store);
      }
    }),
    runs(40, 20220301),
  );
});

test('A change that is refused leaves no trace in any table', () => {
  fc.assert(
    fc.property(randomChanges(40), (changes) => {
      const project = makeProject();
      try {
        fillProject(project);
        for (const change of changes) {
          const before = everything(project.store);
          if (!perform(project, change)) expect(everything(project.store)).toEqual(before);
        }
      } finally {
        closeStore(project.store);
      }
    }),
    runs(10, 20220302),
  );
});

test('What goes from one to another is counted there and no longer here', () => {
  const project = makeProject();
  const { club, session, anna } = fillProject(project);
  const add = (register: string, values: Record<string, unknown>): number =>
    addRecord(project, register, values).result;
  const counts = (ids: number[], name: string): unknown[] => ids.map((id) => getRecord(project, id)[name]);

  const other = add('group', { title: 'Verkosto' });
  changeRecord(project, session, { state: 'held' });
  expect(counts([club, other], 'held')).toEqual([1, 0]);
  changeRecord(project, session, { group: other });
  expect(counts([club, other], 'held')).toEqual([0, 1]);

  const objectives = [1, 2].map((nth) => add('objective', { title: `Tavoite ${nth}` }));
  const activity = add('activity', { title: 'Koulutus', objective: objectives[0], state: 'done' });
  changeRecord(project, activity, { objective: objectives[1] });
  expect(counts(objectives, 'done')).toEqual([0, 1]);

  const rounds = [1, 2].map((nth) => add('round', { title: `Kierros ${nth}` }));
  const candidate = add('candidate', { round: rounds[0], person: anna, stage: 'selected' });
  expect(counts(rounds, 'selected')).toEqual([1, 0]);
  changeRecord(project, candidate, { round: rounds[1] });
  expect(counts(rounds, 'selected')).toEqual([0, 1]);
  removeRecords(project, [candidate]);
  expect(counts(rounds, 'interested')).toEqual([0, 0]);
});
