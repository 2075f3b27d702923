import type { Store } from './open.ts';

export type MetaKey = 'uid' | 'clock';

/** What the file says of itself: `uid` of the project file, `clock` that stands in it (sample). */
export function readMeta(store: Store, key: MetaKey): string | null {
  const value = store.sql('SELECT value FROM meta WHERE key = ?').get(key)?.['value'];
  return typeof value === 'string' ? value : null;
}

export function writeMeta(store: Store, key: MetaKey, value: string): void {
  store
    .sql('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, value);
}

/** The replica that has written the file at this place; null where it has not been written here. */
export function replicaAt(store: Store, place: string): string | null {
  const id = store.sql('SELECT id FROM replica WHERE place = ? ORDER BY mintedAt DESC LIMIT 1').get(place)?.[
    'id'
  ];
  return typeof id === 'string' ? id : null;
}

export function mintReplica(store: Store, id: string, place: string, mintedAt: string): void {
  store.sql('INSERT INTO replica (id, mintedAt, place) VALUES (?, ?, ?)').run(id, mintedAt, place);
}
