/** What must hold of candidates, of their moves from stage to stage, and of units that go on in others. */
import { dayOrNull } from '../../domain/days/day.ts';
import { mayFollow } from '../../domain/recruitment/funnel.ts';
import { UserError } from '../../errors.ts';
import { stages } from '../../registers/candidate.ts';
import { registerOf } from '../../registers/index.ts';
import { identityById, readRow } from '../../store/records/records.ts';
import { twins } from '../writing/twins.ts';
import type { CandidateStage } from '../../domain/recruitment/funnel.ts';
import type { Store } from '../../store/file/open.ts';
import type { Rule } from '../writing/record-rules.ts';

/** A person is in a round once. */
const onceInRound: Rule = (store, record, changed) => {
  const { fields, find } = twins.candidate;
  const other = changed(...fields) ? find(store, record) : undefined;
  if (other === undefined) return;
  throw new UserError('candidate-twice', {
    person: identityById(store, Number(record['person']))?.heading ?? '',
    other: identityById(store, other.id)?.code ?? '',
  });
};

const movesOf = (store: Store, candidate: unknown): { id: number; day: string; stage: CandidateStage }[] =>
  store
    .sql<{ id: number; day: string; stage: CandidateStage }>(
      `SELECT id, day, stage FROM stageChange WHERE candidate = ? AND removedStep IS NULL AND stage IS NOT NULL
        ORDER BY day, id`,
    )
    .all(candidate);

/** Nobody has moved before they signed up. */
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

/** No unit goes on, by however many others, in itself. */
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

export const recruitmentRules = {
  unit: [noCircle],
  candidate: [onceInRound, signedUpBeforeMoves],
  stageChange: [movesForward],
} satisfies Readonly<Record<string, readonly Rule[]>>;
