import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../../errors.ts';

const most = 200 * 1024 * 1024;

/** The bytes of a file that is to be imported. @throws UserError no-such-file, is-folder, no-right, table-too-large, unreadable-file */
export function readBytes(path: string): Uint8Array {
  try {
    // Asked before it is read: gigabytes are not taken into memory only to be refused.
    if (statSync(path).size > most) throw new UserError('table-too-large', { path, limit: '200 MB' });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError('no-such-file', { path });
    if (code === 'EISDIR') throw new UserError('is-folder', { path });
    if (code === 'EACCES' || code === 'EPERM') throw new UserError('no-right', { path });
    throw new UserError('unreadable-file', { path, detail: code });
  }
}
