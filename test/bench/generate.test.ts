import { expect, test } from 'vitest';
import { closeProject, openProject } from '../../source/services/project/project-file.ts';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { newPath } from '../support/project.ts';
import { makeProject } from './generate.ts';

test('a generated project is sound, and about as large as was asked', () => {
  const file = newPath('bench');
  const entries = makeProject(file, { records: 300, changes: 900, inStep: 1 });
  expect(entries.length).toBeGreaterThan(250);
  const project = openProject(file);
  expect(examineProject(project, false).findings.filter(({ count }) => count > 0)).toEqual([]);
  closeProject(project);
});
