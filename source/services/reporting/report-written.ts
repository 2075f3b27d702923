/** What the planner has written for the coming report, as drawing it reads it. */
import { openAsOf } from '../../store/as-of/as-of.ts';
import { closeStore } from '../../store/file/open.ts';
import * as queries from '../../store/queries/report-drafts.ts';
import { draftOf, lastWritten } from './report-drafts.ts';
import type { Day } from '../../domain/days/day.ts';
import type { WrittenLine, WrittenRow } from '../../reports/snapshot.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';

interface Written {
  /** The draft, by its id. */
  readonly report: number;
  readonly written: WrittenRow;
  /** The last step that wrote in it. */
  readonly seq: number;
}

/** Later than every day that a file can hold. */
const endOfTime: Day = '9999-12-31';

/**
 * The draft of the status report up to a day, as it stood after a step: texts are often written after the last day that
 * they tell of, so the day does not bound them. None for days that an earlier meeting has been told of.
 */
export function writtenFor(project: Project, to: Day, atSeq: number | undefined): Written | null {
  const { store } = project;
  const newest = Number(store.sql('SELECT coalesce(max(seq), 0) AS seq FROM step').get()?.['seq']);
  if (atSeq === undefined || (project.asOf === null && atSeq >= newest)) return readWritten(store, to);
  const view = openAsOf(store.path, project.asOf ?? endOfTime, atSeq);
  try {
    return readWritten(view, to);
  } finally {
    closeStore(view);
  }
}

function readWritten(store: Store, to: Day): Written | null {
  const report = draftOf(store, 'status');
  if (report === null || store.sql(queries.metSince).get({ day: to }) !== undefined) return null;
  const row = store
    .sql<Omit<WrittenRow, 'parts' | 'lines'> & { parts: string }>(queries.written)
    .get({ report });
  if (row === undefined) return null;
  const lines = store.sql<WrittenLine>(queries.lines).all({ report });
  const parts = JSON.parse(row.parts) as readonly string[];
  return { report, written: { ...row, parts, lines }, seq: lastWritten(store, report) };
}
