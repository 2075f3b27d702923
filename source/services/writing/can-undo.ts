/** Whether `u` has anything to take back: asked when the file has changed, and before anything that writes is loaded. */
import { knownReplica } from './replica.ts';
import type { Project } from '../project/project.ts';

/** A step that is in force and no beginning of the file; what can't be taken back for another reason tells it when asked. */
export function canUndo(project: Project): boolean {
  const replica = knownReplica(project);
  if (replica === null) return false;
  const found = project.store
    .sql(
      `SELECT 1 FROM step AS s WHERE s.replica = :replica AND s.reverses IS NULL AND s.label ->> 'verb' <> 'init'
        AND NOT EXISTS (SELECT 1 FROM step AS undone WHERE undone.reverses = s.seq
          AND NOT EXISTS (SELECT 1 FROM step AS again WHERE again.reverses = undone.seq))
        ORDER BY s.counter DESC LIMIT 1`,
    )
    .get({ replica });
  return found !== undefined;
}
