import { UserError } from '../../errors.ts';

/** What SQLite and the file system report, as sentences that a person can act on; anything else is passed through. */
export function storeError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new UserError('file-locked', { path });
  // A log or its index that can't grow, and a file that may not: quota and limits come as errors of writing.
  if (/^SQLITE_(FULL|IOERR_(SHMSIZE|WRITE))|^ENOSPC|^EDQUOT|^EFBIG/.test(code))
    return new UserError('disk-full', { path });
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|^EROFS|^EACCES|^EPERM/.test(code))
    return new UserError('read-only', { path });
  if (code === 'ENOENT') return new UserError('no-file', { path });
  if (code === 'ENAMETOOLONG') return new UserError('name-too-long', { path });
  if (code === 'EISDIR') return new UserError('over-folder', { path });
  if (code === 'ENOTDIR' || code === 'ELOOP') return new UserError('no-folder', { path });
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return new UserError('damaged-file', { path, detail: error instanceof Error ? error.message : code });
  }
  if (/^SQLITE_IOERR|^EIO/.test(code)) return new UserError('unreadable-file', { path, detail: code });
  return error;
}

function codeOf(error: unknown): string | null {
  if (error instanceof UserError || typeof error !== 'object' || error === null || !('code' in error))
    return null;
  return typeof error.code === 'string' ? error.code : null;
}
