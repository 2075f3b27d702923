/**
 * A closed session can only be read until it is opened again. Asked of every step, also of one that takes another back:
 * what of a session was closed before the step and is closed after it has not changed.
 */
import { UserError } from '../../errors.ts';
import { same } from '../../store/journal/images.ts';
import { identityById } from '../../store/records/records.ts';
import { refuseMinuted } from './roster-lock.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Changed } from '../writing/changed.ts';
import type { Guard, MadeStep } from '../writing/step-rule.ts';

/** What of a closed session may still change: its minutes go their way, its recording comes later, and what it goes with. */
const openFields = new Set([
  'minutesText',
  'minutesState',
  'approvedIn',
  'minutesSent',
  'invitationSent',
  'attachmentsSent',
  'recording',
  'dnro',
  'related',
  'attachments',
  'notes',
  'tags',
]);

/** What of a decision is part of the minutes. */
const decided = ['title', 'session', 'agenda', 'day', 'text'] as const;

const live = (record: AnyRecord | null): record is AnyRecord =>
  record !== null && record.removedStep === null;

const wasHere = (record: AnyRecord | null): boolean =>
  live(record) && (record['mark'] === 'present' || record['mark'] === 'deputy');

/** The sessions that a change is part of, and so must find open. */
function sessionsOf({ definition, before, after }: Changed): unknown[] {
  const named = [before?.['session'], after['session']];
  if (definition.name === 'agenda') return named;
  // Who was there is locked with the session; who watched the recording or sent word is told later.
  if (definition.name === 'attendance') return wasHere(before) || wasHere(after) ? named : [];
  if (definition.name === 'decision')
    return !live(before) || !live(after) || decided.some((name) => !same(before[name], after[name]))
      ? named
      : [];
  if (definition.name !== 'session' || !live(before)) return [];
  const changed = Object.keys(definition.fields).filter((name) => !same(before[name], after[name]));
  return !live(after) || changed.some((name) => !openFields.has(name)) ? [after.id] : [];
}

/**
 * @throws UserError session-closed; membership-minuted; reopen-reason, where one is opened without saying why
 */
function refuseLocked({ project: { store }, heard, reverses, changeOf }: MadeStep): void {
  const isReversal = reverses !== undefined;
  const isLocked = (session: unknown): boolean => {
    if (typeof session !== 'number') return false;
    const row = store.sql('SELECT closedOn FROM session WHERE id = ?').get(session);
    if ((row?.['closedOn'] ?? null) === null) return false;
    const change = changeOf(session);
    return change === null || wasClosed(change, isReversal);
  };
  for (const change of heard) {
    const locked = sessionsOf(change).find(isLocked);
    if (locked !== undefined)
      throw new UserError('session-closed', { code: identityById(store, Number(locked))?.code ?? '' });
    refuseMinuted(store, change);
    if (!isReversal) refuseWithoutReason(change);
  }
}

/** Was it closed before the step? One that comes or goes with what is taken back goes whole. */
function wasClosed({ before, after }: Changed, isReversal: boolean): boolean {
  if (before === null || before['closedOn'] === null) return false;
  return !isReversal || live(before) === live(after);
}

function refuseWithoutReason({ definition, before, after }: Changed): void {
  if (definition.name !== 'session' || before === null || before['closedOn'] === null) return;
  if (after['closedOn'] === null && (after['reopenedFor'] ?? null) === null)
    throw new UserError('reopen-reason', { code: after.code ?? after.heading });
}

export const sessionLock: Guard = {
  hears: ['session', 'agenda', 'attendance', 'decision', 'membership'],
  refuse: refuseLocked,
};
