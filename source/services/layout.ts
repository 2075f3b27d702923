import { createHash } from 'node:crypto';
import { addDays } from '../domain/day.ts';
import { changesOfRecord, changesOfStep, readStep } from '../store/journal.ts';
import { same } from '../store/images.ts';
import { partsOf, referrersOf } from '../store/links.ts';
import { definitionOf, identityByUid } from '../store/records.ts';
import { layouts, least } from './layout-rules.ts';
import { todayOf, uuidText } from './project.ts';
import { isReversed } from './undo.ts';
import { initialValues } from './values.ts';
import { write } from './write.ts';
import type { Day } from '../domain/day.ts';
import type { AnyRecord } from '../registers/index.ts';
import type { Change } from '../store/journal.ts';
import type { Layout, Wanted } from './layout-rules.ts';
import type { Project } from './project.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import type { Written } from './write.ts';

/** An occurrence's uid follows from its rule and slot, so that two copies lay out the same record. */
export function occurrenceUid(ruleUid: string, slot: Day): string {
  const bytes = createHash('sha256').update(`${ruleUid} ${slot}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return uuidText(bytes);
}

/** Lays out the planned occurrences of a series or a promise again, as a step of its own; nothing where all is as it should be. */
export function layOut(project: Project, id: number, until?: Day): Written<void> {
  const register = definitionOf(project.store, id).name;
  return write(project, { kind: 'system', label: { verb: 'layOut', register } }, (unit) => {
    layOutRule(project, unit, id, until);
  });
}

/** Lays out what the rules that a unit of work has added or changed ask for: part of the same step. */
export function layOutTouched(project: Project, unit: UnitOfWork): void {
  for (const { id, definition, before } of unit.touched) {
    const layout = layouts.find(({ rules }) => rules === definition);
    if (layout === undefined) continue;
    const after = unit.read(id);
    if (after.removedStep !== null) continue;
    const changed = Object.keys(definition.fields).some((name) => !same(before?.[name], after[name]));
    if (before === null || before.removedStep !== null || changed) layOutRule(project, unit, id);
  }
}

/** What an occurrence that is there already came to. */
interface Standing {
  readonly record: AnyRecord;
  /** Laid out by the rule, planned, still ahead, and touched by nobody. */
  readonly isFree: boolean;
}

/**
 * Brings the occurrences of a rule in line with it: those that are missing from today on are added, up to `until` (the
 * end of the project, else a year ahead), and those that are free follow the rule or go. Held, moved, cancelled,
 * edited and past ones stay, and what a person removed is not laid out again.
 */
function layOutRule(project: Project, unit: UnitOfWork, id: number, until?: Day): void {
  const rule = unit.read(id);
  const layout = layouts.find(({ rules }) => rules === definitionOf(project.store, id));
  if (layout === undefined || rule.removedStep !== null) return;
  const today = todayOf(project);
  const end = until ?? endOf(project, today);
  const standing = standingOf(project, unit, layout, rule, today);
  const farthest = [...standing.keys()].reduce((one, other) => (one > other ? one : other), end);
  const wanted = layout.wanted(project.store, rule, farthest);
  const bySlot = new Map(wanted.map((each) => [each.slot, each]));
  for (const [slot, { record, isFree }] of standing) {
    if (isFree) follow(unit, layout, record, bySlot.get(slot) ?? null);
  }
  const byHand = madeByHand(project, unit, layout, rule);
  for (const each of wanted) {
    if (each.slot > end || each.days.to < today || standing.has(each.slot)) continue;
    const taken = byHand.findIndex((day) => day >= each.days.from && day <= each.days.to);
    if (taken >= 0) byHand.splice(taken, 1);
    else addOccurrence(project, unit, layout, rule, each);
  }
}

function endOf(project: Project, today: Day): Day {
  const end = project.store.sql('SELECT "end" AS day FROM project WHERE removedStep IS NULL LIMIT 1').get()?.[
    'day'
  ];
  // A rule without an end is laid out for as long as anybody plans.
  return typeof end === 'string' ? least(end, addDays(today, 3 * 366)) : addDays(today, 366);
}

/** The free occurrence takes what its rule has for its slot; one that the rule has no more goes, and comes back with its slot. */
function follow(unit: UnitOfWork, layout: Layout, record: AnyRecord, wanted: Wanted | null): void {
  if (wanted === null) {
    unit.remove(record.id, true);
    return;
  }
  unit.restore(record.id);
  const patch = Object.fromEntries(layout.kept.map((name) => [name, wanted.values[name]]));
  if (layout.kept.some((name) => !same(record[name], patch[name]))) unit.change(record.id, patch);
}

function addOccurrence(
  project: Project,
  unit: UnitOfWork,
  layout: Layout,
  rule: AnyRecord,
  wanted: Wanted,
): void {
  const uid = occurrenceUid(rule.uid, wanted.slot);
  // One that was given to another rule keeps its uid and is not made twice.
  if (identityByUid(project.store, uid) !== null) return;
  unit.add(layout.occurrences.name, { ...wanted.values, [layout.field]: rule.id }, uid);
}

/** Every occurrence that has a slot of the rule, those in the trash with them, by slot. */
function standingOf(
  project: Project,
  unit: UnitOfWork,
  layout: Layout,
  rule: AnyRecord,
  today: Day,
): Map<Day, Standing> {
  const { name } = layout.occurrences;
  const rows = project.store
    .sql(`SELECT id, slot FROM "${name}" WHERE "${layout.field}" = ? AND slot IS NOT NULL ORDER BY slot`)
    .all(rule.id) as { id: number; slot: string }[];
  const laidOut = laidOutBy(project, rule.uid);
  return new Map(
    rows.map(({ id, slot }): [Day, Standing] => {
      const record = unit.read(id);
      const isAhead = layout.dayOf(record) > today && slot.slice(0, 10) > today;
      return [
        slot.slice(0, 10),
        { record, isFree: isAhead && isUntouched(project, layout, record, laidOut) },
      ];
    }),
  );
}

/** Did a step lay out occurrences of the rule, rather than a person change one? Asked once a step. */
function laidOutBy(project: Project, ruleUid: string): (step: number) => boolean {
  const known = new Map<number, boolean>();
  return (step) => {
    let answer = known.get(step);
    if (answer === undefined) {
      const isSystem = readStep(project.store, step)?.kind === 'system';
      answer = isSystem || changesOfStep(project.store, step).some(({ recordUid }) => recordUid === ruleUid);
      known.set(step, answer);
    }
    return answer;
  };
}

function isUntouched(
  project: Project,
  layout: Layout,
  record: AnyRecord,
  laidOut: (step: number) => boolean,
): boolean {
  const { store } = project;
  const initial = initialValues(layout.occurrences, '');
  const others = Object.keys(initial).filter((name) => !layout.filled.includes(name));
  if (others.some((name) => !same(record[name], initial[name]))) return false;
  const changes = changesOfRecord(store, record.uid);
  const inForce = (change: Change): boolean =>
    readStep(store, change.step)?.reverses === null && !isReversed(project, change.step);
  if (changes.some((change) => inForce(change) && !laidOut(change.step))) return false;
  // In the trash: only where the laying out itself, or taking that back, put it there.
  const last = changes.at(-1);
  if (record.removedStep !== null) return last !== undefined && laidOut(last.step);
  const named = referrersOf(store, layout.occurrences, record.id);
  return named.length === 0 && partsOf(store, layout.occurrences, record.id, null).length === 0;
}

/** Days of occurrences that a person added for the rule without a slot: each stands for the slot that it is in time for. */
function madeByHand(project: Project, unit: UnitOfWork, layout: Layout, rule: AnyRecord): Day[] {
  const { name } = layout.occurrences;
  return project.store
    .sql(`SELECT id FROM "${name}" WHERE "${layout.field}" = ? AND slot IS NULL AND removedStep IS NULL`)
    .all(rule.id)
    .map((row) => layout.dayOf(unit.read(Number(row['id']))));
}
