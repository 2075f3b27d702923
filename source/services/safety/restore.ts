import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { localTimeOf } from '../../domain/days/day.ts';
import { UserError } from '../../errors.ts';
import { holdAlone } from '../../store/file/alone.ts';
import { checkCopy, putInPlace } from '../../store/safety/backup.ts';
import { behindLinks } from '../../store/file/replacing.ts';
import { storeError } from '../../store/file/store-error.ts';
import { dropLeases, readLeases } from '../../store/file/lease.ts';
import { copyFile, listCopies } from './backup.ts';
import { copyName, makeFolder } from './copies.ts';
import { closeProject, openProject } from '../project/project-file.ts';
import { beginReplica } from '../writing/replica.ts';
import type { Hold } from '../../store/file/alone.ts';
import type { CopyFacts } from '../../store/safety/backup.ts';
import type { Copy, CopyPlace } from './copies.ts';

export interface Restored {
  readonly from: string;
  /** The file that was replaced, kept; null where there was none. */
  readonly kept: string | null;
  /** The newest step that is in the file now. */
  readonly step: number;
}

/**
 * The copy that a person means: a day's newest one, or the newest of all; with `back`, the file that the last restoring
 * replaced. @throws UserError no-copy
 */
export function findCopy(place: CopyPlace, day: string | null, back: boolean): Copy {
  const copies = listCopies(place);
  const wanted = copies.find((copy) =>
    back ? copy.reason === 'replaced' : copy.reason !== 'replaced' && (day === null || copy.day === day),
  );
  if (wanted === undefined)
    throw new UserError('no-copy', { day, folder: place.folder, back, others: copies.length });
  return wanted;
}

/**
 * Puts a copy in place of the project file. The copy is looked over first, and the file that is replaced is kept among
 * the copies, damaged or not, so that restoring can be taken back. @throws UserError unsound-copy, open-elsewhere,
 * copy-of-other, newer-file
 */
export function restoreFile(
  named: string,
  source: string,
  place: CopyPlace,
  environment: NodeJS.ProcessEnv,
): Restored {
  const facts = checkCopy(source);
  const path = behindLinks(named);
  const hold = existsSync(path) ? holdAlone(path) : null;
  const part = `${path}.${process.pid}.new`;
  try {
    const replaced = existsSync(path) ? replacedFacts(path, facts) : null;
    makeFolder(dirname(path));
    copyFile(source, part);
    const kept = existsSync(path) ? keep(path, place, replaced?.seq ?? 0, facts.timeZone) : null;
    const problem = putOver({ part, path, hold, kept });
    hold?.letGo();
    beginAnew(path, environment);
    if (problem !== null) throw storeError(problem, path);
    return { from: source, kept, step: facts.seq };
  } finally {
    hold?.letGo();
    rmSync(part, { force: true });
  }
}

interface Replacing {
  readonly part: string;
  readonly path: string;
  readonly hold: Hold | null;
  readonly kept: string | null;
}

/** @returns what went wrong once the copy had its name: from then on, what is kept is all that is left of the file */
function putOver(replacing: Replacing): unknown {
  const { part, path, hold, kept } = replacing;
  try {
    replace(replacing);
    return null;
  } catch (error) {
    if (!existsSync(part)) return error;
    // Where nobody could take hold of the file, its log is gone already, but for the one that is kept.
    if (kept !== null && hold !== null)
      for (const ending of ['', '-wal']) rmSync(kept + ending, { force: true });
    throw storeError(error, path);
  }
}

function replace({ part, path, hold, kept }: Replacing): void {
  if (hold !== null) {
    hold.replaceBy(part, kept);
    return;
  }
  // A log that is left would be played into the new file; where there is hold of the file, it has been turned off.
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  putInPlace(part, path);
}

/** What the file is that will be replaced; null where it can't be told any more. */
function replacedFacts(path: string, facts: CopyFacts): CopyFacts | null {
  let present: CopyFacts;
  try {
    present = checkCopy(path);
  } catch {
    return null;
  }
  if (present.project !== null && facts.project !== present.project)
    throw new UserError('copy-of-other', { path });
  return present;
}

function keep(path: string, place: CopyPlace, step: number, timeZone: string): string {
  makeFolder(place.folder);
  const now = new Date().toISOString();
  const time = `${localTimeOf(now, timeZone)}:${now.slice(17, 19)}`;
  const kept = join(place.folder, copyName(time, step, 'replaced'));
  if (existsSync(kept)) throw new UserError('file-exists', { path: kept });
  copyFile(path, kept);
  if (existsSync(`${path}-wal`)) copyFile(`${path}-wal`, join(place.folder, `${basename(kept)}-wal`));
  return kept;
}

/** Opened once, the file is brought to the newest form, and steps from here on are told apart from those replaced. */
function beginAnew(path: string, environment: NodeJS.ProcessEnv): void {
  const project = openProject(path, environment, 'none');
  try {
    beginReplica(project);
    // Whoever had the copy open when it was made has not got this file.
    dropLeases(
      project.store,
      readLeases(project.store).map(({ id }) => id),
    );
  } finally {
    closeProject(project);
  }
}
