import { communicationDocument } from '../../reports/communication/document.ts';
import { communicationReport } from '../../reports/communication/model.ts';
import * as queries from '../../store/queries/communication-report.ts';
import * as shared from '../../store/queries/parts.ts';
import { listIn, rowsOf } from './report-rows.ts';
import { scopeOf } from './report-scope.ts';
import type { CommunicationSnapshot, PlanLine } from '../../reports/communication/model.ts';
import type { Store } from '../../store/file/open.ts';
import type { Drawing, Drawn } from './report-kinds.ts';
import type { Listed } from './report-rows.ts';

export function drawCommunication(store: Store, { since = null, to, seq }: Drawing): Drawn {
  const scope = scopeOf(store, since, to);
  const report = communicationReport(readCommunication(store), scope);
  return {
    from: scope.from,
    model: report,
    document: (language) => communicationDocument(report, seq, language),
  };
}

/** The plan and everything that was delivered for it. */
export function readCommunication(store: Store): CommunicationSnapshot {
  const plans = rowsOf<Listed<PlanLine, 'means' | 'responsible'>>(store, queries.plans);
  return {
    title: store.sql<{ title: string }>(shared.project).get()?.title ?? null,
    plans: plans.map((row) => ({
      ...row,
      means: listIn(row.means),
      responsible: listIn(row.responsible),
    })),
    deliveries: rowsOf(store, queries.deliveries),
  };
}
