import type { Label } from '../../language/language.ts';
import { dayOfMonth, twoDigits, weekday } from '../days/day.ts';
import type { Day } from '../days/day.ts';
import { explainDayProblem, parseDay, parseSpan } from '../day-words/index.ts';
import type { DayProblem } from '../day-words/index.ts';
import { fold, unitCalled, weekdayCalled } from '../day-words/fold.ts';
import { neverFires } from './recurrence.ts';
import type { NeverReason, Nth, Rule } from './recurrence.ts';

export { formatRhythm, formatRule } from './rule-words.ts';

export type RuleProblem =
  | { readonly code: 'empty' }
  /** Not a form that is known. */
  | { readonly code: 'unknown' }
  /** The day or span in it was not taken. */
  | { readonly code: 'day'; readonly reason: DayProblem }
  /** Understood, but it would never have a slot. */
  | { readonly code: 'neverFires'; readonly why: NeverReason };

export type ParsedRule =
  | { readonly ok: true; readonly value: Rule }
  | { readonly ok: false; readonly reason: RuleProblem };

interface Bounds {
  readonly from: Day;
  readonly until: Day | null;
}

/**
 * Reads a rule, Finnish and English alike:
 *
 * - `kerran 23.3.2022`, `once 23.3.2022`
 * - `viikoittain ke`, `joka ke`, `keskiviikkoisin`, `joka toinen ke`, `joka 2. vko ke`, `2 viikon välein ke`; `weekly wed`,
 *   `every other wed`, `every 2 weeks wed`
 * - `kuukausittain 15.`, `joka 3. kk 15.`; `monthly 15.`, `every 3 months 15.`
 * - `kuukausittain 2. ti`, `kuukauden viimeinen pe`, `joka 2. kk ensimmäinen ma`; `monthly 2. tue`, `monthly last fri`
 * - `2 kertaa vuodessa`, `2 times a year`
 * - `1–2 kk välein`, `4–6 vk välein`, `1 kk välein`; `every 1–2 months`, `every 4–6 weeks`, `1 month apart`
 * - `14 pv ennen kokousta: OHRY`, `kokouspäivänä: OHRY`, `7 pv kokouksen jälkeen: OHRY`; `14 d before meeting: OHRY`,
 *   `on meeting day: OHRY`, `7 d after meeting: OHRY`; what follows the colon is handed on as it is, as `group`
 * - `jatkuva`, `continuous`; `tarvittaessa`, `as needed`
 *
 * A rule that recurs may name its hour, `klo 9.30` or `at 9:30`; a window has none. After one may stand `alkaen 23.3.2022`, `ajalla 23.3.–8.4.2022`, `from …`; else it starts today. A
 * weekday or day of the month that is left out is that of the start. Never throws.
 */
export function parseRule(text: string, options: { readonly today: Day }): ParsedRule {
  const clock = clockIn(text);
  const timed = clock === null ? null : parseUntimed(clock.rest, options.today);
  if (clock === null || timed?.ok !== true || !('from' in timed.value) || timed.value.kind === 'window')
    return parseUntimed(text, options.today);
  return found({ ...timed.value, time: clock.time });
}

const clockWords = /(?:^|\s)(?:klo|kl\.?|at)\s*(\d{1,2})(?:[.:](\d{2}))?(?=[\s,]|$)/iu;

/** The hour that a rule names, and its other words. */
function clockIn(text: string): { readonly time: string; readonly rest: string } | null {
  const match = clockWords.exec(text);
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (match === null || hour > 23 || minute > 59) return null;
  return { time: `${twoDigits(hour)}:${twoDigits(minute)}`, rest: text.replace(match[0], ' ') };
}

function parseUntimed(text: string, today: Day): ParsedRule {
  const [words = '', ...afterColon] = text.split(':');
  const group = afterColon.join(':').trim();
  const folded = fold(words);
  if (folded === '' && group === '') return { ok: false, reason: { code: 'empty' } };
  if (folded === null) return { ok: false, reason: { code: 'unknown' } };
  const parsed =
    afterColon.length > 0
      ? sessionRule(folded, group)
      : (plainRule(folded, today) ?? sessionRule(folded, ''));
  if (parsed === null) {
    const isNegative = /(?:^| )-\d/u.test(folded);
    return {
      ok: false,
      reason: isNegative ? { code: 'neverFires', why: 'wrongNumbers' } : { code: 'unknown' },
    };
  }
  if (!parsed.ok) return parsed;
  const never = neverFires(parsed.value);
  if (never === null || never === 'notLaidOut') return parsed;
  return { ok: false, reason: { code: 'neverFires', why: never } };
}

function found(value: Rule): ParsedRule {
  return { ok: true, value };
}

