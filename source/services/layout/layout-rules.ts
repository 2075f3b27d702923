import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakSpans, parseWeeks } from '../../domain/days/breaks.ts';
import { addDays, isoWeek, localDay, twoDigits, yearOf } from '../../domain/days/day.ts';
import { formatRhythm } from '../../domain/recurrence/rule-text.ts';
import { obstacleOn, slots } from '../../domain/recurrence/slots.ts';
import { dataFolder } from '../../data-folder.ts';
import { UserError } from '../../errors.ts';
import { projectFields, projectText } from '../../store/queries/project-text.ts';
import type { YearlyBreak } from '../../domain/days/breaks.ts';
import type { Day, Span } from '../../domain/days/day.ts';
import type { HolidayTable } from '../../domain/days/holidays.ts';
import type { Rule, SessionDay } from '../../domain/recurrence/recurrence.ts';
import type { SkipPolicy, SkipReason, Slot, SlotOptions } from '../../domain/recurrence/slots.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Store } from '../../store/file/open.ts';

/** One occurrence as its rule would have it. */
export interface Wanted {
  /** The slot's identity within the rule. */
  readonly slot: Day;
  /** The days on which it is in time. */
  readonly days: Span;
  /** The day that must lie within what is laid out; null where it stands wherever it lies. */
  readonly bound: Day | null;
  readonly values: Values;
}

/** What an occurrence that is there already came to. */
export interface Standing {
  readonly record: AnyRecord;
  /** Laid out by the rule, planned, still ahead, and touched by nobody. */
  readonly isFree: boolean;
  /** Fields that go on following the rule: nobody has changed just them, and what was planned is still ahead. */
  readonly follows: readonly string[];
}

/** What a rule is laid out into. */
export interface Ground {
  /** The last day that is looked at. */
  readonly until: Day;
  /** Occurrences that are there, those in the trash with them, by slot. */
  readonly standing: ReadonlyMap<Day, Standing>;
  /** Takes an occurrence that a person made for the rule and that is in time on these days; null for none. */
  readonly takeByHand: (days: Span) => AnyRecord | null;
}

/** What rules follow beside themselves: a change of these fields has the rules laid out again that `rules` finds. */
export interface Source {
  readonly register: string;
  readonly fields: readonly string[];
  /** Ids of the live rules that read the record. */
  readonly rules: (store: Store, record: AnyRecord) => number[];
}

/** How a register of rules lays out the occurrences of another. */
export interface Layout {
  /** The registers by their names: most changes bear on no rule, and then neither is looked at. */
  readonly rules: string;
  readonly occurrences: string;
  /** The occurrence's reference to its rule. */
  readonly field: string;
  /** Fields that the rule keeps for as long as nobody has touched the occurrence. */
  readonly kept: readonly string[];
  /** All that it fills when it lays one out. */
  readonly filled: readonly string[];
  readonly sources: readonly Source[];
  /** A break leaves slots out, so that they come when it goes; else it only moves them. */
  readonly breaksLeaveOut: boolean;
  readonly dayOf: (occurrence: Values) => Day;
  /** Is it still to come, so that its rule may move it or take it away? */
  readonly isAhead: (occurrence: Values, today: Day) => boolean;
  readonly wanted: (store: Store, rule: AnyRecord, ground: Ground) => Wanted[];
  /** @throws UserError wrong-rule where the rule and its own end leave nothing to lay out */
  readonly refuse?: (rule: AnyRecord, store: Store) => void;
}

/** The project's last day; null where it is open. */
export function endOfProject(store: Store): Day | null {
  return projectText(store, 'end');
}

let table: HolidayTable | null = null;

/** The public holidays, read once. */
export function holidayTable(): HolidayTable {
  table ??= JSON.parse(readFileSync(join(dataFolder, 'holidays.fi.json'), 'utf8')) as HolidayTable;
  return table;
}

/** The day of a day or local time. */
export const asDay = (value: unknown): Day => String(value ?? '').slice(0, 10);

export const idsIn = (rows: readonly Readonly<Record<string, unknown>>[]): number[] =>
  rows.map((row) => Number(row['id']));

/** The breaks and the end of the project bear on every rule. */
export const spanOfProject = (rules: string): Source => ({
  register: 'project',
  fields: ['breaks', 'start', 'end'],
  rules: (store) => idsIn(store.sql(`SELECT id FROM ${rules} WHERE removedStep IS NULL`).all()),
});

export const sessionLayout: Layout = {
  rules: 'series',
  occurrences: 'session',
  field: 'series',
  kept: ['startsAt', 'minutes', 'place', 'link'],
  filled: ['group', 'series', 'slot', 'startsAt', 'minutes', 'place', 'link'],
  sources: [
    spanOfProject('series'),
    {
      register: 'group',
      fields: ['minutes', 'place', 'link'],
      rules: (store, { id }) =>
        idsIn(store.sql('SELECT id FROM series WHERE "group" = ? AND removedStep IS NULL').all(id)),
    },
  ],
  breaksLeaveOut: true,
  dayOf: ({ startsAt }) => asDay(startsAt),
  refuse: refuseSkipped,
  isAhead: ({ startsAt, slot }, today) => asDay(startsAt) > today && asDay(slot) > today,
  wanted: (store, rule, { until }) => {
    const { group } = rule;
    const of = store.sql('SELECT minutes, place, link FROM "group" WHERE id = ?').get(group) ?? {};
    const { time = usualTime } = rule['rule'] as { readonly time?: string };
    return seriesSlots(store, rule, until).flatMap(({ slot, day }) => {
      if (day === null) return [];
      const values = {
        group,
        slot: `${slot}T${time}`,
        startsAt: `${day}T${time}`,
        minutes: rule['minutes'] ?? of['minutes'] ?? null,
        place: rule['place'] ?? of['place'] ?? null,
        link: rule['link'] ?? of['link'] ?? null,
      };
      return [{ slot, days: { from: day, to: day }, bound: slot, values }];
    });
  },
};

