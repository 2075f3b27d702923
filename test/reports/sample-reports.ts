import type { Project } from '../../source/services/project/project.ts';
import type { ReportKind, ReportOptions } from '../../source/services/reporting/report.ts';

const kinds: readonly ReportKind[] = ['status', 'week', 'minutes', 'risks', 'communication', 'champions'];

/** Each kind of report in each language; minutes are of one session, see `sessionOf`. */
export const reportsOfSample = kinds.flatMap((kind) =>
  (['fi', 'en'] as const).map((language) => ({ name: `${kind} ${language}`, kind, language })),
);

/** What is asked of the sample project for one of them. */
export function asked(
  project: Project,
  { kind, language }: Pick<ReportOptions, 'kind' | 'language'>,
): Omit<ReportOptions, 'format'> {
  return { kind, language, ...(kind === 'minutes' && { session: sessionOf(project, 'OR-5') }) };
}

export const sessionOf = (project: Project, code: string): number =>
  Number(project.store.sql('SELECT id FROM record WHERE code = ?').get(code)?.['id']);
