import { dayOf } from '../../domain/days/day.ts';
import { atOnce, batches } from '../../domain/long-work.ts';
import { UserError } from '../../errors.ts';
import { deriveAll } from '../../store/records/derive.ts';
import { imageOf } from '../../store/journal/images.ts';
import { appendStep, newestOf, readyChange, writeChanges } from '../../store/journal/journal.ts';
import { writeLinks } from '../../store/records/links.ts';
import { newestSchema, schemaOf } from '../../store/file/migrate.ts';
import { setVersion } from '../../store/records/records.ts';
import { isSearchDamage, rebuildingSearch } from '../../store/search/search-repair.ts';
import { storeError } from '../../store/file/store-error.ts';
import { inOneTransaction } from '../../store/file/transaction.ts';
import { copyBefore } from '../safety/backup.ts';
import { projectFacts } from '../project/project.ts';
import { changesOf, codeOf } from './changed.ts';
import { UnitOfWork } from './unit-of-work.ts';
import { refuseDay, stepRow } from './step-row.ts';
import { followUp, holdStep } from './step-rules.ts';
import { writeSearch, type StepSearch } from './step-search.ts';
import { isWaiting } from './waiting.ts';
import { mergedWarnings, warningsOf } from './warnings.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Definition } from '../../registers/index.ts';
import type {
  HashedChange,
  NewChange,
  ReadyChange,
  StepKind,
  StepLabel,
} from '../../store/journal/journal.ts';
import type { Store } from '../../store/file/open.ts';
import type { CopyReason } from '../safety/copies.ts';
import type { Project, ProjectFacts } from '../project/project.ts';
import type { Changed } from './changed.ts';
import type { Warning } from './warnings.ts';

export interface WriteOptions {
  readonly kind: StepKind;
  /** The label's verb and fields; codes and their count are added by `write`. */
  readonly label: Pick<StepLabel, 'verb' | 'register' | 'fields' | 'redacted' | 'own' | 'followed'>;
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
  return atOnce(
    // oxlint-disable-next-line require-yield -- small work has no pieces
    writing(project, options, function* whole(unit) {
      return work(unit);
    }),
  );
}

/** The same for work that may take long: between its pieces it can be stopped, and then nothing of it was written. */
export function* writing<Result>(
  project: Project,
  options: WriteOptions,
  work: (unit: UnitOfWork) => Work<Result>,
): Work<Written<Result>> {
  const { store } = project;
  if (isWaiting(store)) throw new UserError('busy', undefined);
  if (project.asOf !== null) throw new UserError('as-of-change', { command: options.label.verb }, 2);
  const { inTransaction } = store.database;
  if (!inTransaction && options.trial !== true) copyBefore(project, copyReasonOf(options));
  try {
    // Within a transaction of the caller's (a replay) any error ends that one, so it needs no savepoint of its own.
    if (inTransaction) return yield* steps(project, options, work);
    return yield* inOneTransaction(store, () => steps(project, options, work));
  } catch (error) {
    if (inTransaction || !isSearchDamage(error)) throw storeError(error, store.path);
    // The index can be made anew from the records; nothing of the failed write is there.
    yield* rebuildingSearch(store);
    return yield* inOneTransaction(store, () => steps(project, options, work));
  }
}

/** Takes back what was written, and hands on what was found in it. */
class TakenBack<Found> extends Error {
  readonly found: Found;
  constructor(found: Found) {
    super('taken back');
    this.found = found;
  }
}

/** What work has come to, and whether it is to be kept: a trial is not, nor rows of which one was refused. */
export interface Tried<Result> {
  readonly result: Result;
  readonly isKept: boolean;
}

/** As `writing`, where only the work itself can tell whether it is to be kept: what it found stays in either case. */
export function* tryingToWrite<Result>(
  project: Project,
  options: WriteOptions,
  work: (unit: UnitOfWork) => Work<Tried<Result>>,
): Work<Tried<Result> & { readonly step: number | null }> {
  try {
    const { result, step } = yield* writing(project, options, function* kept(unit) {
      const tried = yield* work(unit);
      if (!tried.isKept) throw new TakenBack(tried.result);
      return tried.result;
    });
    return { result, isKept: true, step };
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    return { result: error.found as Result, isKept: false, step: null };
  }
}

const copyReasonOf = ({ kind, records = 1 }: WriteOptions): CopyReason =>
  kind === 'import' ? 'import' : records >= manyRecords ? 'bulk' : 'day';

/** Records of which a step keeps the journal at a time: images of more would fill the memory. */
const together = 500;

