import { createHash } from 'node:crypto';
import { registers } from '../../registers/index.ts';
import type { Store } from '../file/open.ts';

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

/** Which records a name meant when earlier imports asked, the newest answer first, and the steps that they came with. */
export function rememberedNames(
  store: Store,
  salt: string,
  key: string,
): { readonly record: number; readonly step: number }[] {
  return store
    .sql(`SELECT n.record, n.step FROM importName AS n JOIN record AS r ON r.id = n.record
      WHERE n.name = ? ORDER BY n.step DESC`)
    .all(saltedDigest(salt, [key]))
    .map((row) => ({ record: Number(row['record']), step: Number(row['step']) }));
}

export function rememberName(store: Store, salt: string, key: string, record: number, step: number): void {
  store
    .sql('INSERT INTO importName (name, step, record) VALUES (?, ?, ?)')
    .run(saltedDigest(salt, [key]), step, record);
}

/** What the columns of a table are, as an import was told: the register, and fields by plain heading. */
export interface RememberedColumns {
  readonly step: number;
  readonly register: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What was told of tables with these headings, the newest first. */
export function rememberedColumns(store: Store, headings: Buffer): RememberedColumns[] {
  return store
    .sql('SELECT step, register, fields FROM importColumns WHERE headings = ? ORDER BY step DESC')
    .all(headings)
    .map((row) => ({
      step: Number(row['step']),
      register: String(row['register']),
      fields: JSON.parse(String(row['fields'])) as Record<string, string>,
    }));
}

export function rememberColumns(
  store: Store,
  headings: Buffer,
  { step, register, fields }: RememberedColumns,
): void {
  store
    .sql('INSERT INTO importColumns (headings, step, register, fields) VALUES (?, ?, ?, ?)')
    .run(headings, step, register, JSON.stringify(fields));
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

/**
 * Forgets the rows that gave a person, or a record that is about one, and the names that were said to mean them: their
 * digests could be tried with names. Runs inside the anonymise step.
 */
export function forgetRows(store: Store, person: number): void {
  const about = registers.filter(({ fields }) => fields['person']?.required === true);
  const records = [
    'SELECT :person',
    ...about.map(({ name }) => `SELECT id FROM "${name}" WHERE person = :person`),
  ];
  for (const table of ['importRow', 'importName'])
    store.sql(`DELETE FROM ${table} WHERE record IN (${records.join(' UNION ALL ')})`).run({ person });
}
