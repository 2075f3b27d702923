import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import { inMemory } from '../../exchange/table.ts';
import type { ByteSource } from '../../exchange/table.ts';

const most = 200 * 1024 * 1024;

/**
 * A file that is to be imported; its bytes are read when they are asked for, and only as long as the file stays as it was.
 * @throws UserError no-such-file, is-folder, no-right, table-too-large, unreadable-file
 */
export function openBytes(path: string): ByteSource {
  const { size, mtimeMs, isFolder } = told(path, () => {
    const found = statSync(path);
    return { size: found.size, mtimeMs: found.mtimeMs, isFolder: found.isDirectory() };
  });
  if (isFolder) throw new UserError('is-folder', { path });
  // Asked before it is read: gigabytes are not taken into memory only to be refused.
  if (size > most) throw new UserError('table-too-large', { path, limit: '200 MB' });
  const read = (from: number, to: number): Uint8Array =>
    told(path, () => {
      const file = openSync(path, 'r');
      try {
        if (statSync(path).mtimeMs !== mtimeMs) throw new UserError('file-changed', { path });
        const bytes = Buffer.alloc(Math.max(0, Math.min(to, size) - from));
        let done = 0;
        while (done < bytes.length) {
          const count = readSync(file, bytes, done, bytes.length - done, from + done);
          if (count === 0) throw new UserError('file-changed', { path });
          done += count;
        }
        return bytes;
      } finally {
        closeSync(file);
      }
    });
  // What may not be read is told of at once.
  read(0, 0);
  return { size, read };
}

/** What comes in from another program, to its end. @throws UserError table-too-large */
export function openInput(): ByteSource {
  const pieces: Buffer[] = [];
  let size = 0;
  told('-', () => {
    for (;;) {
      const piece = Buffer.alloc(1024 * 1024);
      const count = readSync(0, piece);
      if (count === 0) return;
      size += count;
      if (size > most) throw new UserError('table-too-large', { path: '-', limit: '200 MB' });
      pieces.push(piece.subarray(0, count));
    }
  });
  return inMemory(Buffer.concat(pieces));
}

function told<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError('no-such-file', { path });
    if (code === 'EISDIR') throw new UserError('is-folder', { path });
    if (code === 'EACCES' || code === 'EPERM') throw new UserError('no-right', { path });
    throw new UserError('unreadable-file', { path, detail: code });
  }
}
