import type { Store } from '../file/open.ts';

/** A form that was left unfinished: texts by field, and the version of the record that they were begun from. */
export interface StoredDraft {
  readonly key: string;
  readonly register: string;
  readonly record: number | null;
  readonly version: number | null;
  readonly texts: Readonly<Record<string, string>>;
}

/** A draft as it is kept: its texts as JSON. */
type DraftRow = Omit<StoredDraft, 'texts'> & { readonly values: string };

const textsOf = (values: string): StoredDraft['texts'] => JSON.parse(values) as StoredDraft['texts'];

export function readDraft(store: Store, key: string): StoredDraft | null {
  const row = store
    .sql<DraftRow>('SELECT key, register, record, version, "values" FROM draft WHERE key = ?')
    .get(key);
  if (row === undefined) return null;
  const { values, ...rest } = row;
  return { ...rest, texts: textsOf(values) };
}

/** What every unfinished form is about, the last one first. */
export function listDrafts(store: Store): Pick<StoredDraft, 'register' | 'record' | 'texts'>[] {
  return store
    .sql<Pick<DraftRow, 'register' | 'record' | 'values'>>(
      'SELECT register, record, "values" FROM draft ORDER BY at DESC',
    )
    .all()
    .map(({ values, ...rest }) => ({ ...rest, texts: textsOf(values) }));
}

export function writeDraft(store: Store, draft: StoredDraft, at: string): void {
  const { texts, ...rest } = draft;
  store
    .sql(`INSERT INTO draft (key, register, record, version, "values", at) VALUES (:key, :register, :record, :version, :values, :at)
      ON CONFLICT (key) DO UPDATE SET version = excluded.version, "values" = excluded."values", at = excluded.at`)
    .run({ ...rest, values: JSON.stringify(texts), at });
}

export function deleteDraft(store: Store, key: string): void {
  store.sql('DELETE FROM draft WHERE key = ?').run(key);
}
