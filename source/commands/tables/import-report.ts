import { registerOf } from '../../registers/index.ts';
import { printJson, styled, table } from '../line/output.ts';
import { rowsIn, shownReplacement, sumOf } from '../../services/tables/import-sum.ts';
import type { ImportReport, SheetReport } from '../../services/tables/import.ts';
import type { ImportSource } from '../../services/tables/import-source.ts';
import type { Call } from '../line/command.ts';

/** The counts, as scripts read them; `unread` where sheets of a workbook were not read, `replaced` where a dry run found values to replace. */
export function printReport(call: Call, report: ImportReport, unread: readonly string[] = []): void {
  printJson(call, { ...countsOf(report), refused: report.refused, ...besides([report], unread) });
}

/** The same of all sheets, and sheet by sheet. */
export function printSheets(call: Call, reports: readonly SheetReport[], unread: readonly string[]): void {
  printJson(call, {
    ...countsOf(sumOf(reports)),
    refused: reports.flatMap(({ sheet, refused }) => refused.map((one) => ({ sheet, ...one }))),
    sheets: reports.map((one) => ({ sheet: one.sheet, register: one.register, ...countsOf(one) })),
    ...besides(reports, unread),
  });
}

type Counts = Pick<ImportReport, 'added' | 'changed' | 'same' | 'conflict'>;

const countsOf = ({ added, changed, same, conflict }: Counts): Counts => ({ added, changed, same, conflict });

function besides(reports: readonly ImportReport[], unread: readonly string[]): Record<string, unknown> {
  const replaced = reports.flatMap((one) =>
    one.replaced.map(({ code, field, from, to, since }) => ({ code, field, from, to, since })),
  );
  return { ...(replaced.length > 0 ? { replaced } : {}), ...(unread.length > 0 ? { unread } : {}) };
}

/** The same in words, with what was refused as a table. */
export function reportLines(call: Call, path: string, report: ImportReport): string[] {
  const say = call.say.import;
  const { safe } = call.place.text;
  const { refused, ignored, worked, guessed, cleaned, oddLinks, conflicts, lacking, step } = report;
  const lines = [
    say.into({
      register: registerOf(report.register).label.many,
      path: path === '-' ? say.pasted : safe(path),
    }),
    say.summary({ ...report, refused: rowsIn(report) }),
  ];
  if (ignored.length > 0) lines.push(say.ignored(ignored.map(safe)));
  if (guessed.length > 0)
    lines.push(
      say.guessed(guessed.map(({ heading, label }) => `${safe(heading)} → ${label[call.language]}`)),
    );
  if (cleaned > 0) lines.push(say.cleaned(cleaned));
  if (oddLinks.length > 0)
    lines.push(say.oddLinks(oddLinks.map(({ row, column }) => `${row} ${safe(column)}`)));
  if (worked.length > 0) lines.push(say.worked(worked.map(safe)));
  if (conflicts.length > 0) lines.push(say.conflicts(conflicts.map(safe)));
  lines.push(...replacedLines(call, [report]));
  if (refused.length > 0) {
    const { row, column, reason } = call.say.columns;
    const columns = [{ heading: row, align: 'right' as const }, { heading: column }, { heading: reason }];
    const rows = refused.map((one) => [String(one.row), one.column ?? '', one.reason]);
    lines.push('', ...table(call, columns, rows), '');
    // Where other rows are of records that are there, only whole rows that were refused want it.
    const wanted = refused.some((one) => one.column === null) ? lacking : [];
    lines.push(...wanted.map(({ name, field }) => say.lacking({ field: field.label[call.language], name })));
  }
  return [...lines, ...endLines(call, refused.length > 0, step)];
}

/** The same of a workbook whose sheets came in together: counts by sheet. */
export function sheetLines(call: Call, path: string, reports: readonly SheetReport[]): string[] {
  const say = call.say.import;
  const { safe } = call.place.text;
  const sum = sumOf(reports);
  const [added, changed, same, conflict, refused] = say.counts;
  const right = [added, changed, same, conflict, refused].map((heading) => ({
    heading,
    align: 'right' as const,
  }));
  const rows = reports.map((one) => [
    one.sheet,
    ...[one.added, one.changed, one.same, one.conflict, rowsIn(one)].map(String),
  ]);
  const lines = [
    say.workbook(safe(path), reports.length),
    say.summary({ ...sum, refused: sum.refusedRows }),
    '',
    ...table(call, [{ heading: say.sheet }, ...right], rows),
    '',
  ];
  const conflicts = reports.flatMap((one) => one.conflicts);
  if (conflicts.length > 0) lines.push(say.conflicts(conflicts.map(safe)));
  lines.push(...replacedLines(call, reports));
  const bad = reports.flatMap((one) =>
    one.refused.map((fault) => [one.sheet, String(fault.row), fault.column ?? '', fault.reason]),
  );
  if (bad.length > 0) {
    const { row, column, reason } = call.say.columns;
    const columns = [
      { heading: say.sheet },
      { heading: row, align: 'right' as const },
      { heading: column },
      { heading: reason },
    ];
    lines.push('', ...table(call, columns, bad), '');
  }
  return [...lines, ...endLines(call, bad.length > 0, reports[0]?.step ?? null)];
}

function endLines(call: Call, isBad: boolean, step: number | null): string[] {
  const say = call.say.import;
  if (call.options.has('dry-run')) return [say.dry];
  if (isBad && !call.options.has('skip-bad')) return [styled(call, 'alarm', say.refused)];
  return step === null ? [] : [say.undo(step)];
}

const mostReplaced = 20;

/** What a dry run found of values that would give way. */
function replacedLines(call: Call, reports: readonly ImportReport[]): string[] {
  const say = call.say.import;
  const all = reports.flatMap(({ replaced }) => replaced);
  if (all.length === 0) return [];
  return [
    say.replaced,
    ...all
      .slice(0, mostReplaced)
      .map((one) => `  ${call.place.text.safe(say.replacing(shownReplacement(one, call.language)))}`),
    ...(all.length > mostReplaced ? [`  ${say.more(all.length - mostReplaced)}`] : []),
  ];
}

/** Sheets of a workbook that were not read, since none was chosen. */
export const unreadIn = (source: ImportSource): readonly string[] =>
  'grid' in source ? (source.grid.unread ?? []) : [];

export const unreadLines = (call: Call, unread: readonly string[]): string[] =>
  unread.length === 0 ? [] : [call.say.import.unread(unread.map(call.place.text.safe))];
