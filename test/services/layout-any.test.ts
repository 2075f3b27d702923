import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../source/domain/days/day.ts';
import { layOut } from '../../source/services/layout/lay-out.ts';
import { occurrenceUid } from '../../source/services/layout/layout.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { changeRecord, removeRecords, restoreRecords } from '../../source/services/writing/records.ts';
import { UserError } from '../../source/errors.ts';
import { changeSession, scopes } from '../../source/services/layout/session-scope.ts';
import { redo, undo } from '../../source/services/writing/undo.ts';
import { moveSession } from '../../source/services/writing/verbs.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { verifyChain } from '../../source/store/journal/verify.ts';
import { makeProject, nextDay, openTestProject } from '../support/project.ts';
import { addSeries, occurrences, wednesdays } from '../support/series.ts';
import { snapshot, workedOut, workedOutAnew } from '../support/snapshot.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { TestProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';

const shift = fc.integer({ min: -3, max: 3 });
const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    kind: fc.constant('weeks' as const),
    every: fc.integer({ min: 1, max: 3 }),
    weekday: fc.constantFrom(1, 2, 3, 4, 5),
    from: fc.nat({ max: 40 }).map((count) => addDays('2022-02-20', count)),
    until: fc.nat({ max: 60 }).map((count) => addDays('2022-04-01', count)),
  }),
  fc.record({
    kind: fc.constant('nthWeekday' as const),
    nth: fc.constantFrom(1, 2, 3, 4, 5, -1),
    weekday: fc.constantFrom(1, 2, 3, 4, 5),
    every: fc.constantFrom(1, 2),
    from: fc.nat({ max: 40 }).map((count) => addDays('2022-02-20', count)),
    until: fc.nat({ max: 200 }).map((count) => addDays('2022-06-01', count)),
  }),
);
const hour = fc.integer({ min: 8, max: 16 });
const pick = fc.nat({ max: 30 });
const anyEdit = fc.oneof(
  fc.record({ verb: fc.constant('rule' as const), rule: anyRule }),
  fc.record({ verb: fc.constant('time' as const), hour }),
  fc.record({
    verb: fc.constantFrom('move', 'cancel', 'topic', 'remove', 'restore'),
    pick,
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      verb: fc.constant('scope' as const),
      pick,
      hour,
      shift,
      scope: fc.constantFrom(...scopes),
      what: fc.constantFrom('time', 'time', 'place', 'cancel'),
    }),
  },
  fc.record({ verb: fc.constant('breaks' as const), fromWeek: fc.integer({ min: 9, max: 20 }) }),
  fc.record({ verb: fc.constant('end' as const), days: fc.nat({ max: 200 }) }),
  fc.record({ verb: fc.constantFrom('undo' as const, 'redo' as const, 'again' as const, 'day' as const) }),
);
type Edit = typeof anyEdit extends fc.Arbitrary<infer E> ? E : never;

const live = ({ store }: TestProject, register: string): number[] =>
  store
    .sql(`SELECT id FROM ${register} WHERE removedStep IS NULL ORDER BY id`)
    .all()
    .map((row) => Number(row['id']));

/** A session by its place, live or not. */
function picked(project: TestProject, place: number) {
  const all = occurrences(project, false);
  const one = all[place % Math.max(1, all.length)];
  return one === undefined ? undefined : getRecord(project, one.id);
}

function editSeries(project: TestProject, change: Edit): void {
  const id = live(project, 'series').at(-1);
  if (id === undefined) return;
  const { rule } = getRecord(project, id);
  if (change.verb === 'rule') changeRecord(project, id, { rule: change.rule });
  else if (change.verb === 'time')
    changeRecord(project, id, { rule: { ...(rule as Rule), time: clock(change.hour, 15) } });
  else if (change.verb === 'again') for (const one of live(project, 'series')) layOut(project, one);
}

const clock = (at: number, minutes: number): string => `${String(at).padStart(2, '0')}:${minutes}`;

function editSession(project: TestProject, change: Edit): void {
  const one = 'pick' in change ? picked(project, change.pick) : undefined;
  if (one === undefined) return;
  const slot = String(one['slot']).slice(0, 10);
  if (change.verb === 'restore') restoreRecords(project, [one.id]);
  else if (one.removedStep !== null) return;
  else if (change.verb === 'remove') removeRecords(project, [one.id], true);
  else if (change.verb === 'move') moveSession(project, one.id, { startsAt: `${addDays(slot, 1)}T14:00` });
  else if (change.verb === 'cancel') changeRecord(project, one.id, { state: 'cancelled' });
  else if (change.verb === 'topic') changeRecord(project, one.id, { topic: `Aihe ${one.id}` });
  else if (change.verb === 'scope') {
    const startsAt = `${addDays(slot, change.shift)}T${clock(change.hour, 45)}`;
    const values = {
      time: { startsAt },
      place: { place: `Tila ${change.hour}` },
      cancel: { state: 'cancelled' },
    };
    changeSession(project, one.id, values[change.what as 'time'], change.scope);
  }
}

function edit(project: TestProject, change: Edit): void {
  project.clock.minute += 1;
  const [theProject = 0] = live(project, 'project');
  if (change.verb === 'undo') undo(project);
  else if (change.verb === 'redo') redo(project);
  else if (change.verb === 'day') nextDay(project, 5);
  else if (change.verb === 'breaks')
    changeRecord(project, theProject, {
      breaks: [{ fromWeek: change.fromWeek, toWeek: change.fromWeek + 1 }],
    });
  else if (change.verb === 'end')
    changeRecord(project, theProject, { end: addDays('2022-04-01', change.days) });
  else if ('pick' in change) editSession(project, change);
  else editSeries(project, change);
}

