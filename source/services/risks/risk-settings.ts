import { defaultThresholds } from '../../domain/risk.ts';
import { thresholds } from '../../store/queries/status-report.ts';
import type { RiskThresholds } from '../../domain/risk.ts';
import type { Store } from '../../store/file/open.ts';

/** The project's own limits of risk levels, over those that hold otherwise. */
export function thresholdsOf(store: Store): RiskThresholds {
  const set = store.sql(thresholds).get() ?? {};
  const known = Object.entries(set).filter(([, value]) => typeof value === 'number');
  return { ...defaultThresholds, ...(Object.fromEntries(known) as Partial<RiskThresholds>) };
}
