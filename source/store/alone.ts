/** Being the only one who has a project file open, so that another can be put in its place. */
import Database from 'better-sqlite3';
import { UserError } from '../errors.ts';
import { isDamage, putInPlace } from './backup.ts';

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
   * Puts a finished file in its place, if nobody has written to it since; whoever opens it meanwhile waits, and finds then
   * that what they opened has been replaced (`isInPlace`, and SQLite itself). @throws UserError open-elsewhere
   */
  readonly replaceBy: (part: string) => void;
  readonly letGo: () => void;
}

/** Takes hold of a file; null where it is too damaged to be anybody's. @throws UserError open-elsewhere */
export function holdAlone(path: string): Hold | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { timeout: 500 });
    database.pragma('journal_mode = DELETE');
    return holdOn(database, path);
  } catch (error) {
    database?.close();
    if (isBusy(error)) throw new UserError('open-elsewhere', { path });
    return null;
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);

function holdOn(database: Database.Database, path: string): Hold {
  const version = (): unknown => database.pragma('data_version', { simple: true });
  const before = version();
  const holdOthersOff = (): void => {
    try {
      database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      // What is too damaged is written to by nobody.
      if (isDamage(error)) return;
      throw isBusy(error) ? new UserError('open-elsewhere', { path }) : error;
    }
    // Whoever only looked has turned the log on again, which is a change as well.
    if (version() === before) return;
    database.exec('ROLLBACK');
    throw new UserError('open-elsewhere', { path });
  };
  return {
    replaceBy: (part) => {
      holdOthersOff();
      // Windows replaces no file that anybody has open, ourselves included.
      if (process.platform === 'win32') database.close();
      putInPlace(part, path);
    },
    letGo: () => database.close(),
  };
}
