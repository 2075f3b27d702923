import { identityById, identityByUid } from '../records/records.ts';
import type { AnyField } from '../../fields/index.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Store } from '../file/open.ts';

/** The values of a record's own fields by name. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * A record as the journal keeps it: its code and the values of its own fields, references as uids. A person in a
 * who-field is `{"uid": …}`, so that it can't be taken for free text.
 */
export type Image = Readonly<Record<string, unknown>>;

const uidOf = (store: Store, id: unknown): string => {
  const identity = identityById(store, Number(id));
  if (identity === null) throw new Error(`No record ${String(id)}`);
  return identity.uid;
};

const idOf = (store: Store, uid: unknown): number => {
  const identity = identityByUid(store, String(uid));
  if (identity === null) throw new Error(`No record ${String(uid)}`);
  return identity.id;
};

const isUidObject = (value: unknown): value is { uid: string } =>
  typeof value === 'object' && value !== null && 'uid' in value;

function outward(store: Store, field: AnyField, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (field.kind === 'reference') return uidOf(store, value);
  if (field.kind === 'references') return (value as number[]).map((id) => uidOf(store, id));
  if (field.kind === 'who') return typeof value === 'number' ? { uid: uidOf(store, value) } : value;
  if (field.kind === 'whos') {
    return (value as unknown[]).map((item) =>
      typeof item === 'number' ? { uid: uidOf(store, item) } : item,
    );
  }
  return value;
}

function inward(store: Store, field: AnyField, value: unknown): unknown {
  if (value === null || value === undefined) return field.empty;
  if (field.kind === 'reference') return idOf(store, value);
  if (field.kind === 'references') return (value as unknown[]).map((uid) => idOf(store, uid));
  if (field.kind === 'who') return isUidObject(value) ? idOf(store, value.uid) : value;
  if (field.kind === 'whos') {
    return (value as unknown[]).map((item) => (isUidObject(item) ? idOf(store, item.uid) : item));
  }
  return value;
}

/** The image of a record as it is read. */
export function imageOf(store: Store, definition: Definition, record: AnyRecord): Image {
  const image: Record<string, unknown> = { code: record.code };
  for (const [name, field] of Object.entries(definition.fields))
    image[name] = outward(store, field, record[name]);
  return image;
}

/** The values of an image, references as ids of this file; a field that the image lacks is empty. */
export function valuesOf(store: Store, definition: Definition, image: Image): Values {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(definition.fields))
    values[name] = inward(store, field, image[name]);
  return values;
}

/** Names of the fields in which two images or rows differ. */
export function differences(definition: Definition, one: Values, other: Values): string[] {
  return Object.keys(definition.fields).filter((name) => !same(one[name], other[name]));
}

/** Are two values in normal form the same? */
export function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
