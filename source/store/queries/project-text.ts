import type { Store } from '../file/open.ts';

/** Statements by the fields that they ask for, as texts that are built once. */
const statements = new Map<string, string>();

/** Fields of the project as they are kept; null where there is no project yet. */
export function projectFields<Field extends string>(
  store: Store,
  ...fields: readonly Field[]
): Readonly<Record<Field, unknown>> | null {
  const [only = ''] = fields;
  const key = fields.length === 1 ? only : fields.join();
  let sql = statements.get(key);
  if (sql === undefined) {
    const names = fields.map((field) => `"${field}"`).join(', ');
    sql = `SELECT ${names} FROM project WHERE removedStep IS NULL LIMIT 1`;
    statements.set(key, sql);
  }
  return store.sql<Record<Field, unknown>>(sql).get() ?? null;
}

/** What the project says of itself in one of its fields; null where it says nothing, or is none yet. */
export function projectText(store: Store, field: string): string | null {
  return textOf(projectFields(store, field)?.[field]);
}

export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Is the project in English, so that its texts are found by English stems too? */
export const isInEnglish = (store: Store): boolean => projectText(store, 'language') === 'en';
