/** What must hold of a session, of who was there, and of deputies. */
import { parseCode } from '../../domain/codes.ts';
import { UserError } from '../../errors.ts';
import { onDay } from '../../store/queries/roster.ts';
import { identityById } from '../../store/records/records.ts';
import { twins } from '../writing/twins.ts';
import type { Rule } from '../writing/record-rules.ts';
import type { Store } from '../../store/file/open.ts';

const named = (store: Store, id: unknown): string => {
  const identity = identityById(store, Number(id));
  return identity?.code ?? identity?.heading ?? '';
};

const heading = (store: Store, id: unknown): string => identityById(store, Number(id))?.heading ?? '';

/** Minutes are approved in a later session of the same group. */
const approvedLater: Rule = (store, record, changed) => {
  const { approvedIn } = record;
  if (!changed('approvedIn') || typeof approvedIn !== 'number') return;
  const other = store.sql('SELECT "group", startsAt FROM session WHERE id = ?').get(approvedIn);
  if (other?.['group'] === record['group'] && String(other?.['startsAt']) > String(record['startsAt']))
    return;
  throw new UserError('approved-elsewhere', {
    code: record.code ?? record.heading,
    other: named(store, approvedIn),
  });
};

/** A person is marked once at a session that is not cancelled. */
const markedOnce: Rule = (store, record, changed) => {
  if (!changed('session', 'person', 'mark', 'deputy')) return;
  const { session, person } = record;
  const names = { code: named(store, session), person: named(store, person) };
  const cancelled = store.sql(`SELECT 1 FROM session WHERE id = ? AND state = 'cancelled'`).get(session);
  if (cancelled !== undefined) throw new UserError('session-cancelled', { code: names.code });
  if (twins.attendance.find(store, record) !== undefined) throw new UserError('marked-twice', names);
};

/** A deputy stands for a member of the day, and is somebody else. Others who came are guests. */
const deputyForSomebody: Rule = (store, record, changed) => {
  if (!changed('session', 'person', 'mark', 'deputy')) return;
  const { session, person, mark, deputy } = record;
  const refuse = (whom: unknown): never => {
    throw new UserError('deputy-for-nobody', { code: named(store, session), person: named(store, whom) });
  };
  if (typeof deputy === 'number' && (mark !== 'deputy' || deputy === person)) refuse(deputy);
  if (mark === 'deputy' && !wasMember(store, Number(session), Number(person))) refuse(person);
};

/** Was the person a member of the session's group on its day? */
export function wasMember(store: Store, session: number, person: number): boolean {
  const found = store
    .sql(`SELECT 1 FROM session AS s JOIN membership AS m ON m."group" = s."group" WHERE s.id = :session AND m.person = :person
      AND m.removedStep IS NULL AND ${onDay('m', 'substr(s.startsAt, 1, 10)')}`)
    .get({ session, person });
  return found !== undefined;
}

/** A deputy is the deputy of somebody else in the same group. */
const deputyOfSomebody: Rule = (store, record, changed) => {
  if (!changed('group', 'person', 'role', 'deputyOf')) return;
  const { deputyOf, role, group, person } = record;
  const member = store.sql('SELECT "group", person FROM membership WHERE id = ?').get(deputyOf);
  const fits = member !== undefined && member['group'] === group && member['person'] !== person;
  if (deputyOf === null ? role === 'deputy' : !fits)
    throw new UserError('deputy-of-nobody', { person: named(store, person) });
};

/** Nobody has the same role, or two seats, in a group at once. */
const oneTermAtOnce: Rule = (store, record, changed) => {
  const { fields, find } = twins.membership;
  const other = changed(...fields) ? find(store, record) : undefined;
  if (other === undefined) return;
  throw new UserError('terms-overlap', {
    person: heading(store, record['person']),
    group: heading(store, record['group']),
    other: identityById(store, other.id)?.code ?? '',
    starts: other.starts ?? null,
    ends: other.ends ?? null,
  });
};

/** Codes of the group's sessions begin so, and are found as people type them. */
const prefixOfCodes: Rule = (_store, { prefix }, changed) => {
  if (!changed('prefix') || typeof prefix !== 'string' || parseCode(`${prefix}-1`)?.number === '1') return;
  throw new UserError('wrong-prefix', { text: prefix });
};

export const meetingRules = {
  group: [prefixOfCodes],
  session: [approvedLater],
  attendance: [markedOnce, deputyForSomebody],
  membership: [oneTermAtOnce, deputyOfSomebody],
} satisfies Readonly<Record<string, readonly Rule[]>>;
