import { differenceInDays, weekday, yearOf } from '../days/day.ts';
import { yearsAround } from '../days/day-asked.ts';
import { fold, weekdayCalled } from './fold.ts';
import { mondayFromWeek, parseFoldedDay, relativeStep } from './parse-day.ts';
import type { Day } from '../days/day.ts';
import type { DayAsked } from '../days/day-asked.ts';

/** `ke 22. maaliskuuta 2022` */
const longestPhrase = 4;
/** Nobody types more, and a page that was pasted is not gone through. */
const mostWords = 12;
/** `ke`, `pe`, `mon`, `tues` begin other words: alone they are no days. */
const shortestWeekday = 5;

/** A day in words among a few others, `ke 22.3.`, `3 Apr`, `huomenna`; null where there is none. A week is no day. */
export function dayInWords(text: string, today: Day): DayAsked | null {
  const words = text.trim().split(/\s+/).slice(0, mostWords);
  for (let count = Math.min(longestPhrase, words.length); count > 0; count -= 1) {
    for (let at = 0; at + count <= words.length; at += 1) {
      const days = daysCalled(words.slice(at, at + count).join(' '), today);
      if (days.length > 0)
        return { days, rest: [...words.slice(0, at), ...words.slice(at + count)].join(' ') };
    }
  }
  return null;
}

function daysCalled(phrase: string, today: Day): Day[] {
  const folded = fold(phrase) ?? '';
  const [first = '', ...others] = folded.split(' ');
  const said = weekdayCalled(first);
  if (said !== null && others.length > 0) {
    const dated = daysOf(others.join(' '), today);
    const right = dated.filter((day) => weekday(day) === said);
    return right.length > 0 ? right : dated;
  }
  if (said !== null && first.length < shortestWeekday) return [];
  // What is in figures alone is read otherwise.
  return /[a-z]/.test(folded) ? daysOf(folded, today) : [];
}

/** Without its year the day is one of several years, the nearest to today first, as in figures. */
function daysOf(folded: string, today: Day): Day[] {
  if (mondayFromWeek(folded, { today }) !== null || isWeek(folded)) return [];
  const now = yearOf(today);
  const inYears = Array.from(
    { length: yearsAround * 2 + 1 },
    (_, place) => now - yearsAround + place,
  ).flatMap((year) => dayOf(`${folded} ${year}`, today));
  if (inYears.length === 0) return dayOf(folded, today);
  const distance = (one: Day): number => Math.abs(differenceInDays(one, today));
  return inYears.toSorted((one, other) => distance(one) - distance(other));
}

function dayOf(folded: string, today: Day): Day[] {
  const parsed = parseFoldedDay(folded, { today });
  return parsed.ok ? [parsed.value] : [];
}

/** `ensi viikko`, `next week` */
function isWeek(folded: string): boolean {
  const [first = '', second = ''] = folded.split(' ');
  return relativeStep(first) !== null && weekdayCalled(second) === null;
}
