import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../../errors.ts';

const attempts = 5;

/**
 * Reads a file into memory whose folder takes no write-ahead log: without one SQLite opens nothing, not even to read.
 * It can't be written. @throws UserError file-locked where somebody else goes on writing to it
 */
export function readIntoMemory(path: string): Database.Database {
  const folder = mkdtempSync(join(tmpdir(), 'luotsi-'));
  try {
    const copy = join(folder, 'copy.luotsi');
    copyAtRest(path, copy);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o600);
    const database = new Database(copy);
    // Folds in the log that a killed process has left.
    database.pragma('journal_mode = DELETE');
    database.close();
    return new Database(readFileSync(copy), { readonly: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The file and its log as they were at one moment. */
function copyAtRest(path: string, copy: string): void {
  const log = `${path}-wal`;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = marksOf(path, log);
    copyFileSync(path, copy);
    if (existsSync(log)) copyFileSync(log, `${copy}-wal`);
    else rmSync(`${copy}-wal`, { force: true });
    if (marksOf(path, log) === before) return;
  }
  throw new UserError('file-locked', { path });
}

const marksOf = (...paths: readonly string[]): string =>
  JSON.stringify(
    paths.map((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      return found === undefined ? null : [found.size, found.mtimeMs];
    }),
  );
