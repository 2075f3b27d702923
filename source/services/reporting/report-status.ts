import { statusDocument } from '../../reports/status/document.ts';
import { statusReport } from '../../reports/status/model.ts';
import { risk } from '../../registers/risk.ts';
import { round } from '../../registers/round.ts';
import * as queries from '../../store/queries/status-report.ts';
import { listIn, rowsOf } from './report-rows.ts';
import { scopeOf } from './report-scope.ts';
import { thresholdsOf } from '../risks/risk-settings.ts';
import type { ProjectRow, RiskRow, StatusSnapshot } from '../../reports/snapshot.ts';
import type { Scope } from '../../reports/status/scope.ts';
import type { Store } from '../../store/file/open.ts';
import type { Drawing, Drawn } from './report-kinds.ts';
import type { Listed } from './report-rows.ts';

/** The status report, since the steering group last met unless other is asked. */
export function drawStatus(store: Store, { since = 'last', to, seq, written = null }: Drawing): Drawn {
  const scope = scopeOf(store, since, to);
  const report = statusReport({ ...readStatus(store, scope, seq), written }, scope);
  return { from: scope.from, model: report, document: (language) => statusDocument(report, language) };
}

/** What the status report is made of. */
export function readStatus(store: Store, scope: Scope, seq: number): Omit<StatusSnapshot, 'written'> {
  const parameters = { after: scope.after, day: scope.to, today: scope.to, seq };
  const rows = <Row>(sql: string): Row[] => rowsOf(store, sql, used(sql, parameters));
  const [project = null] = rows<ProjectRow>(queries.project);
  const risks = rows<Listed<RiskRow, 'warnings'>>(queries.risks(risk.derived?.['warnings']?.sql ?? 'NULL'));
  return {
    seq,
    project,
    objectives: rows(queries.objectives),
    packages: rows(queries.packages),
    activities: rows(queries.activities),
    rounds: rows(queries.rounds(round.derived?.['state']?.sql ?? 'NULL')),
    candidates: rows(queries.candidates),
    stages: rows(queries.stages),
    units: rows(queries.units),
    champions: rows(queries.champions),
    groups: rows(queries.groups),
    sessions: rows(queries.sessions),
    agenda: rows(queries.agenda),
    decisions: rows(queries.decisions),
    actions: rows(queries.actions),
    thresholds: thresholdsOf(store),
    risks: risks.map((row) => ({ ...row, warnings: listIn(row.warnings) })),
    assessments: rows(queries.assessments),
    plans: rows(queries.plans),
    deliveries: rows(queries.deliveries),
    diary: rows(queries.diary),
    payments: rows(queries.payments),
    indicators: rows(queries.indicators),
    observations: rows(queries.observations),
    deliverables: rows(queries.deliverables),
    changes: rows(queries.changes),
  };
}

/** Only the parameters that the statement has: SQLite refuses others. */
function used(sql: string, parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => sql.includes(`:${name}`)));
}