function* steps<Result>(
  project: Project,
  options: WriteOptions,
  work: (unit: UnitOfWork) => Work<Result>,
): Work<Written<Result>> {
  const { store } = project;
  if (!store.isInPlace()) throw new UserError('file-moved', { path: store.path });
  if (schemaOf(store) !== newestSchema) throw new UserError('schema-moved', undefined);
  const before = newestOf(store);
  const seq = (before?.seq ?? 0) + 1;
  const facts = projectFacts(store);
  const today = dayOf(project.clock.now(), facts.timeZone);
  const unit = new UnitOfWork(project, seq, options.day ?? today);
  const result = yield* work(unit);
  const own = new Set(unit.touched.map(({ id }) => id));
  // What follows from a change belongs to its step; taking one back takes back what followed with it.
  if ((options.kind === 'user' || options.kind === 'import') && options.asGiven !== true)
    followUp({ project, unit, isDated: options.day !== undefined });
  const around = hasTouchedProject(unit) ? projectFacts(store) : facts;
  const kept = yield* keep(unit, { project, options, own, seq, today, facts: around });
  // A reversal is written even when nothing of it is left to do: the step counts as reversed.
  const isStep = options.reverses !== undefined || options.always === true;
  if (kept.changes.length === 0 && !isStep) return { result, step: null, codes: [] };
  const codes = [...kept.codes];
  const { timeZone } = around;
  appendStep(store, before, stepRow(project, options, { codes, before, timeZone }, kept), kept.changes);
  writeChanges(store, seq, kept.ready);
  if (isOwnDoing(options)) project.warned?.(mergedWarnings(kept.warnings));
  if (!project.searchLater) yield* writeSearch(store, kept.search);
  return { result, step: seq, codes };
}

const hasTouchedProject = ({ touched }: UnitOfWork): boolean =>
  touched.some(({ definition }) => definition.name === 'project');

/** A step that is being written. */
interface Doing {
  readonly project: Project;
  readonly options: WriteOptions;
  /** Records that the work itself touched. */
  readonly own: ReadonlySet<number>;
  readonly seq: number;
  readonly today: Day;
  readonly facts: ProjectFacts;
}

/** What a step came to, without its images. */
interface Kept {
  readonly changes: HashedChange[];
  /** The last of the changes, whose rows follow that of the step. */
  ready: readonly ReadyChange[];
  readonly codes: Set<string>;
  /** Codes of what the work itself changed, and how many records changed because of that. */
  readonly own: Set<string>;
  followed: number;
  readonly warnings: Warning[];
  readonly search: StepSearch;
}

/** Derived values, links, due rows and the journal's changes follow what the work touched, some at a time. */
function* keep(unit: UnitOfWork, { project, options, own, seq, today, facts }: Doing): Work<Kept> {
  const { store } = project;
  const kept: Kept = {
    changes: [],
    ready: [],
    codes: new Set(),
    own: new Set(),
    followed: 0,
    warnings: [],
    search: { changed: new Map(), added: new Set(), renamed: new Map(), isWhole: false },
  };
  const { touched } = unit;
  const changeOf = (id: number): Changed | null => {
    const one = unit.touchedOf(id);
    return one === null ? null : (changesOf(unit, [one])[0] ?? null);
  };
  let done = 0;
  for (const batch of batches(touched, together)) {
    const changed = changesOf(unit, batch);
    done += batch.length;
    if (changed.length === 0) continue;
    refuseDay(today, options.day, changed);
    if (options.kind !== 'anonymise') holdStep(changed, { project, reverses: options.reverses, changeOf });
    const renamed = settle(store, changed, seq, done <= together);
    for (const each of changed) {
      const code = codeOf(store, each);
      if (code !== null) kept.codes.add(code);
      if (!own.has(each.id)) kept.followed += 1;
      else if (code !== null) kept.own.add(code);
      if (each.before === null) kept.search.added.add(each.id);
      kept.search.changed.set(each.id, each.definition);
      kept.search.isWhole ||= changesStems(each);
    }
    for (const [id, definition] of renamed) kept.search.renamed.set(id, definition);
    writeChanges(store, seq, kept.ready);
    kept.ready = changed.map((each) => readyChange(newChange(project, each)));
    for (const { register, recordUid, operation, digest } of kept.ready)
      kept.changes.push({ register, recordUid, operation, digest });
    if (isOwnDoing(options)) kept.warnings.push(...warningsOf(store, changed, today, facts));
    yield { stage: 'keeping', done, total: touched.length };
  }
  return kept;
}

function newChange({ store, randomness }: Project, { definition, after, operation }: Changed): NewChange {
  return {
    register: definition.name,
    recordUid: after.uid,
    operation,
    image: imageOf(store, definition, after),
    salt: randomness.bytes(16),
  };
}

/** Texts of a project in another language are found by other stems. */
const changesStems = ({ definition, before, after }: Changed): boolean =>
  definition.name === 'project' && before !== null && before['language'] !== after['language'];

/** A person is warned of what they do, not of what they take back. */
const isOwnDoing = ({ kind, trial }: WriteOptions): boolean =>
  trial !== true && (kind === 'user' || kind === 'import');

/**
 * Links, derived values, due rows and versions follow the changed records, of which nothing has been worked out yet where
 * they are the first of the step. @returns records whose heading changed
 */
function settle(
  store: Store,
  changed: readonly Changed[],
  seq: number,
  isFirst: boolean,
): Map<number, Definition> {
  for (const { id, definition, before, after } of changed) {
    if (after.version !== seq) setVersion(store, id, seq);
    writeLinks(store, definition, after, before);
  }
  return deriveAll(store, changed, isFirst);
}
