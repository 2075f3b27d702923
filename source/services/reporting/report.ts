import { writeCsv } from '../../exchange/csv.ts';
import { guardCell } from '../../exchange/guard.ts';
import { withFundingLine } from '../../reports/document.ts';
import { renderHtml } from '../../reports/html.ts';
import { renderJson } from '../../reports/json.ts';
import { renderMarkdown } from '../../reports/markdown.ts';
import { renderText } from '../../reports/text.ts';
import { UserError } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import { reportFormats } from '../../registers/report.ts';
import { openAsOf } from '../../store/as-of/as-of.ts';
import { closeStore } from '../../store/file/open.ts';
import { projectText } from '../../store/queries/project-text.ts';
import * as queries from '../../store/queries/status-report.ts';
import { todayOf } from '../project/project.ts';
import { writtenFor } from './report-written.ts';
import { drawReport } from './report-kinds.ts';
import { usualPeriod } from './report-period.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Language } from '../../language/index.ts';
import type { ReportDocument } from '../../reports/document.ts';
import type { Logo } from '../../reports/logo.ts';
import type { ReportFormat } from '../../registers/report.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';
import type { Drawn, ReportKind } from './report-kinds.ts';

export { reportKinds } from './report-kinds.ts';
export type { ReportKind } from './report-kinds.ts';

/** Formats that are text. */
export const textFormats = ['md', 'txt', 'html', 'json'] as const;
/** Those, and a spreadsheet's for a report that is one table. */
export type TextFormat = (typeof textFormats)[number] | 'csv';

export interface ReportOptions {
  readonly kind: ReportKind;
  /** The session whose minutes are wanted, by its id. */
  readonly session?: number;
  /** The person on whom all is told, by its id. */
  readonly person?: number;
  /** `last`: since the steering group last met; a day: from that day on; null: since the start. Each kind has its own. */
  readonly since?: Day | null;
  /** The last day that it tells of; the project's own day when none is given. */
  readonly until?: Day;
  /** Nothing that was written after this step: makes a report again as it was made. */
  readonly atSeq?: number;
  readonly language: Language;
  readonly format: TextFormat;
  /** The picture at its head. */
  readonly logo?: Logo;
}

/** What a made report covers. */
export interface ReportFacts {
  readonly from: Day;
  readonly to: Day;
  /** The newest step that is part of it. With the same days, `atSeq` of it gives the same bytes, whatever came later. */
  readonly seq: number;
}

export interface MadeReport extends ReportFacts {
  readonly text: string;
}

/**
 * Makes a report. It is always drawn from an as-of view, today's too, so that made again it can only be the same.
 * @throws UserError as-of-future, report-span, no-such-record
 */
export function makeReport(project: Project, options: ReportOptions): MadeReport {
  return withDrawn(project, options, (drawn, facts, store) => ({
    text: rendered(drawn, facts, store, options),
    ...facts,
  }));
}

export interface MadeDocument extends ReportFacts {
  readonly bytes: Uint8Array;
}

/** The report as a Word document. What makes it is large and loaded only here. @throws UserError as makeReport does */
export async function makeDocx(
  project: Project,
  options: Omit<ReportOptions, 'format'>,
): Promise<MadeDocument> {
  const { document, ...facts } = withDrawn(project, options, (drawn, known) => ({
    document: drawn.document(options.language),
    ...known,
  }));
  const { renderDocx } = await import('../../reports/docx.ts');
  return { bytes: await renderDocx(document, facts.to), ...facts };
}

/** Those that are kept when a report is handed over. */
const keptTexts = ['md', 'html', 'json'] as const;

export interface MadeFile {
  readonly format: ReportFormat;
  readonly bytes: Uint8Array;
}

export interface MadeFiles extends ReportFacts {
  readonly title: string;
  /** The draft whose texts are in it, by its id; null where it has none. */
  readonly draft: number | null;
  readonly files: readonly MadeFile[];
}

/** The report in every format in which it is handed over, all of one view. @throws UserError as makeReport does */
export async function makeFiles(
  project: Project,
  options: Omit<ReportOptions, 'format'>,
): Promise<MadeFiles> {
  const { document, texts, ...facts } = withDrawn(project, options, (drawn, known, store, draft) => ({
    document: drawn.document(options.language),
    texts: keptTexts.map(
      (format) => [format, rendered(drawn, known, store, { ...options, format })] as const,
    ),
    draft,
    ...known,
  }));
  const { renderDocx } = await import('../../reports/docx.ts');
  const docx = await renderDocx(document, facts.to);
  const made = new Map<ReportFormat, Uint8Array>([
    ...texts.map(([format, text]) => [format, Buffer.from(text, 'utf8')] as const),
    ['docx', docx],
  ]);
  const files = reportFormats.flatMap((format) => {
    const bytes = made.get(format);
    return bytes === undefined ? [] : [{ format, bytes }];
  });
  return { title: document.title, files, ...facts };
}

