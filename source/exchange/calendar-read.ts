import ICAL from 'ical.js';
import { instantOf, isTimeZone, localTimeOf } from '../domain/days/day.ts';
import { UserError, isUserError } from '../errors.ts';
import { decodeTable } from './decode.ts';
import { inMemory } from './table.ts';
import { windowsZones } from './windows-zones.ts';
import type { Day, Instant, LocalTime } from '../domain/days/day.ts';

/** One meeting of a calendar; of a series, one of its meetings. */
export interface CalendarMeeting {
  readonly uid: string;
  /** Which of a series it is, by the moment at which it would have been; null where it is alone. */
  readonly occurrence: Instant | null;
  readonly startsAt: LocalTime;
  readonly minutes: number;
  readonly summary: string;
  /** What the series is called of which it is one; its own name where it is alone. */
  readonly series: string;
  readonly place: string;
  readonly link: string;
  readonly isCancelled: boolean;
}

export interface ReadCalendar {
  readonly meetings: readonly CalendarMeeting[];
  /** Names of entries that have a day and no hour. */
  readonly allDay: readonly string[];
}

/** Where a series ends that does not say so, and how much a calendar may hold. */
export interface CalendarBounds {
  readonly from: Day;
  readonly to: Day;
}

const most = { bytes: 20 * 1024 * 1024, ofSeries: 1000, inAll: 5000, looked: 20_000 } as const;

/** A calendar's meetings in the project's time zone, series laid out. @throws UserError broken-calendar, calendar-series, calendar-too-large */
export function readCalendar(
  bytes: Uint8Array,
  path: string,
  timeZone: string,
  bounds: CalendarBounds,
): ReadCalendar {
  if (bytes.length > most.bytes) throw new UserError('table-too-large', { path, limit: '20 MB' });
  const reader = new CalendarReader(path, timeZone, bounds);
  try {
    for (const calendar of calendarsIn(decodeTable(inMemory(bytes)))) reader.read(calendar);
  } catch (error) {
    throw isUserError(error) ? error : new UserError('broken-calendar', { path, event: null });
  }
  return reader;
}

function calendarsIn(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(mended(text)) as unknown[];
  const all = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][]);
  return all.map((one) => new ICAL.Component(one));
}

/**
 * What programs write that the standard does not know: a day where a moment is announced (old exports of Google), and the
 * closing mark of a zone's name at the end of the line (some of Exchange).
 */
const mended = (text: string): string =>
  text
    .replaceAll(
      /^(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)(?:;TZID=[^:;\r\n]*)?:(\d{8})(?=\r?$)/gim,
      '$1;VALUE=DATE:$2',
    )
    .replaceAll(/^([A-Z-]+);TZID="([^":\r\n]*):(\d{8}T\d{6}Z?)"(?=\r?$)/gim, '$1;TZID="$2":$3');

/** An event, and the one that tells of the series that it is part of. */
interface SeriesEvent {
  readonly event: ICAL.Component;
  readonly uid: string;
  readonly series: ICAL.Component | null;
}

class CalendarReader implements ReadCalendar {
  readonly meetings: CalendarMeeting[] = [];
  readonly allDay: string[] = [];
  readonly #path: string;
  readonly #timeZone: string;
  readonly #bounds: CalendarBounds;
  /** The zones that a calendar itself describes: what is worked out of their rules is kept. */
  readonly #zones = new Map<ICAL.Component, Map<string, ICAL.Timezone | null>>();

  constructor(path: string, timeZone: string, bounds: CalendarBounds) {
    this.#path = path;
    this.#timeZone = timeZone;
    this.#bounds = bounds;
  }

