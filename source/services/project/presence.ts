/** Who has the file open, and what the last run left when it ended abruptly. */
import { hostname } from 'node:os';
import { isUserError } from '../../errors.ts';
import { listDrafts } from '../../store/kept/drafts.ts';
import { newestAt } from '../../store/journal/journal.ts';
import { dropLeases, putLease, readLeases, withoutWaiting } from '../../store/file/lease.ts';
import { placeOf } from '../../store/file/place.ts';
import { identityById } from '../../store/records/records.ts';
import { storeError } from '../../store/file/store-error.ts';
import { abandon } from '../../store/file/transaction.ts';
import { registerOf } from '../../registers/index.ts';
import { newestStep, newUid, systemClock } from './project.ts';
import { isRunning, startOf } from './running-process.ts';
import type { Instant } from '../../domain/days/day.ts';
import type { Language } from '../../language/language.ts';
import type { Lease } from '../../store/file/lease.ts';
import type { Project } from './project.ts';

export interface OtherWindow {
  readonly host: string;
  readonly isHere: boolean;
  readonly since: Instant;
}

/** A run that ended without closing the file, and what of it is there. */
export interface AbruptEnd {
  /** null: this computer. */
  readonly host: string | null;
  /** Steps since that run began. */
  readonly changes: number;
  /** When the newest step was written; null where there is none. */
  readonly until: Instant | null;
}

export interface Presence {
  readonly others: readonly OtherWindow[];
  readonly ended: AbruptEnd | null;
}

/** So long after it was last seen a window on another computer counts as gone; it tells of itself three times in that. */
const goneMilliseconds = 15 * 60_000;
export const tellEvery = goneMilliseconds / 3;
/** Where the file was busy. */
export const tellAgain = 2000;

/** `copied`: by a process that runs, but in the file that this one is a copy of; `litter`: by one that runs no more. */
type State = 'here' | 'elsewhere' | 'ended' | 'copied' | 'litter';

function stateOf(lease: Lease, host: string, place: string, now: Instant): State {
  if (lease.host === host) {
    if (lease.place !== place) return isRunning(lease) ? 'copied' : 'litter';
    return isRunning(lease) ? 'here' : 'ended';
  }
  const age = Math.abs(Date.parse(now) - Date.parse(lease.seenAt));
  return age < goneMilliseconds ? 'elsewhere' : 'ended';
}

/** Who else has the file open. What runs left that ended abruptly is said once: their leases are taken away, and litter is. */
export function lookAround(project: Project, own: string | null = null): Presence {
  const { store } = project;
  const leases = readLeases(store).filter(({ id }) => id !== own);
  if (leases.length === 0) return { others: [], ended: null };
  const [host, place, now] = [hostname(), placeOf(store), systemClock.now()];
  const known = leases.map((lease) => ({ lease, state: stateOf(lease, host, place, now) }));
  const gone = known.filter(({ state }) => state === 'ended').map(({ lease }) => lease);
  const dropped = known.filter(({ state }) => state === 'ended' || state === 'litter');
  atOnce(project, () =>
    dropLeases(
      store,
      dropped.map(({ lease }) => lease.id),
    ),
  );
  const [first] = gone;
  return {
    others: known
      .filter(({ state }) => state === 'here' || state === 'elsewhere')
      .map(({ lease, state }) => ({ host: lease.host, isHere: state === 'here', since: lease.openedAt })),
    ended:
      first === undefined
        ? null
        : {
            host: first.host === host ? null : first.host,
            changes: newestStep({ store }) - Math.min(...gone.map(({ step }) => step)),
            until: newestAt(store),
          },
  };
}

/** A window's hold on the file, from `arrive` until `leave`. */
export interface Window {
  readonly presence: Presence;
  /** False where the file was busy: it is to be told again soon. */
  readonly isTold: boolean;
  /** Tells that the window is there, and whether that could be told. */
  readonly stay: () => boolean;
  /** What is being written is taken back: the file is about to be closed. */
  readonly leave: () => void;
}

/**
 * Says in the file that this process has it open. A file that can't be written is nobody's to hold.
 * @param step The newest one when the file was opened: what is typed ahead is done before the window arrives.
 */
export function arrive(project: Project, step = newestStep(project)): Window {
  const { store } = project;
  const now = systemClock.now();
  const lease: Lease = {
    id: newUid(project),
    host: hostname(),
    place: placeOf(store),
    process: process.pid,
    started: startOf(process.pid),
    openedAt: now,
    seenAt: now,
    step,
  };
  const stay = (): boolean => atOnce(project, () => putLease(store, { ...lease, seenAt: systemClock.now() }));
  const presence = lookAround(project, lease.id);
  return {
    presence,
    isTold: stay(),
    stay,
    // An import that a signal cuts short is taken back first: else the hold would come back with it.
    leave: () => {
      abandon(store);
      quietly(project, () => dropLeases(store, [lease.id]));
    },
  };
}

/** The hold is a courtesy: a file that is read-only, busy or on a full disk goes without. False where it does. */
function quietly({ store }: Project, work: () => void): boolean {
  if (!store.database.open) return false;
  try {
    work();
    return true;
  } catch (error) {
    const said = storeError(error, store.path);
    if (!isUserError(said)) throw said;
    return false;
  }
}

/** The same for a window that is in use: it stands still for nobody. */
function atOnce(project: Project, work: () => void): boolean {
  return quietly(project, () => withoutWaiting(project.store, work));
}

/** What unfinished forms are about: the record's heading, or the register of a new one and the first text in it. */
export function draftNames(project: Project, language: Language): string[] {
  return listDrafts(project.store).map(({ register, record, texts }) => {
    const identity = record === null ? null : identityById(project.store, record);
    if (identity !== null) return [identity.code, identity.heading].filter((part) => part !== null).join(' ');
    const begun = Object.values(texts).find((text) => text.trim() !== '');
    const { one } = registerOf(register).label;
    return begun === undefined ? one[language] : `${one[language]} (${begun.trim().slice(0, 40)})`;
  });
}
