import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import { sha256 } from '../journal/sha256.ts';
import type { Store } from './open.ts';

const places = new WeakMap<Store, string>();

/**
 * The place at which a file lies, told apart from others without naming it: where it was when that was first asked.
 * Whoever moves an open file away leaves nothing at its path to be looked at.
 */
export function placeOf(store: Store): string {
  const known = places.get(store);
  if (known !== undefined) return known;
  const place = sha256([`${hostname()}\n${realpathSync(store.path)}`]).toString('hex');
  places.set(store, place);
  return place;
}
