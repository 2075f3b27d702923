/** The report that is being written: what the planner says in it, until it is handed over. */
import * as queries from '../../store/queries/report-drafts.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Store } from '../../store/file/open.ts';

const idOf = (row: Record<string, unknown> | undefined): number | null =>
  typeof row?.['id'] === 'number' ? row['id'] : null;

/** The draft of a kind, the newest where there are several; null where there is none. */
export function draftOf(store: Store, kind: string, session: number | null = null): number | null {
  return idOf(store.sql(queries.draft).get({ kind, session }));
}

/** The last step that wrote in the report. */
export function lastWritten(store: Store, report: number): number {
  return Number(store.sql(queries.lastWritten).get({ report })?.['seq'] ?? 0);
}

/** The steering group's session on the day or the first after it. */
export function comingSteering(store: Store, day: Day): number | null {
  return idOf(store.sql(queries.comingSteering).get({ day }));
}
