import { communicationDocument } from '../../reports/communication/document.ts';
import { communicationReport } from '../../reports/communication/model.ts';
import * as queries from '../../store/queries/communication-report.ts';
import * as shared from '../../store/queries/parts.ts';
import { scopeOf } from './report-scope.ts';
import type { CommunicationSnapshot } from '../../reports/communication/model.ts';
import type { Store } from '../../store/open.ts';
import type { Drawing, Drawn } from './report-kinds.ts';

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
  const plans = store
    .sql(queries.plans)
    .all()
    .map((row) => ({ ...row, means: listOf(row['means']), responsible: listOf(row['responsible']) }));
  const title = store.sql(shared.project).get()?.['title'] ?? null;
  const snapshot = { title, plans, deliveries: store.sql(queries.deliveries).all() };
  // The row types say what the SQL selects; tests of whole reports hold the two together.
  return snapshot satisfies Record<keyof CommunicationSnapshot, unknown> as unknown as CommunicationSnapshot;
}

const listOf = (json: unknown): unknown => (typeof json === 'string' ? JSON.parse(json) : []);