  read(calendar: ICAL.Component): void {
    const byUid = new Map<string, ICAL.Component[]>();
    for (const event of calendar.getAllSubcomponents('vevent')) {
      if (!event.hasProperty('dtstart')) continue;
      const uid =
        textOf(event, 'uid') ||
        `${textOf(event, 'summary')} ${String(event.getFirstPropertyValue('dtstart'))}`;
      byUid.set(uid, [...(byUid.get(uid) ?? []), event]);
    }
    for (const [uid, events] of byUid)
      try {
        this.#readEvents(calendar, uid, events);
      } catch (error) {
        // Values are looked at one by one as they are asked for: whatever is wrong with any of them, the event is broken.
        if (isUserError(error)) throw error;
        const event = events.map((one) => textOf(one, 'summary')).find(Boolean) ?? uid;
        throw new UserError('broken-calendar', { path: this.#path, event });
      }
  }

  #readEvents(calendar: ICAL.Component, uid: string, events: readonly ICAL.Component[]): void {
    // Of what was sent several times the newest counts; of equals the last.
    const sent = events.toSorted((one, other) => sequenceOf(one) - sequenceOf(other));
    const master = sent.findLast((event) => !event.hasProperty('recurrence-id'));
    const exceptions = new Map<string, ICAL.Component>();
    for (const event of sent) {
      const id = event.getFirstProperty('recurrence-id');
      if (id !== null) exceptions.set(this.#instant(calendar, id, id.getFirstValue() as ICAL.Time), event);
    }
    const left = new Map(exceptions);
    if (master !== undefined && isDay(master)) this.allDay.push(textOf(master, 'summary'));
    else if (master !== undefined) {
      const isSeries = master.hasProperty('rrule') || master.hasProperty('rdate');
      if (!isSeries) this.#take(calendar, { event: master, uid, series: null }, null, null);
      else
        for (const start of this.#starts(calendar, master)) {
          const event = exceptions.get(start) ?? master;
          this.#take(calendar, { event, uid, series: master }, start, exceptions.has(start) ? null : start);
          left.delete(start);
        }
    }
    // An invitation to one meeting of a series comes without the series.
    for (const [start, event] of left)
      if (!isDay(event)) this.#take(calendar, { event, uid, series: master ?? null }, start, null);
  }

  #take(
    calendar: ICAL.Component,
    { event, uid, series }: SeriesEvent,
    occurrence: Instant | null,
    startsAt: Instant | null,
  ): void {
    const property = event.getFirstProperty('dtstart');
    const own =
      property === null ? null : this.#instant(calendar, property, property.getFirstValue() as ICAL.Time);
    const start = startsAt ?? own;
    if (start === null || own === null) return;
    if (this.meetings.length >= most.inAll)
      throw new UserError('calendar-too-large', { path: this.#path, most: most.inAll });
    this.meetings.push({
      uid,
      occurrence,
      startsAt: localTimeOf(start, this.#timeZone),
      minutes: this.#minutes(calendar, event, own),
      summary: textOf(event, 'summary'),
      series: textOf(series ?? event, 'summary'),
      place: placeOf(event),
      link: linkOf(event),
      isCancelled: textOf(event, 'status').toUpperCase() === 'CANCELLED' || methodOf(calendar) === 'CANCEL',
    });
  }

  #minutes(calendar: ICAL.Component, event: ICAL.Component, start: Instant): number {
    const end = event.getFirstProperty('dtend');
    const duration = event.getFirstPropertyValue('duration');
    const until =
      end === null ? null : Date.parse(this.#instant(calendar, end, end.getFirstValue() as ICAL.Time));
    const minutes =
      until !== null
        ? (until - Date.parse(start)) / 60_000
        : duration instanceof ICAL.Duration
          ? duration.toSeconds() / 60
          : 60;
    return Math.min(7 * 1440, Math.max(1, Math.round(minutes)));
  }

  /** Moments at which a series meets, within the bounds. */
  #starts(calendar: ICAL.Component, master: ICAL.Component): Instant[] {
    const property = master.getFirstProperty('dtstart');
    const summary = textOf(master, 'summary');
    if (property === null) return [];
    for (const rule of master.getAllProperties('rrule')) {
      const { freq } = rule.getFirstValue() as ICAL.Recur;
      if (!['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'].includes(freq))
        throw new UserError('calendar-series', { path: this.#path, summary });
    }
    const starts: Instant[] = [];
    const expansion = new ICAL.RecurExpansion({
      component: master,
      dtstart: property.getFirstValue() as ICAL.Time,
    });
    for (let looked = 0; looked < most.looked; looked += 1) {
      const next = expansion.next() as ICAL.Time | ICAL.Period | null | undefined;
      if (next === null || next === undefined) return starts;
      const start = this.#instant(calendar, property, next instanceof ICAL.Period ? next.start : next);
      const day = start.slice(0, 10);
      if (day > this.#bounds.to) return starts;
      if (day >= this.#bounds.from) starts.push(start);
      if (starts.length > most.ofSeries)
        throw new UserError('calendar-series', { path: this.#path, summary });
    }
    throw new UserError('calendar-series', { path: this.#path, summary });
  }

  /** The moment of a wall-clock time: by the zone's name, else by the rules that the file itself gives for it. */
  #instant(calendar: ICAL.Component, property: ICAL.Property, time: ICAL.Time): Instant {
    if (time.zone === ICAL.Timezone.utcTimezone) return new Date(time.toUnixTime() * 1000).toISOString();
    const wall = `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}T${pad(time.hour)}:${pad(time.minute)}`;
    const named = String(property.getParameter('tzid') ?? '').replace(/^\/.*?\/(?=\w+\/\w)/, '');
    const known = windowsZones[named] ?? (isTimeZone(named) ? named : null);
    if (known !== null) return instantOf(wall, known);
    const zone = this.#zoneOf(calendar, property);
    if (zone === null) return instantOf(wall, this.#timeZone);
    const zoned = time.clone();
    zoned.zone = zone;
    return new Date(zoned.toUnixTime() * 1000).toISOString();
  }

  #zoneOf(calendar: ICAL.Component, property: ICAL.Property): ICAL.Timezone | null {
    const name = String(property.getParameter('tzid') ?? '');
    const zones = this.#zones.get(calendar) ?? new Map<string, ICAL.Timezone | null>();
    this.#zones.set(calendar, zones);
    const known = zones.get(name);
    if (known !== undefined) return known;
    const rules = calendar
      .getAllSubcomponents('vtimezone')
      .find((zone) => zone.getFirstPropertyValue('tzid') === name);
    const made = rules === undefined ? null : new ICAL.Timezone(rules);
    zones.set(name, made);
    return made;
  }
}

const sequenceOf = (event: ICAL.Component): number =>
  Number(event.getFirstPropertyValue('sequence') ?? 0) || 0;
const pad = (number: number, length = 2): string => String(number).padStart(length, '0');

function textOf(event: ICAL.Component, name: string): string {
  const value = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : '';
}

const isDay = (event: ICAL.Component): boolean =>
  (event.getFirstPropertyValue('dtstart') as ICAL.Time).isDate;
const isLink = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);
const placeOf = (event: ICAL.Component): string => {
  const place = textOf(event, 'location');
  return isLink(place) ? '' : place;
};
const methodOf = (calendar: ICAL.Component): string => textOf(calendar, 'method').toUpperCase();

/** The address of an online meeting, wherever its maker puts it. */
function linkOf(event: ICAL.Component): string {
  const names = [
    'x-microsoft-skypeteamsmeetingurl',
    'x-google-conference',
    'x-microsoft-onlinemeetingexternallink',
    'url',
    'location',
  ];
  const found = names.map((name) => textOf(event, name)).find(isLink);
  if (found !== undefined) return found;
  const known = /https:\/\/(?:teams\.microsoft\.com|[\w.-]*zoom\.us|meet\.google\.com)\/[^\s<>"]+/i;
  return known.exec(textOf(event, 'description'))?.[0] ?? '';
}