function plainRule(folded: string, today: Day): ParsedRule | null {
  if (/^(?:jatkuva|jatkuvasti|jatkuvaa|continuous|continuously)$/u.test(folded))
    return found({ kind: 'continuous' });
  if (/^(?:tarvittaessa|tarpeen mukaan|as needed|when needed)$/u.test(folded))
    return found({ kind: 'asNeeded' });
  const once = /^(?:kerran|once|on) (.+)$/u.exec(folded);
  if (once !== null) {
    const day = parseDay(once[1] ?? '', { today });
    return day.ok
      ? found({ kind: 'once', day: day.value })
      : { ok: false, reason: { code: 'day', reason: day.reason } };
  }
  // Two days with a line between can be nothing but its bounds, whether it is said or not.
  const bounded =
    /^(.+?),? (alkaen|ajalla|from|between) (.+)$/u.exec(folded) ??
    /^(.+?),?( )(\d{1,2}\.\d{1,2}\.(?:\d{4})? ?- ?\d{1,2}\.\d{1,2}\.(?:\d{4})?)$/u.exec(folded);
  if (bounded === null) return recurring(folded, { from: today, until: null });
  const bounds = parseBounds(bounded[3] ?? '', bounded[2] === 'alkaen', today);
  return 'code' in bounds
    ? { ok: false, reason: { code: 'day', reason: bounds } }
    : recurring(bounded[1] ?? '', bounds);
}

function parseBounds(text: string, isStart: boolean, today: Day): Bounds | DayProblem {
  const day = parseDay(text, { today });
  if (day.ok) return { from: day.value, until: null };
  if (isStart) return day.reason;
  const span = parseSpan(text, { today });
  return span.ok ? { from: span.value.from, until: span.value.to } : span.reason;
}

function recurring(folded: string, bounds: Bounds): ParsedRule | null {
  const times = /^(\d{1,3}) (?:kertaa vuodessa|times a year|x vuodessa)$/u.exec(folded);
  if (times !== null) return found({ kind: 'timesAYear', times: Number(times[1]), ...bounds });
  return windowRule(folded, bounds) ?? steadyRule(folded, bounds);
}

function windowRule(folded: string, bounds: Bounds): ParsedRule | null {
  const match =
    /^(\d{1,3})(?: ?- ?(\d{1,3}))? ([a-z]+) valein$/u.exec(folded) ??
    /^(\d{1,3}) ?- ?(\d{1,3}) ([a-z]+)$/u.exec(folded) ??
    /^every (\d{1,3}) ?- ?(\d{1,3}) ([a-z]+)$/u.exec(folded) ??
    /^(\d{1,3})(?: ?- ?(\d{1,3}))? ([a-z]+) apart$/u.exec(folded);
  const unit = unitCalled(match?.[3] ?? '');
  if (match === null || (unit !== 'weeks' && unit !== 'months')) return null;
  const least = Number(match[1]);
  return found({ kind: 'window', unit, least, most: Number(match[2] ?? least), ...bounds });
}

const adverbs: Readonly<Record<string, readonly ['weeks' | 'months', number]>> = {
  viikoittain: ['weeks', 1],
  weekly: ['weeks', 1],
  kuukausittain: ['months', 1],
  monthly: ['months', 1],
  neljannesvuosittain: ['months', 3],
  quarterly: ['months', 3],
  puolivuosittain: ['months', 6],
  'half-yearly': ['months', 6],
  vuosittain: ['months', 12],
  yearly: ['months', 12],
};

/** `viikoittain ke`, `joka 2. vko ke`, `joka ke`, `monthly last fri`. */
function steadyRule(folded: string, bounds: Bounds): ParsedRule | null {
  const rhythm = rhythmOf(folded);
  if (rhythm === null) return null;
  const { unit, every, rest } = rhythm;
  if (unit === 'weeks') {
    const wanted = rest === '' ? weekday(bounds.from) : weekdayCalled(rest);
    return wanted === null ? null : found({ kind: 'weeks', every, weekday: wanted, ...bounds });
  }
  if (rest === '') return found({ kind: 'months', every, day: dayOfMonth(bounds.from), ...bounds });
  const day = /^(?:paivana )?(\d{1,2})(?:\.|st|nd|rd|th)?$/u.exec(rest);
  if (day !== null) return found({ kind: 'months', every, day: Number(day[1]), ...bounds });
  const [first = '', second = '', ...more] = rest.split(' ');
  const nth = nthCalled(first);
  const wanted = weekdayCalled(second);
  if (nth === null || wanted === null || more.length > 0) return null;
  return found({ kind: 'nthWeekday', nth, weekday: wanted, every, ...bounds });
}

interface Rhythm {
  readonly unit: 'weeks' | 'months';
  readonly every: number;
  readonly rest: string;
}

