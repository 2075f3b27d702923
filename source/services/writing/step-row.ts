/** What the journal says of a step: who made it, when, on which day, and what it was about. */
import { dayOf } from '../../domain/days/day.ts';
import { UserError } from '../../errors.ts';
import { newestSchema } from '../../store/file/migrate.ts';
import { newestAt, newestDay } from '../../store/journal/journal.ts';
import { newUid, timeZoneOf, todayOf } from '../project/project.ts';
import { replicaOf } from './replica.ts';
import { codesInLabel } from './step-label.ts';
import type { Day } from '../../domain/days/day.ts';
import type { NewStep } from '../../store/journal/journal.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';
import type { Changed } from './changed.ts';
import type { WriteOptions } from './write.ts';

/** A project whose time zone is changed to one further west does not go back to a day that it has had. */
function dayNow(store: Store, at: string): Day {
  const day = dayOf(at, timeZoneOf(store));
  const newest = newestDay(store);
  return newest !== null && newest > day ? newest : day;
}

/** What a step came to: all its changes, and of them what its work did itself and what followed. */
interface Came {
  readonly changes: readonly unknown[];
  readonly own: ReadonlySet<string>;
  readonly followed: number;
}

/** `codes` and `count`: of the records that it changes. */
export function stepRow(
  project: Project,
  options: WriteOptions,
  codes: readonly string[],
  { changes, own, followed }: Came,
): NewStep {
  const { store } = project;
  const now = project.clock.now();
  const newest = newestAt(store);
  const at = newest !== null && newest > now ? newest : now;
  const { kind, label, reverses = null, day = dayNow(store, at) } = options;
  return {
    uid: newUid(project),
    replica: replicaOf(project),
    at,
    day,
    kind,
    reverses,
    schema: newestSchema,
    label: {
      ...label,
      codes: codes.slice(0, codesInLabel),
      count: changes.length,
      ...(followed > 0 ? { own: [...own].slice(0, codesInLabel), followed } : {}),
    },
  };
}

/** A day that a step carries is not ahead, and only records that are new may have come to be earlier. */
export function refuseDay(project: Project, day: Day | undefined, changed: readonly Changed[]): void {
  if (day === undefined) return;
  // What is brought back had been taken away whole: it comes to be as what is added does.
  const isNew = ({ operation }: Changed): boolean => operation === 'add' || operation === 'restore';
  if (day > todayOf(project) || !changed.every(isNew)) throw new UserError('outside-day', { day });
}
