import { expect, test } from 'vitest';
import { registerOf } from '../../source/registers/index.ts';
import { atOnce } from '../../source/domain/long-work.ts';
import {
  closeProject,
  openProject,
  openProjectAsOf,
  readyForLooking,
} from '../../source/services/project/project-file.ts';
import { listOf, searchFor } from '../../source/services/reading/listing.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { firstDay, makeProject, nextDay } from '../support/project.ts';
import type { Project } from '../../source/services/project/project.ts';

const unit = registerOf('unit');
const names = (view: Project): unknown[] => listOf(view, unit, {}, 'fi').map(({ name }) => name);

test('What another window writes while an earlier day is looked at stays out of it, whatever was read before', () => {
  const project = makeProject();
  const made = ['Aamunkoitto', 'Iltarusko', 'Keskipäivä'].map((name) => addRecord(project, 'unit', { name }));
  const ids = made.map(({ result }) => result);
  nextDay(project);
  const unread = openProjectAsOf(project, firstDay);
  const listed = openProjectAsOf(project, firstDay);
  const whole = openProjectAsOf(project, firstDay);
  expect(names(listed)).toEqual(['Aamunkoitto', 'Iltarusko', 'Keskipäivä']);
  atOnce(readyForLooking(whole));
  const other = { ...openProject(project.store.path, {}), clock: project.clock };
  changeRecord(other, ids[0] ?? 0, { name: 'Zirkoni' });
  removeRecords(other, [ids[1] ?? 0]);
  addRecord(other, 'unit', { name: 'Uusi' });
  for (const view of [unread, listed, whole]) {
    expect(names(view)).toEqual(['Aamunkoitto', 'Iltarusko', 'Keskipäivä']);
    expect(searchFor(view, 'iltarusko', 5).map(({ id }) => id)).toEqual([ids[1]]);
    expect(searchFor(view, 'zirkoni', 5)).toEqual([]);
    closeProject(view);
  }
  expect(names(other)).toEqual(['Keskipäivä', 'Uusi', 'Zirkoni']);
  closeProject(other);
  closeProject(project);
});
