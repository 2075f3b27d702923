import * as queries from '../../store/queries/roster.ts';
import type { Project } from '../project/project.ts';

/** Sessions of the same group after this one, the next first; cancelled ones are left out. */
export function laterSessions(
  { store }: Project,
  session: number,
): readonly { readonly id: number; readonly code: string | null; readonly heading: string }[] {
  return store
    .sql<{ id: number; code: string | null; heading: string }>(queries.laterSessions)
    .all({ session });
}
