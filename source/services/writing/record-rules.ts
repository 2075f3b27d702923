/**
 * What must hold between the values of a record and those of others, by register: asked of every change that a person or
 * a table makes, inside its transaction. Taking back and doing again put old values back and are asked only what
 * `comes-back.ts` says.
 */
import { dayOrNull } from '../../domain/days/day.ts';
import { mayFollow } from '../../domain/recruitment/funnel.ts';
import { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { stages } from '../../registers/candidate.ts';
import { identityById, readRow } from '../../store/records/records.ts';
import { meetingRules } from '../meetings/meeting-rules.ts';
import { twins } from './twins.ts';
import type { CandidateStage } from '../../domain/recruitment/funnel.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Store } from '../../store/file/open.ts';

/** `changed` says whether one of the named fields is new. @throws UserError */
export type Rule = (store: Store, record: AnyRecord, changed: (...names: string[]) => boolean) => void;

const headingOf = (store: Store, id: unknown): string => identityById(store, Number(id))?.heading ?? '';
const codeOf = (store: Store, id: unknown): string => identityById(store, Number(id))?.code ?? '';

/** The second day is not before the first. */
const inOrder =
  (register: string, from: string, to: string): Rule =>
  (_store, record, changed) => {
    const [starts, ends] = [dayOrNull(record[from]), dayOrNull(record[to])];
    if (!changed(from, to) || starts === null || ends === null || starts <= ends) return;
    const { fields } = registerOf(register);
    const label = (name: string) => fields[name]?.label ?? { fi: name, en: name };
    throw new UserError('turned-days', { from: label(from), to: label(to), starts, ends });
  };

const oneTermAtOnce: Rule = (store, record, changed) => {
  const { fields, find } = twins.membership;
  const other = changed(...fields) ? find(store, record) : undefined;
  if (other === undefined) return;
  throw new UserError('terms-overlap', {
    person: headingOf(store, record['person']),
    group: headingOf(store, record['group']),
    other: codeOf(store, other.id),
    starts: other.starts ?? null,
    ends: other.ends ?? null,
  });
};

const onceInRound: Rule = (store, record, changed) => {
  const { fields, find } = twins.candidate;
  const other = changed(...fields) ? find(store, record) : undefined;
  if (other === undefined) return;
  throw new UserError('candidate-twice', {
    person: headingOf(store, record['person']),
    other: codeOf(store, other.id),
  });
};

const movesOf = (store: Store, candidate: unknown): { id: number; day: string; stage: CandidateStage }[] =>
  store
    .sql<{ id: number; day: string; stage: CandidateStage }>(
      `SELECT id, day, stage FROM stageChange WHERE candidate = ? AND removedStep IS NULL AND stage IS NOT NULL
        ORDER BY day, id`,
    )
    .all(candidate);

const signedUpBeforeMoves: Rule = (store, record, changed) => {
  const signedUp = dayOrNull(record['signedUp']);
  const [first] = movesOf(store, record.id);
  if (!changed('signedUp') || signedUp === null || first === undefined || first.day >= signedUp) return;
  throw new UserError('sign-up-late', { code: record.code ?? '', day: first.day, signedUp });
};

/** A move fits between the moves around it, and is not before the candidate signed up. */
const movesForward: Rule = (store, record, changed) => {
  if (!changed('candidate', 'day', 'stage') || record['stage'] === null) return;
  const candidate = readRow(store, registerOf('candidate'), Number(record['candidate']));
  const code = candidate?.code ?? '';
  const [day, signedUp] = [String(record['day']), dayOrNull(candidate?.['signedUp'])];
  if (signedUp !== null && day < signedUp) throw new UserError('stage-early', { code, day, signedUp });
  const moves = movesOf(store, record['candidate']);
  const place = moves.findIndex(({ id }) => id === record.id);
  const [before, own, after] = [moves[place - 1], moves[place], moves[place + 1]];
  if (own === undefined) return;
  const refuse = (other: { day: string; stage: CandidateStage }, earlier: boolean): never => {
    throw new UserError('stage-back', {
      code,
      from: stages[other.stage],
      to: stages[own.stage],
      day: other.day,
      earlier,
    });
  };
  if (before !== undefined && !mayFollow(before.stage, own.stage)) refuse(before, true);
  if (after !== undefined && !mayFollow(own.stage, after.stage)) refuse(after, false);
};

const noCircle: Rule = (store, record, changed) => {
  if (!changed('successor')) return;
  const next = (id: unknown): unknown =>
    store.sql('SELECT successor FROM unit WHERE id = ?').get(id)?.['successor'];
  const seen = new Set<unknown>();
  for (let id = record['successor']; typeof id === 'number' && !seen.has(id); id = next(id)) {
    if (id === record.id)
      throw new UserError('own-successor', { unit: record.heading || String(record['name']) });
    seen.add(id);
  }
};

const rules: Readonly<Record<string, readonly Rule[]>> = {
  project: [inOrder('project', 'start', 'end')],
  package: [inOrder('package', 'starts', 'ends')],
  unit: [inOrder('unit', 'starts', 'ends'), noCircle],
  round: [inOrder('round', 'opens', 'closes')],
  candidate: [onceInRound, signedUpBeforeMoves],
  stageChange: [movesForward],
  ...meetingRules,
  membership: [inOrder('membership', 'starts', 'ends'), oneTermAtOnce, ...meetingRules.membership],
};

export const hasRules = (register: string): boolean => Object.hasOwn(rules, register);

/** Holds a record to the rules of its register. `before` is null for a new one. @throws UserError */
export function holdToRules(
  store: Store,
  register: string,
  record: AnyRecord,
  before: AnyRecord | null,
): void {
  const changed = (...names: string[]): boolean =>
    before === null || names.some((name) => before[name] !== record[name]);
  for (const rule of rules[register] ?? []) rule(store, record, changed);
}