/** A refusal that a person can act on is no edit. */
function tried(project: TestProject, change: Edit): boolean {
  try {
    edit(project, change);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** What people made of sessions, which outlasts every change of a series; an hour that nobody chose follows it. */
const touched = (project: TestProject): unknown[] =>
  project.store
    .sql(
      `SELECT id, CASE state WHEN 'planned' THEN NULL ELSE startsAt END, state, topic FROM session
        WHERE removedStep IS NULL AND (state <> 'planned' OR topic IS NOT NULL) ORDER BY id`,
    )
    .all();

/** Ids of what people put in the trash: the last to go there by a step of its own. */
const thrownAway = (project: TestProject): number[] =>
  project.store
    .sql(
      `SELECT s.id FROM session AS s JOIN record AS r ON r.id = s.id WHERE s.removedStep IS NOT NULL
        AND s.removedStep IN (SELECT seq FROM step WHERE label ->> 'verb' = 'remove') ORDER BY s.id`,
    )
    .all()
    .map((row) => Number(row['id']));

const isOfSeries = ({ verb }: Edit): boolean => ['rule', 'time', 'again', 'breaks', 'end'].includes(verb);

/** No slot twice in a series, and no two sessions that were laid out begin at once. */
function expectOnce(project: TestProject): void {
  const rows = project.store
    .sql('SELECT series, slot, startsAt, state, removedStep FROM session WHERE slot IS NOT NULL')
    .all();
  const slots = rows.map((row) => `${String(row['series'])} ${String(row['slot']).slice(0, 10)}`);
  expect(new Set(slots).size).toBe(slots.length);
  const planned = rows.filter((row) => row['removedStep'] === null && row['state'] === 'planned');
  const starts = planned.map((row) => String(row['startsAt']));
  expect(starts.filter((start, index) => starts.indexOf(start) !== index)).toEqual([]);
}

/** Undone and done again, everything is as it was. */
function expectReversible(project: TestProject, before: unknown): void {
  const after = snapshot(project.store, project.clock.today);
  undo(project);
  expect(snapshot(project.store, project.clock.today)).toEqual(before);
  redo(project);
  expect(snapshot(project.store, project.clock.today)).toEqual(after);
}

function expectSettled(project: TestProject): void {
  for (const one of live(project, 'series')) layOut(project, one);
  for (const one of live(project, 'series')) expect(layOut(project, one).step).toBeNull();
  expectOnce(project);
  expect(workedOut(project.store)).toEqual(workedOutAnew(project.store));
  expect(verifyChain(project.store)).toEqual([]);
}

function throughEdits(rule: Rule, edits: readonly Edit[]): void {
  const project = makeProject();
  try {
    addSeries(project, { rule });
  } catch (error) {
    // Its only day may be a holiday.
    if (!(error instanceof UserError)) throw error;
    closeStore(project.store);
    return;
  }
  let gone = new Set<number>();
  for (const change of edits) {
    const before = touched(project);
    const state = snapshot(project.store, project.clock.today);
    const seq = project.store.sql('SELECT max(seq) AS seq FROM step').get()?.['seq'];
    const done = tried(project, change);
    const wrote = seq !== project.store.sql('SELECT max(seq) AS seq FROM step').get()?.['seq'];
    if (isOfSeries(change)) expect(touched(project)).toEqual(before);
    const back = ['undo', 'redo', 'restore'].includes(change.verb);
    if (!back) for (const id of gone) expect(getRecord(project, id).removedStep).not.toBeNull();
    if (change.verb === 'remove') gone = new Set([...gone, ...thrownAway(project)]);
    if (back) gone = new Set([...gone].filter((id) => getRecord(project, id).removedStep !== null));
    expectOnce(project);
    if (done && wrote && change.verb === 'scope') expectReversible(project, state);
  }
  expectSettled(project);
  closeStore(project.store);
}

describe('Any series through any edits', () => {
  test('Has no slot twice, keeps what was touched and what was thrown away, and is laid out again to the same', () => {
    fc.assert(
      fc.property(anyRule, fc.array(anyEdit, { maxLength: 12, size: 'max' }), throughEdits),
      runs(40, 20220307),
    );
  });

  test('Every occurrence of a series that was never split has the uid that follows from it', () => {
    const project = makeProject();
    const { uid } = getRecord(project, addSeries(project));
    for (const one of occurrences(project, false))
      expect(one.uid).toBe(occurrenceUid(uid, one.slot.slice(0, 10)));
  });

  test('Two copies lay out the same records', () => {
    const project = makeProject();
    const id = addSeries(project, { rule: { kind: 'asNeeded' } });
    closeStore(project.store);
    const uids = ['one', 'other'].map((seed) => {
      const copy = openTestProject(project.store.path, undefined, seed);
      changeRecord(copy, id, { rule: wednesdays });
      const found = occurrences(copy).map(({ uid, slot }) => [uid, slot]);
      undo(copy);
      copy.store.database.exec(`DELETE FROM link; DELETE FROM due; DELETE FROM session; DELETE FROM change
        WHERE register = 'session'; DELETE FROM search; DELETE FROM record WHERE register = 'session'`);
      closeStore(copy.store);
      return found;
    });
    expect(uids[0]?.length).toBe(9);
    expect(uids[0]).toEqual(uids[1]);
    expect(uids[0]?.[0]?.[0]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
