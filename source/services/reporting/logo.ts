/** The organisation's picture for the heads of reports: read from a file that its user names, never from a project. */
import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import { largestLogo, logoFrom } from '../../reports/logo.ts';
import { storeError } from '../../store/file/store-error.ts';
import type { Logo } from '../../reports/logo.ts';

export type { Logo } from '../../reports/logo.ts';

/** @throws UserError no-logo, logo-refused, read-only */
export async function readLogo(path: string): Promise<Logo> {
  const bytes = bytesOf(path);
  const logo = await logoFrom(bytes);
  if (typeof logo === 'string') throw new UserError('logo-refused', { path, what: logo });
  return logo;
}

function bytesOf(path: string): Uint8Array {
  try {
    const found = statSync(path);
    // What is no file may have no end.
    if (!found.isFile()) throw new UserError('logo-refused', { path, what: 'other' });
    if (found.size > largestLogo) throw new UserError('logo-refused', { path, what: 'large' });
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError('no-logo', { path });
    throw storeError(error, path);
  }
}