/** Draws a report from its view, and closes that when it has been rendered. @throws UserError as makeReport does */
export function withDrawn<Result>(
  project: Project,
  options: Omit<ReportOptions, 'format'>,
  render: (drawn: Drawn, facts: ReportFacts, store: Store, draft: number | null) => Result,
): Result {
  const today = todayOf(project);
  const period = options.kind === 'funder' && options.since === undefined ? usualPeriod(project) : null;
  const since = period?.from ?? options.since;
  const to = options.until ?? (period !== null && period.to < today ? period.to : today);
  if (to > today) throw new UserError('as-of-future', { day: to, today }, 2);
  const upTo = options.atSeq ?? newestSeq(project.store);
  const known = knownBy(project.store, options.kind, to, today, options.atSeq);
  const store = openAsOf(project.store.path, known, upTo);
  try {
    const draft = options.kind === 'status' ? writtenFor(project, to, options.atSeq) : null;
    const seq = Math.max(newestSeq(store, known, upTo), draft?.seq ?? 0);
    const drawing = { ...options, to, seq, project, written: draft?.written ?? null };
    const made = drawReport(store, options.kind, since === undefined ? drawing : { ...drawing, since });
    const head = headOf(store, options);
    const drawn = { ...made, document: (language: Language) => head(made.document(language)) };
    return render(drawn, { from: drawn.from, to, seq }, store, draft?.report ?? null);
  } finally {
    closeStore(store);
  }
}

/** What stands at the head of every report: the organisation's picture, and what the funder wants said. */
function headOf(
  store: Store,
  { logo, language }: Pick<ReportOptions, 'logo' | 'language'>,
): (document: ReportDocument) => ReportDocument {
  const text = (name: string): string | null => {
    const said = projectText(store, name);
    return said?.trim() === '' ? null : said;
  };
  const alt = text('organisation') ?? text('title') ?? messages(language).report.all.page.logo;
  return (document) => {
    const lined = withFundingLine(document, text('fundingLine'));
    return logo === undefined ? lined : { ...lined, logo: { logo, alt } };
  };
}

function rendered(
  drawn: Drawn,
  facts: ReportFacts,
  store: Store,
  { kind, format, language }: ReportOptions,
): string {
  if (format === 'html') return renderHtml(drawn.document(language), messages(language).report.all.page);
  if (format === 'txt') return renderText(drawn.document(language));
  if (format === 'md') return renderMarkdown(drawn.document(language));
  if (format === 'csv') return csvOf(drawn, language);
  const coded = store.sql('SELECT id, code FROM record WHERE code IS NOT NULL').all();
  const codes = new Map(coded.map(({ id, code }) => [Number(id), String(code)]));
  return renderJson({ luotsi: 'report', version: 1, kind, ...facts, report: drawn.model }, codes);
}

/** As the language's Excel opens it. @throws UserError wrong-option of a report that is no table */
function csvOf({ table }: Drawn, language: Language): string {
  if (table === undefined)
    throw new UserError(
      'wrong-option',
      { option: 'format', text: 'csv', forms: [...textFormats, 'docx'] },
      2,
    );
  const { headings, rows } = table(language);
  return writeCsv(
    headings,
    rows.map((row) => row.map(guardCell)),
    language === 'fi' ? ';' : ',',
  );
}

/**
 * The day by which what is told was known: that of the report. What a funder is told of a period is often written down
 * after its end: there it is the day of the newest step, however late that is.
 */
function knownBy(store: Store, kind: ReportKind, to: Day, today: Day, atSeq: number | undefined): Day {
  if (kind !== 'funder') return to;
  const newest = newestSeq(store, today, atSeq);
  const day = String(store.sql('SELECT day FROM step WHERE seq = ?').get(newest)?.['day'] ?? to);
  return day <= to ? to : day;
}

const endOfTime: Day = '9999-12-31';

function newestSeq(store: Store, day: Day = endOfTime, seq: number = Number.MAX_SAFE_INTEGER): number {
  return Number(store.sql(queries.newestSeq).get({ day, seq })?.['seq'] ?? 0);
}
