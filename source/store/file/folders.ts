import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with those above it that are missing. Node's own way never ends where a folder can't be made for the
 * file system knows none of the kind (`ENOENT` of `/proc`), so each is made by itself.
 * @throws what the file system says: EEXIST where a file is in its place
 */
export function makeFolders(folder: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (statSync(at, { throwIfNoEntry: false }) !== undefined) break;
    missing.unshift(at);
    if (dirname(at) === at) break;
  }
  // What is in the folder's own place and is none is for the file system to refuse.
  if (missing.length === 0 && !statSync(folder).isDirectory()) mkdirSync(folder);
  for (const one of missing) makeOne(one, mode);
}

function makeOne(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Somebody else has just made it.
    const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
    if (!isThere) throw error;
  }
}
