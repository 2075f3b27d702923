import type { Day } from './day.ts';

/** A time that something holds, both days included; null is open at that end. */
export interface Term {
  readonly starts: Day | null;
  readonly ends: Day | null;
}

/** Does it hold on the day? */
export function isOn({ starts, ends }: Term, day: Day): boolean {
  return (starts === null || starts <= day) && (ends === null || ends >= day);
}

/** Is there a day on which both hold? */
export function overlap(one: Term, other: Term): boolean {
  const before = (left: Day | null, right: Day | null): boolean =>
    left === null || right === null || left <= right;
  return before(one.starts, other.ends) && before(other.starts, one.ends);
}
