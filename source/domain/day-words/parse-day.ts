import { addDays, addMonths, endOfMonth, startOfWeek, weekday, yearOf } from '../days/day.ts';
import type { Day } from '../days/day.ts';
import { fold, fullYear, monthCalled, unitCalled, weekdayCalled } from './fold.ts';
import type { CountedIn } from './fold.ts';
import { refused, sensible, taken } from './outcome.ts';
import type { Attempt, DayOptions, Parsed } from './outcome.ts';
import { dayOfNumbers, mondayOf, weekdayFrom } from './yearless.ts';

/**
 * Reads a day as people type it, in Finnish and English alike, upper or lower case, ä and ö typed or not:
 *
 * - `23.3.2022 23.3.22 23.3. 23.3 2022-03-23`, `23 Mar 2022`, `23. maaliskuuta`, each also after a weekday, which must
 *   be the right one;
 * - `tänään huomenna ylihuomenna eilen toissapäivänä`, `today tomorrow yesterday`;
 * - `pe`, `perjantai`, `fri`: the first such day after today (today has a word of its own), with `lean: 'past'` the
 *   last before it; `ensi pe`, `next fri`: that day of next week; `tämä pe`, `this fri`: of this week; `viime pe`,
 *   `last fri`: the last one before today;
 * - `+3pv +2vk +1kk -2vk +3d +2w +1m +1y`, `2 vk päästä`, `in 2 weeks`, `3 pv sitten`, `3 days ago`;
 * - `kkl`, `eom`, `kuun loppu`: the last of this month; `eoy`, `vuoden loppu`: of this year;
 * - `vko 23`, `vk 23`, `w23`, `week 23/2022`, `2022-W23`: the Monday; `pe vko 23`, `fri w23`: that day of the week;
 *   `ensi viikko`, `next week`: its Monday.
 *
 * Never throws and never guesses: `3/4/2022` is refused. A day without a year: see `DayOptions.lean`.
 */
export function parseDay(text: string, options: DayOptions): Parsed<Day> {
  const folded = fold(text);
  if (folded === null) return refused({ code: 'unknown' });
  if (folded === '') return refused({ code: 'empty' });
  return parseFoldedDay(folded, options);
}

/** V8 takes longer to make a pattern than to tell from the first sign that it can't fit: most words are no days. */
const beginsWithDigit = (folded: string): boolean => folded >= '0' && folded < ':';

/** The same for text that has been folded. */
export function parseFoldedDay(folded: string, options: DayOptions): Parsed<Day> {
  return (
    fromWord(folded, options) ??
    fromNumbers(folded, options) ??
    fromWeek(folded, options) ??
    fromCount(folded, options) ??
    fromMonthName(folded, options) ??
    fromWeekdayAndDay(folded, options) ??
    refused({ code: isAmbiguous(folded) ? 'ambiguous' : 'unknown' })
  );
}

const isAmbiguous = (folded: string): boolean =>
  beginsWithDigit(folded) && /^\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?$/u.test(folded);

const distances: Readonly<Record<string, number>> = {
  tanaan: 0,
  today: 0,
  huomenna: 1,
  tomorrow: 1,
  ylihuomenna: 2,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  eilen: -1,
  yesterday: -1,
  toissapaivana: -2,
  'day before yesterday': -2,
  'the day before yesterday': -2,
};

const relativeWeeks: Readonly<Record<string, number>> = {
  viime: -1,
  last: -1,
  tama: 0,
  talla: 0,
  this: 0,
  ensi: 1,
  next: 1,
};

/** How many weeks, months or years on from the present one the word points: `ensi` 1, `viime` -1; null for others. */
export function relativeStep(word: string): number | null {
  return Object.hasOwn(relativeWeeks, word) ? (relativeWeeks[word] ?? null) : null;
}

const endsOfMonth = new Set([
  'kkl',
  'eom',
  'kuun loppu',
  'kuukauden loppu',
  'end of month',
  'end of the month',
]);
const endsOfYear = new Set(['eoy', 'vuoden loppu', 'end of year', 'end of the year']);

function fromWord(folded: string, options: DayOptions): Attempt<Day> {
  const { today } = options;
  if (Object.hasOwn(distances, folded)) return sensible(addDays(today, distances[folded] ?? 0));
  if (endsOfMonth.has(folded)) return taken(endOfMonth(today));
  if (endsOfYear.has(folded)) return taken(`${yearOf(today)}-12-31`);
  const wanted = weekdayCalled(folded);
  if (wanted !== null)
    return sensible(weekdayFrom(today, wanted, options.lean === 'past' ? 'past' : 'future'));
  return fromRelativeWeekday(folded, today);
}

function fromRelativeWeekday(folded: string, today: Day): Attempt<Day> {
  const [first = '', second = '', ...more] = folded.split(' ');
  const step = relativeStep(first);
  if (step === null || more.length > 0) return null;
  const monday = addDays(startOfWeek(today), step * 7);
  if (/^(?:viikko|viikolla|vko|vk|week)$/u.test(second)) return sensible(monday);
  const wanted = weekdayCalled(second);
  if (wanted === null) return null;
  // "Last Monday" on a Wednesday is the day before yesterday; "next Friday" then is not the day after tomorrow, which
  // is plain "Friday".
  return sensible(step < 0 ? weekdayFrom(today, wanted, 'past') : addDays(monday, wanted - 1));
}

