import { countLate, nextSteering } from '../../store/queries/today.ts';
import { todayOf } from './project.ts';
import { titleOf } from '../reading/today.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Project } from './project.ts';

/** What the head of the console says of the project. */
export interface Overview {
  readonly title: string;
  readonly today: Day;
  /** The day is an earlier one, and the project is shown as it stood then. */
  readonly isEarlier: boolean;
  readonly late: number;
  /** Day of the steering group's next meeting. */
  readonly steering: Day | null;
}

export function overviewOf(project: Project): Overview {
  const { store } = project;
  const today = todayOf(project);
  return {
    title: titleOf(project),
    today,
    isEarlier: project.asOf !== null,
    late: countLate(store, today),
    steering: nextSteering(store, today)?.slice(0, 10) ?? null,
  };
}

/** Changes whenever another connection has written the file; this one's own writes leave it as it is. */
export function fileVersion(project: Project): number {
  return Number(project.store.database.pragma('data_version', { simple: true }));
}
