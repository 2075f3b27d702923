import type { Store } from './open.ts';

/** What the project says of itself in one of its fields, as it is kept; null where it says nothing, or is none yet. */
export function projectText(store: Store, field: string): string | null {
  const said = store.sql<{ text: unknown }>(
    `SELECT "${field}" AS text FROM project WHERE removedStep IS NULL LIMIT 1`,
  );
  const text = said.get()?.text;
  return typeof text === 'string' && text !== '' ? text : null;
}
