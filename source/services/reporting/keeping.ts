/** Reports that are kept: handed over as they were, and read again byte for byte. */
import { UserError } from '../../errors.ts';
import { reportFiles, report as reportRegister } from '../../registers/report.ts';
import { keepReportFile, readReportFile } from '../../store/kept/report-files.ts';
import { newestStep, todayOf } from '../project/project.ts';
import { getRecord } from '../reading/get-record.ts';
import { write } from '../writing/write.ts';
import { comingSteering, draftOf, lastWritten } from './report-drafts.ts';
import { statusTitle } from './report-writing.ts';
import { writtenFor } from './report-written.ts';
import { makeFiles } from './report.ts';
import type { Day } from '../../domain/days/day.ts';
import type { ReportFormat } from '../../registers/report.ts';
import type { Project } from '../project/project.ts';
import type { Written } from '../writing/write.ts';
import type { MadeFiles, ReportOptions } from './report.ts';

export interface KeepOptions extends Omit<ReportOptions, 'format' | 'atSeq'> {
  readonly title?: string;
  /** To whom it went, if that is told. */
  readonly recipient?: string;
  /** The day on which it was handed over; the project's own when none is given. */
  readonly handedOver?: Day;
}

/**
 * Hands a report over: every format's bytes are kept, in one step that can be undone. The draft of its kind becomes the
 * report; where there is none, it comes to be. @returns its id @throws UserError report-not-kept, and as makeReport does
 */
export async function keepReport(project: Project, options: KeepOptions): Promise<Written<number>> {
  if (!Object.hasOwn(reportRegister.fields['kind']?.choices ?? {}, options.kind))
    throw new UserError('report-not-kept', { kind: options.kind });
  for (;;) {
    const upTo = newestStep(project);
    const made = await makeFiles(project, { ...options, atSeq: upTo });
    const { result, ...written } = write(
      project,
      { kind: 'user', label: { verb: 'keep', register: 'report' } },
      (unit): number | null => {
        const { store } = project;
        const draft =
          options.kind === 'status'
            ? (writtenFor(project, made.to, undefined)?.report ?? null)
            : draftOf(store, options.kind, options.session);
        // The draft has been written in or handed over, or has come to be, while the files were made: they are made again.
        if (options.kind === 'status' && draft !== made.draft) return null;
        if (draft !== null && lastWritten(store, draft) > upTo) return null;
        const id =
          draft ?? unit.add('report', { title: titleOf(project, options, made), kind: options.kind });
        const files = made.files.map(({ format, bytes }) => keepReportFile(store, id, format, bytes));
        unit.change(id, { ...valuesOf(project, options, made, unit.read(id)['session']), files });
        return id;
      },
    );
    if (result !== null) return { ...written, result };
  }
}

/** Status reports are many, so each is called by its meeting; the others' own titles tell them apart. */
function titleOf(
  project: Project,
  { kind, session, language }: KeepOptions,
  { title, to }: MadeFiles,
): string {
  if (kind !== 'status') return title;
  return statusTitle(project, session ?? comingSteering(project.store, to), to, language);
}

function valuesOf(
  project: Project,
  { kind, session, language, recipient, handedOver, title }: KeepOptions,
  { from, to, seq }: MadeFiles,
  given: unknown,
): Readonly<Record<string, unknown>> {
  return {
    session: session ?? given ?? (kind === 'status' ? comingSteering(project.store, to) : null),
    language,
    starts: from,
    ends: to,
    seq,
    handedOver: handedOver ?? todayOf(project),
    ...(recipient === undefined ? {} : { recipient }),
    ...(title === undefined ? {} : { title }),
  };
}

/** A report that was handed over, in one of its formats, as it was. @throws UserError no-report-file, damaged-report */
export function readKept(project: Project, id: number, format: ReportFormat): Buffer {
  const record = getRecord(project, id);
  const code = record.code ?? record.heading;
  const file = reportFiles(record['files'])?.find((one) => one.format === format);
  if (file === undefined) throw new UserError('no-report-file', { code, format });
  const bytes = readReportFile(project.store, id, file);
  if (bytes === null) throw new UserError('damaged-report', { code, format });
  return bytes;
}
