import { addDays } from '../domain/day.ts';
import { countLate, dueRows, nextSteering } from '../store/today.ts';
import { todayOf } from './project.ts';
import type { Day } from '../domain/day.ts';
import type { DueRow } from '../store/today.ts';
import type { Project } from './project.ts';

export type { DueRow } from '../store/today.ts';

/** How far ahead Today looks. */
export const daysAhead = 30;

/** What the head of the console says of the project. */
export interface Overview {
  readonly title: string;
  readonly today: Day;
  readonly late: number;
  /** Day of the steering group's next meeting. */
  readonly steering: Day | null;
}

export function overviewOf(project: Project): Overview {
  const { store } = project;
  const today = todayOf(project);
  const row = store
    .sql('SELECT coalesce(shortName, title) AS title FROM project WHERE removedStep IS NULL LIMIT 1')
    .get();
  return {
    title: String(row?.['title'] ?? ''),
    today,
    late: countLate(store, today),
    steering: nextSteering(store, today)?.slice(0, 10) ?? null,
  };
}

/** What Today shows, oldest first; no more rows than asked for. */
export function dueNow(project: Project, limit: number): DueRow[] {
  const today = todayOf(project);
  return dueRows(project.store, today, addDays(today, daysAhead), limit);
}
