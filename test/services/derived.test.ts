import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeStore } from '../../source/store/open.ts';
import { fillProject, makeProject } from '../support/project.ts';
import { perform, randomChanges, runs } from '../support/random-changes.ts';
import { everything, workedOut, workedOutAnew } from '../support/snapshot.ts';

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
