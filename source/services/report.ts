import { renderHtml } from '../reports/html.ts';
import { renderJson } from '../reports/json.ts';
import { renderMarkdown } from '../reports/markdown.ts';
import { statusDocument } from '../reports/status/document.ts';
import { statusReport } from '../reports/status/model.ts';
import { beforeAll } from '../reports/status/scope.ts';
import { addDays } from '../domain/day.ts';
import { defaultThresholds } from '../domain/risk.ts';
import { UserError } from '../errors.ts';
import { messages } from '../language/index.ts';
import { round } from '../registers/index.ts';
import { openAsOf } from '../store/as-of.ts';
import { closeStore } from '../store/open.ts';
import * as queries from '../store/queries/status-report.ts';
import { todayOf } from './project.ts';
import type { Day } from '../domain/day.ts';
import type { Language } from '../language/index.ts';
import type { ReportDocument } from '../reports/document.ts';
import type { StatusSnapshot } from '../reports/snapshot.ts';
import type { RiskThresholds } from '../domain/risk.ts';
import type { Scope } from '../reports/status/scope.ts';
import type { Store } from '../store/open.ts';
import type { Project } from './project.ts';

export interface ReportOptions {
  readonly kind: 'status';
  /** `last` (when none is given): since the steering group last met; a day: from that day on; null: since the start. */
  readonly since?: Day | null;
  /** The last day that it tells of; the project's own day when none is given. */
  readonly until?: Day;
  /** Nothing that was written after this step: makes a report again as it was made. */
  readonly atSeq?: number;
  readonly language: Language;
  readonly format: 'md' | 'html' | 'json';
}

export interface MadeReport {
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
  /** The newest step that is part of it. With the same days, `atSeq` of it gives the same bytes, whatever came later. */
  readonly seq: number;
}

/**
 * Makes a report. It is always drawn from an as-of view, today's too, so that made again it can only be the same.
 * @throws UserError as-of-future, report-span
 */
export function makeReport(project: Project, options: ReportOptions): MadeReport {
  const today = todayOf(project);
  const to = options.until ?? today;
  if (to > today) throw new UserError('as-of-future', { day: to, today }, 2);
  const store = openAsOf(project.store.path, to, options.atSeq ?? newestSeq(project.store));
  try {
    const seq = newestSeq(store, to, options.atSeq);
    const scope = scopeOf(store, options.since === undefined ? 'last' : options.since, to);
    const report = statusReport(readSnapshot(store, scope, seq), scope);
    const facts = { from: scope.from, to, seq };
    const document = statusDocument(report, options.language);
    return { text: rendered(store, options, document, report, facts), ...facts };
  } finally {
    closeStore(store);
  }
}

function rendered(
  store: Store,
  { kind, format, language }: ReportOptions,
  document: ReportDocument,
  report: unknown,
  facts: Omit<MadeReport, 'text'>,
): string {
  if (format === 'html') return renderHtml(document, messages(language).report.all.page);
  if (format === 'md') return renderMarkdown(document);
  const coded = store.sql('SELECT id, code FROM record WHERE code IS NOT NULL').all();
  const codes = new Map(coded.map(({ id, code }) => [Number(id), String(code)]));
  return renderJson({ luotsi: 'report', version: 1, kind, ...facts, report }, codes);
}

const endOfTime: Day = '9999-12-31';

function newestSeq(store: Store, day: Day = endOfTime, seq: number = Number.MAX_SAFE_INTEGER): number {
  return Number(store.sql(queries.newestSeq).get({ day, seq })?.['seq'] ?? 0);
}

function scopeOf(store: Store, since: Day | null, to: Day): Scope {
  const meeting = since === 'last' ? store.sql(queries.lastSteeringSession).get({ day: to }) : undefined;
  if (meeting !== undefined) {
    const day = String(meeting['day']);
    const number = meeting['number'] === null ? null : String(meeting['number']);
    return { after: day, from: day, to, since: 'meeting', meeting: number };
  }
  if (since !== null && since !== 'last') {
    if (since > to) throw new UserError('report-span', { from: since, to }, 2);
    return { after: addDays(since, -1), from: since, to, since: 'day', meeting: null };
  }
  const start = store.sql('SELECT start FROM project WHERE removedStep IS NULL LIMIT 1').get()?.['start'];
  const from = typeof start === 'string' && start <= to ? start : to;
  return { after: beforeAll, from, to, since: 'start', meeting: null };
}

function readSnapshot(store: Store, scope: Scope, seq: number): StatusSnapshot {
  const parameters = { after: scope.after, day: scope.to, today: scope.to, seq };
  const rows = (sql: string) => store.sql(sql).all(used(sql, parameters));
  const [project] = store.sql(queries.project).all(used(queries.project, parameters));
  const snapshot = {
    seq,
    project: project ?? null,
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
    risks: rows(queries.risks),
    assessments: rows(queries.assessments),
    plans: rows(queries.plans),
    deliveries: rows(queries.deliveries),
    changes: rows(queries.changes),
  } satisfies Record<keyof StatusSnapshot, unknown>;
  // The row types say what the SQL selects; tests of whole reports hold the two together.
  return snapshot as unknown as StatusSnapshot;
}

function thresholdsOf(store: Store): RiskThresholds {
  const set = store.sql(queries.thresholds).get() ?? {};
  const known = Object.entries(set).filter(([, value]) => typeof value === 'number');
  return { ...defaultThresholds, ...(Object.fromEntries(known) as Partial<RiskThresholds>) };
}

/** Only the parameters that the statement has: SQLite refuses others. */
function used(sql: string, parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => sql.includes(`:${name}`)));
}
