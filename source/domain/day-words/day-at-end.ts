/** Days at the end of a line of plain words, and words of it that were meant for one and are none. */
import type { Label } from '../../language/language.ts';
import type { Day } from '../days/day.ts';
import { explainDayProblem } from './outcome.ts';
import { parseDay } from './parse-day.ts';
import { parseClock } from './parse-local-time.ts';
import type { DayProblem } from './outcome.ts';

const longestDay = 3;
const longestHour = 2;

/**
 * How many of the last words say the hour of a day before them, `klo 9.30`: where a day alone is kept, they stay words.
 * An hour that no day has (`klo 24.00`) is meant for one all the same.
 */
export function hourAtEnd(words: readonly string[]): number {
  for (let count = Math.min(longestHour, words.length); count > 0; count -= 1) {
    const parsed = parseClock(words.slice(-count).join(' '));
    if (parsed.ok || parsed.reason.code === 'noSuchTime') return count;
  }
  return 0;
}

export interface WordsAndDay {
  /** What is left without the day. */
  readonly words: readonly string[];
  readonly day: Day | null;
}

/** The last words, where they clearly are a day; an hour after it stays. At least one word is left. */
export function dayAtEnd(words: readonly string[], today: Day): WordsAndDay {
  for (const hour of new Set([0, hourAtEnd(words)])) {
    const before = words.slice(0, words.length - hour);
    for (let count = Math.min(longestDay, before.length - 1); count > 0; count -= 1) {
      const parsed = parseDay(before.slice(-count).join(' '), { today });
      if (!parsed.ok) continue;
      return { words: [...before.slice(0, -count), ...words.slice(words.length - hour)], day: parsed.value };
    }
  }
  return { words, day: null };
}

/** Words that were meant for a day or an hour, and why they are none. */
export interface NoDay {
  readonly text: string;
  readonly reason: Label;
}

/** Only what has the form of a day: “1.13” is a version, or anything. */
const dayForm = /^(?:\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?|\d{4}-\d\d-\d\d|(?:vko|vk|week|w) \d{1,2})$/i;
const hourForm = /^(?:klo|kello|at) \d{1,2}(?:[.:]\d\d)?$/i;
const telling: ReadonlySet<DayProblem['code']> = new Set(['noSuchDay', 'noSuchWeek', 'noSuchTime']);

/** The first words of a line that no calendar or clock has: `31.2.`, `vko 60`, `klo 24.00`; null where all are as they should. */
export function noSuchDay(words: readonly string[], today: Day): NoDay | null {
  const bare = words.map((word) => word.replaceAll(/^[("”]+|[,;:!?)"”]+$/g, ''));
  for (const [at, word] of bare.entries()) {
    for (const text of [word, `${word} ${bare[at + 1] ?? ''}`]) {
      const parsed = dayForm.test(text)
        ? parseDay(text, { today })
        : hourForm.test(text)
          ? parseClock(text)
          : null;
      if (parsed?.ok === false && telling.has(parsed.reason.code))
        return { text, reason: explainDayProblem(parsed.reason) };
    }
  }
  return null;
}
