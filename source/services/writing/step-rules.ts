/**
 * What a step brings with it, and what it may not do, each in its order. `write` goes through these lists and knows none of
 * their members: a new rule is written in the room that it is about and named here. What must hold of one record alone
 * stands in record-rules.ts.
 */
import { layingOut } from '../layout/laying-out.ts';
import { sessionLock } from '../meetings/session-lock.ts';
import { takingTopics } from '../meetings/taking-topics.ts';
import { namingSupervisors } from '../recruitment/naming-supervisors.ts';
import { reportLock } from '../reporting/report-lock.ts';
import { comingBack } from './comes-back.ts';
import type { Changed } from './changed.ts';
import type { Follower, Guard, MadeStep, StepSoFar } from './step-rule.ts';

/** Each hears also what those before it have touched. */
const followers: readonly Follower[] = [
  // Before anything is laid out: a topic is taken up by a session that somebody gave it to.
  takingTopics,
  namingSupervisors,
  // Last, so that it lays out by all that the step has come to.
  layingOut,
];

/** The first that refuses is the one that is told. */
const guards: readonly Guard[] = [comingBack, sessionLock, reportLock];

const heardOf = <One extends Pick<Changed, 'definition'>>(
  { hears }: Follower | Guard,
  all: readonly One[],
): readonly One[] => all.filter(({ definition }) => hears.includes(definition.name));

/** Part of a step by a user or an import, after all that was asked for. */
export function followUp({ unit, isDated, ...step }: Omit<StepSoFar, 'heard'>): void {
  for (const follower of followers) {
    if (isDated && !follower.inDated) continue;
    const heard = heardOf(follower, unit.touched);
    if (heard.length > 0) follower.follow({ ...step, unit, heard, isDated });
  }
}

/** Asked of every step, also of one that takes another back; only what is erased for good is held to nothing. @throws UserError */
export function holdStep(changed: readonly Changed[], step: Omit<MadeStep, 'heard'>): void {
  for (const guard of guards) {
    const heard = heardOf(guard, changed);
    if (heard.length > 0) guard.refuse({ ...step, heard });
  }
}
