import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { openProject } from '../../source/services/project/project-file.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject } from '../support/project.ts';
import { aftermath } from './writers.ts';
import type { Tally } from './tally.ts';

/** What a writer says when it is done. */
export interface Report {
  readonly steps: readonly number[];
  /** What it counted up to in the field that it shares with the others, and in its own. */
  readonly own: number;
  readonly shared: number;
  readonly conflicts: number;
  readonly errors: readonly string[];
}

/**
 * Three connections write to one file at once: two as a console does (from the version it last saw, asking again where another was
 * first) and one as a command line does (opening the file anew each time). Each change counts a number up by one: what is missing
 * at the end was lost.
 */
export async function together(changes: number): Promise<Tally> {
  const project = makeProject('together', false);
  const { path } = project.store;
  // The first is everybody's, the others each writer's own.
  for (const title of ['Yhteinen', 'Ensimmäinen', 'Toinen', 'Kolmas']) addRecord(project, 'risk', { title });
  closeStore(project.store);
  const writers = ['console', 'console', 'command'].map(
    (kind, index) =>
      new Worker(new URL('writer.ts', import.meta.url), { workerData: { path, kind, index, changes } }),
  );
  const reports = await Promise.all(
    writers.map(async (writer) => {
      const [report] = (await once(writer, 'message')) as [Report];
      return report;
    }),
  );
  const steps = reports.flatMap((report) => report.steps);
  const { lost, problems } = aftermath(path, steps, true);
  const counted = countedIn(path);
  const shared = reports.reduce((sum, report) => sum + report.shared, 0);
  const own = reports.reduce((sum, report) => sum + report.own, 0);
  const conflicts = reports.reduce((sum, report) => sum + report.conflicts, 0);
  const errors = reports.flatMap((report) => report.errors);
  const missing = Math.abs(shared - counted.shared) + Math.abs(own - counted.own);
  return {
    fault: `3 writers × ${changes} (${conflicts} times another was first)`,
    times: changes * reports.length,
    acknowledged: steps.length,
    lost: lost + missing + (new Set(steps).size === steps.length ? 0 : 1),
    unreadable: problems.length,
    uncaught: errors.length,
    problems: [...problems, ...errors],
  };
}

function countedIn(path: string): { shared: number; own: number } {
  const { store } = openProject(path, {});
  const rows = store.sql('SELECT closingReason, notes FROM risk ORDER BY id').all();
  closeStore(store);
  const count = (text: unknown): number => Number.parseInt(String(text ?? 0), 10);
  return {
    shared: count(rows[0]?.['closingReason']),
    own: rows.reduce((sum, row) => sum + count(row['notes']), 0),
  };
}
