import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { realpathSync } from 'node:fs';
import { dayOf } from '../../domain/day.ts';
import { UserError } from '../../errors.ts';
import { deriveAll } from '../../store/derive.ts';
import { differences, imageOf } from '../../store/images.ts';
import { appendStep, newestAt, nextSeq } from '../../store/journal.ts';
import { writeLinks } from '../../store/links.ts';
import { mintReplica, replicaAt } from '../../store/meta.ts';
import { newestSchema, schemaOf } from '../../store/migrate.ts';
import { definitionOf, identityById, readRow, setVersion } from '../../store/records.ts';
import { isSearchDamage, rebuildSearch } from '../../store/search-repair.ts';
import { idsQuoting, writeSearchText } from '../../store/search-text.ts';
import { storeError } from '../../store/store-error.ts';
import { copyBefore } from '../safety/backup.ts';
import { layOutTouched } from '../layout/layout.ts';
import { takeFromStock } from '../meetings/taking-topics.ts';
import { newUid, timeZoneOf, todayOf } from '../project/project.ts';
import { refuseLocked } from '../meetings/session-lock.ts';
import { codesInLabel } from './step-label.ts';
import { UnitOfWork } from './unit-of-work.ts';
import { warningsOf } from './warnings.ts';
import type { Day } from '../../domain/day.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { NewChange, Operation, StepKind, StepLabel } from '../../store/journal.ts';
import type { Store } from '../../store/open.ts';
import type { CopyReason } from '../safety/copies.ts';
import type { Project } from '../project/project.ts';

export interface WriteOptions {
  readonly kind: StepKind;
  /** The label's verb and fields; codes and their count are added by `write`. */
  readonly label: Pick<StepLabel, 'verb' | 'register' | 'fields'>;
  /** An earlier day of the project; only a step that just adds records may carry one. */
  readonly day?: Day;
  readonly reverses?: number;
  /** How many records are about to change, where that is known and may be many. */
  readonly records?: number;
  /** The step is written even when no record changes: it stands for what it did to the journal. */
  readonly always?: boolean;
  /** What is written will be taken back. */
  readonly trial?: boolean;
  /** All that would follow is among what is written: a replay, or a whole project as it went out. */
  readonly asGiven?: boolean;
}

export interface Written<Result> {
  readonly result: Result;
  /** seq of the step; null where nothing changed and so nothing was written. */
  readonly step: number | null;
  /** Codes of the records that the step changed. */
  readonly codes: readonly string[];
}

interface Changed {
  readonly id: number;
  readonly definition: Definition;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord;
  readonly operation: Operation;
}

/** Records that one step changes from which on a copy is made first. */
const manyRecords = 10;

/**
 * The one way to write: `work` makes its changes, and records, parts, derived values, due rows, search text and the
 * journal are written in one transaction with them, or nothing is. @throws UserError
 */
export function write<Result>(
  project: Project,
  options: WriteOptions,
  work: (unit: UnitOfWork) => Result,
): Written<Result> {
  const { store } = project;
  if (project.asOf !== null) throw new UserError('as-of-change', { command: options.label.verb }, 2);
  if (!store.database.inTransaction && options.trial !== true) copyBefore(project, copyReasonOf(options));
  const run = (): Written<Result> =>
    store.database.transaction(() => inTransaction(project, options, work)).immediate();
  try {
    // Within a transaction of the caller's (a replay) any error ends that one, so it needs no savepoint of its own.
    return store.database.inTransaction ? inTransaction(project, options, work) : run();
  } catch (error) {
    if (store.database.inTransaction || !isSearchDamage(error)) throw storeError(error, store.path);
    // The index can be made anew from the records; nothing of the failed write is there.
    rebuildSearch(store);
    return run();
  }
}

const copyReasonOf = ({ kind, records = 1 }: WriteOptions): CopyReason =>
  kind === 'import' ? 'import' : records >= manyRecords ? 'bulk' : 'day';

function inTransaction<Result>(
  project: Project,
  options: WriteOptions,
  work: (unit: UnitOfWork) => Result,
): Written<Result> {
  const { store } = project;
  if (schemaOf(store) !== newestSchema) throw new UserError('schema-moved', undefined);
  const seq = nextSeq(store);
  const unit = new UnitOfWork(project, seq, options.day);
  const result = work(unit);
  // What follows from a change belongs to its step; taking one back takes back what followed with it.
  if ((options.kind === 'user' || options.kind === 'import') && options.asGiven !== true)
    followUp(project, unit, options.day !== undefined);
  const changed = changesOf(unit);
  // A reversal is written even when nothing of it is left to do: the step counts as reversed.
  const isStep = options.reverses !== undefined || options.always === true;
  if (changed.length === 0 && !isStep) return { result, step: null, codes: [] };
  refuseDay(project, options.day, changed);
  if (options.kind !== 'anonymise') refuseLocked(store, changed, options.reverses !== undefined);
  const renamed = settle(store, changed, seq);
  const codes = [...new Set(changed.map((each) => codeOf(store, each)).filter((code) => code !== null))];
  journal(project, options, changed, codes);
  if (isOwnDoing(options)) project.warned?.(warningsOf(store, changed));
  if (!project.searchLater) writeSearch(store, changed, renamed);
  return { result, step: seq, codes };
}

