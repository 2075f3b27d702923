import type { Store } from '../file/open.ts';

/** Something that a record wants by a day, whenever that is. */
export interface DueDay {
  readonly record: number;
  readonly kind: string;
  readonly day: string;
}

/** Everything due in a register, however far ahead. */
export function dueOf(store: Store, register: string): DueDay[] {
  return store
    .sql<DueDay>('SELECT record, kind, day FROM due WHERE register = +? ORDER BY day, record, kind')
    .all(register);
}

/** The step that added the record. */
export function firstStepOf(store: Store, uid: string): number | null {
  const row = store.sql('SELECT min(step) AS step FROM change WHERE recordUid = ?').get(uid);
  return typeof row?.['step'] === 'number' ? row['step'] : null;
}
