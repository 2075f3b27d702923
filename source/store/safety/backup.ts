import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../../errors.ts';
import { newestSchema } from '../file/migrate.ts';
import { applicationId } from '../file/open.ts';
import { atOnce, type Work } from '../../domain/long-work.ts';
import { storeError } from '../file/store-error.ts';
import type { Store } from '../file/open.ts';

/** What a copy is of, and how far its journal goes. */
export interface CopyFacts {
  readonly project: string | null;
  readonly schema: number;
  readonly seq: number;
  /** Hash of its newest step. */
  readonly head: string | null;
  readonly timeZone: string;
}

/**
 * Writes a copy of the file as it is now, while others go on writing to it, and reads it back before it comes to its
 * name. VACUUM INTO reads every page, so that a damaged one fails the copying rather than getting into the copy; takes
 * along nothing of what was erased; and is done in one call, where the backup API has a pause for others between its
 * pages and so can't stand before a write. Reading it back goes table by table.
 * @throws UserError unsound-copy, disk-full, read-only, damaged-file
 */
export function* writingCopy(store: Store, target: string): Work<CopyFacts> {
  const part = `${target}.${process.pid}.part`;
  const before = headOf(store.database);
  try {
    rmSync(part, { force: true });
    // An empty file of our own is filled, so that the copy is never readable by others, not even while it is made.
    closeSync(openSync(part, 'wx', 0o600));
    yield { stage: 'copying', done: 0, total: null, undivided: isLarge(store) };
    store.sql('VACUUM INTO ?').run(part);
    const facts = yield* checkingCopy(part);
    // Others may have written since; what was there before must be there.
    if (before.seq > 0 && hashOfStep(part, before.seq) !== before.head)
      throw new UserError('unsound-copy', { path: target, detail: 'journal' });
    putInPlace(part, target);
    return facts;
  } catch (error) {
    rmSync(part, { force: true });
    // What fails is the copy or its folder, unless the file itself turns out to be damaged.
    throw storeError(error, isDamage(error) ? store.path : target);
  }
}

export function writeCopy(store: Store, target: string): CopyFacts {
  return atOnce(writingCopy(store, target));
}

/** What is smaller is copied before there is anything to look at. */
const largeBytes = 8_000_000;

function isLarge({ database }: Store): boolean {
  const number = (name: string): number => Number(database.pragma(name, { simple: true }));
  return number('page_count') * number('page_size') > largeBytes;
}

export const isDamage = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);

/** Puts a finished file to its name for good: on disk first, and the name after it. */
export function putInPlace(part: string, target: string): void {
  flush(part, 'r+');
  renameSync(part, target);
  // Windows opens no folders, and needs no such thing.
  if (process.platform !== 'win32') flush(dirname(target), 'r');
}

function flush(path: string, mode: 'r' | 'r+'): void {
  const file = openSync(path, mode);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Opens a copy without changing it and holds it to be a whole project file. @throws UserError unsound-copy, newer-file, no-file
 */
export function checkCopy(path: string): CopyFacts {
  return atOnce(checkingCopy(path));
}

/** Does so table by table. @throws UserError unsound-copy, newer-file, no-file */
export function* checkingCopy(path: string): Work<CopyFacts> {
  if (!existsSync(path)) throw new UserError('no-file', { path });
  return yield* reading(path, function* look(database): Work<CopyFacts> {
    const number = (name: string): number => Number(database.pragma(name, { simple: true }));
    if (number('application_id') !== applicationId) throw new UserError('not-luotsi', { path });
    const schema = number('user_version');
    if (schema > newestSchema) throw new UserError('newer-file', { path, schema, known: newestSchema });
    const fault = yield* faultOf(database);
    if (fault !== null) throw new UserError('unsound-copy', { path, detail: fault });
    const project = database.prepare(`SELECT value FROM meta WHERE key = 'uid'`).pluck().get();
    const zone = database.prepare('SELECT timeZone FROM project WHERE removedStep IS NULL').pluck().get();
    return {
      project: typeof project === 'string' ? project : null,
      schema,
      timeZone: typeof zone === 'string' ? zone : 'Europe/Helsinki',
      ...headOf(database),
    };
  });
}

/**
 * What is wrong with a table or its indexes; null when all is well. Asked table by table, SQLite leaves out whether the
 * search index says what the texts say: three quarters of the time, for what can be made anew.
 */
function* faultOf(database: Database.Database): Work<string | null> {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all();
  for (const [done, table] of tables.entries()) {
    yield { stage: 'proving', done, total: tables.length };
    const said = String(database.pragma(`quick_check("${String(table)}")`, { simple: true }));
    if (said !== 'ok') return said;
  }
  return null;
}

// oxlint-disable-next-line require-yield -- one row is read in no time
function* hashIn(database: Database.Database, seq: number): Work<string | null> {
  const hash = database.prepare('SELECT hash FROM step WHERE seq = ?').pluck().get(seq);
  return Buffer.isBuffer(hash) ? hash.toString('hex') : null;
}

const hashOfStep = (path: string, seq: number): string | null =>
  atOnce(reading(path, (database) => hashIn(database, seq)));

/** Works on a copy that nobody else has open; nothing beside it is made or left. */
function* reading<Result>(path: string, work: (database: Database.Database) => Work<Result>): Work<Result> {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    return yield* work(database);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (!isDamage(error)) throw storeError(error, path);
    throw new UserError('unsound-copy', {
      path,
      detail: error instanceof Error ? error.message : String(error),
    });
  } finally {
    database?.close();
  }
}

function headOf(database: Database.Database): { seq: number; head: string | null } {
  const row = database
    .prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM step ORDER BY seq DESC LIMIT 1')
    .get();
  return { seq: row?.seq ?? 0, head: row?.hash.toString('hex') ?? null };
}
