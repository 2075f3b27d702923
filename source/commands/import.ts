import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { registerOf } from '../registers/index.ts';
import { readSource } from '../services/import-source.ts';
import { importTable } from '../services/import.ts';
import { fieldContext } from '../services/lookup.ts';
import { printJson, printLines, styled, table } from './output.ts';
import { withProject } from './project.ts';
import type { ImportReport } from '../services/import.ts';
import type { Call, Command } from './command.ts';

export const importCommand: Command = {
  usage:
    'import FILE [--as REGISTER] [--map "Column=field"]… [--dry-run] [--skip-bad] [--create-missing] [--dated DAY] [--sheet NAME]',
  changes: true,
  options: ['as', 'map', 'dry-run', 'skip-bad', 'create-missing', 'dated', 'sheet'],
  words: [1, 1],
  run: async (call) => {
    const [path = ''] = call.words;
    const bytes = bytesOf(path);
    if (isJson(path, bytes)) {
      const { importJson } = await import('./import-json.ts');
      return importJson(call, path, bytes);
    }
    const { options, language } = call;
    const source = await readSource(bytes, path, options.value('sheet'));
    return withProject(call, (project) => {
      const register = options.value('as');
      const dated = options.value('dated');
      const report = importTable(project, source, {
        ...(register === undefined ? {} : { register }),
        ...(dated === undefined ? {} : { day: fieldContext(project, language).day(dated) }),
        maps: options.all('map'),
        dryRun: options.has('dry-run'),
        skipBad: options.has('skip-bad'),
        createMissing: options.has('create-missing'),
        language,
      });
      if (call.json) printReport(call, report);
      else printLines(call, reportLines(call, path, report));
      return report.refused.length > 0 && !options.has('skip-bad') ? 1 : 0;
    });
  },
};

/** An exported project: by its name, or by how it begins whatever its name is. */
const isJson = (path: string, bytes: Uint8Array): boolean =>
  /\.json$/i.test(path) || /^\uFEFF?\s*\{/.test(Buffer.from(bytes.subarray(0, 64)).toString('utf8'));

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(resolve(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UserError('unreadable-file', { path, detail: code });
  }
}

function printReport(call: Call, { added, changed, same, conflict, refused }: ImportReport): void {
  printJson(call, { added, changed, same, conflict, refused });
}

function reportLines(call: Call, path: string, report: ImportReport): string[] {
  const say = call.say.import;
  const { safe } = call.place.text;
  const { refused, ignored, worked, conflicts, step } = report;
  const lines = [
    say.into({ register: registerOf(report.register).label.many, path: safe(path) }),
    say.summary({ ...report, refused: new Set(refused.map(({ row }) => row)).size }),
  ];
  if (ignored.length > 0) lines.push(say.ignored(ignored.map(safe)));
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
