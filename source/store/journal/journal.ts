import { sha256 } from './sha256.ts';
import type { Image } from './images.ts';
import type { Store } from '../file/open.ts';

export type StepKind = 'user' | 'import' | 'undo' | 'redo' | 'system' | 'anonymise';
export type Operation = 'add' | 'change' | 'remove' | 'restore';

/** What a step did, as ids and counts, never names: shown in words by the interface. */
export interface StepLabel {
  /** Verb of the interface's message table, such as `add` or `set`. */
  readonly verb: string;
  readonly register?: string;
  readonly codes?: readonly string[];
  readonly fields?: readonly string[];
  readonly count?: number;
  /** Codes of what the work itself changed, and how many records changed because of that; absent where nothing followed. */
  readonly own?: readonly string[];
  readonly followed?: number;
  /** Of an anonymise step: digests of the images that stand in for those it erased. */
  readonly redacted?: readonly string[];
}

export interface Step {
  readonly seq: number;
  readonly uid: string;
  readonly replica: string;
  readonly at: string;
  readonly day: string;
  readonly kind: StepKind;
  readonly label: StepLabel;
  readonly reverses: number | null;
}

export interface Change {
  readonly step: number;
  readonly register: string;
  readonly recordUid: string;
  readonly operation: Operation;
  /** null where an anonymise step erased it and no redaction stands in. */
  readonly image: Image | null;
}

/** What a new step is made of, beside its changes. */
export interface NewStep {
  readonly uid: string;
  readonly replica: string;
  readonly at: string;
  readonly day: string;
  readonly kind: StepKind;
  readonly label: StepLabel;
  readonly reverses: number | null;
  readonly schema: number;
}

export interface NewChange {
  readonly register: string;
  readonly recordUid: string;
  readonly operation: Operation;
  readonly image: Image;
  readonly salt: Buffer;
}

/** The seq that the next step will have. Only true inside the transaction that writes it. */
export function nextSeq(store: Store): number {
  return store.sql<{ seq: number }>('SELECT coalesce(max(seq), 0) + 1 AS seq FROM step').get()?.seq ?? 1;
}

/** What the next step follows: the newest one, read once for all that is asked of it. */
export interface Newest {
  readonly seq: number;
  readonly replica: string;
  readonly counter: number;
  readonly at: string;
  readonly hash: Buffer;
  /** The latest `day` of any step. */
  readonly latestDay: string;
}

/** null in an empty journal. Only true inside the transaction that writes the next step. */
export function newestOf(store: Store): Newest | null {
  return store.sql<Newest>(newestSql).get() ?? null;
}

const newestSql = `SELECT seq, replica, counter, at, hash, (SELECT max(day) FROM step) AS latestDay
  FROM step WHERE seq = (SELECT max(seq) FROM step)`;

/** `at` of the newest step, so that the next is never before it; null in an empty journal. */
export function newestAt(store: Store): string | null {
  const newest = store.sql<{ at: string }>('SELECT at FROM step WHERE seq = (SELECT max(seq) FROM step)');
  return newest.get()?.at ?? null;
}

export function digestOf(salt: Buffer, image: string): Buffer {
  return sha256([salt, image]);
}

/**
 * Digest of an image that stands in for an erased one, bound to the digest of that. The salt goes when it is replaced in
 * its turn, so that nobody can try names on what is left.
 */
export function redactionDigest(salt: Buffer, erased: Buffer, image: string): string {
  return sha256([salt, erased, image]).toString('hex');
}

/** The fixed fields of a step in the order in which its hash covers them. */
export interface Hashed extends Omit<NewStep, 'label'> {
  readonly label: string;
  readonly counter: number;
  readonly logicalClock: number;
}

/** What a step's hash covers of a change; the image goes in by its digest, so that it can be erased. */
export interface HashedChange extends Omit<NewChange, 'image' | 'salt'> {
  readonly digest: Buffer;
}

/** Hash of a step: its fixed fields, its changes in order, and the hash before it in its chain. */
export function hashOf(
  step: Hashed,
  changes: readonly HashedChange[],
  previous: Buffer | null,
  reversesUid: string | null,
): Buffer {
  const { uid, replica, counter, logicalClock, at, day, kind, label, schema } = step;
  return sha256([
    JSON.stringify([uid, replica, counter, logicalClock, at, day, kind, label, reversesUid, schema]),
    ...changes.flatMap(({ register, recordUid, operation, digest }) => [
      JSON.stringify([register, recordUid, operation]),
      digest,
    ]),
    previous ?? '',
  ]);
}

/** A change as its row holds it, ready to be written. */
export interface ReadyChange extends HashedChange {
  readonly text: string;
  readonly salt: Buffer;
}

export function readyChange({ register, recordUid, operation, image, salt }: NewChange): ReadyChange {
  const text = JSON.stringify(image);
  return { register, recordUid, operation, text, salt, digest: digestOf(salt, text) };
}

