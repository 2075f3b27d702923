import type { Project } from '../project/project.ts';

/** Is the step reversed by one that is itself in force, as far as the project's day knows? */
export function isReversed(project: Project, seq: number): boolean {
  const reversals = project.store
    .sql('SELECT seq FROM step WHERE reverses = :seq AND (:asOf IS NULL OR day <= :asOf)')
    .all({ seq, asOf: project.asOf });
  return reversals.some((row) => !isReversed(project, Number(row['seq'])));
}
