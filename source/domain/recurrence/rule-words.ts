import type { Language } from '../../language/language.ts';
import { weekdayName } from '../days/calendar-names.ts';
import type { Day, Weekday } from '../days/day.ts';
import { formatDay } from '../days/format-day.ts';
import type { Rule } from './recurrence.ts';

type Recurring = Extract<Rule, { readonly from: Day }>;

/** In words that `parseRule` reads back to the same rule. `groupName` shows a group's code or name for what is kept. */
export function formatRule(
  rule: Rule,
  language: Language,
  groupName: (group: string) => string = (group) => group,
): string {
  const finnish = language === 'fi';
  switch (rule.kind) {
    case 'once':
      return `${finnish ? 'kerran' : 'once'} ${formatDay(rule.day, language, 'long')}`;
    case 'continuous':
      return finnish ? 'jatkuva' : 'continuous';
    case 'asNeeded':
      return finnish ? 'tarvittaessa' : 'as needed';
    case 'aroundSession':
      return `${aroundWords(rule.offsetDays, finnish)}: ${groupName(rule.group)}`;
    case 'weeks':
    case 'months':
    case 'nthWeekday':
    case 'timesAYear':
    case 'window':
      break;
  }
  return `${timedWords(rule, language)} ${boundsWords(rule, language)}`;
}

/** The same without its start and end, for a narrow column: `viikoittain ke`, `viikoittain ke klo 9.00`. */
export function formatRhythm(
  rule: Rule,
  language: Language,
  groupName: (group: string) => string = (group) => group,
): string {
  return 'from' in rule ? timedWords(rule, language) : formatRule(rule, language, groupName);
}

function timedWords(rule: Recurring, language: Language): string {
  const rhythm = rhythmWords(rule, language);
  if (rule.time === undefined) return rhythm;
  return language === 'fi'
    ? `${rhythm} klo ${rule.time.replace(/^0/, '').replace(':', '.')}`
    : `${rhythm} at ${rule.time.replace(/^0/, '')}`;
}

function aroundWords(offsetDays: number, finnish: boolean): string {
  if (offsetDays === 0) return finnish ? 'kokouspäivänä' : 'on meeting day';
  if (offsetDays < 0) return finnish ? `${-offsetDays} pv ennen kokousta` : `${-offsetDays} d before meeting`;
  return finnish ? `${offsetDays} pv kokouksen jälkeen` : `${offsetDays} d after meeting`;
}

function rhythmWords(rule: Recurring, language: Language): string {
  const finnish = language === 'fi';
  switch (rule.kind) {
    case 'weeks':
      return `${everyWords('weeks', rule.every, finnish)} ${shortWeekday(rule.weekday, language)}`;
    case 'months':
      return `${everyWords('months', rule.every, finnish)} ${rule.day}.`;
    case 'nthWeekday': {
      const last = finnish ? 'viimeinen' : 'last';
      const nth = rule.nth === -1 ? last : `${rule.nth}.`;
      return `${everyWords('months', rule.every, finnish)} ${nth} ${shortWeekday(rule.weekday, language)}`;
    }
    case 'timesAYear':
      return `${rule.times} ${finnish ? 'kertaa vuodessa' : 'times a year'}`;
    case 'window':
      break;
  }
  const { least, most, unit } = rule;
  const isFixed = least === most;
  // “Every 2 months” is a rule of its own, which doesn't count from what was done.
  if (isFixed && !finnish) return `${least} ${least === 1 ? unit.slice(0, -1) : unit} apart`;
  const span = isFixed ? `${least}` : `${least}–${most}`;
  return finnish ? `${span} ${rule.unit === 'weeks' ? 'vk' : 'kk'} välein` : `every ${span} ${rule.unit}`;
}

function everyWords(unit: 'weeks' | 'months', every: number, finnish: boolean): string {
  if (every === 1) {
    if (finnish) return unit === 'weeks' ? 'viikoittain' : 'kuukausittain';
    return unit === 'weeks' ? 'weekly' : 'monthly';
  }
  return finnish ? `joka ${every}. ${unit === 'weeks' ? 'vko' : 'kk'}` : `every ${every} ${unit}`;
}

function shortWeekday(wanted: Weekday, language: Language): string {
  return weekdayName(wanted, language).toLowerCase();
}

function boundsWords({ from, until }: Recurring, language: Language): string {
  const start = formatDay(from, language, 'long');
  if (until === null) return `${language === 'fi' ? 'alkaen' : 'from'} ${start}`;
  const end = formatDay(until, language, 'long');
  return language === 'fi' ? `ajalla ${start}–${end}` : `from ${start} to ${end}`;
}
