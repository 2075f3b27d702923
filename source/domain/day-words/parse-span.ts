import { addDays, addMonths, endOfMonth, makeDay, startOfMonth, startOfWeek, yearOf } from '../days/day.ts';
import type { Day, Span } from '../days/day.ts';
import { fold, fullYear, monthCalled, unitCalled, weekdayCalled } from './fold.ts';
import { refused, sensible, spanFrom, taken } from './outcome.ts';
import type { Attempt, DayOptions, Parsed } from './outcome.ts';
import { mondayFromWeek, parseFoldedDay, relativeStep } from './parse-day.ts';
import { dayOfNumbers, leaning, mondayOf } from './yearless.ts';

/**
 * Reads a span of days, both ends in it:
 *
 * - `23.3.–8.4.2022`, `1.-5.4.2022`, `28.12.-3.1.2023`, `2022-03-23/2022-04-08`, `23 Mar – 8 Apr 2022`, `1–5 Apr 2022`:
 *   what the start leaves out (year, month) it has from the end;
 * - any two days with ` - `, `..` or ` to ` between them, `huomenna - pe`;
 * - `vko 12`, `vko 27–31`, `w12/2022`; `maaliskuu 2022`, `3/2022`, `2022-03`; `Q1/2022`; `2022`;
 * - `tämä viikko`, `viime kuu`, `ensi vuosi`, `last month`; and one day, as the span of that day.
 *
 * Never throws; an end before the start is refused.
 */
export function parseSpan(text: string, options: DayOptions): Parsed<Span> {
  const folded = fold(text);
  if (folded === null) return refused({ code: 'unknown' });
  if (folded === '') return refused({ code: 'empty' });
  return (
    fromWeeks(folded, options) ??
    fromMonth(folded, options) ??
    fromRelative(folded, options) ??
    fromNumbers(folded, options) ??
    fromEnds(folded, options) ??
    oneDay(folded, options)
  );
}

function oneDay(folded: string, options: DayOptions): Parsed<Span> {
  const day = parseFoldedDay(folded, options);
  return day.ok ? taken({ from: day.value, to: day.value }) : day;
}

function between(from: Parsed<Day>, to: Parsed<Day>): Parsed<Span> {
  if (!from.ok) return from;
  return to.ok ? spanFrom(from.value, to.value) : to;
}

function fromWeeks(folded: string, options: DayOptions): Attempt<Span> {
  const monday = mondayFromWeek(folded, options);
  if (monday !== null)
    return monday.ok ? taken({ from: monday.value, to: addDays(monday.value, 6) }) : monday;
  const range =
    /^(?:vko|vk|viikot|viikko|weeks?|wk|w)\.? ?(\d{1,2}) ?- ?w?(\d{1,2})(?: ?[/ ] ?(\d{4}))?$/u.exec(folded);
  if (range === null) return null;
  const [firstWeek, lastWeek] = [Number(range[1]), Number(range[2])];
  const last = mondayOf(range[3] === undefined ? null : Number(range[3]), lastWeek, options);
  if (!last.ok) return last;
  // The Thursday is in the week's own year: weeks 52–1 start in the year before.
  const lastYear = yearOf(addDays(last.value, 3));
  const first = mondayOf(firstWeek > lastWeek ? lastYear - 1 : lastYear, firstWeek, options);
  return between(first, taken(addDays(last.value, 6)));
}

function wholeMonth(year: number | null, month: number, options: DayOptions): Parsed<Span> {
  const start =
    year === null
      ? leaning((candidate) => makeDay(candidate, month, 1), yearOf(options.today), options)
      : makeDay(year, month, 1);
  if (start === null) return refused({ code: 'unknown' });
  const sound = sensible(start);
  return sound.ok ? taken({ from: start, to: endOfMonth(start) }) : sound;
}

function fromMonth(folded: string, options: DayOptions): Attempt<Span> {
  const named = /^([a-z]+)\.?(?: (\d{4}))?$/u.exec(folded);
  const month = monthCalled(named?.[1] ?? '');
  if (named !== null && month !== null) {
    // `kesä` is June's short name, but alone it means the summer.
    if (named[1] === 'kesa') return refused({ code: 'ambiguous' });
    return wholeMonth(named[2] === undefined ? null : Number(named[2]), month, options);
  }
  const monthOfYear = /^(\d{1,2}) ?\/ ?(\d{4})$/u.exec(folded);
  if (monthOfYear !== null) return wholeMonth(Number(monthOfYear[2]), Number(monthOfYear[1]), options);
  const yearMonth = /^(\d{4})-(\d\d)$/u.exec(folded);
  if (yearMonth !== null) return wholeMonth(Number(yearMonth[1]), Number(yearMonth[2]), options);
  return fromQuarterOrYear(folded);
}

function fromQuarterOrYear(folded: string): Attempt<Span> {
  const quarter = /^q([1-4])[/ ](\d{4})$/u.exec(folded) ?? null;
  const year = Number(quarter?.[2] ?? /^(?:vuosi |year )?(\d{4})$/u.exec(folded)?.[1] ?? Number.NaN);
  const start = makeDay(year, quarter === null ? 1 : Number(quarter[1]) * 3 - 2, 1);
  if (start === null) return null;
  const sound = sensible(start);
  return sound.ok
    ? taken({ from: start, to: endOfMonth(addMonths(start, quarter === null ? 11 : 2)) })
    : sound;
}

