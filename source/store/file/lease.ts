import type { Store } from './open.ts';

/** A window that has the file open, or had when its computer or process ended abruptly. Instants are the machine's own, UTC. */
export interface Lease {
  readonly id: string;
  readonly host: string;
  /** Tells this path on this host from a copy of the file elsewhere. */
  readonly place: string;
  readonly process: number;
  /** Tells the process from a later one of the same number; empty where the system does not say. */
  readonly started: string;
  readonly openedAt: string;
  readonly seenAt: string;
  /** The newest step when the window was opened. */
  readonly step: number;
}

export function readLeases(store: Store): Lease[] {
  return store.sql<Lease>('SELECT * FROM lease ORDER BY openedAt').all();
}

/**
 * Does it at once or not at all: a hold on the file is not worth a wait for whoever is writing. Other statements wait as
 * before. @throws as SQLite does where the file is busy
 */
export function withoutWaiting({ sql }: Store, work: () => void): void {
  const timeout = Number(sql('PRAGMA busy_timeout').get()?.['timeout']);
  sql('PRAGMA busy_timeout = 0').get();
  try {
    work();
  } finally {
    sql(`PRAGMA busy_timeout = ${timeout}`).get();
  }
}

export function putLease(store: Store, lease: Lease): void {
  store
    .sql(`INSERT OR REPLACE INTO lease (id, host, place, process, started, openedAt, seenAt, step)
      VALUES (:id, :host, :place, :process, :started, :openedAt, :seenAt, :step)`)
    .run(lease);
}

export function dropLeases(store: Store, ids: readonly string[]): void {
  const drop = store.sql('DELETE FROM lease WHERE id = ?');
  for (const id of ids) drop.run(id);
}
