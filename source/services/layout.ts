import { createHash } from 'node:crypto';
import { addDays } from '../domain/day.ts';
import { changesOfRecord, changesOfStep, readStep } from '../store/journal.ts';
import { same } from '../store/images.ts';
import { partsOf, referrersOf } from '../store/links.ts';
import { definitionOf, identityByUid } from '../store/records.ts';
import { layouts, least } from './layout-rules.ts';
import { todayOf, uuidText } from './project.ts';
import { isReversed } from './reversed.ts';
import { initialValues } from './values.ts';
import type { Day } from '../domain/day.ts';
import type { AnyRecord, Definition } from '../registers/index.ts';
import type { Layout, Source, Wanted } from './layout-rules.ts';
import type { Project } from './project.ts';
import type { TouchedRecord, UnitOfWork } from './unit-of-work.ts';

/** An occurrence's uid follows from its rule and slot, so that two copies lay out the same record. */
export function occurrenceUid(ruleUid: string, slot: Day): string {
  const bytes = createHash('sha256').update(`${ruleUid} ${slot}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return uuidText(bytes);
}

/**
 * Lays out what a unit of work asks for, as part of the same step: rules that it has added or changed, and those that
 * read what it has changed (the breaks of the project, the place of a group, a session that moved). `onlyRules`: the
 * step carries an earlier day and may only add.
 */
export function layOutTouched(project: Project, unit: UnitOfWork, onlyRules = false): void {
  // Sessions come before the promises that go with them.
  for (const layout of layouts) {
    const rules = new Set<number>();
    for (const touched of unit.touched) {
      const after = unit.read(touched.id);
      if (touched.definition === layout.rules && changedIn(touched, after, Object.keys(layout.rules.fields)))
        rules.add(touched.id);
      for (const source of onlyRules ? [] : layout.sources)
        for (const id of readersOf(project, source, touched, after)) rules.add(id);
    }
    for (const id of rules) layOutRule(project, unit, id);
  }
}

function readersOf(project: Project, source: Source, touched: TouchedRecord, after: AnyRecord): number[] {
  const { definition, before } = touched;
  if (definition.name !== source.register || !changedIn(touched, after, source.fields)) return [];
  const versions = before === null ? [after] : [before, after];
  return versions.flatMap((record) => source.rules(project.store, record));
}

function changedIn({ before }: TouchedRecord, after: AnyRecord, fields: readonly string[]): boolean {
  if (before === null || before.removedStep !== after.removedStep) return true;
  return fields.some((name) => !same(before[name], after[name]));
}

/** What an occurrence that is there already came to. */
interface Standing {
  readonly record: AnyRecord;
  /** Laid out by the rule, planned, still ahead, and touched by nobody. */
  readonly isFree: boolean;
  /** Fields that go on following the rule: nobody has changed just them, and what was planned is still ahead. */
  readonly follows: readonly string[];
}

/**
 * Brings the occurrences of a rule in line with it: those that are missing from today on are added, up to `until` (the
 * end of the project, else a year ahead); those that are free go when the rule has them no more, and come back with
 * it; what nobody has changed of a planned one follows the rule. Held, moved, cancelled and past ones stay, and what a
 * person removed is not laid out again. A rule in the trash has none.
 */
export function layOutRule(project: Project, unit: UnitOfWork, id: number, until?: Day): void {
  const rule = unit.read(id);
  const layout = layouts.find(({ rules }) => rules === definitionOf(project.store, id));
  if (layout === undefined) return;
  const today = todayOf(project);
  const end = until ?? endOf(project, today);
  const standing = standingOf(project, unit, layout, rule, today);
  const farthest = [...standing.keys()].reduce((one, other) => (one > other ? one : other), end);
  const wanted = rule.removedStep === null ? layout.wanted(project.store, rule, farthest) : [];
  const bySlot = new Map(wanted.map((each) => [each.slot, each]));
  for (const [slot, each] of standing) follow(unit, each, bySlot.get(slot) ?? null);
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

/** A free occurrence that its rule has no more goes, and comes back with its slot; else it takes what its rule has now. */
function follow(unit: UnitOfWork, { record, isFree, follows }: Standing, wanted: Wanted | null): void {
  if (wanted === null) {
    if (isFree) unit.remove(record.id, true);
    return;
  }
  if (isFree) unit.restore(record.id);
  const patch = Object.fromEntries(follows.map((name) => [name, wanted.values[name]]));
  if (follows.some((name) => !same(record[name], patch[name]))) unit.change(record.id, patch);
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
  const laidOut = laidOutBy(project, layout);
  return new Map(
    rows.map(({ id, slot }): [Day, Standing] => {
      const record = unit.read(id);
      const isAhead = layout.dayOf(record) > today && slot.slice(0, 10) > today;
      const standing = { record, isFree: false, follows: [] };
      return [slot.slice(0, 10), isAhead ? judged(project, layout, record, laidOut) : standing];
    }),
  );
}

/** Did a step lay out occurrences, rather than a person change one? Told by what else it changed; asked once a step. */
function laidOutBy(project: Project, layout: Layout): (step: number) => boolean {
  const known = new Map<number, boolean>();
  const causes = new Set([layout.rules.name, ...layout.sources.map(({ register }) => register)]);
  return (step) => {
    let answer = known.get(step);
    if (answer === undefined) {
      const isSystem = readStep(project.store, step)?.kind === 'system';
      answer = isSystem || changesOfStep(project.store, step).some(({ register }) => causes.has(register));
      known.set(step, answer);
    }
    return answer;
  };
}

/** What a person has made of an occurrence that is still ahead. */
function judged(
  project: Project,
  layout: Layout,
  record: AnyRecord,
  laidOut: (step: number) => boolean,
): Standing {
  const { store } = project;
  const { occurrences, kept, filled } = layout;
  const changes = changesOfRecord(store, record.uid);
  const last = changes.at(-1);
  // In the trash: free only where the laying out itself, or taking that back, put it there.
  if (record.removedStep !== null && (last === undefined || !laidOut(last.step)))
    return { record, isFree: false, follows: [] };
  const initial = initialValues(occurrences, '');
  if (!same(record['state'], initial['state'])) return { record, isFree: false, follows: [] };
  const byPeople = new Set(
    changes.flatMap(({ step, image }, index) => {
      if (readStep(store, step)?.reverses !== null || isReversed(project, step) || laidOut(step)) return [];
      const before = changes[index - 1]?.image;
      return Object.keys(occurrences.fields).filter((name) => !same(before?.[name], image?.[name]));
    }),
  );
  const isBare = Object.keys(initial).every(
    (name) => filled.includes(name) || same(record[name], initial[name]),
  );
  const isFree = isBare && byPeople.size === 0 && (record.removedStep !== null || isAlone(project, occurrences, record.id)); // prettier-ignore
  const isLive = record.removedStep === null || isFree;
  return { record, isFree, follows: isLive ? kept.filter((name) => !byPeople.has(name)) : [] };
}

/** Nothing names it and nothing belongs to it. */
function isAlone({ store }: Project, definition: Definition, id: number): boolean {
  return referrersOf(store, definition, id).length === 0 && partsOf(store, definition, id, null).length === 0;
}

/** Days of occurrences that a person added for the rule without a slot: each stands for the slot that it is in time for. */
function madeByHand(project: Project, unit: UnitOfWork, layout: Layout, rule: AnyRecord): Day[] {
  const { name } = layout.occurrences;
  return project.store
    .sql(`SELECT id FROM "${name}" WHERE "${layout.field}" = ? AND slot IS NULL AND removedStep IS NULL`)
    .all(rule.id)
    .map((row) => layout.dayOf(unit.read(Number(row['id']))));
}
