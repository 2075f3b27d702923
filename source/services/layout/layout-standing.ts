/** What a rule laid out before, and what people have made of it since. */
import { registerOf } from '../../registers/index.ts';
import { same } from '../../store/journal/images.ts';
import { changeAt, changesOfRecord, changesOfStep, readStep } from '../../store/journal/journal.ts';
import { partsOf, referrersOf } from '../../store/records/links.ts';
import { isReversed } from '../writing/reversed.ts';
import { initialValues } from '../writing/values.ts';
import type { Day } from '../../domain/days/day.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Change } from '../../store/journal/journal.ts';
import type { Store } from '../../store/file/open.ts';
import type { Layout, Standing } from './layout-rules.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';

interface Laying {
  readonly layout: Layout;
  readonly rule: AnyRecord;
  readonly today: Day;
  /** Records that the step under way has changed at a person's word. */
  readonly byPerson: ReadonlySet<number>;
}

/** Every occurrence that has a slot of the rule, those in the trash with them, by slot. */
export function standingOf(
  project: Project,
  unit: UnitOfWork,
  { layout, rule, today, byPerson }: Laying,
): Map<Day, Standing> {
  const name = layout.occurrences;
  const rows = project.store
    .sql<{ id: number; slot: string }>(
      `SELECT id, slot FROM "${name}" WHERE "${layout.field}" = ? AND slot IS NOT NULL ORDER BY slot`,
    )
    .all(rule.id);
  const laidOut = laidOutBy(project, layout, rule.uid);
  return new Map(
    rows.map(({ id, slot }): [Day, Standing] => {
      const record = unit.read(id);
      const standing = { record, isFree: false, follows: [] };
      return [
        slot.slice(0, 10),
        !byPerson.has(id) && layout.isAhead(record, today)
          ? judged(project, layout, record, laidOut)
          : standing,
      ];
    }),
  );
}

/** How a change of an occurrence came about: it was laid out with its whole step, or moved after one of its own kind. */
type Cause = 'laidOut' | 'moved' | 'person';

/** Did a step lay out occurrences, rather than a person change one? Told by what else it changed; asked once a step. */
function laidOutBy(project: Project, layout: Layout, ruleUid: string): (change: Change) => Cause {
  const { store } = project;
  const known = new Map<number, readonly Change[] | null>();
  const name = layout.occurrences;
  const causes = new Set([layout.rules, ...layout.sources.map(({ register }) => register)]);
  causes.delete(name);
  return (change) => {
    const { step } = change;
    if (!known.has(step)) {
      const changes = changesOfStep(store, step);
      const isLaidOut =
        readStep(store, step)?.kind === 'system' || changes.some(({ register }) => causes.has(register));
      known.set(step, isLaidOut ? null : changes);
    }
    const changes = known.get(step) ?? null;
    if (changes === null) return 'laidOut';
    const sisters = changes.filter(
      ({ register, recordUid, image }) =>
        register === name && recordUid !== change.recordUid && image?.[layout.field] === ruleUid,
    );
    return sisters.some((sister) => moves(store, sister, change)) ? 'moved' : 'person';
  };
}

/** What was sent, or stands for a slot, moves those after it. Several that a person removes at once do not. */
function moves(store: Store, sister: Change, change: Change): boolean {
  const { operation } = sister;
  if (operation === 'remove' || operation === 'restore') return change.operation !== operation;
  if (operation === 'add') return sister.image?.['slot'] === null;
  const before = changeAt(store, sister.recordUid, sister.step - 1)?.image;
  return ['state', 'sent'].some((name) => !same(sister.image?.[name], before?.[name]));
}

/** What a person has made of an occurrence that is still ahead. */
function judged(
  project: Project,
  layout: Layout,
  record: AnyRecord,
  causeOf: (change: Change) => Cause,
): Standing {
  const { store } = project;
  const { kept, filled } = layout;
  const occurrences = registerOf(layout.occurrences);
  const changes = changesOfRecord(store, record.uid);
  // In the trash: free only where the laying out itself, or taking that back, put it there. It can change as it lies there.
  const gone = changes.findLast(
    ({ operation }, index) => operation === 'remove' && changes[index - 1]?.operation !== 'remove',
  );
  if (record.removedStep !== null && (gone === undefined || causeOf(gone) === 'person'))
    return { record, isFree: false, follows: [] };
  const initial = initialValues(occurrences, '');
  if (!same(record['state'], initial['state'])) return { record, isFree: false, follows: [] };
  const byPeople = new Set(
    changes.flatMap((change, index) => {
      const { step, image } = change;
      const cause = causeOf(change);
      if (cause === 'laidOut' || readStep(store, step)?.reverses !== null || isReversed(project, step))
        return [];
      const before = changes[index - 1]?.image;
      // One that came because another was sent or removed was laid out then.
      if (cause === 'moved' && before === undefined) return [];
      const changed = Object.keys(occurrences.fields).filter((name) => !same(before?.[name], image?.[name]));
      return cause === 'moved' ? changed.filter((name) => !kept.includes(name)) : changed;
    }),
  );
  const isBare = Object.keys(initial).every(
    (name) => filled.includes(name) || same(record[name], initial[name]),
  );
  const isFree =
    isBare &&
    byPeople.size === 0 &&
    (record.removedStep !== null || isAlone(project, occurrences, record.id));
  const isLive = record.removedStep === null || isFree;
  return { record, isFree, follows: isLive ? kept.filter((name) => !byPeople.has(name)) : [] };
}

/** Nothing names it and nothing belongs to it. */
function isAlone({ store }: Project, definition: Definition, id: number): boolean {
  return referrersOf(store, definition, id).length === 0 && partsOf(store, definition, id, null).length === 0;
}
