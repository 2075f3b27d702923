import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFile } from '../../source/screens/console/watch-file.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { makeProject, nextDay, openTestProject } from '../support/project.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('A console hears of another window’s change, and of the day that begins while it is left or its computer sleeps', () => {
  const project = makeProject();
  let heard = 0;
  const stop = watchFile(project, () => void (heard += 1));
  vi.advanceTimersByTime(5000);
  expect(heard).toBe(0);
  addRecord(openTestProject(project.store.path), 'unit', { name: 'Toisesta ikkunasta' });
  vi.advanceTimersByTime(5000);
  expect(heard).toBe(1);
  nextDay(project);
  vi.advanceTimersByTime(5000);
  expect(heard).toBe(2);
  stop();
  nextDay(project);
  vi.advanceTimersByTime(5000);
  expect(heard).toBe(2);
});
