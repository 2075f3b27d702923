import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';

/** The place at which a file lies, told apart from others without naming it. */
export function placeOf(path: string): string {
  return createHash('sha256')
    .update(`${hostname()}\n${realpathSync(path)}`)
    .digest('hex');
}
