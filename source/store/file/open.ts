import { existsSync, closeSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { digitsOf } from '../../domain/people/phone-numbers.ts';
import { addMonths } from '../../domain/days/day.ts';
import { UserError } from '../../errors.ts';
import { apart } from '../search/apart.ts';
import { newestSchema } from './migrate.ts';
import { storeError } from './store-error.ts';
import { readIntoMemory } from './unwritable.ts';
import type { Work } from '../../domain/long-work.ts';

/** Marks a file as Luotsi's in SQLite's header: `Luo1`. */
export const applicationId = 0x4c756f31;

/** An open project file and its prepared statements. */
export interface Store {
  readonly path: string;
  readonly database: Database.Database;
  /** The statement for this SQL, prepared once; `Row`, said where the SQL is asked, is what its columns make. */
  readonly sql: <Row = Record<string, unknown>>(text: string) => Database.Statement<unknown[], Row>;
  /** Told before a record is looked up by its id: an as-of view fills itself as it is asked. */
  readonly beforeRecord?: (id: number) => void;
  /** Fills an as-of view with all there is, piece by piece. */
  readonly filling?: () => Work<void>;
  /** The same in pieces between which the view can be looked at: while somebody does. */
  readonly fillingApart?: () => Work<void>;
  /** Is the file that was opened still the one at its path? What is written into any other is seen by nobody. */
  readonly isInPlace: () => boolean;
}

export const magic = Buffer.from('SQLite format 3\0', 'latin1');

/** Refuses what is no Luotsi file, or a newer one's, before SQLite touches it: nothing is created, locked or recovered. */
function checkHeader(path: string): void {
  if (!existsSync(path)) throw new UserError('no-file', { path });
  if (!statSync(path).isFile()) throw new UserError('not-luotsi', { path });
  const header = Buffer.alloc(100);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw storeError(error, path);
  }
  const length = readSync(file, header, 0, 100, 0);
  closeSync(file);
  const ours =
    length === 100 && header.subarray(0, 16).equals(magic) && header.readUInt32BE(68) === applicationId;
  if (!ours) throw new UserError('not-luotsi', { path });
  const schema = header.readUInt32BE(60);
  if (schema > newestSchema) throw new UserError('newer-file', { path, schema, known: newestSchema });
}

/**
 * A commit is flushed to the log, and folding the log into the file takes two more flushes. So nobody waits for it: the
 * last connection folds when it closes, the console in a still moment, and a commit only when the log is 40 MB long.
 */
const mostPagesInLog = 10_000;

/** Every pragma of a connection, in one place; its write-ahead log is asked for when it is opened. */
function setPragmas(database: Database.Database): void {
  database.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA wal_autocheckpoint = ${mostPagesInLog}`);
}

function storeOn(database: Database.Database, path: string, mark: string | null): Store {
  const statements = new Map<string, Database.Statement>();
  const sql = <Row>(text: string): Database.Statement<unknown[], Row> => {
    let statement = statements.get(text);
    if (statement === undefined) {
      statement = database.prepare(text);
      statements.set(text, statement);
    }
    // The only place where a row's shape is taken at the word of who asks; SQLite itself has no types to hold it to.
    return statement as Database.Statement<unknown[], Row>;
  };
  return { path, database, sql, isInPlace: () => markOf(path) === mark };
}

/** Opens an existing project file. @throws UserError no-file, not-luotsi, damaged-file, file-locked, read-only */
export function openStore(path: string): Store {
  checkHeader(path);
  return connect(path);
}

/** Makes an empty SQLite file marked as Luotsi's, readable by its owner only; migrations fill it. */
export function createStore(path: string): Store {
  if (existsSync(path)) throw new UserError('file-exists', { path });
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    throw storeError(error, path);
  }
  const store = connect(path);
  store.database.pragma(`application_id = ${applicationId}`);
  return store;
}

/** Which file stands at a path; null where none does. */
function markOf(path: string): string | null {
  // Windows counts files in 64 bits: as a double, one may be taken for the next.
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev} ${found.ino}`;
}

/** A file may be replaced by another while it is opened; it would be strange if that went on. */
const attempts = 3;

function connect(path: string): Store {
  for (let attempt = 1; ; attempt += 1) {
    const store = connectTo(path, markOf(path));
    if (store.isInPlace() || attempt === attempts) return store;
    store.database.close();
  }
}

function connectTo(path: string, mark: string | null): Store {
  let database: Database.Database | null = null;
  try {
    database = connection(path);
    setPragmas(database);
    // SQLite's lower() knows ASCII only.
    database.function('fold', { deterministic: true }, (text) =>
      text === null ? null : String(text).toLowerCase(),
    );
    database.function('apart', { deterministic: true }, apart);
    database.function('digits', { deterministic: true }, (text) =>
      text === null ? null : digitsOf(String(text)),
    );
    // SQLite's own months run over: a month after 31 January it says 3 March.
    database.function('monthsLater', { deterministic: true }, (day, months) =>
      day === null || months === null ? null : addMonths(String(day), Number(months)),
    );
    return storeOn(database, path, mark);
  } catch (error) {
    database?.close();
    throw storeError(error, path);
  }
}

/** The file itself; where nothing can be written beside it, what is in it. */
function connection(path: string): Database.Database {
  const database = new Database(path, { timeout: 5000 });
  try {
    database.exec('PRAGMA journal_mode = WAL');
    return database;
  } catch (error) {
    database.close();
    if (!(error instanceof Database.SqliteError) || !/^SQLITE_(READONLY|CANTOPEN)/.test(error.code))
      throw error;
    return readIntoMemory(path);
  }
}

/** Pages of the log that a still moment is used for. The first commit after a folding flushes twice, so not each is. */
const worthFolding = 1000;

/** Folds a write-ahead log that has grown into the file, as far as no reader needs it. */
export function foldLog({ database, sql }: Store): void {
  try {
    const state = sql<{ log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)').get();
    if (state !== undefined && state.log - state.checkpointed >= worthFolding)
      database.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // What is committed stands in the log; what is wrong with the file is told to who works on it next.
  }
}

/** Closes the file; the write-ahead log is folded into it by the last connection. */
export function closeStore(store: Store): void {
  store.database.close();
}
