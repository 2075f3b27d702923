import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import type Database from 'better-sqlite3';
import type { Store } from './open.ts';

/** Number of the newest form of the file that this program knows; a test holds it to data/migrations/. */
export const newestSchema = 2;

/** Form of the file: how many migrations it has been through. */
export function schemaOf(store: Store): number {
  return Number(store.sql('PRAGMA user_version').get()?.['user_version']);
}

/**
 * Brings the file to the newest form: each migration in one transaction with its number. A copy of the file as it
 * was is kept first: by `keepCopy`. @throws UserError newer-file, before anything is touched
 */
export function migrate(store: Store, migrationsFolder: string, keepCopy: () => void): void {
  const schema = schemaOf(store);
  if (schema > newestSchema)
    throw new UserError('newer-file', { path: store.path, schema, known: newestSchema });
  if (schema === newestSchema) return;
  if (schema > 0) keepCopy();
  for (const [number, sql] of migrationsIn(migrationsFolder)) if (number > schema) apply(store, number, sql);
}

/** Runs the migrations up to a form on a database that has none yet. */
export function applyMigrations(database: Database.Database, migrationsFolder: string, schema: number): void {
  for (const [number, sql] of migrationsIn(migrationsFolder)) if (number <= schema) database.exec(sql);
}

/** Number and statements of each migration, in order. */
function migrationsIn(folder: string): [number, string][] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return files
    .toSorted()
    .map((file) => [Number.parseInt(file, 10), readFileSync(join(folder, file), 'utf8')]);
}

function apply(store: Store, number: number, sql: string): void {
  const run = store.database.transaction(() => {
    if (schemaOf(store) >= number) return;
    store.database.exec(sql);
    store.database.pragma(`user_version = ${number}`);
  });
  run.immediate();
}
