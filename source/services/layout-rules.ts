import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakSpans } from '../domain/breaks.ts';
import { addDays, localDay, twoDigits, yearOf } from '../domain/day.ts';
import { skipNothing, slots } from '../domain/slots.ts';
import { dataFolder } from '../data-folder.ts';
import { delivery, promise, series, session } from '../registers/index.ts';
import type { YearlyBreak } from '../domain/breaks.ts';
import type { Day, Span } from '../domain/day.ts';
import type { HolidayTable } from '../domain/holidays.ts';
import type { Rule, SessionDay } from '../domain/recurrence.ts';
import type { SkipPolicy, Slot } from '../domain/slots.ts';
import type { AnyRecord, Definition } from '../registers/index.ts';
import type { Values } from '../store/images.ts';
import type { Store } from '../store/open.ts';

/** One occurrence as its rule would have it. */
export interface Wanted {
  /** The slot's identity within the rule. */
  readonly slot: Day;
  /** The days on which it is in time. */
  readonly days: Span;
  readonly values: Values;
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
  readonly rules: Definition;
  readonly occurrences: Definition;
  /** The occurrence's reference to its rule. */
  readonly field: string;
  /** Fields that the rule keeps for as long as nobody has touched the occurrence. */
  readonly kept: readonly string[];
  /** All that it fills when it lays one out. */
  readonly filled: readonly string[];
  readonly sources: readonly Source[];
  readonly dayOf: (occurrence: Values) => Day;
  readonly wanted: (store: Store, rule: AnyRecord, until: Day) => Wanted[];
}

let table: HolidayTable | null = null;

function holidayTable(): HolidayTable {
  table ??= JSON.parse(readFileSync(join(dataFolder, 'holidays.fi.json'), 'utf8')) as HolidayTable;
  return table;
}

const asDay = (value: unknown): Day => String(value ?? '').slice(0, 10);

const idsIn = (rows: readonly Readonly<Record<string, unknown>>[]): number[] =>
  rows.map((row) => Number(row['id']));

/** The breaks and the end of the project bear on every rule. */
const spanOfProject = (rules: Definition): Source => ({
  register: 'project',
  fields: ['breaks', 'start', 'end'],
  rules: (store) => idsIn(store.sql(`SELECT id FROM ${rules.name} WHERE removedStep IS NULL`).all()),
});

const sessionLayout: Layout = {
  rules: series,
  occurrences: session,
  field: 'series',
  kept: ['startsAt', 'minutes', 'place', 'link'],
  filled: ['group', 'series', 'slot', 'startsAt', 'minutes', 'place', 'link'],
  sources: [
    spanOfProject(series),
    {
      register: 'group',
      fields: ['minutes', 'place', 'link'],
      rules: (store, { id }) =>
        idsIn(store.sql('SELECT id FROM series WHERE "group" = ? AND removedStep IS NULL').all(id)),
    },
  ],
  dayOf: ({ startsAt }) => asDay(startsAt),
  wanted: (store, rule, until) => {
    const { group } = rule;
    const of = store.sql('SELECT minutes, place, link FROM "group" WHERE id = ?').get(group) ?? {};
    const { time = usualTime } = rule['rule'] as { readonly time?: string };
    const skip = skipPolicy(store, rule, until);
    return laidOut(store, rule['rule'] as Rule, until, skip).flatMap(({ slot, day }) => {
      if (day === null) return [];
      const values = {
        group,
        slot: `${slot}T${time}`,
        startsAt: `${day}T${time}`,
        minutes: rule['minutes'] ?? of['minutes'] ?? null,
        place: rule['place'] ?? of['place'] ?? null,
        link: rule['link'] ?? of['link'] ?? null,
      };
      return [{ slot, days: { from: day, to: day }, values }];
    });
  },
};

