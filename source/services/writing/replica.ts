import { mintReplica, replicaAt } from '../../store/file/meta.ts';
import { placeOf } from '../../store/file/place.ts';
import { newUid } from '../project/project.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';

const replicas = new WeakMap<Store, string>();

/** The replica that has written here; null where the file has not been written at this place yet. */
export function knownReplica({ store }: Project): string | null {
  const known = replicas.get(store);
  // A replica that was minted in a transaction that failed is not there.
  if (known !== undefined && store.sql('SELECT 1 FROM replica WHERE id = ?').get(known) !== undefined)
    return known;
  const replica = replicaAt(store, placeOf(store));
  if (replica !== null) replicas.set(store, replica);
  return replica;
}

/** The replica that writes here; minted when the file is first written at this place. `newest` wrote the newest step. */
export function replicaOf(project: Project, newest?: string): string {
  // What has written a step is there.
  if (newest !== undefined && replicas.get(project.store) === newest) return newest;
  const known = knownReplica(project);
  if (known !== null) return known;
  return beginReplica(project);
}

/** What is written here from now on is a chain of its own: the file has been put in place of another. */
export function beginReplica(project: Project): string {
  const id = newUid(project);
  mintReplica(project.store, id, placeOf(project.store), project.clock.now());
  replicas.set(project.store, id);
  return id;
}