function rhythmOf(folded: string): Rhythm | null {
  const [first = '', ...others] = folded.split(' ');
  const adverb = Object.hasOwn(adverbs, first) ? adverbs[first] : undefined;
  if (adverb !== undefined) return { unit: adverb[0], every: adverb[1], rest: others.join(' ') };
  const interval = /^(\d{1,3}) ([a-z]+) valein (.+)$/u.exec(folded);
  const intervalUnit = unitCalled(interval?.[2] ?? '');
  if (interval !== null && (intervalUnit === 'weeks' || intervalUnit === 'months')) {
    return { unit: intervalUnit, every: Number(interval[1]), rest: interval[3] ?? '' };
  }
  const match = /^(?:joka|every)(?: (toinen|other|\d{1,3}\.?))?(?: ([a-z]+))(?: (.+))?$/u.exec(folded);
  if (match === null) return habit(folded);
  const [, count, word = '', rest = ''] = match;
  const every = count === undefined ? 1 : /^\d/u.test(count) ? Number.parseInt(count, 10) : 2;
  const unit = unitCalled(word);
  if (unit === 'weeks' || unit === 'months') return { unit, every, rest };
  return weekdayCalled(word) !== null && rest === '' ? { unit: 'weeks', every, rest: word } : null;
}

/** `keskiviikkoisin`, `kuukauden 2. ti`, `last friday of the month`. */
function habit(folded: string): Rhythm | null {
  const stem = /^([a-z]+)sin$/u.exec(folded)?.[1] ?? '';
  const day = [stem, stem.replace(/i$/u, '')].find((name) => weekdayCalled(name) !== null);
  if (day !== undefined) return { unit: 'weeks', every: 1, rest: day };
  const nth = /^kuukauden (.+)$/u.exec(folded) ?? /^(?:the )?(.+) of (?:the|each|every) month$/u.exec(folded);
  return nth === null ? null : { unit: 'months', every: 1, rest: nth[1] ?? '' };
}

const nthWords: Readonly<Record<string, Nth>> = {
  ensimmainen: 1,
  toinen: 2,
  kolmas: 3,
  neljas: 4,
  viides: 5,
  viimeinen: -1,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  last: -1,
};

function nthCalled(word: string): Nth | null {
  const called = Object.hasOwn(nthWords, word) ? nthWords[word] : undefined;
  if (called !== undefined) return called;
  const match = /^([1-5])(?:\.|st|nd|rd|th)$/u.exec(word);
  return match === null ? null : (Number(match[1]) as Nth);
}

const beforeMeeting =
  /^(?:(\d{1,4}) (?:pv|paivaa|d|days?) (?:ennen kokousta|before (?:the )?meetings?)|kokousta ennen (\d{1,4}) pv)$/u;
const afterMeeting = /^(\d{1,4}) (?:pv|paivaa|d|days?) (?:kokouksen jalkeen|after (?:the )?meetings?)$/u;

function sessionRule(folded: string, group: string): ParsedRule | null {
  if (/^(?:kokouspaivana|on (?:the )?meeting day)$/u.test(folded))
    return found({ kind: 'aroundSession', group, offsetDays: 0 });
  const before = beforeMeeting.exec(folded);
  if (before !== null)
    return found({ kind: 'aroundSession', group, offsetDays: 0 - Number(before[1] ?? before[2]) });
  const after = afterMeeting.exec(folded);
  return after === null ? null : found({ kind: 'aroundSession', group, offsetDays: Number(after[1]) });
}

const neverWords: Readonly<Record<NeverReason, Label>> = {
  notLaidOut: { fi: 'sillä ei ole päiviä', en: 'it has no days' },
  turned: {
    fi: 'väli on väärin päin, pienempi luku tulee ensin',
    en: 'its interval is the wrong way round, the smaller number comes first',
  },
  wrongNumbers: {
    fi: 'sen luvut eivät käy, väli on vähintään 1 ja päivien määrä vähintään 0',
    en: 'its numbers cannot be, an interval is at least 1 and a number of days at least 0',
  },
  endsBeforeStart: { fi: 'se päättyy ennen kuin alkaa', en: 'it ends before it starts' },
  noneBetween: {
    fi: 'sen alun ja lopun väliin ei osu yhtään päivää',
    en: 'none of its days lies between its start and end',
  },
  noGroup: { fi: 'ryhmä puuttuu', en: 'the group is missing' },
};

/** The reason as a clause that can follow a colon, in both languages. */
export function explainRuleProblem(reason: RuleProblem): Label {
  if (reason.code === 'day') return explainDayProblem(reason.reason);
  return reason.code === 'neverFires' ? neverWords[reason.why] : explainDayProblem(reason);
}
