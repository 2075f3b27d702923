import { registerOf } from '../../registers/index.ts';
import { identityById } from '../records/records.ts';
import { redactionDigest } from '../journal/journal.ts';
import { matchExpression } from '../search/search.ts';
import type { Image } from '../journal/images.ts';
import type { Store } from '../file/open.ts';
import type { Identity } from '../records/records.ts';

/** An image of the journal that is to be erased, and the one that will stand in for it. */
export interface Redaction {
  readonly change: number;
  readonly image: Image;
}

/** What becomes of an image: another one in its place, or null where it may stay. */
export type Redact = (register: string, recordUid: string, image: Image) => Image | null;

/** Images that are to be erased. What an earlier step erased is looked at in the form that stands in for it. */
export function redactions(store: Store, redact: Redact): Redaction[] {
  const found: Redaction[] = [];
  const changes = store.sql<{
    id: number;
    register: string;
    recordUid: string;
    image: string | null;
  }>(`SELECT c.id, c.register, c.recordUid, coalesce(r.image, c.image) AS image
    FROM change AS c LEFT JOIN redaction AS r ON r.change = c.id ORDER BY c.id`);
  for (const { id, register, recordUid, image } of changes.all()) {
    if (image === null) continue;
    const redacted = redact(registerOf(register).name, recordUid, JSON.parse(image) as Image);
    if (redacted !== null) found.push({ change: id, image: redacted });
  }
  return found;
}

/**
 * Erases images and salts for good; digests stay, so that the chain still verifies. Runs inside the anonymise step.
 * @returns digests of what stands in for the images, which the step's label holds it to
 */
export function erase(store: Store, found: readonly Redaction[], step: number, salt: () => Buffer): string[] {
  const empty = store.sql<{ digest: Buffer }>(
    'UPDATE change SET image = NULL, salt = NULL WHERE id = ? RETURNING digest',
  );
  const put = store.sql(`INSERT INTO redaction (change, step, image, salt) VALUES (?, ?, ?, ?)
    ON CONFLICT (change) DO UPDATE SET step = excluded.step, image = excluded.image, salt = excluded.salt`);
  return found.map(({ change, image }) => {
    const digest = empty.get(change)?.digest;
    if (digest === undefined) throw new Error(`No change ${change}`);
    const text = JSON.stringify(image);
    const own = salt();
    put.run(change, step, text, own);
    return redactionDigest(own, digest, text);
  });
}

/** Every unfinished form's texts, changed; one that becomes null is thrown away. @returns how many it was */
export function redactDrafts(
  store: Store,
  redact: (record: number | null, texts: unknown) => unknown,
): number {
  let count = 0;
  const drafts = store.sql<{ key: string; record: number | null; values: string }>(
    'SELECT key, record, "values" FROM draft',
  );
  for (const { key, record, values } of drafts.all()) {
    const texts = redact(record, JSON.parse(values));
    if (JSON.stringify(texts) === values) continue;
    count += 1;
    if (texts === null) store.sql('DELETE FROM draft WHERE key = ?').run(key);
    else store.sql('UPDATE draft SET "values" = ? WHERE key = ?').run(JSON.stringify(texts), key);
  }
  return count;
}

/** Records that search finds by all of these words in any of their forms. */
export function recordsMatching(store: Store, words: string): Identity[] {
  const match = matchExpression(words);
  if (match === null) return [];
  const found = store
    .sql<{ id: number }>('SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY rowid')
    .all(match);
  return found.flatMap(({ id }) => identityById(store, id) ?? []);
}

/**
 * Writes the whole file anew and empties its log, so that no page holds what was erased, whatever has moved through it.
 * @returns whether all is gone; not while another program reads the file
 */
export function sweep(store: Store): boolean {
  try {
    store.database.exec('VACUUM');
    // Its first column: whether somebody kept it from all being folded.
    return store.database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && /BUSY|LOCKED/.test(String(error.code))) return false;
    throw error;
  }
}
