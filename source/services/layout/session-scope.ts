/** A change to a session of a series that is meant for this one, for this and those that follow, or for all ahead. */
import { addDays, differenceInDays, localDay } from '../../domain/days/day.ts';
import { endRule, shiftRule, slotsFrom } from '../../domain/recurrence/shift-rule.ts';
import { UserError } from '../../errors.ts';
import { series as seriesRegister } from '../../registers/series.ts';
import { same } from '../../store/journal/images.ts';
import { layOutRule } from './layout.ts';
import { todayOf } from '../project/project.ts';
import { getRecord } from '../reading/get-record.ts';
import { write } from '../writing/write.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Rule } from '../../domain/recurrence/recurrence.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Written } from '../writing/write.ts';

export const scopes = ['this', 'following', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** What a series can carry on for its sessions; all else is always of the one session. */
const carried = ['startsAt', 'minutes', 'place', 'link'] as const;

/** Could the change be meant for more than this session? */
export function concernsSeries(project: Project, id: number, values: Values): boolean {
  const session = getRecord(project, id);
  if (session['series'] === null || session['slot'] === null) return false;
  const isCancelled = values['state'] === 'cancelled' && session['state'] !== 'cancelled';
  const changes = carried.some((name) => name in values && !same(values[name], session[name]));
  return isCancelled || (changes && isPlanned(session));
}

/** How many sessions of the series are still planned: from the session on, and in all. */
export function plannedAhead(project: Project, id: number): { following: number; all: number } {
  const session = getRecord(project, id);
  const row = project.store
    .sql(`SELECT count(*) AS "all", coalesce(sum(slot >= :slot), 0) AS following FROM session
      WHERE series = :series AND removedStep IS NULL AND state = 'planned' AND startsAt >= :today`)
    .get({ series: session['series'], slot: session['slot'], today: todayOf(project) });
  return { following: Number(row?.['following']), all: Number(row?.['all']) };
}

/**
 * Changes a session, and with `following` or `all` its series: the series ends before it, and one that names it goes
 * on with the new time, length, place or link. What people moved, cancelled or removed stays so. A session of a series
 * whose time changes is `moved`. @throws UserError no-series, conflict
 */
export function changeSession(
  project: Project,
  id: number,
  values: Values,
  scope: Scope = 'this',
  options: { readonly verb?: string; readonly baseVersion?: number | undefined } = {},
): Written<void> {
  const { verb = 'set', baseVersion } = options;
  const fields = Object.keys(values);
  return write(project, { kind: 'user', label: { verb, register: 'session', fields } }, (unit) => {
    const session = unit.read(id);
    if (scope === 'this') {
      unit.change(id, withMoved(session, values), baseVersion);
      return;
    }
    const series = seriesOf(unit, session);
    if (values['state'] === 'cancelled')
      endSeries(project, unit, { series, session, values, scope, baseVersion });
    else carryOn(project, unit, { series, session, values, scope, baseVersion });
  });
}

const isPlanned = ({ state }: Values): boolean => state === 'planned' || state === 'moved';

/** A session of a series that is given another time by itself is a moved one. */
function withMoved(session: AnyRecord, values: Values): Values {
  const startsAt = values['startsAt'] ?? session['startsAt'];
  const isMoved =
    session['slot'] !== null && session['state'] === 'planned' && startsAt !== session['startsAt'];
  return isMoved ? { state: 'moved', ...values } : values;
}

function seriesOf(unit: UnitOfWork, session: AnyRecord): AnyRecord {
  const { series } = session;
  if (typeof series !== 'number' || session['slot'] === null)
    throw new UserError('no-series', { code: session.code ?? session.heading }, 2);
  return unit.read(series);
}

interface Ask {
  readonly series: AnyRecord;
  readonly session: AnyRecord;
  readonly values: Values;
  readonly scope: Scope;
  readonly baseVersion?: number | undefined;
}

const slotOf = (session: Values): Day => localDay(String(session['slot']));

/** The first slot that the change is meant for. */
function firstSlot(project: Project, { series, session, scope }: Ask): Day {
  const own = slotOf(session);
  if (scope !== 'all') return own;
  const next = project.store
    .sql(
      `SELECT min(slot) AS slot FROM session WHERE series = ? AND removedStep IS NULL AND state = 'planned' AND startsAt > ?`,
    )
    .get(series.id, `${todayOf(project)}T24`)?.['slot'];
  return typeof next === 'string' && localDay(next) < own ? localDay(next) : own;
}

/** The series ends; what had been prepared for later is cancelled, and what had not goes with the rule. */
function endSeries(project: Project, unit: UnitOfWork, ask: Ask): void {
  const { series, session, values, baseVersion } = ask;
  const first = firstSlot(project, ask);
  const rule = series['rule'] as Rule;
  unit.change(session.id, values, baseVersion);
  unit.change(series.id, { rule: endRule(rule, addDays(first, -1)) ?? endRule(rule, first) ?? rule });
  layOutRule(project, unit, series.id);
  const left = project.store
    .sql(
      `SELECT id FROM session WHERE series = ? AND slot >= ? AND removedStep IS NULL AND state = 'planned' AND startsAt >= ?`,
    )
    .all(series.id, first, todayOf(project));
  for (const row of left) unit.change(Number(row['id']), values);
}

function carryOn(project: Project, unit: UnitOfWork, ask: Ask): void {
  const { series, session, values, baseVersion } = ask;
  unit.change(session.id, values, baseVersion);
  const startsAt = String(values['startsAt'] ?? session['startsAt']);
  const [slot, first] = [slotOf(session), firstSlot(project, ask)];
  const isTimed = values['startsAt'] !== undefined;
  const shift = isTimed ? localDay(startsAt) : slot;
  const shared = Object.fromEntries(
    carried.filter((name) => name !== 'startsAt' && name in values).map((name) => [name, values[name]]),
  );
  const rule = series['rule'] as Rule;
  const time = isTimed ? startsAt.slice(11) : (rule as { time?: string }).time;
  const hoursOnly = shift === slot;
  if (ask.scope === 'all' && hoursOnly) {
    // No day moves, so every slot stays what it is and the series can go on as itself.
    unit.change(series.id, { ...shared, rule: time === undefined ? rule : { ...rule, time } });
    return;
  }
  const next = shiftRule(rule, first, hoursOnly ? first : shifted(first, slot, shift), time);
  if (next === null) throw new UserError('no-series', { code: session.code ?? session.heading }, 2);
  const successor = split(project, unit, { series, first, next, shared });
  layOutRule(project, unit, successor);
  if (unit.read(session.id).removedStep === null) return;
  // A day on which the series itself holds nothing, but which was just chosen for this session.
  unit.restore(session.id);
  unit.change(session.id, { ...values, state: 'moved' });
}

/** The first slot, as far from its day as the session that was moved is from its own. */
function shifted(first: Day, slot: Day, to: Day): Day {
  return addDays(first, differenceInDays(to, slot));
}

interface Split {
  readonly series: AnyRecord;
  readonly first: Day;
  readonly next: Rule;
  readonly shared: Values;
}

/** Ends the series before the slot and hands all from there on, also what lies in the trash, to a new one that names it. */
function split(project: Project, unit: UnitOfWork, { series, first, next, shared }: Split): number {
  const rule = series['rule'] as Rule;
  const rows = project.store
    .sql<{ id: number; slot: string }>(
      'SELECT id, slot FROM session WHERE series = ? AND slot >= ? ORDER BY slot',
    )
    .all(series.id, first);
  const old = slotsUpTo(rule, first, rows.at(-1)?.slot ?? first);
  const now = slotsFrom(next, '1000-01-01', old.length);
  const places = new Map(old.map((day, index) => [day, now[index]]));
  const own = Object.fromEntries(Object.keys(seriesRegister.fields).map((name) => [name, series[name]]));
  const ended = endRule(rule, addDays(first, -1));
  const successor = unit.add('series', { ...own, ...shared, rule: next, continues: series.id });
  const { time = '09:00' } = next as { time?: string };
  for (const { id, slot } of rows) {
    const place = places.get(localDay(slot));
    // What lies in the trash goes along, so that the new series does not lay it out again.
    if (place !== undefined) unit.putBack(id, { series: successor, slot: `${place}T${time}` });
  }
  if (ended !== null) unit.change(series.id, { rule: ended });
  else {
    // Nothing of it came before: the new one stands in its place.
    unit.change(successor, { continues: series['continues'] });
    unit.remove(series.id, true);
  }
  return successor;
}

function slotsUpTo(rule: Rule, first: Day, last: string): Day[] {
  const end = localDay(last);
  let count = 64;
  for (;;) {
    const found = slotsFrom(rule, first, count);
    if (found.length < count || (found.at(-1) ?? end) >= end) return found.filter((day) => day <= end);
    count *= 2;
  }
}
