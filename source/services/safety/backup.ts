import { chmodSync, constants, copyFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { dayOf, localTimeOf } from '../../domain/days/day.ts';
import { atOnce, type Work } from '../../domain/long-work.ts';
import { isUserError, UserError } from '../../errors.ts';
import {
  checkCopy,
  checkingCopy,
  putInPlace,
  writeCopy,
  writingCopy,
  type CopyFacts,
} from '../../store/safety/backup.ts';
import { newestAt } from '../../store/journal/journal.ts';
import { readMeta } from '../../store/file/meta.ts';
import { schemaOf } from '../../store/file/migrate.ts';
import { behindLinks, refuseToReplace } from '../../store/file/replacing.ts';
import { storeError } from '../../store/file/store-error.ts';
import { copiesIn, copyName, sealedEnding, makeFolder, noteMade, rotate } from './copies.ts';
import { newestStep, timeZoneOf } from '../project/project.ts';
import type { Store } from '../../store/file/open.ts';
import type { Copy, CopyPlace, CopyReason } from './copies.ts';
import type { Project } from '../project/project.ts';

/** Makes a copy that has been read back, in the file's own folder and the planner's. @throws UserError */
export function makeCopy(project: Project, place: CopyPlace, reason: CopyReason): Copy {
  return atOnce(makingCopy(project, place, reason));
}

/** Does so in pieces, as far as it can be divided. @throws UserError */
export function* makingCopy(project: Project, place: CopyPlace, reason: CopyReason): Work<Copy> {
  const { store } = project;
  makeFolder(place.folder);
  const time = timeOfCopy(project);
  const step = newestStep({ store });
  const path = join(place.folder, copyName(time, step, reason));
  yield* writingCopy(store, path);
  rotate(place.folder);
  const made = copiesIn(place.folder).find((copy) => copy.path === path);
  if (made === undefined) throw new UserError('unsound-copy', { path, detail: 'ENOENT' });
  copyOutward(made, place);
  return made;
}

/**
 * A file that is about to be brought to a newer form is copied first: among its copies, or beside it where no place for
 * them is known. What can't be copied isn't migrated. @throws UserError
 */
export function copyOfForm(store: Store, place?: CopyPlace): void {
  const target =
    place === undefined
      ? `${store.path}.form-${schemaOf(store)}`
      : join(place.folder, copyName(new Date().toISOString().slice(0, 19), newestStep({ store }), 'form'));
  if (place !== undefined) makeFolder(place.folder);
  writeCopy(store, target);
}

/** Copies go in order even when the clock has been set back. */
function timeOfCopy(project: Project): string {
  const { store } = project;
  const now = project.clock.now();
  const newest = newestAt(store);
  const at = newest !== null && newest > now ? newest : now;
  return `${localTimeOf(at, timeZoneOf(store))}:${at.slice(17, 19)}`;
}

/** A copy in the planner's own folder; a folder that is away just now is told of, and stops nothing. */
function copyOutward({ path }: Copy, { own, sealsOwn, tell }: CopyPlace): void {
  if (sealsOwn) noteMade(dirname(path));
  if (own === null || sealsOwn) return;
  try {
    makeFolder(own);
    copyFile(path, join(own, basename(path)));
    rotate(own);
  } catch (error) {
    tell(failureOf(error, own));
  }
}

/** Copies a file whole or not at all, for its owner only. @throws UserError */
export function copyFile(path: string, target: string): void {
  const part = `${target}.${process.pid}.part`;
  try {
    copyFileSync(path, part, constants.COPYFILE_FICLONE);
    chmodSync(part, 0o600);
    putInPlace(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw storeError(error, target);
  }
}

/** Writes a copy to a file that the planner names. @throws UserError over-project, over-folder; file-exists is the caller's to ask */
export function copyTo(project: Project, path: string): void {
  refuseToReplace(path, 'copy');
  writeCopy(project.store, behindLinks(path));
}

function failureOf(error: unknown, folder: string): UserError<'copy-failed'> {
  const reason = isUserError(error) ? error.code : error instanceof Error ? error.message : String(error);
  return new UserError('copy-failed', { folder, reason });
}

/** The UTC day on which the copies of a file were last looked after by this process. */
const lookedAfter = new WeakMap<Store, string>();

/**
 * Before a write: a copy when this is the day's first one, or when many records are about to change. Where nothing has
 * been written since the last copy, that one does. A sample, whose clock stands, is made anew rather than kept.
 * A copy that can't be made is told of; the planner's own writing goes on.
 */
export function copyBefore(project: Project, reason: CopyReason): void {
  const { store, copies: place } = project;
  if (place === undefined || project.asOf !== null) return;
  const now = project.clock.now();
  const utcDay = now.slice(0, 10);
  if (reason === 'day' && lookedAfter.get(store) === utcDay) return;
  lookedAfter.set(store, utcDay);
  try {
    if (readMeta(store, 'clock') !== null) return;
    const [newest] = copiesIn(place.folder);
    const step = newestStep({ store });
    if (step === 0 || newest?.step === step) return;
    const today = dayOf(now, timeZoneOf(store));
    if (reason === 'day' && newest !== undefined && newest.day >= today) return;
    makeCopy(project, place, reason);
  } catch (error) {
    place.tell(failureOf(error, place.folder));
  }
}

/** A larger file is left to the copy of its next day: nobody waits for one when they leave. */
const mostAtClose = 20_000_000;

/** When the console is left: a copy, where something has been written since the last one. What fails is told of. */
export function copyAtClose(project: Project): void {
  const { store, copies: place } = project;
  if (place === undefined || project.asOf !== null) return;
  try {
    if (readMeta(store, 'clock') !== null) return;
    const [newest] = copiesIn(place.folder);
    const step = newestStep(project);
    if (step === 0 || newest?.step === step || statSync(store.path).size > mostAtClose) return;
    makeCopy(project, place, 'close');
  } catch (error) {
    place.tell(failureOf(error, place.folder));
  }
}

/** Every copy of a project file, newest first; those in the planner's folder only where ours are gone. */
export function listCopies(place: CopyPlace): Copy[] {
  const here = copiesIn(place.folder);
  const plain = (path: string): string => basename(path).replace(sealedEnding, '');
  const names = new Set(here.map(({ path }) => basename(path)));
  const elsewhere =
    place.own === null ? [] : copiesIn(place.own).filter(({ path }) => !names.has(plain(path)));
  return [...here, ...elsewhere].toSorted((one, other) =>
    basename(one.path) < basename(other.path) ? 1 : -1,
  );
}

export { checkCopy, checkingCopy, refuseToReplace };
export type { CopyFacts };