function fromNumbers(folded: string, options: DayOptions): Attempt<Day> {
  if (!beginsWithDigit(folded)) return null;
  const dotted = /^(\d{1,2})\. ?(\d{1,2})(?:\.? ?|\. ?(\d{2}|\d{4}))$/u.exec(folded);
  if (dotted !== null) {
    const [, day, month, year] = dotted;
    return dayOfNumbers(year === undefined ? null : fullYear(year), Number(month), Number(day), options);
  }
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/u.exec(folded) ?? /^(\d{4})()(\d\d)(\d\d)$/u.exec(folded);
  if (iso === null) return null;
  return dayOfNumbers(Number(iso[1]), Number(iso[3]), Number(iso[4]), options);
}

const weekPattern = /^(?:vko|vk|viikko|viikolla|week|wk|w)\.? ?(\d{1,2})(?: ?[/ ] ?(\d{4}))?$/u;
const isoWeekPattern = /^(\d{4})-?w(\d{1,2})$/u;

/** The Monday of `vko 23`, `w23`, `week 23/2022`, `2022-W23`. */
export function mondayFromWeek(folded: string, options: DayOptions): Attempt<Day> {
  const worded = folded.startsWith('v') || folded.startsWith('w') ? weekPattern.exec(folded) : null;
  if (worded !== null) {
    return mondayOf(worded[2] === undefined ? null : Number(worded[2]), Number(worded[1]), options);
  }
  const iso = beginsWithDigit(folded) ? isoWeekPattern.exec(folded) : null;
  return iso === null ? null : mondayOf(Number(iso[1]), Number(iso[2]), options);
}

function fromWeek(folded: string, options: DayOptions): Attempt<Day> {
  const monday = mondayFromWeek(folded, options);
  if (monday !== null) return monday;
  const [first = '', ...rest] = folded.split(' ');
  const last = rest.at(-1) ?? '';
  const [wanted, week] =
    weekdayCalled(first) === null
      ? [weekdayCalled(last), folded.slice(0, -last.length - 1)]
      : [weekdayCalled(first), rest.join(' ')];
  if (wanted === null) return null;
  const start = mondayFromWeek(week, options);
  return start?.ok === true ? sensible(addDays(start.value, wanted - 1)) : start;
}

function fromCount(folded: string, options: DayOptions): Attempt<Day> {
  if (folded.startsWith('+') || folded.startsWith('-')) {
    const signed = /^([+-]) ?(\d{1,5}) ?([a-z]+)$/u.exec(folded);
    return signed === null ? null : counted(signed[1] === '-', signed[2], signed[3], options);
  }
  if (folded.startsWith('in ')) {
    const later = /^in (\d{1,5}) ?([a-z]+)$/u.exec(folded);
    return later === null ? null : counted(false, later[1], later[2], options);
  }
  if (!beginsWithDigit(folded)) return null;
  const said = /^(\d{1,5}) ?([a-z]+) (?:(paasta|kuluttua)|sitten|ago)$/u.exec(folded);
  return said === null ? null : counted(said[3] === undefined, said[1], said[2], options);
}

const daysInUnit: Readonly<Record<CountedIn, number>> = { days: 1, weeks: 7, months: 31, years: 366 };

function counted(
  back: boolean,
  amount: string | undefined,
  unitWord: string | undefined,
  options: DayOptions,
): Attempt<Day> {
  const unit = unitCalled(unitWord ?? '');
  if (unit === null) return null;
  const count = Number(amount) * (back ? -1 : 1);
  // Beyond what `sensible` takes from any day of our time, and short of where the calendar ends and addDays throws.
  if (Math.abs(count) * daysInUnit[unit] > 120_000) return refused({ code: 'outOfRange' });
  if (unit === 'months' || unit === 'years')
    return sensible(addMonths(options.today, count * (unit === 'years' ? 12 : 1)));
  return sensible(addDays(options.today, count * daysInUnit[unit]));
}

function fromMonthName(folded: string, options: DayOptions): Attempt<Day> {
  const [day, month, year] = dayAndMonthName(folded) ?? [];
  const called = month === undefined ? null : monthCalled(month);
  if (called === null) return null;
  return dayOfNumbers(year === undefined ? null : Number(year), called, Number(day), options);
}

/** Day, month and year as they are written, `23. maaliskuuta` or `march 23rd, 2022`; null where nothing looks like it. */
function dayAndMonthName(folded: string): readonly (string | undefined)[] | null {
  if (beginsWithDigit(folded)) {
    const [, day, month, year] =
      /^(\d{1,2})(?:\.|st|nd|rd|th)? ?([a-z]+)\.?,?(?: (\d{4}))?$/u.exec(folded) ?? [];
    return [day, month, year];
  }
  if (!beginsWithDigit(folded.slice(folded.indexOf(' ') + 1))) return null;
  const [, month, day, year] =
    /^([a-z]+)\.? (\d{1,2})(?:\.|st|nd|rd|th)?(?:,? (\d{4}))?$/u.exec(folded) ?? [];
  return [day, month, year];
}

/** `ma 15.3.`, `wed 23 mar 2022`: the weekday must be right. It does not help to choose the year. */
function fromWeekdayAndDay(folded: string, options: DayOptions): Attempt<Day> {
  const [first = '', ...rest] = folded.split(' ');
  const said = weekdayCalled(first);
  if (said === null || rest.length === 0) return null;
  const written = rest.join(' ');
  const found = fromNumbers(written, options) ?? fromMonthName(written, options);
  if (found === null || !found.ok) return found;
  const actual = weekday(found.value);
  if (actual === said) return found;
  return refused({ code: 'otherWeekday', said, actual, day: found.value });
}
