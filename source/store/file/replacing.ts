/** What a file of ours may be put over: never over a project, whatever was asked. */
import { closeSync, openSync, readlinkSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { applicationId, magic } from './open.ts';

/**
 * The file itself that a path means. What is put to the name of a link takes the link's place, and leaves behind it the
 * file that it stood for.
 */
export function behindLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not there yet; perhaps it is a link to what isn't there yet.
    return linkTarget(path) ?? path;
  }
}

/** No more links in a row are followed than the system itself follows. */
const mostLinks = 40;

function linkTarget(path: string, left = mostLinks): string | null {
  try {
    const target = resolve(realpathSync(dirname(path)), readlinkSync(path));
    return left === 0 ? null : (linkTarget(target, left - 1) ?? target);
  } catch {
    // No link.
    return null;
  }
}

/** SQLite keeps these beside an open file, and what was written last stands in them. */
const beside = /-(wal|shm|journal)$/;

/**
 * Is the path a Luotsi file, by whatever name, or what SQLite keeps beside one? `worked` tells one that has been opened to
 * be worked on from a copy as it was made: its header says that it has a write-ahead log.
 */
function projectAt(path: string): 'none' | 'copy' | 'worked' {
  const names = [path, behindLinks(path)];
  const isBeside = names.some((name) => beside.test(name) && kindOf(name.replace(beside, '')) !== 'none');
  return isBeside ? 'worked' : kindOf(path);
}

function kindOf(path: string): 'none' | 'copy' | 'worked' {
  // A pipe would be waited for.
  if (statsOf(path)?.isFile() !== true) return 'none';
  const header = Buffer.alloc(100);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return 'none';
  }
  const length = readSync(file, header, 0, 100, 0);
  closeSync(file);
  if (length < 100 || !header.subarray(0, 16).equals(magic) || header.readUInt32BE(68) !== applicationId)
    return 'none';
  return header[18] === 2 ? 'worked' : 'copy';
}

/**
 * Asked before a file is put to a name. A copy may be put over an older copy, since nobody has worked in that.
 * @returns whether a file is there that would be replaced
 * @throws UserError over-project, over-folder
 */
export function refuseToReplace(path: string, putting: 'file' | 'copy' = 'file'): boolean {
  const found = statsOf(path);
  if (found?.isDirectory() === true || /[/\\]$/.test(path)) throw new UserError('over-folder', { path });
  const kind = projectAt(path);
  if (kind === 'worked' || (kind === 'copy' && putting === 'file'))
    throw new UserError('over-project', { path, putting });
  return found !== undefined;
}

/** What can't be looked at is told of when it is written to. */
function statsOf(path: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
