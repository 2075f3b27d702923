import { createHash } from 'node:crypto';
import { addDays } from '../../domain/days/day.ts';
import { same } from '../../store/journal/images.ts';
import { definitionOf, identityByUid } from '../../store/records/records.ts';
import { endOfProject, least } from './layout-rules.ts';
import { standingOf } from './layout-standing.ts';
import { layouts } from './layouts.ts';
import { todayOf, uuidText } from '../project/project.ts';
import type { Day } from '../../domain/days/day.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Layout, Standing, Wanted } from './layout-rules.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';

/** An occurrence's uid follows from its rule and slot, so that two copies lay out the same record. */
export function occurrenceUid(ruleUid: string, slot: Day): string {
  const bytes = createHash('sha256').update(`${ruleUid} ${slot}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return uuidText(bytes);
}

interface LayingOptions {
  /** How far, if not to the end of the project. */
  readonly until?: Day | undefined;
  /** Records that the step changes at a person's word: the journal doesn't tell of that yet. */
  readonly byPerson?: ReadonlySet<number>;
  /**
   * The end of the project that has moved: up to it, only what lies after the first occurrence is added. A promise whose
   * deliveries a person adds by hand has none, and doesn't get those of months long planned.
   */
  readonly laidTo?: Day | null;
}

/**
 * Brings the occurrences of a rule in line with it: those that are missing from today on are added, up to `until` (the
 * end of the project, else a year ahead); those that are free go when the rule has them no more, and come back with
 * it; what nobody has changed of a planned one follows the rule. Held, moved, cancelled and past ones stay, and what a
 * person removed is not laid out again. A rule in the trash has none.
 */
export function layOutRule(
  project: Project,
  unit: UnitOfWork,
  id: number,
  { until, byPerson = new Set(), laidTo = null }: LayingOptions = {},
): void {
  const rule = unit.read(id);
  const layout = layouts.find(({ rules }) => rules === definitionOf(project.store, id).name);
  if (layout === undefined) return;
  const today = todayOf(project);
  const { end, isOpen } = reachOf(project, today, until);
  const standing = standingOf(project, unit, { layout, rule, today, byPerson });
  const there = isOpen ? [...standing.keys()] : [];
  const farthest = there.reduce((one, other) => (one > other ? one : other), end);
  const byHand = madeByHand(project, unit, layout, rule);
  const takeByHand = ({ from, to }: Wanted['days']): AnyRecord | null => {
    const at = byHand.findIndex((one) => layout.dayOf(one) >= from && layout.dayOf(one) <= to);
    return at === -1 ? null : (byHand.splice(at, 1)[0] ?? null);
  };
  const ground = { until: farthest, standing, takeByHand };
  const wanted = rule.removedStep === null ? layout.wanted(project.store, rule, ground) : [];
  const bySlot = new Map(wanted.map((each) => [each.slot, each]));
  const first = laidTo === null ? null : [...standing.keys()].reduce(least, addDays(laidTo, 1));
  for (const [slot, each] of standing) follow(unit, each, bySlot.get(slot) ?? null);
  for (const each of wanted) {
    const isOutside = each.bound !== null && (each.bound > end || (first !== null && each.bound < first));
    if (isOutside || each.days.to < today || standing.has(each.slot)) continue;
    if (takeByHand(each.days) === null) addOccurrence(project, unit, layout, rule, each);
  }
}

/** Up to which day is laid out. Open: what is there beyond it stays as its rule has it. */
export function reachOf(project: Project, today: Day, until?: Day): { end: Day; isOpen: boolean } {
  if (until !== undefined) return { end: until, isOpen: true };
  const end = endOfProject(project.store);
  if (end === null) return { end: addDays(today, 366), isOpen: true };
  // A rule without an end is laid out for as long as anybody plans.
  const farthest = addDays(today, 3 * 366);
  return { end: least(end, farthest), isOpen: end > farthest };
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
  unit.add(layout.occurrences, { ...wanted.values, [layout.field]: rule.id }, uid);
}

/** Occurrences that a person added for the rule, without a slot: each stands for the slot that it is in time for. */
function madeByHand(project: Project, unit: UnitOfWork, layout: Layout, rule: AnyRecord): AnyRecord[] {
  const name = layout.occurrences;
  return project.store
    .sql(`SELECT id FROM "${name}" WHERE "${layout.field}" = ? AND slot IS NULL AND removedStep IS NULL`)
    .all(rule.id)
    .map((row) => unit.read(Number(row['id'])));
}
