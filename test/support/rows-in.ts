import Database from 'better-sqlite3';
import { vi } from 'vitest';

/** What a query finds in a file that a program has open, as JSON. */
export function rowsIn(file: string, sql: string): string {
  const database = new Database(file, { readonly: true });
  try {
    return JSON.stringify(database.prepare(sql).all());
  } finally {
    database.close();
  }
}

/** Waits until a program that has the file open has written what is wanted into it. */
export async function written(file: string, sql: string, wanted: RegExp): Promise<void> {
  await vi.waitFor(
    () => {
      const rows = rowsIn(file, sql);
      if (!wanted.test(rows)) throw new Error(`${sql} never gave ${String(wanted)}, but ${rows}`);
    },
    { timeout: 20_000, interval: 50 },
  );
}
