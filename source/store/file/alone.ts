/** Being the only one who has a project file open, so that another can be put in its place. */
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { UserError } from '../../errors.ts';
import { isDamage, putInPlace } from '../safety/backup.ts';

/**
 * Has anybody the file open? Turning off its write-ahead log takes an exclusive lock, which SQLite gives to the only
 * one; the log is folded into the file by it. A file that is damaged is nobody's to wait for.
 * @throws UserError open-elsewhere
 */
export function closeForAll(path: string): void {
  holdAlone(path)?.letGo();
}

/** A file that nobody else had open when it was taken hold of. */
export interface Hold {
  /**
   * Puts a finished file in its place, if no step has been written since; `kept`, the copy of what is replaced, is made anew
   * where the file was opened meanwhile. Whoever opens it just then waits, and finds that what they opened has been
   * replaced (`isInPlace`, and SQLite itself). @throws UserError open-elsewhere
   */
  readonly replaceBy: (part: string, kept?: string | null) => void;
  readonly letGo: () => void;
}

/** Takes hold of a file; null where it is too damaged to be anybody's. @throws UserError open-elsewhere */
export function holdAlone(path: string): Hold | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { timeout: 500 });
    const opened = database;
    patiently(() => opened.pragma('journal_mode = DELETE'));
    return holdOn(opened, path);
  } catch (error) {
    database?.close();
    if (isBusy(error)) throw new UserError('open-elsewhere', { path });
    return null;
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);

/** In milliseconds: a command that looks is gone before; a console stays. */
const patience = 2000;
const pause = 50;

/** Tries until the file is free: where a log is turned off SQLite itself doesn't wait for those who look. */
function patiently(work: () => unknown): void {
  const end = performance.now() + patience;
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

function holdOn(database: Database.Database, path: string): Hold {
  let read: number | null = null;
  const version = (): unknown => database.pragma('data_version', { simple: true });
  const newest = (): unknown => {
    try {
      return database.prepare('SELECT max(seq) FROM step').pluck().get();
    } catch {
      // No file of ours, or too damaged to tell.
      return null;
    }
  };
  const [version0, newest0] = [version(), newest()];
  const refuse = (): never => {
    throw new UserError('open-elsewhere', { path });
  };
  const holdOthersOff = (): void => {
    try {
      patiently(() => {
        // Whoever looked has turned the log on again.
        database.pragma('journal_mode = DELETE');
        database.exec('BEGIN EXCLUSIVE');
      });
    } catch (error) {
      // What is too damaged is written to by nobody.
      if (isDamage(error)) return;
      if (isBusy(error)) refuse();
      throw error;
    }
    if (database.pragma('journal_mode', { simple: true }) === 'delete' && newest() === newest0) return;
    database.exec('ROLLBACK');
    refuse();
  };
  return {
    replaceBy: (part, kept = null) => {
      holdOthersOff();
      if (kept !== null && version() !== version0) {
        // Closing a file lets go of all the locks that a process has on it, so this one stays open until the end.
        read = openSync(path, 'r');
        writeFileSync(`${kept}.part`, readFileSync(read), { mode: 0o600 });
        putInPlace(`${kept}.part`, kept);
      }
      // Windows replaces no file that anybody has open, ourselves included.
      if (process.platform === 'win32') letGo();
      putInPlace(part, path);
    },
    letGo,
  };

  function letGo(): void {
    database.close();
    if (read !== null) closeSync(read);
    read = null;
  }
}