function fromRelative(folded: string, options: DayOptions): Attempt<Span> {
  const [first = '', second = '', ...more] = folded.split(' ');
  const step = relativeStep(first);
  if (step === null || more.length > 0) return null;
  const unit = unitCalled(
    /^(?:kuu|kuussa)$/u.test(second) ? 'kk' : second.replace(/^(viiko|vuon)(?:lla|na)$/u, '$1n'),
  );
  if (unit === 'weeks' || second === 'viikolla') {
    const from = addDays(startOfWeek(options.today), step * 7);
    return taken({ from, to: addDays(from, 6) });
  }
  if (unit === 'months') {
    const from = addMonths(startOfMonth(options.today), step);
    return taken({ from, to: endOfMonth(from) });
  }
  if (unit !== 'years' && second !== 'vuonna') return null;
  const year = yearOf(options.today) + step;
  return taken({ from: `${year}-01-01`, to: `${year}-12-31` });
}

const numberedSpan =
  /^(\d{1,2})\.(?: ?(\d{1,2})\.?(?: ?(\d{4}|\d{2}))?)? ?- ?(\d{1,2})\. ?(\d{1,2})(?:\.? ?|\. ?(\d{4}|\d{2}))$/u;
const namedSpan = /^(\d{1,2}) ?- ?(\d{1,2}) ([a-z]+)(?: (\d{4}))?$/u;

function fromNumbers(folded: string, options: DayOptions): Attempt<Span> {
  const named = namedSpan.exec(folded);
  const namedMonth = monthCalled(named?.[3] ?? '');
  if (named !== null && namedMonth !== null) {
    const year = named[4] === undefined ? null : Number(named[4]);
    const to = dayOfNumbers(year, namedMonth, Number(named[2]), options);
    return to.ok ? between(dayOfNumbers(yearOf(to.value), namedMonth, Number(named[1]), options), to) : to;
  }
  const match = numberedSpan.exec(folded);
  if (match === null) return null;
  const [, fromDay, fromMonthText, fromYear, toDay, toMonth, toYear] = match;
  return completed(
    {
      day: Number(fromDay),
      month: Number(fromMonthText ?? toMonth),
      year: fromYear === undefined ? null : fullYear(fromYear),
    },
    { day: Number(toDay), month: Number(toMonth), year: toYear === undefined ? null : fullYear(toYear) },
    options,
  );
}

interface Numbers {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

/** Gives the end that lacks a year the one of the other, a year off where the span runs over New Year. */
function completed(start: Numbers, end: Numbers, options: DayOptions): Parsed<Span> {
  const overNewYear = start.month > end.month;
  if (start.year !== null && end.year === null) {
    const endYear = start.year + (overNewYear ? 1 : 0);
    return between(
      dayOfNumbers(start.year, start.month, start.day, options),
      dayOfNumbers(endYear, end.month, end.day, options),
    );
  }
  // Without a year at all the span is the one whose start that year's choice falls on.
  const from = dayOfNumbers(start.year, start.month, start.day, options);
  if (end.year === null && from.ok && options.lean === undefined) {
    const endYear = yearOf(from.value) + (overNewYear ? 1 : 0);
    return between(from, dayOfNumbers(endYear, end.month, end.day, options));
  }
  const to = dayOfNumbers(end.year, end.month, end.day, options);
  if (!to.ok) return to;
  const startYear = start.year ?? yearOf(to.value) - (overNewYear ? 1 : 0);
  return between(dayOfNumbers(startYear, start.month, start.day, options), to);
}

/** Two days in words with something between them that is in no day. */
function fromEnds(folded: string, options: DayOptions): Attempt<Span> {
  const parts =
    /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/u.exec(folded)?.slice(1) ?? folded.split(/ - | ?\.\.+ ?| to /u);
  const [start, end, ...more] = parts;
  if (start === undefined || end === undefined || more.length > 0) return null;
  if (weekdayCalled(start) === null && leans(start, options) && !leans(end, options)) {
    // `23 mar - 8 apr 2022`: the start is the last such day up to the end.
    const to = parseFoldedDay(end, options);
    return to.ok ? between(parseFoldedDay(start, { today: to.value, lean: 'past' }), to) : to;
  }
  const from = parseFoldedDay(start, options);
  if (!from.ok || !leans(end, options)) return between(from, parseFoldedDay(end, options));
  // `23 mar 2022 - 8 apr`, `ma - pe`: the end is the first such day from the start on.
  return between(from, parseFoldedDay(end, { today: from.value, lean: 'future' }));
}

/** Whether the day depends on which way one looks: it lacks a year, or is a bare weekday. */
function leans(folded: string, { today }: DayOptions): boolean {
  const past = parseFoldedDay(folded, { today, lean: 'past' });
  const future = parseFoldedDay(folded, { today, lean: 'future' });
  // On a day without its year that is today the two agree, and so does every other reading.
  return past.ok && future.ok && past.value !== future.value;
}
