import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { refuseToReplace } from '../../store/file/replacing.ts';
import { writeWhole } from '../tables/export.ts';

/** Where a file goes. */
export interface Target {
  readonly path: string;
  /** A file of the name is there, and is to be replaced. */
  readonly replaces: boolean;
}

/** What a typed path means. @throws UserError over-project, over-folder */
export function targetAt(typed: string): Target {
  const given = typed.trim();
  const path = given.startsWith('~/') ? join(homedir(), given.slice(2)) : given;
  // A last slash says that a folder is meant; it is gone from what is resolved.
  const replaces = refuseToReplace(/[/\\]$/.test(path) ? path : resolve(path));
  return { path: resolve(path), replaces };
}

/** Writes a report or an export whole or not at all. The path that it got. @throws UserError as writeWhole does */
export function writeReport({ path, replaces }: Target, content: string | Uint8Array): string {
  writeWhole(path, content, replaces);
  return path;
}
