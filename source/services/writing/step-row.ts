/** What the journal says of a step: who made it, when, on which day, and what it was about. */
import { dayOf } from '../../domain/days/day.ts';
import { UserError } from '../../errors.ts';
import { newestSchema } from '../../store/file/migrate.ts';
import { newUid } from '../project/project.ts';
import { replicaOf } from './replica.ts';
import { codesInLabel } from './step-label.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Newest, NewStep } from '../../store/journal/journal.ts';
import type { Project } from '../project/project.ts';
import type { Changed } from './changed.ts';
import type { WriteOptions } from './write.ts';

interface Around {
  readonly codes: readonly string[];
  readonly before: Newest | null;
  /** The project's after the step. */
  readonly timeZone: string;
}

/** What a step came to: all its changes, and of them what its work did itself and what followed. */
interface Came {
  readonly changes: readonly unknown[];
  readonly own: ReadonlySet<string>;
  readonly followed: number;
}

/** A project whose time zone is changed to one further west does not go back to a day that it has had. */
function dayNow(at: string, timeZone: string, before: Newest | null): Day {
  const day = dayOf(at, timeZone);
  return before !== null && before.latestDay > day ? before.latestDay : day;
}

/** `codes` and `count`: of the records that it changes; `before`: the step that it follows. */
export function stepRow(
  project: Project,
  options: WriteOptions,
  { codes, before, timeZone }: Around,
  { changes, own, followed }: Came,
): NewStep {
  const now = project.clock.now();
  const at = before !== null && before.at > now ? before.at : now;
  const { kind, label, reverses = null, day = dayNow(at, timeZone, before) } = options;
  return {
    uid: newUid(project),
    replica: replicaOf(project, before?.replica),
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
export function refuseDay(today: Day, day: Day | undefined, changed: readonly Changed[]): void {
  if (day === undefined) return;
  // What is brought back had been taken away whole: it comes to be as what is added does.
  const isNew = ({ operation }: Changed): boolean => operation === 'add' || operation === 'restore';
  if (day > today || !changed.every(isNew)) throw new UserError('outside-day', { day });
}
