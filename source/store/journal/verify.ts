import { digestOf, hashOf, redactionDigest } from './journal.ts';
import type { Hashed, HashedChange } from './journal.ts';
import type { Store } from '../file/open.ts';

/**
 * What is wrong with a step:
 * - `gap`: the step before it in its replica's chain is not there
 * - `previous`: it names another hash than that of the step before it
 * - `hash`: its own fields, or which records it changed and how, are not what they were when it was written
 * - `image`: what it made of a record is not what it was
 * - `missing`: an image is gone, and no anonymise step says so
 * - `redaction`: an image that stands in for another one that is still there
 * - `redacted`: what stands in for an erased image is not what the anonymise step put there
 */
export type ChainFault = 'gap' | 'previous' | 'hash' | 'image' | 'missing' | 'redaction' | 'redacted';

export interface ChainProblem {
  readonly step: number;
  readonly replica: string;
  readonly fault: ChainFault;
  /** The change at fault, where it is not the step itself. */
  readonly recordUid: string | null;
}

interface StepRow extends Hashed {
  readonly seq: number;
  readonly previousHash: Buffer | null;
  readonly hash: Buffer;
  readonly reversesUid: string | null;
}

interface ChangeRow extends HashedChange {
  readonly image: string | null;
  readonly salt: Buffer | null;
  readonly redactedBy: string | null;
  readonly hasRedaction: number;
  readonly standIn: string | null;
  readonly standInSalt: Buffer | null;
  /** What the anonymise step says of its stand-ins; steps of the first form say nothing. */
  readonly redacted: string | null;
}

/** Holds every replica's chain of steps to its hashes, from the journal alone. @returns what is wrong; nothing when all is well */
export function verifyChain(store: Store): ChainProblem[] {
  const steps =
    store.sql<StepRow>(`SELECT s.*, o.uid AS reversesUid FROM step AS s LEFT JOIN step AS o ON o.seq = s.reverses
    ORDER BY s.replica, s.counter`);
  const problems: ChainProblem[] = [];
  let previous: StepRow | null = null;
  for (const step of steps.all()) {
    const before: StepRow | null = previous?.replica === step.replica ? previous : null;
    const faults = [...linkFaults(step, before), ...changeFaults(store, step)];
    problems.push(...faults.map((fault) => ({ step: step.seq, replica: step.replica, ...fault })));
    previous = step;
  }
  return problems;
}

type Fault = Pick<ChainProblem, 'fault' | 'recordUid'>;

const ofStep = (fault: ChainFault): Fault => ({ fault, recordUid: null });

const sameBytes = (one: Buffer | null, other: Buffer | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

function linkFaults(step: StepRow, before: StepRow | null): Fault[] {
  if (step.counter !== (before?.counter ?? 0) + 1) return [ofStep('gap')];
  return sameBytes(step.previousHash, before?.hash ?? null) ? [] : [ofStep('previous')];
}

function changeFaults(store: Store, step: StepRow): Fault[] {
  const changes = store
    .sql<ChangeRow>(`SELECT c.register, c.recordUid, c.operation, c.image, c.salt, c.digest, r.change IS NOT NULL AS hasRedaction,
      r.image AS standIn, r.salt AS standInSalt, CASE WHEN a.schema > 1 THEN coalesce(a.label ->> 'redacted', '[]') END AS redacted,
      CASE WHEN a.kind = 'anonymise' AND a.seq > c.step THEN a.uid END AS redactedBy
      FROM change AS c LEFT JOIN redaction AS r ON r.change = c.id LEFT JOIN step AS a ON a.seq = r.step
      WHERE c.step = ? ORDER BY c.id`)
    .all(step.seq);
  const sound = hashOf(step, changes, step.previousHash, step.reversesUid).equals(step.hash);
  return [
    ...(sound ? [] : [ofStep('hash')]),
    ...changes.flatMap((change) => {
      const fault = imageFault(change);
      return fault === null ? [] : [{ fault, recordUid: change.recordUid }];
    }),
  ];
}

function imageFault(change: ChangeRow): ChainFault | null {
  const { image, salt, digest, redactedBy, hasRedaction } = change;
  if (image === null && salt === null)
    return redactedBy === null ? 'missing' : standsAsPut(change) ? null : 'redacted';
  if (image === null || salt === null) return 'missing';
  if (hasRedaction === 1) return 'redaction';
  return digestOf(salt, image).equals(digest) ? null : 'image';
}

function standsAsPut({ standIn, standInSalt, digest, redacted }: ChangeRow): boolean {
  if (redacted === null) return true;
  return (
    standIn !== null &&
    standInSalt !== null &&
    redacted.includes(redactionDigest(standInSalt, digest, standIn))
  );
}
