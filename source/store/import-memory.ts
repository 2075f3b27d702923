import { createHash } from 'node:crypto';
import type { Store } from './open.ts';

/** A row of a table as an import last took it. */
export interface RememberedRow {
  readonly key: string;
  readonly nth: number;
  readonly step: number;
  readonly record: number;
  readonly digest: string;
}

/** A digest that tells nothing without the file's own salt: rows may hold personal data. */
export function saltedDigest(salt: string, parts: readonly string[]): Buffer {
  const hash = createHash('sha256').update(salt);
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest();
}

/** What is remembered of tables with these headings, newest step first. */
export function rememberedRows(store: Store, source: Buffer): RememberedRow[] {
  return store
    .sql('SELECT key, nth, step, record, digest FROM importRow WHERE source = ? ORDER BY step DESC')
    .all(source)
    .map((row) => ({
      key: (row['key'] as Buffer).toString('hex'),
      nth: Number(row['nth']),
      step: Number(row['step']),
      record: Number(row['record']),
      digest: (row['digest'] as Buffer).toString('hex'),
    }));
}

/** Remembers a row as `step` took it. Runs inside the transaction of that step. */
export function rememberRow(store: Store, source: Buffer, row: RememberedRow): void {
  store
    .sql('INSERT INTO importRow (source, key, nth, step, record, digest) VALUES (?, ?, ?, ?, ?, ?)')
    .run(source, Buffer.from(row.key, 'hex'), row.nth, row.step, row.record, Buffer.from(row.digest, 'hex'));
}

/** Has a record's dated log another entry than at `step`, or one fewer? One that came and went since is neither. */
export function hasLaterEntries(
  store: Store,
  log: string,
  parent: string,
  record: number,
  step: number,
): boolean {
  return (
    store
      .sql(
        `SELECT 1 FROM "${log}" AS e JOIN record AS r ON r.id = e.id WHERE e."${parent}" = :record AND r.version > :step
          AND (e.removedStep IS NULL OR EXISTS (SELECT 1 FROM change AS c WHERE c.recordUid = r.uid AND c.step <= :step)) LIMIT 1`,
      )
      .get({ record, step }) !== undefined
  );
}
