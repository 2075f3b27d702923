import type { ReportOptions } from '../../source/services/report.ts';

/** Each kind of report as it is asked of the sample project. */
export const reportsOfSample: readonly Pick<ReportOptions, 'kind'>[] = [{ kind: 'status' }];
