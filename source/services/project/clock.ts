import { createHash } from 'node:crypto';
import { systemClock, systemRandomness } from './project.ts';
import type { Clock, Randomness } from './project.ts';

/** A clock that stands at the given moment (a day, a local time read as UTC, or an instant), else the machine's. */
export function clockFrom(text: string | null | undefined): Clock {
  if (text === null || text === undefined || text === '') return systemClock;
  // `~2023-03-22T06:59:58Z` runs on from there: for what happens while the console is open.
  if (text.startsWith('~')) {
    const ahead = new Date(text.slice(1)).getTime() - Date.now();
    return Number.isNaN(ahead) ? systemClock : { now: () => new Date(Date.now() + ahead).toISOString() };
  }
  const moment = new Date(
    text.length === 10 ? `${text}T06:00:00Z` : /Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`,
  );
  if (Number.isNaN(moment.getTime())) return systemClock;
  const now = moment.toISOString();
  return { now: () => now };
}

/** Chance that is the same for the same seed, so that a journey's file is the same each time; else the system's. */
export function randomnessFrom(seed: string | undefined): Randomness {
  if (seed === undefined || seed === '') return systemRandomness;
  let count = 0;
  return {
    bytes: (length) => {
      count += 1;
      return createHash('sha256').update(`${seed} ${count}`).digest().subarray(0, length);
    },
  };
}
