import { renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { storeError } from '../../store/store-error.ts';

/** Writes a report or an export whole or not at all; a file of the name is replaced. The path that it got. @throws UserError */
export function writeReport(path: string, content: string | Uint8Array): string {
  const given = path.trim();
  const whole = resolve(given.startsWith('~/') ? join(homedir(), given.slice(2)) : given);
  try {
    const unfinished = `${whole}.new`;
    writeFileSync(unfinished, content);
    renameSync(unfinished, whole);
    return whole;
  } catch (error) {
    throw storeError(error, whole);
  }
}
