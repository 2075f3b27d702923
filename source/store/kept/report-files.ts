import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { reportFiles } from '../../registers/report.ts';
import type { ReportFile, ReportFormat } from '../../registers/report.ts';
import type { Fault } from '../safety/examine.ts';
import type { Store } from '../file/open.ts';

/**
 * The files of reports that were handed over. Not journalled: the report's own field `files` names them by their digest,
 * and that is.
 */

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps the bytes beside a report. Runs inside the transaction of the step that hands it over. */
export function keepReportFile(
  store: Store,
  report: number,
  format: ReportFormat,
  bytes: Uint8Array,
): ReportFile {
  const digest = digestOf(bytes);
  store
    .sql(`INSERT INTO main.reportFile (report, format, digest, content) VALUES (?, ?, ?, ?)
      ON CONFLICT (report, format, digest) DO NOTHING`)
    .run(report, format, digest, deflateSync(bytes));
  return { format, digest, size: bytes.length };
}

/** The bytes of a file that a report names; null where they are not in the file, or are no longer what they were. */
export function readReportFile(store: Store, report: number, { format, digest }: ReportFile): Buffer | null {
  const row = store
    .sql<{ content: Buffer }>(
      'SELECT content FROM main.reportFile WHERE report = ? AND format = ? AND digest = ?',
    )
    .get(report, format, digest);
  if (row === undefined) return null;
  const bytes = inflated(row.content);
  return bytes !== null && digestOf(bytes) === digest ? bytes : null;
}

function inflated(content: Uint8Array): Buffer | null {
  try {
    return inflateSync(content);
  } catch {
    return null;
  }
}

/** A file as it is kept, whether its report still names it or not. */
export interface StoredReportFile {
  readonly id: number;
  readonly report: number;
  /** The report's code. */
  readonly code: string;
  readonly format: ReportFormat;
  readonly digest: string;
  readonly bytes: Buffer;
}

type StoredRow = Omit<StoredReportFile, 'bytes'> & { readonly content: Buffer };

export function storedReportFiles(store: Store): StoredReportFile[] {
  const rows = store.sql<StoredRow>(`SELECT f.id, f.report, r.code, f.format, f.digest, f.content
    FROM reportFile AS f JOIN record AS r ON r.id = f.report ORDER BY f.id`);
  return rows.all().flatMap(({ content, ...row }) => {
    const bytes = inflated(content);
    return bytes === null ? [] : [{ ...row, bytes }];
  });
}

/** Puts other bytes in the place of a file's, which are gone then. Runs inside the anonymise step. */
export function replaceReportFile(store: Store, file: StoredReportFile, bytes: Uint8Array): void {
  store.sql('DELETE FROM main.reportFile WHERE id = ?').run(file.id);
  keepReportFile(store, file.report, file.format, bytes);
}

/** Every file that a report names, as a whole project goes out with it: its bytes in base64. */
export function allReportFiles(store: Store): Record<string, string>[] {
  return reportsWithFiles(store).flatMap(({ id, uid, files }) =>
    files.flatMap((file) => {
      const bytes = readReportFile(store, id, file);
      if (bytes === null) return [];
      const { format, digest } = file;
      return [{ report: uid, format, digest, content: bytes.toString('base64') }];
    }),
  );
}

/** Files of reports that are not there, or not what was handed over. */
export function reportFileFaults(store: Store): Fault[] {
  return reportsWithFiles(store).flatMap(({ id, code, files }) =>
    files
      .filter((file) => readReportFile(store, id, file) === null)
      .map(({ format }) => ({ where: `${code} ${format}`, what: 'reportFile' })),
  );
}

interface ReportWithFiles {
  readonly id: number;
  readonly uid: string;
  readonly code: string;
  readonly files: readonly ReportFile[];
}

/** Those in the trash with them. */
function reportsWithFiles(store: Store): ReportWithFiles[] {
  const rows = store
    .sql<{ id: number; uid: string; code: string; files: string | null }>(
      'SELECT r.id, r.uid, r.code, t.files FROM report AS t JOIN record AS r ON r.id = t.id ORDER BY r.uid',
    )
    .all();
  return rows.map(({ files, ...report }) => ({
    ...report,
    files: typeof files === 'string' ? (reportFiles(JSON.parse(files)) ?? []) : [],
  }));
}
