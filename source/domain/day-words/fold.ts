import type { Weekday } from '../days/day.ts';
import { calendarNames } from '../days/calendar-names.ts';

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

/** Inflections in which a name is met besides its short form: `maanantai`, `maanantaina`. */
const finnishWeekdayEndings = ['', 'na', 'sta', 'hin', 'ksi'];
const finnishMonthEndings = ['', 'ta', 'n', 'ssa', 'sta', 'hun'];

/** The tables are made when the first word is looked up, as most starts read no day. */
let weekdays: ReadonlyMap<string, number> | null = null;
let months: ReadonlyMap<string, number> | null = null;

/** Positions from 1 of folded names; of the inflected ones with every ending. */
function positions(
  inflected: readonly string[],
  endings: readonly string[],
  others: readonly (readonly string[])[],
): Map<string, number> {
  const table = new Map<string, number>();
  for (const [index, name] of inflected.entries()) {
    const folded = foldWord(name);
    for (const ending of endings) table.set(folded + ending, index + 1);
  }
  for (const names of others) {
    for (const [index, name] of names.entries()) table.set(foldWord(name), index + 1);
  }
  return table;
}

function makeWeekdays(): ReadonlyMap<string, number> {
  const { fi, en } = calendarNames;
  const table = positions(fi.weekdays, finnishWeekdayEndings, [
    fi.shortWeekdays,
    en.weekdays,
    en.shortWeekdays,
  ]);
  return table.set('tues', 2).set('thur', 4).set('thurs', 4);
}

function makeMonths(): ReadonlyMap<string, number> {
  const { fi, en } = calendarNames;
  return positions(fi.months, finnishMonthEndings, [fi.shortMonths, en.months, en.shortMonths]).set(
    'sept',
    9,
  );
}

/** `ke`, `keskiviikko`, `keskiviikkona`, `wed`, `wed.`, `wednesday`; of folded text. */
export function weekdayCalled(word: string): Weekday | null {
  weekdays ??= makeWeekdays();
  return (weekdays.get(word.replace(/[.,]$/u, '')) ?? null) as Weekday | null;
}

/** 1–12: `maaliskuu`, `maaliskuuta`, `maalis`, `mar`, `march`; of folded text. */
export function monthCalled(word: string): number | null {
  months ??= makeMonths();
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
