/** One of the writers of `together.ts`, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { isUserError } from '../../source/errors.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { changeRecord } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { numbers } from '../support/random-changes.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { Report } from './together.ts';

const { path, kind, index, changes } = workerData as {
  path: string;
  kind: 'console' | 'command';
  index: number;
  changes: number;
};

const steps: number[] = [];
const errors: string[] = [];
const counted = { own: 0, shared: 0, conflicts: 0 };
let project: Project | null = kind === 'console' ? openProject(path, {}) : null;

const idOf = ({ store }: Project, code: string): number =>
  Number(store.sql('SELECT id FROM record WHERE code = ?').get(code)?.['id']);

const pause = new Int32Array(new SharedArrayBuffer(4));
const next = numbers(index);

/**
 * Counts a field of a record up by one from what it was when it was read; where another was first, once more. The count is
 * signed: two that write the very same are of one mind, and that is no conflict.
 */
function countUp(on: Project, code: string, field: string): void {
  const id = idOf(on, code);
  for (;;) {
    const record = getRecord(on, id);
    const count = Number.parseInt(String(record[field] ?? 0), 10) + 1;
    // A person looks at the record before they change it; the others do not wait for that.
    Atomics.wait(pause, 0, 0, next(3));
    try {
      const { step } = changeRecord(on, id, { [field]: `${count} by ${index}` }, record.version);
      if (step !== null) steps.push(step);
      return;
    } catch (error) {
      if (!isUserError(error) || error.code !== 'conflict') throw error;
      counted.conflicts += 1;
    }
  }
}

for (let nth = 1; nth <= changes; nth += 1) {
  const shared = nth % 4 === 0;
  try {
    const on = project ?? openProject(path, {});
    try {
      countUp(on, shared ? 'R-1' : `R-${index + 2}`, shared ? 'closingReason' : 'notes');
      if (shared) counted.shared += 1;
      else counted.own += 1;
    } finally {
      if (project === null) closeStore(on.store);
    }
  } catch (error) {
    errors.push(String(error));
  }
}
if (project !== null) closeStore(project.store);
project = null;
const report: Report = { steps, errors, ...counted };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
parentPort?.postMessage(report);
