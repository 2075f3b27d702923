import type { Project } from '../../source/services/project/project.ts';
import { reportKinds } from '../../source/services/reporting/report.ts';
import type { ReportOptions } from '../../source/services/reporting/report.ts';

/** Each kind of report in each language. */
export const reportsOfSample = reportKinds.flatMap((kind) =>
  (['fi', 'en'] as const).map((language) => ({ name: `${kind} ${language}`, kind, language })),
);

/** What is asked of the sample project for one of them. */
export function asked(
  project: Project,
  { kind, language }: Pick<ReportOptions, 'kind' | 'language'>,
): Omit<ReportOptions, 'format'> {
  return {
    kind,
    language,
    ...(kind === 'minutes' && { session: idOf(project, 'OR-5') }),
    ...(kind === 'invitation' && { session: idOf(project, 'OR-6') }),
    ...(kind === 'person' && { person: idOf(project, 'H-52') }),
  };
}

export const idOf = (project: Project, code: string): number =>
  Number(project.store.sql('SELECT id FROM record WHERE code = ?').get(code)?.['id']);
