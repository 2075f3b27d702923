import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import { sha256 } from '../journal/sha256.ts';

/** The place at which a file lies, told apart from others without naming it. */
export function placeOf(path: string): string {
  return sha256([`${hostname()}\n${realpathSync(path)}`]).toString('hex');
}
