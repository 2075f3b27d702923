import { differenceInDays } from '../../domain/days/day.ts';
import { isInSpan, lastTime } from './scope.ts';
import type { Day } from '../../domain/days/day.ts';
import type { ActivityRow, StatusSnapshot, TitledRow } from '../snapshot.ts';
import type { Scope } from './scope.ts';

export interface Late {
  readonly code: string;
  readonly title: string;
  readonly days: number;
}

/** A work package or objective, or the activities that belong to none. */
export interface ActivityGroup {
  readonly owner: TitledRow | null;
  readonly activities: readonly ActivityRow[];
  readonly total: number;
  readonly done: number;
}

export interface PlanProgress {
  /** Without the dropped ones. */
  readonly total: number;
  readonly done: number;
  readonly doneBefore: number | null;
  /** Those that have a day by which they are to be done. */
  readonly dated: number;
  /** Past their day and not done, the latest first. */
  readonly late: readonly Late[];
  readonly finished: readonly ActivityRow[];
  readonly begun: readonly ActivityRow[];
  /** Something new is written of them, or they were finished or begun; the finished ones first. */
  readonly told: readonly ActivityRow[];
  readonly dropped: readonly ActivityRow[];
  readonly rescheduled: readonly ActivityRow[];
  readonly packages: readonly ActivityGroup[];
  readonly objectives: readonly ActivityGroup[];
}

const isOpen = (activity: ActivityRow): boolean => activity.state !== 'done' && activity.state !== 'dropped';

/** Done by the end of a day: by its own day, or where it has none, by what the journal knew then. */
const wasDone = (activity: ActivityRow, day: Day): boolean =>
  activity.state === 'done' &&
  (activity.doneOn === null ? activity.earlierState === 'done' : activity.doneOn <= day);

export function planProgress(snapshot: StatusSnapshot, scope: Scope): PlanProgress {
  const { activities } = snapshot;
  const before = lastTime(scope);
  const finished = activities.filter((activity) => isFinishedInSpan(activity, scope));
  const begun = activities.filter(
    (activity) => activity.state === 'underWay' && activity.earlierState === 'notStarted',
  );
  const kept = activities.filter((activity) => activity.state !== 'dropped');
  return {
    total: kept.length,
    done: kept.filter((activity) => activity.state === 'done').length,
    doneBefore: before === null ? null : kept.filter((activity) => wasDone(activity, before)).length,
    dated: kept.filter((activity) => activity.due !== null).length,
    late: lateActivities(activities, scope.to),
    finished,
    begun,
    told: [
      ...finished,
      ...activities.filter(
        (activity) => !finished.includes(activity) && (begun.includes(activity) || isNewlyTold(activity)),
      ),
    ],
    dropped: activities.filter(
      (activity) => activity.state === 'dropped' && activity.earlierState !== 'dropped',
    ),
    rescheduled: activities.filter(
      (activity) => activity.earlierDue !== null && activity.due !== activity.earlierDue,
    ),
    packages: grouped(snapshot.packages, activities, (activity) => activity.package),
    objectives: grouped(snapshot.objectives, activities, (activity) => activity.objective),
  };
}

function isFinishedInSpan(activity: ActivityRow, scope: Scope): boolean {
  if (activity.state !== 'done') return false;
  if (activity.doneOn !== null) return isInSpan(scope, activity.doneOn);
  return activity.earlierState !== 'done';
}

/** Where the journal did not know the activity yet, its words are no news of this span. */
function isNewlyTold(activity: ActivityRow): boolean {
  return (
    activity.account !== null &&
    activity.earlierState !== null &&
    activity.account !== activity.earlierAccount
  );
}

function lateActivities(activities: readonly ActivityRow[], today: Day): Late[] {
  return activities
    .flatMap((activity) =>
      isOpen(activity) && activity.due !== null && activity.due < today
        ? [{ code: activity.code, title: activity.title, days: differenceInDays(today, activity.due) }]
        : [],
    )
    .toSorted((one, other) => other.days - one.days);
}

function grouped(
  owners: readonly TitledRow[],
  activities: readonly ActivityRow[],
  ownerOf: (activity: ActivityRow) => number | null,
): ActivityGroup[] {
  const known = new Set(owners.map((owner) => owner.id));
  const groups = [...owners, null].map((owner) => {
    const own = activities.filter((activity) => {
      const id = ownerOf(activity);
      return owner === null ? id === null || !known.has(id) : id === owner.id;
    });
    const kept = own.filter((activity) => activity.state !== 'dropped');
    return {
      owner,
      activities: own,
      total: kept.length,
      done: kept.filter((activity) => activity.state === 'done').length,
    };
  });
  return groups.filter((group) => group.owner !== null || group.activities.length > 0);
}
