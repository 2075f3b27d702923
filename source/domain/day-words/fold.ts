import type { Weekday } from '../day.ts';
import { calendarNames } from '../calendar-names.ts';

/** Longer than anything that a day is written as; what is longer is not looked at. */
const longestText = 80;

/**
 * One spelling for matching: lower case, ä ö å as a o a (so that they may be typed or not), every dash as `-`, every
 * run of spaces as one. Null where there is more than a day's worth of text.
 */
export function fold(text: string): string | null {
  if (text.length > longestText) return null;
  return foldWord(text)
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function foldWord(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .toLowerCase();
}

/** Inflections in which a name is met, `ma` → `ma`, `maanantaina`; a name is taken in its nominative and these. */
const finnishWeekdayEndings = ['', 'na', 'sta', 'hin', 'ksi'];
const finnishMonthEndings = ['', 'ta', 'n', 'ssa', 'sta', 'hun'];

const weekdays = new Map<string, Weekday>();
for (const [index, name] of calendarNames.fi.weekdays.entries()) {
  for (const ending of finnishWeekdayEndings) weekdays.set(foldWord(name + ending), weekdayAt(index));
}
for (const { shortWeekdays } of [calendarNames.fi, calendarNames.en]) {
  for (const [index, name] of shortWeekdays.entries()) weekdays.set(foldWord(name), weekdayAt(index));
}
for (const [index, name] of calendarNames.en.weekdays.entries())
  weekdays.set(foldWord(name), weekdayAt(index));
weekdays.set('keskiviikkona', 3).set('tues', 2).set('thur', 4).set('thurs', 4);

function weekdayAt(index: number): Weekday {
  return (index + 1) as Weekday;
}

const months = new Map<string, number>();
for (const [index, name] of calendarNames.fi.months.entries()) {
  for (const ending of finnishMonthEndings) months.set(foldWord(name + ending), index + 1);
}
for (const names of [calendarNames.fi.shortMonths, calendarNames.en.months, calendarNames.en.shortMonths]) {
  for (const [index, name] of names.entries()) months.set(foldWord(name), index + 1);
}
months.set('sept', 9);

/** `ke`, `keskiviikko`, `keskiviikkona`, `wed`, `wed.`, `wednesday`; of folded text. */
export function weekdayCalled(word: string): Weekday | null {
  return weekdays.get(word.replace(/[.,]$/u, '')) ?? null;
}

/** 1–12: `maaliskuu`, `maaliskuuta`, `maalis`, `mar`, `march`; of folded text. */
export function monthCalled(word: string): number | null {
  return months.get(word.replace(/[.,]$/u, '')) ?? null;
}

/** What a unit's word counts in. */
export type CountedIn = 'days' | 'weeks' | 'months' | 'years';

const units: Readonly<Record<CountedIn, readonly string[]>> = {
  days: ['p', 'pv', 'paiva', 'paivaa', 'paivan', 'd', 'day', 'days'],
  weeks: ['vk', 'vko', 'vkoa', 'viikko', 'viikkoa', 'viikon', 'w', 'wk', 'week', 'weeks'],
  months: ['kk', 'kuukausi', 'kuukautta', 'kuukauden', 'm', 'mo', 'month', 'months'],
  years: ['v', 'vuosi', 'vuotta', 'vuoden', 'y', 'yr', 'year', 'years'],
};

/** Of folded text. */
export function unitCalled(word: string): CountedIn | null {
  const found = Object.entries(units).find(([, words]) => words.includes(word));
  return found === undefined ? null : (found[0] as CountedIn);
}

/** Two figures of a year: 70–99 are of the last century. */
export function fullYear(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
