import { registerOf } from '../../registers/index.ts';
import { printJson, styled, table } from '../line/output.ts';
import type { ImportReport } from '../../services/tables/import.ts';
import type { ImportSource } from '../../services/tables/import-source.ts';
import type { Call } from '../line/command.ts';

/** The counts, as scripts read them. */
export function printReport(call: Call, { added, changed, same, conflict, refused }: ImportReport): void {
  printJson(call, { added, changed, same, conflict, refused });
}

/** The same in words, with what was refused as a table. */
export function reportLines(call: Call, path: string, report: ImportReport): string[] {
  const say = call.say.import;
  const { safe } = call.place.text;
  const { refused, ignored, worked, guessed, cleaned, oddLinks, conflicts, step } = report;
  const lines = [
    say.into({
      register: registerOf(report.register).label.many,
      path: path === '-' ? say.pasted : safe(path),
    }),
    say.summary({ ...report, refused: new Set(refused.map(({ row }) => row)).size }),
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
  if (refused.length > 0) {
    const { row, column, reason } = call.say.columns;
    const columns = [{ heading: row, align: 'right' as const }, { heading: column }, { heading: reason }];
    const rows = refused.map((one) => [String(one.row), one.column ?? '', one.reason]);
    lines.push('', ...table(call, columns, rows), '');
  }
  if (call.options.has('dry-run')) lines.push(say.dry);
  else if (refused.length > 0 && !call.options.has('skip-bad'))
    lines.push(styled(call, 'alarm', say.refused));
  else if (step !== null) lines.push(say.undo(step));
  return lines;
}

/** Sheets of a workbook that were not read, since none was chosen. */
export function unreadLines(call: Call, source: ImportSource): string[] {
  const unread = 'grid' in source ? (source.grid.unread ?? []) : [];
  return unread.length === 0 ? [] : [call.say.import.unread(unread.map(call.place.text.safe))];
}