const deliveryLayout: Layout = {
  rules: promise,
  occurrences: delivery,
  field: 'promise',
  kept: ['due', 'late', 'title', 'means'],
  filled: ['plan', 'promise', 'slot', 'due', 'late', 'title', 'means'],
  sources: [
    spanOfProject(promise),
    {
      register: 'session',
      fields: ['group', 'slot', 'startsAt', 'state'],
      rules: (store, record) => promisesAround(store, Number(record['group'])),
    },
  ],
  dayOf: ({ due, late }) => asDay(late ?? due),
  wanted: (store, line, until) => {
    const rule = line['rule'] as Rule;
    const end = line['until'] === null ? until : least(until, asDay(line['until']));
    // A window gives way to holidays and breaks; what is promised for a day stays on it.
    const breaks = breaksOf(store, yearOf(end));
    const skip: SkipPolicy = rule.kind === 'window' ? { holidays: 'move', breaks, weeks: [] } : skipNothing;
    return laidOut(store, rule, end, skip).flatMap(({ slot, day, latest, skipped }) => {
      if (skipped?.because === 'sessionCancelled') return [];
      const due = day ?? slot;
      const late = latest > due ? latest : null;
      const { plan, title, means } = line;
      return [
        { slot, days: { from: due, to: late ?? due }, values: { plan, slot, title, means, due, late } },
      ];
    });
  },
};

export const layouts: readonly Layout[] = [sessionLayout, deliveryLayout];

export const least = (one: Day, other: Day): Day => (one < other ? one : other);

function laidOut(store: Store, rule: Rule, until: Day, skip: SkipPolicy): Slot[] {
  const sessions = rule.kind === 'aroundSession' ? sessionsOf(store, rule.group) : [];
  return slots(rule, { until, skip, holidays: holidayTable(), sessions });
}

/** Sessions of the group that a rule names by code or name, by the slots that they keep when they move. */
function sessionsOf(store: Store, group: string): SessionDay[] {
  const rows = store
    .sql(`SELECT r.uid, coalesce(s.slot, s.startsAt) AS slot, s.startsAt, s.state FROM session AS s
      JOIN record AS r ON r.id = s.id JOIN record AS g ON g.id = s."group" JOIN "group" AS o ON o.id = g.id
      WHERE s.removedStep IS NULL AND o.removedStep IS NULL AND (g.code = :group OR fold(g.heading) = fold(:group))
      ORDER BY s.startsAt, s.id`)
    .all({ group: group.trim() }) as { uid: string; slot: string; startsAt: string; state: string }[];
  return rows.map(({ uid, slot, startsAt, state }) => ({
    uid,
    slot: localDay(slot),
    day: state === 'cancelled' ? null : localDay(startsAt),
  }));
}

/** Promises that go with the sessions of a group, which they name by code or name. */
function promisesAround(store: Store, group: number): number[] {
  const rows = store
    .sql(`SELECT p.id FROM promise AS p JOIN record AS g ON g.id = :group
      WHERE p.removedStep IS NULL AND p.rule ->> 'kind' = 'aroundSession'
        AND (p.rule ->> 'group' = g.code OR fold(p.rule ->> 'group') = fold(g.heading))`)
    .all({ group });
  return idsIn(rows);
}

function breaksOf(store: Store, toYear: number): Span[] {
  const project = store.sql('SELECT breaks, start FROM project WHERE removedStep IS NULL LIMIT 1').get();
  if (typeof project?.['breaks'] !== 'string') return [];
  const fromYear = typeof project['start'] === 'string' ? yearOf(project['start']) : toYear - 10;
  return breakSpans(
    JSON.parse(project['breaks']) as readonly YearlyBreak[],
    Math.min(fromYear, toYear),
    toYear + 1,
  );
}

function skipPolicy(store: Store, rule: AnyRecord, until: Day): SkipPolicy {
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

/** `2022-W30`, `vko 30/2022`, or `vko 30` for that week of every year: the ten up to the last one laid out. */
function weeksMeant(text: string, lastYear: number): string[] {
  const year = /\d{4}/.exec(text)?.[0];
  const week = /\d{1,2}/.exec(text.replace(/\d{4}/, ''))?.[0];
  if (week === undefined) return [];
  const years = year === undefined ? Array.from({ length: 10 }, (_, back) => lastYear - back) : [year];
  return years.map((one) => `${one}-W${twoDigits(Number(week))}`);
}

const usualTime = '09:00';
