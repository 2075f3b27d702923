import type { Day } from './days/day.ts';

/** A copy as its age is judged: the day on which it was made, and whether it was made without being asked for. */
export interface DatedCopy {
  readonly day: Day;
  readonly automatic: boolean;
}

/** Days used whose copies are all kept, and how many of one day. */
const daysKept = 10;
const keptOfDay = 6;

/**
 * Copies that have had their time, of a list from the newest to the oldest: those of the last ten days on which the file
 * was used stay (of one day the first and the last few), and the first of each month. The newest stays whatever
 * it is, and so does each that somebody asked for.
 */
export function superfluous<Copy extends DatedCopy>(copies: readonly Copy[]): Copy[] {
  const automatic = copies.filter((copy) => copy.automatic);
  const days = [...new Set(automatic.map(({ day }) => day))];
  const recent = new Set(days.slice(0, daysKept));
  const firstOfMonth = new Map(automatic.map((copy) => [copy.day.slice(0, 7), copy]));
  return automatic.filter((copy) => {
    if (copy === copies[0] || firstOfMonth.get(copy.day.slice(0, 7)) === copy) return false;
    if (!recent.has(copy.day)) return true;
    const ofDay = automatic.filter(({ day }) => day === copy.day);
    return ofDay.indexOf(copy) >= keptOfDay - 1 && ofDay.at(-1) !== copy;
  });
}
