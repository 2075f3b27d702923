/** What the Reports screen shows: a kind and a span drawn now, or a report that was handed over. Pure. */
import { registerOf } from '../../registers/index.ts';
import type { Language } from '../../language/index.ts';
import type { ReportKind } from '../../services/reporting/report.ts';

export type Span =
  | { readonly kind: 'last' }
  | { readonly kind: 'start' }
  | { readonly kind: 'days'; readonly from: string; readonly to: string | null };

export interface DrawnReport {
  readonly kind: 'drawn';
  readonly report: ReportKind;
  readonly span: Span;
}

export type Shown = DrawnReport | { readonly kind: 'kept'; readonly id: number };

export const first: DrawnReport = { kind: 'drawn', report: 'status', span: { kind: 'last' } };

/** Minutes and invitations are of one session, and are read on its own page. */
const ofSessions: ReadonlySet<string> = new Set(['minutes', 'invitation']);

/** Kinds that can be drawn without naming a record, and kept. */
export function kindsToChoose(language: Language): { value: ReportKind; label: string }[] {
  const choices = registerOf('report').fields['kind']?.choices ?? {};
  return Object.entries(choices).flatMap(([value, label]) =>
    ofSessions.has(value) ? [] : [{ value: value as ReportKind, label: label[language] }],
  );
}

export interface SpanOptions {
  readonly since?: string | null;
  readonly until?: string;
}

/** Each kind has a span of its own; only the status report's is chosen by its meetings. */
export function spanOptions(report: ReportKind, span: Span): SpanOptions {
  if (span.kind === 'start') return { since: null };
  if (span.kind === 'days') return { since: span.from, ...(span.to === null ? {} : { until: span.to }) };
  return report === 'status' ? { since: 'last' } : {};
}
