import type { Store } from '../file/open.ts';

/** Fields of the project as they are kept; null where there is no project yet. */
export function projectFields<Field extends string>(
  store: Store,
  ...fields: readonly Field[]
): Readonly<Record<Field, unknown>> | null {
  const names = fields.map((field) => `"${field}"`).join(', ');
  const row = store.sql<Record<Field, unknown>>(
    `SELECT ${names} FROM project WHERE removedStep IS NULL LIMIT 1`,
  );
  return row.get() ?? null;
}

/** What the project says of itself in one of its fields; null where it says nothing, or is none yet. */
export function projectText(store: Store, field: string): string | null {
  const text = projectFields(store, field)?.[field];
  return typeof text === 'string' && text !== '' ? text : null;
}

/** Is the project in English, so that its texts are found by English stems too? */
export const isInEnglish = (store: Store): boolean => projectText(store, 'language') === 'en';
