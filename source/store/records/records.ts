import { registerOf } from '../../registers/index.ts';
import { columnsOf, decode, encode, quoted, withToday } from './columns.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Store } from '../file/open.ts';

/** Identity of a record, whatever its register. */
export interface Identity {
  readonly id: number;
  readonly uid: string;
  readonly register: string;
  readonly code: string | null;
  readonly version: number;
  readonly heading: string;
}

const identityColumns = 'SELECT id, uid, register, code, version, heading FROM record';

export const identityByIdSql = `${identityColumns} WHERE id = ?`;

export function identityById(store: Store, id: number): Identity | null {
  store.beforeRecord?.(id);
  return store.sql<Identity>(identityByIdSql).get(id) ?? null;
}

export function identityByUid(store: Store, uid: string): Identity | null {
  return store.sql<Identity>(`${identityColumns} WHERE uid = ?`).get(uid) ?? null;
}

/** By code, or by a code that it had before a merge. */
export function identityByCode(store: Store, code: string): Identity | null {
  const direct = store.sql<Identity>(`${identityColumns} WHERE code = ?`).get(code);
  if (direct !== undefined) return direct;
  const alias = store.sql<{ record: number }>('SELECT record FROM alias WHERE code = ?').get(code);
  return alias === undefined ? null : identityById(store, alias.record);
}

/** Is the record out of the trash? */
export function isLive(store: Store, register: string, id: number): boolean {
  const row = store.sql(`SELECT removedStep FROM ${quoted(register)} WHERE id = ?`).get(id);
  return row !== undefined && row['removedStep'] === null;
}

/** The whole record with its derived values, also when it is in the trash. */
export function readRecord(
  store: Store,
  definition: Definition,
  id: number,
  today: string,
): AnyRecord | null {
  const { selectById, usesToday } = columnsOf(definition);
  const row = store.sql(selectById).get({ id, ...withToday(usesToday, today) });
  return row === undefined ? null : decode(definition, row);
}

/** The record with its fields and stored values, without those that follow from the day; also from the trash. */
export function readRow(store: Store, definition: Definition, id: number): AnyRecord | null {
  const row = store.sql(columnsOf(definition).selectRowById).get({ id });
  return row === undefined ? null : decode(definition, row);
}

export function insertIdentity(store: Store, identity: Omit<Identity, 'id' | 'heading'>): number {
  const { lastInsertRowid } = store
    .sql('INSERT INTO record (uid, register, code, version) VALUES (?, ?, ?, ?)')
    .run(identity.uid, identity.register, identity.code, identity.version);
  return Number(lastInsertRowid);
}

/** Writes the row of a new record; every field of the declaration is given. */
export function insertRow(
  store: Store,
  definition: Definition,
  id: number,
  values: Readonly<Record<string, unknown>>,
): void {
  const { fields, insert } = columnsOf(definition);
  store.sql(insert).run(id, ...encoded(definition, fields, values));
}

export function updateRow(
  store: Store,
  definition: Definition,
  id: number,
  patch: Readonly<Record<string, unknown>>,
): void {
  const names = Object.keys(patch);
  if (names.length === 0) return;
  const sets = names.map((name) => `${quoted(name)} = ?`).join(', ');
  store
    .sql(`UPDATE ${quoted(definition.name)} SET ${sets} WHERE id = ?`)
    .run(...encoded(definition, names, patch), id);
}

/** Values as their columns hold them, by place: those bound by name are each looked for by theirs. */
function encoded(
  definition: Definition,
  names: readonly string[],
  values: Readonly<Record<string, unknown>>,
): unknown[] {
  return names.map((name) => {
    const field = definition.fields[name];
    if (field === undefined) throw new Error(`${definition.name} has no field ${name}`);
    return encode(field, values[name] === undefined ? field.empty : values[name]);
  });
}

export function setRemoved(store: Store, definition: Definition, id: number, step: number | null): void {
  store.sql(`UPDATE ${quoted(definition.name)} SET removedStep = ? WHERE id = ?`).run(step, id);
}

export function setVersion(store: Store, id: number, version: number): void {
  store.sql('UPDATE record SET version = ? WHERE id = ?').run(version, id);
}

/** The next code with this prefix (`R-`, `V-3.`). The counter never goes back, not even by undo. */
export function nextCode(store: Store, prefix: string): string {
  const { changes } = store.sql('UPDATE counter SET last = last + 1 WHERE prefix = ?').run(prefix);
  if (changes === 0) store.sql('INSERT INTO counter (prefix, last) VALUES (?, 1)').run(prefix);
  return `${prefix}${store.sql<{ last: number }>('SELECT last FROM counter WHERE prefix = ?').get(prefix)?.last}`;
}

/** A code that came from another file is not given again. */
export function countUpTo(store: Store, code: string): void {
  const [, prefix = '', number = ''] = /^(.*?)(\d+)$/.exec(code) ?? [];
  if (number !== '') raiseCounter(store, prefix, Number(number));
}

export function raiseCounter(store: Store, prefix: string, last: number): void {
  store
    .sql(
      'INSERT INTO counter (prefix, last) VALUES (?, ?) ON CONFLICT (prefix) DO UPDATE SET last = max(last, excluded.last)',
    )
    .run(prefix, last);
}

/** How far each prefix has been counted. */
export function counters(store: Store): Record<string, number> {
  const rows = store
    .sql<{ prefix: string; last: number }>('SELECT prefix, last FROM counter ORDER BY prefix')
    .all();
  return Object.fromEntries(rows.map(({ prefix, last }) => [prefix, last]));
}

/** Live records of `register` that name the record in their `field`. */
export function idsNaming(store: Store, register: string, field: string, id: number): number[] {
  return store
    .sql<{ id: number }>(
      `SELECT id FROM ${quoted(register)} WHERE ${quoted(field)} = ? AND removedStep IS NULL`,
    )
    .all(id)
    .map((row) => row.id);
}

/** The definition and identity of a record by id. @throws Error when the file has no such id: our bug */
export function definitionOf(store: Store, id: number): Definition {
  const identity = identityById(store, id);
  if (identity === null) throw new Error(`No record ${id}`);
  return registerOf(identity.register);
}
