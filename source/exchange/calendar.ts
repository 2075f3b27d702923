import ICAL from 'ical.js';
import { addDays, yearOf } from '../domain/days/day.ts';
import { laterBy, zoneRules } from '../domain/days/zone-rules.ts';
import type { Day, Instant, LocalTime } from '../domain/days/day.ts';
import type { Observance } from '../domain/days/zone-rules.ts';

/** Something with a day or an hour, as a calendar shows it. */
export interface CalendarEntry {
  /** The same for the same thing in every export, so that a calendar that knows it moves it instead of adding one. */
  readonly uid: string;
  /** Never smaller in a later export; larger when anything that is shown has changed. */
  readonly sequence: number;
  readonly created: Instant;
  readonly changed: Instant;
  /** A meeting with an hour, a day of its own, or something to be done by a day. */
  readonly when:
    | { readonly kind: 'meeting'; readonly startsAt: LocalTime; readonly minutes: number }
    | { readonly kind: 'day'; readonly day: Day }
    | { readonly kind: 'task'; readonly day: Day };
  readonly summary: string;
  readonly description: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly category: string;
  readonly isCancelled: boolean;
  /** Minutes before its beginning (a day begins at midnight) at which the calendar reminds; null: it does not. */
  readonly remindBefore: number | null;
}

/** A whole calendar file, for `writeCalendar`. */
export interface CalendarFile {
  readonly name: string;
  readonly timeZone: string;
  readonly entries: readonly CalendarEntry[];
}

type Parameters = Readonly<Record<string, string>>;
type Line = readonly [string, Parameters, string, ...unknown[]];
type Block = [string, Line[], Block[]];

// A line that goes on begins with a space, and with it may hold 75 octets; the library counts without the space.
ICAL.foldLength = 74;

/** Text without what a calendar file can't hold; its line breaks are one kind. */
const clean = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
    .toWellFormed();

const text = (name: string, value: string): Line => [name, {}, 'text', clean(value)];
/** A line of a maker's own, written as it is: readers look for these without a type. */
const own = (name: string, value: string): Line => [name, {}, 'unknown', value];
const escaped = (value: string): string =>
  clean(value)
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
const stamp = (instant: Instant): string => `${instant.slice(0, 19)}Z`;
const moment = (name: string, instant: Instant): Line => [name, {}, 'date-time', stamp(instant)];
const isLink = (link: string): boolean => /^https?:\/\/[\x21-\x7E]+$/.test(link);

/** A calendar file that Outlook, Thunderbird and Google read: CRLF, lines of 75 octets, its own time zone. */
export function writeCalendar({ name, timeZone, entries }: CalendarFile): string {
  const years = entries.map(({ when }) => yearOf(when.kind === 'meeting' ? when.startsAt : when.day));
  const needsZone = entries.some(({ when }) => when.kind === 'meeting');
  const zone = needsZone ? [zoneBlock(timeZone, Math.min(...years) - 1, Math.max(...years) + 1)] : [];
  const calendar: Block = [
    'vcalendar',
    [
      text('version', '2.0'),
      text('prodid', '-//Luotsi//Luotsi//FI'),
      text('calscale', 'GREGORIAN'),
      text('method', 'PUBLISH'),
      own('x-wr-calname', escaped(name)),
      own('x-wr-timezone', timeZone),
    ],
    [...zone, ...entries.map((entry) => entryBlock(entry, timeZone))],
  ];
  return `${ICAL.stringify(calendar)}\r\n`;
}

function entryBlock(entry: CalendarEntry, timeZone: string): Block {
  const { when, link, place } = entry;
  const lines: Line[] = [
    text('uid', entry.uid),
    moment('dtstamp', entry.changed),
    moment('created', entry.created),
    moment('last-modified', entry.changed),
    ['sequence', {}, 'integer', entry.sequence],
    ...timeLines(when, timeZone),
    text('summary', entry.summary),
    ...(entry.description === '' ? [] : [text('description', entry.description)]),
    ...(place === null ? [] : [text('location', place)]),
    ...(link !== null && isLink(link) ? [['url', {}, 'uri', link] satisfies Line] : []),
    text('categories', entry.category),
    text('status', statusOf(entry)),
  ];
  const { remindBefore, summary, isCancelled } = entry;
  const alarms = remindBefore === null || isCancelled ? [] : [alarmBlock(summary, remindBefore, when.kind)];
  return [when.kind === 'task' ? 'vtodo' : 'vevent', lines, alarms];
}

function statusOf({ when, isCancelled }: CalendarEntry): string {
  if (isCancelled) return 'CANCELLED';
  return when.kind === 'task' ? 'NEEDS-ACTION' : 'CONFIRMED';
}

function timeLines(when: CalendarEntry['when'], timeZone: string): Line[] {
  if (when.kind === 'task') return [['due', {}, 'date', when.day]];
  if (when.kind === 'day')
    return [
      ['dtstart', {}, 'date', when.day],
      ['dtend', {}, 'date', addDays(when.day, 1)],
      // A deadline takes nobody's day: others may still be invited on it.
      text('transp', 'TRANSPARENT'),
      own('x-microsoft-cdo-busystatus', 'FREE'),
      own('x-microsoft-cdo-alldayevent', 'TRUE'),
    ];
  const wall = (minutes: number): string => `${laterBy(when.startsAt, minutes, timeZone)}:00`;
  return [
    ['dtstart', { tzid: timeZone }, 'date-time', wall(0)],
    ['dtend', { tzid: timeZone }, 'date-time', wall(when.minutes)],
  ];
}

function alarmBlock(summary: string, before: number, kind: CalendarEntry['when']['kind']): Block {
  const [hours, minutes] = [Math.floor(before / 60), before % 60];
  const duration = `-PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 || hours === 0 ? `${minutes}M` : ''}`;
  // Of a task without a beginning an alarm can only be told from its end.
  const related: Parameters = kind === 'task' ? { related: 'END' } : {};
  return [
    'valarm',
    [text('action', 'DISPLAY'), ['trigger', related, 'duration', duration], text('description', summary)],
    [],
  ];
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function zoneBlock(timeZone: string, fromYear: number, toYear: number): Block {
  return ['vtimezone', [text('tzid', timeZone)], zoneRules(timeZone, fromYear, toYear).map(observanceBlock)];
}

function observanceBlock({ begins, offsetBefore, offset, isDaylight, yearly }: Observance): Block {
  const rule: Line[] =
    yearly === null
      ? []
      : [
          [
            'rrule',
            {},
            'recur',
            { freq: 'YEARLY', bymonth: yearly.month, byday: `${yearly.nth}${weekdays[yearly.weekday - 1]}` },
          ],
        ];
  return [
    isDaylight ? 'daylight' : 'standard',
    [
      ['dtstart', {}, 'date-time', `${begins}:00`],
      ['tzoffsetfrom', {}, 'utc-offset', offsetText(offsetBefore)],
      ['tzoffsetto', {}, 'utc-offset', offsetText(offset)],
      ...rule,
    ],
    [],
  ];
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