/** The slots of a series with these values up to a day, skipped ones with the others. */
export function seriesSlots(store: Store, values: Values, until: Day): Slot[] {
  return laidOut(store, values['rule'] as Rule, { until, skip: skipPolicy(store, values, until) });
}

/** What stands in the way of a series on a day. */
export function seriesObstacle(store: Store, values: Values, day: Day): SkipReason | null {
  return obstacleOn(day, { skip: skipPolicy(store, values, day), holidays: holidayTable() });
}

const allSkipped = {
  fi: 'sen jokainen päivä on pyhä, tauolla tai väliviikolla',
  en: 'every one of its days is a holiday, in a break or in a week left out',
};

/** A series none of whose days is ever held. One outside the project's span is nobody's mistake. */
function refuseSkipped(rule: AnyRecord, store: Store): void {
  const kept = rule['rule'] as Rule & { readonly until?: Day | null };
  const until = kept.until ?? endOfProject(store);
  if (until === null) return;
  const found = seriesSlots(store, rule, until);
  if (found.length > 0 && found.every(({ day }) => day === null))
    throw new UserError('wrong-rule', { text: formatRhythm(kept, 'fi'), reason: allSkipped });
}

export const least = (one: Day, other: Day): Day => (one < other ? one : other);

/** The rule's slots up to a day; those beside sessions read these from the file. */
export function laidOut(
  store: Store,
  rule: Rule,
  options: Pick<SlotOptions, 'until' | 'skip' | 'doneOn'>,
): Slot[] {
  const sessions = rule.kind === 'aroundSession' ? sessionsOf(store, rule.group) : [];
  return slots(rule, { ...options, holidays: holidayTable(), sessions });
}

/**
 * Sessions of the group that a rule names by code or name, by the slots that they keep when they move: that of their
 * series, else the day for which they were first called.
 */
function sessionsOf(store: Store, group: string): SessionDay[] {
  const rows = store
    .sql<{
      uid: string;
      slot: string;
      startsAt: string;
      state: string;
    }>(`SELECT r.uid, coalesce(s.slot, (SELECT c.image ->> '$.startsAt' FROM change AS c
        WHERE c.recordUid = r.uid ORDER BY c.step LIMIT 1), s.startsAt) AS slot, s.startsAt, s.state FROM session AS s
      JOIN record AS r ON r.id = s.id JOIN record AS g ON g.id = s."group" JOIN "group" AS o ON o.id = g.id
      WHERE s.removedStep IS NULL AND o.removedStep IS NULL AND (g.code = :group OR fold(g.heading) = fold(:group))
      ORDER BY s.startsAt, s.id`)
    .all({ group: group.trim() });
  return rows.map(({ uid, slot, startsAt, state }) => ({
    uid,
    slot: localDay(slot),
    day: state === 'cancelled' ? null : localDay(startsAt),
  }));
}

/** Days of the project's breaks, from its start to the end of the year after. */
export function breaksOf(store: Store, toYear: number): Span[] {
  const project = projectFields(store, 'breaks', 'start');
  if (typeof project?.breaks !== 'string') return [];
  const fromYear = typeof project.start === 'string' ? yearOf(project.start) : toYear - 10;
  return breakSpans(
    JSON.parse(project.breaks) as readonly YearlyBreak[],
    Math.min(fromYear, toYear),
    toYear + 1,
  );
}

function skipPolicy(store: Store, rule: Values, until: Day): SkipPolicy {
  const lastYear = yearOf(addDays(until, 7));
  const { kind } = rule['rule'] as Rule;
  const { holidays } = rule;
  return {
    holidays: holidays === 'moveBack' ? 'move' : ((holidays ?? 'skip') as SkipPolicy['holidays']),
    moveTo: holidays === 'moveBack' ? 'previousDay' : 'nextDay',
    away: rule['breaks'] === 'move' ? 'move' : 'skip',
    // Of these nobody chose the weekday.
    weekends: kind === 'months' || kind === 'timesAYear' ? 'move' : 'keep',
    breaks: breaksOf(store, lastYear),
    weeks: (rule['skippedWeeks'] as readonly string[]).flatMap((text) => weeksMeant(text, lastYear)),
  };
}

/** A week or several of one year, or of every year: the ten up to the last one laid out. */
function weeksMeant(text: string, lastYear: number): string[] {
  const weeks = parseWeeks(text);
  if (weeks === null) return [];
  const { year, fromWeek, toWeek } = weeks;
  const years = year === null ? Array.from({ length: 10 }, (_, back) => lastYear - back) : [year];
  return years.flatMap((one) =>
    breakSpans([{ fromWeek, toWeek }], one, one)
      .filter(({ from }) => isoWeek(from).year === one)
      .flatMap(({ from, to }) => mondaysIn(from, to))
      .map((monday) => `${isoWeek(monday).year}-W${twoDigits(isoWeek(monday).week)}`),
  );
}

function mondaysIn(from: Day, to: Day): Day[] {
  const mondays: Day[] = [];
  for (let monday = from; monday <= to; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}

const usualTime = '09:00';