/** A person is warned of what they do, not of what they take back. */
const isOwnDoing = ({ kind, trial }: WriteOptions): boolean =>
  trial !== true && (kind === 'user' || kind === 'import');

/** What a step brings with it: laid out sessions and deliveries, topics taken from stock. A dated step may only add. */
function followUp(project: Project, unit: UnitOfWork, isDated: boolean): void {
  if (!isDated) takeFromStock(project, unit);
  layOutTouched(project, unit, isDated);
}

/** The code by which people know what was changed: a part's and a log entry's is that of its parent. */
function codeOf(store: Store, { definition, after }: Changed): string | null {
  if (after.code !== null || definition.parent === undefined) return after.code;
  return identityById(store, Number(after[definition.parent]))?.code ?? null;
}

/** A day that a step carries is not ahead, and only records that are new may have come to be earlier. */
function refuseDay(project: Project, day: Day | undefined, changed: readonly Changed[]): void {
  if (day === undefined) return;
  // What is brought back had been taken away whole: it comes to be as what is added does.
  const isNew = ({ operation }: Changed): boolean => operation === 'add' || operation === 'restore';
  if (day > todayOf(project) || !changed.every(isNew)) throw new UserError('outside-day', { day });
}

/** What the work came to: records that differ from what they were. */
function changesOf(unit: UnitOfWork): Changed[] {
  const changed: Changed[] = [];
  for (const { id, definition, before } of unit.touched) {
    const after = unit.read(id);
    const operation = operationOf(definition, before, after);
    if (operation !== null) changed.push({ id, definition, before, after, operation });
  }
  return changed;
}

function operationOf(definition: Definition, before: AnyRecord | null, after: AnyRecord): Operation | null {
  if (before === null) return after.removedStep === null ? 'add' : 'remove';
  if (before.removedStep !== after.removedStep) return after.removedStep === null ? 'restore' : 'remove';
  if (differences(definition, before, after).length === 0) return null;
  // What changes in the trash is no less removed.
  return after.removedStep === null ? 'change' : 'remove';
}

/** Links, derived values, due rows and versions follow the changed records. @returns records whose heading changed */
function settle(store: Store, changed: readonly Changed[], seq: number): Map<number, Definition> {
  for (const { id, definition, before, after } of changed) {
    setVersion(store, id, seq);
    writeLinks(store, definition, after, before);
  }
  return deriveAll(store, changed);
}

/**
 * Search text of the changed records and of those that hold the heading of a renamed one. It is written last: FTS5
 * puts what it has gathered on disk at every later statement that needs a savepoint.
 */
function writeSearch(
  store: Store,
  changed: readonly Changed[],
  renamed: ReadonlyMap<number, Definition>,
): void {
  const search = new Map(changed.map(({ id, definition }) => [id, definition]));
  const added = new Set(changed.filter(({ before }) => before === null).map(({ id }) => id));
  for (const [id, definition] of renamed) {
    search.set(id, definition);
    if (added.has(id)) continue;
    for (const quoting of idsQuoting(store, id)) search.set(quoting, definitionOf(store, quoting));
  }
  for (const [id, definition] of search) {
    const record = readRow(store, definition, id);
    if (record !== null) writeSearchText(store, definition, record);
  }
}

function journal(
  project: Project,
  options: WriteOptions,
  changed: readonly Changed[],
  codes: readonly string[],
): void {
  const { store } = project;
  const now = project.clock.now();
  const newest = newestAt(store);
  const at = newest !== null && newest > now ? newest : now;
  const zone = timeZoneOf(store);
  const { kind, label, reverses = null, day = dayOf(at, zone) } = options;
  const step = {
    uid: newUid(project),
    replica: replicaOf(project),
    at,
    day,
    kind,
    reverses,
    schema: newestSchema,
    label: { ...label, codes: codes.slice(0, codesInLabel), count: changed.length },
  };
  const changes = changed.map(({ definition, after, operation }): NewChange => ({
    register: definition.name,
    recordUid: after.uid,
    operation,
    image: imageOf(store, definition, after),
    salt: project.randomness.bytes(16),
  }));
  appendStep(store, step, changes);
}

const replicas = new WeakMap<Store, string>();

/** The replica that has written here; null where the file has not been written at this place yet. */
export function knownReplica({ store }: Project): string | null {
  const known = replicas.get(store);
  // A replica that was minted in a transaction that failed is not there.
  if (known !== undefined && store.sql('SELECT 1 FROM replica WHERE id = ?').get(known) !== undefined)
    return known;
  const replica = replicaAt(store, placeOf(store));
  if (replica !== null) replicas.set(store, replica);
  return replica;
}

/** The replica that writes here; minted when the file is first written at this place. */
function replicaOf(project: Project): string {
  const known = knownReplica(project);
  if (known !== null) return known;
  return beginReplica(project);
}

/** What is written here from now on is a chain of its own: the file has been put in place of another. */
export function beginReplica(project: Project): string {
  const id = newUid(project);
  mintReplica(project.store, id, placeOf(project.store), project.clock.now());
  replicas.set(project.store, id);
  return id;
}

/** The place at which a file lies, told apart from others without naming it. */
function placeOf(store: Store): string {
  return createHash('sha256')
    .update(`${hostname()}\n${realpathSync(store.path)}`)
    .digest('hex');
}