/**
 * Writes changes of step `seq`. They stand after their step where they can: as long as a row names a step that is not
 * there, SQLite looks for it in every table that can name one, whole where no index tells, when the step comes.
 */
export function writeChanges(store: Store, seq: number, changes: readonly ReadyChange[]): void {
  if (changes.length === 0) return;
  const insert = store.sql(insertChange);
  for (const { register, recordUid, operation, text, salt, digest } of changes)
    insert.run(seq, register, recordUid, operation, text, salt, digest);
}

// By place: values bound by name are each looked for by theirs.
const insertChange =
  'INSERT INTO change (step, register, recordUid, operation, image, salt, digest) VALUES (?, ?, ?, ?, ?, ?, ?)';
const insertStep = `INSERT INTO step (seq, uid, replica, counter, logicalClock, at, day, kind, label, reverses, schema, previousHash, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * Appends the step of these changes, which follows the newest one, to its replica's chain. Runs inside the transaction
 * that made the changes.
 */
export function appendStep(
  store: Store,
  before: Newest | null,
  step: NewStep,
  changes: readonly HashedChange[],
): void {
  const seq = (before?.seq ?? 0) + 1;
  const last = before?.replica === step.replica ? before : lastOf(store, step.replica);
  const previousHash = last?.hash ?? null;
  const row = {
    ...step,
    label: JSON.stringify(step.label),
    counter: (last?.counter ?? 0) + 1,
    logicalClock: seq,
  };
  const reverses = step.reverses === null ? null : stepUid(store, step.reverses);
  const hash = hashOf(row, changes, previousHash, reverses);
  const { uid, replica, counter, at, day, kind, label, schema } = row;
  store
    .sql(insertStep)
    .run(seq, uid, replica, counter, seq, at, day, kind, label, step.reverses, schema, previousHash, hash);
}

/** The last step of a replica's chain. */
function lastOf(store: Store, replica: string): Pick<Newest, 'counter' | 'hash'> | undefined {
  return (
    store
      // The plus keeps SQLite from planning anew for each value that is bound.
      .sql<{ counter: number; hash: Buffer }>(
        'SELECT counter, hash FROM step WHERE replica = +? ORDER BY counter DESC LIMIT 1',
      )
      .get(replica)
  );
}

function stepUid(store: Store, seq: number): string {
  const row = store.sql<{ uid: string }>('SELECT uid FROM step WHERE seq = ?').get(seq);
  if (row === undefined) throw new Error(`No step ${seq}`);
  return row.uid;
}

const stepColumns = 'SELECT seq, uid, replica, at, day, kind, label, reverses FROM step';
const changeColumns = `SELECT c.step, c.register, c.recordUid, c.operation, coalesce(r.image, c.image) AS image
  FROM change AS c LEFT JOIN redaction AS r ON r.change = c.id`;

/** What the two select: the step, with its label as it is kept, and the change with its image so. */
type StepRow = Omit<Step, 'label'> & { readonly label: string };
type ChangeRow = Omit<Change, 'image'> & { readonly image: string | null };

const asStep = (row: StepRow): Step => ({ ...row, label: JSON.parse(row.label) as StepLabel });

const asChange = (row: ChangeRow): Change => ({
  ...row,
  image: row.image === null ? null : (JSON.parse(row.image) as Image),
});

export function readStep(store: Store, seq: number): Step | null {
  const row = store.sql<StepRow>(`${stepColumns} WHERE seq = ?`).get(seq);
  return row === undefined ? null : asStep(row);
}

/** Steps from the newest backwards, one by one: the walk stops where its reader does. */
export function* stepsBackwards(store: Store, replica: string | null): Generator<Step> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = store
      .sql<StepRow>(
        `${stepColumns} WHERE seq < :before AND (:replica IS NULL OR replica = :replica) ORDER BY seq DESC LIMIT 50`,
      )
      .all({ before, replica });
    for (const row of rows) yield asStep(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    before = last.seq;
  }
}

export function changesOfStep(store: Store, seq: number): Change[] {
  return store.sql<ChangeRow>(`${changeColumns} WHERE c.step = ? ORDER BY c.id`).all(seq).map(asChange);
}

/** The record's changes, oldest first. */
export function changesOfRecord(store: Store, uid: string): Change[] {
  return store
    .sql<ChangeRow>(`${changeColumns} WHERE c.recordUid = ? ORDER BY c.step`)
    .all(uid)
    .map(asChange);
}

/** The record as it was after step `seq` or the last step before it; null where it was not there yet. */
export function changeAt(store: Store, uid: string, seq: number): Change | null {
  const row = store
    .sql<ChangeRow>(`${changeColumns} WHERE c.recordUid = ? AND c.step <= ? ORDER BY c.step DESC LIMIT 1`)
    .get(uid, seq);
  return row === undefined ? null : asChange(row);
}
