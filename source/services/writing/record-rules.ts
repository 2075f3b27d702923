/**
 * What must hold between the values of a record and those of others, by register: asked of every change that a person or
 * a table makes, inside its transaction. Taking back and doing again put old values back and are not asked.
 */
import { mayFollow } from '../../domain/funnel.ts';
import { takesSeat } from '../../domain/roster.ts';
import { overlap } from '../../domain/term.ts';
import { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { stages } from '../../registers/candidate.ts';
import { identityById, readRow } from '../../store/records.ts';
import { meetingRules } from '../meetings/meeting-rules.ts';
import type { CandidateStage } from '../../domain/funnel.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Store } from '../../store/open.ts';

/** `changed` says whether one of the named fields is new. @throws UserError */
export type Rule = (store: Store, record: AnyRecord, changed: (...names: string[]) => boolean) => void;

const dayOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
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

const seated = ({ role }: Readonly<Record<string, unknown>>): boolean =>
  takesSeat(typeof role === 'string' ? role : null);

/** Nobody has the same role, or two seats, in the same group at once; checking minutes or presenting takes no seat. */
const oneTermAtOnce: Rule = (store, record, changed) => {
  if (!changed('group', 'person', 'role', 'starts', 'ends')) return;
  const termOf = (row: Readonly<Record<string, unknown>>) => ({
    starts: dayOrNull(row['starts']),
    ends: dayOrNull(row['ends']),
  });
  const other = store
    .sql(`SELECT id, role, starts, ends FROM membership WHERE person = :person AND "group" = :group
      AND id <> :id AND removedStep IS NULL`)
    .all({ person: record['person'], group: record['group'], id: record.id })
    .find((row) => (row['role'] === record['role'] || (seated(row) && seated(record))) && overlap(termOf(row), termOf(record))); // prettier-ignore
  if (other === undefined) return;
  throw new UserError('terms-overlap', {
    person: headingOf(store, record['person']),
    group: headingOf(store, record['group']),
    other: codeOf(store, other['id']),
    ...termOf(other),
  });
};

/** A person is in a round once. */
const onceInRound: Rule = (store, record, changed) => {
  if (!changed('round', 'person')) return;
  const other = store
    .sql(
      `SELECT id FROM candidate WHERE person = :person AND round = :round AND id <> :id AND removedStep IS NULL`,
    )
    .get({ person: record['person'], round: record['round'], id: record.id });
  if (other === undefined) return;
  throw new UserError('candidate-twice', {
    person: headingOf(store, record['person']),
    other: codeOf(store, other['id']),
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
    throw new UserError('stage-back', { code, from: stages[other.stage], to: stages[own.stage], day: other.day, earlier }); // prettier-ignore
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
    if (id === record.id) throw new UserError('own-successor', { unit: record.heading || String(record['name']) }); // prettier-ignore
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
