import { everySummary, registers } from '../../registers/index.ts';
import { quoted } from './columns.ts';
import { same } from '../journal/images.ts';
import { identityById, idsNaming, isLive } from './records.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Store } from '../file/open.ts';

const listed = new Set(['references', 'who', 'whos']);

/**
 * Keeps the records that lists and who-fields name where a foreign key can hold them. `before` is the record as it was,
 * null for a new one, and not given where nothing is known of it.
 */
export function writeLinks(
  store: Store,
  definition: Definition,
  record: AnyRecord,
  before?: AnyRecord | null,
): void {
  const fields = Object.entries(definition.fields).filter(([, field]) => listed.has(field.kind));
  const known = before ?? null;
  if (fields.length === 0 || (known !== null && fields.every(([name]) => same(known[name], record[name]))))
    return;
  if (before !== null) store.sql('DELETE FROM link WHERE record = ?').run(record.id);
  const insert = store.sql('INSERT INTO link (record, field, target) VALUES (?, ?, ?)');
  for (const [name] of fields) {
    const value = record[name];
    const targets = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'number');
    for (const target of new Set(targets)) insert.run(record.id, name, target);
  }
}

/** Fields by which records of any register can name one of `register`. */
const namingFields = (register: string): [Definition, string][] =>
  registers.flatMap((definition) =>
    Object.entries(definition.fields)
      .filter(
        ([, field]) => field.kind === 'reference' && (field.to?.length === 0 || field.to?.includes(register)),
      )
      .map(([name]): [Definition, string] => [definition, name]),
  );

/**
 * Parts and log entries that belong to the record: the live ones, or those that went to the trash in a given step.
 * They go there and come back with it.
 */
export function partsOf(
  store: Store,
  definition: Definition,
  id: number,
  removedStep: number | null,
): number[] {
  return partRegisters(definition).flatMap(([name, parent]) =>
    store
      .sql(`SELECT id FROM ${quoted(name)} WHERE ${quoted(parent)} = ? AND removedStep IS ?`)
      .all(id, removedStep)
      .map((row) => Number(row['id'])),
  );
}

/** Uids of the record's parts and log entries, those in the trash with them: for its history. */
export function uidsOfParts(store: Store, definition: Definition, id: number): string[] {
  return partRegisters(definition).flatMap(([name, parent]) =>
    store
      .sql(
        `SELECT r.uid FROM ${quoted(name)} AS t JOIN record AS r ON r.id = t.id WHERE t.${quoted(parent)} = ?`,
      )
      .all(id)
      .map((row) => String(row['uid'])),
  );
}

/** Registers whose records are parts or log entries of the register's, and the field that names the parent. */
const partRegisters = (definition: Definition): [string, string][] =>
  everySummary.flatMap(({ name, parent, references }): [string, string][] =>
    parent !== null && references[parent]?.includes(definition.name) === true ? [[name, parent]] : [],
  );

/** Live records that name this one, its own parts apart. */
export function referrersOf(store: Store, definition: Definition, id: number): number[] {
  const direct = namingFields(definition.name)
    .filter(([referrer, field]) => referrer.parent !== field)
    .flatMap(([referrer, field]) => idsNaming(store, referrer.name, field, id));
  const links = store
    .sql('SELECT record FROM link WHERE target = ?')
    .all(id)
    .map((row) => Number(row['record']));
  return [
    ...new Set([
      ...direct,
      ...links.filter((record) => isLive(store, identityById(store, record)?.register ?? '', record)),
    ]),
  ];
}
