import type { Label } from '../../language/language.ts';
import { weekdayName } from '../days/calendar-names.ts';
import { formatDay } from '../days/format-day.ts';
import type { Day, Span, Weekday } from '../days/day.ts';

/** Why a text was not taken; everything that a sentence about it needs. */
export type DayProblem =
  /** Nothing but spaces. */
  | { readonly code: 'empty' }
  /** Not a form that is known. */
  | { readonly code: 'unknown' }
  /** More than one reading, and no way to tell: `3/4/2022`, `ma 15.12` where a time may be meant. */
  | { readonly code: 'ambiguous' }
  /** The calendar has none: `31.4.2022`. `year` is null where no year was given and none has such a day. */
  | { readonly code: 'noSuchDay'; readonly year: number | null; readonly month: number; readonly day: number }
  /** `vko 53/2022`. */
  | { readonly code: 'noSuchWeek'; readonly year: number; readonly week: number }
  /** `25.00`. */
  | { readonly code: 'noSuchTime' }
  /** The named weekday is not that of the day: `ti 14.3.2022`. */
  | { readonly code: 'otherWeekday'; readonly said: Weekday; readonly actual: Weekday; readonly day: Day }
  /** Outside the years 1900–2199, surely a slip. */
  | { readonly code: 'outOfRange' }
  /** A day where a day and a time were wanted. */
  | { readonly code: 'needsTime'; readonly day: Day }
  /** A span that ends before it starts. */
  | { readonly code: 'backwards'; readonly from: Day; readonly to: Day };

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: DayProblem };

/** What a parser of one form gives: null where the text is not of that form and the next may try. */
export type Attempt<Value> = Parsed<Value> | null;

export interface DayOptions {
  /** What the words are counted from. */
  readonly today: Day;
  /**
   * Which year a day without one belongs to. `past`: the latest such day up to today; `future`: the first from today
   * on; `nearest`: whichever of them is nearer. Left out: this year, or the next where that is over six months ago, as
   * people plan ahead and look back only a little.
   */
  readonly lean?: 'past' | 'future' | 'nearest';
}

export function taken<Value>(value: Value): Parsed<Value> {
  return { ok: true, value };
}

export function refused(reason: DayProblem): { readonly ok: false; readonly reason: DayProblem } {
  return { ok: false, reason };
}

/** Refuses days in years that nobody plans. */
export function sensible(day: Day): Parsed<Day> {
  return day >= '1900-01-01' && day <= '2199-12-31' ? taken(day) : refused({ code: 'outOfRange' });
}

export function spanFrom(from: Day, to: Day): Parsed<Span> {
  return from <= to ? taken({ from, to }) : refused({ code: 'backwards', from, to });
}

const fixedWords = {
  empty: { fi: 'tyhjä', en: 'nothing was given' },
  unknown: { fi: 'muotoa ei tunneta', en: 'the form is not known' },
  ambiguous: { fi: 'sen voi lukea kahdella tavalla', en: 'it can be read in two ways' },
  noSuchTime: { fi: 'sellaista kellonaikaa ei ole', en: 'there is no such time of day' },
  outOfRange: { fi: 'vuoden pitää olla 1900–2199', en: 'the year must be 1900–2199' },
} as const;

/** The reason as a clause that can follow a colon, in both languages. */
export function explainDayProblem(reason: DayProblem): Label {
  switch (reason.code) {
    case 'noSuchDay': {
      const written = `${reason.day}.${reason.month}.${reason.year ?? ''}`;
      return { fi: `päivää ${written} ei ole`, en: `there is no day ${written}` };
    }
    case 'noSuchWeek':
      return {
        fi: `vuodessa ${reason.year} ei ole viikkoa ${reason.week}`,
        en: `the year ${reason.year} has no week ${reason.week}`,
      };
    case 'otherWeekday':
      return {
        fi: `${formatDay(reason.day, 'fi')} on ${weekdayName(reason.actual, 'fi', 'full')}`,
        en: `${formatDay(reason.day, 'en')} is a ${weekdayName(reason.actual, 'en', 'full')}`,
      };
    case 'needsTime':
      return { fi: 'kellonaika puuttuu', en: 'the time of day is missing' };
    case 'backwards':
      return { fi: 'se päättyy ennen kuin alkaa', en: 'it ends before it starts' };
    case 'empty':
    case 'unknown':
    case 'ambiguous':
    case 'noSuchTime':
    case 'outOfRange':
      break;
  }
  return fixedWords[reason.code];
}
