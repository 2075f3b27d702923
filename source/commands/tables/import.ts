import { resolve } from 'node:path';
import { openBytes, openInput } from '../../services/reading/read-file.ts';
import { readSource } from '../../services/tables/import-source.ts';
import { fileHolds } from '../../services/tables/import-kind.ts';
import { readAnswers } from '../../services/tables/import-names.ts';
import { readOwnWorkbook } from '../../services/tables/import-sheets.ts';
import { importing, importingSheets } from '../../services/tables/import.ts';
import { fieldContext, findRegister } from '../../services/reading/lookup.ts';
import { printReport, printSheets, reportLines, sheetLines, unreadIn, unreadLines } from './import-report.ts';
import { doLong } from '../line/long-work.ts';
import { printLines } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { ImportOptions } from '../../services/tables/import-plan.ts';
import type { OwnWorkbook } from '../../services/tables/import-sheets.ts';
import type { Project } from '../../services/project/project.ts';
import type { Call, Command } from '../line/command.ts';

export const importCommand: Command = {
  usage:
    'import FILE|- [--as REGISTER] [--map "Column=field"]… [--set "field=value"]… [--name "Text=CODE|new"]… [--dry-run] [--skip-bad] [--create-missing] [--dated DAY] [--sheet NAME] [--group CODE]',
  changes: true,
  options: ['as', 'map', 'set', 'name', 'dry-run', 'skip-bad', 'create-missing', 'dated', 'sheet', 'group'],
  words: [1, 1],
  run: async (call) => {
    const [path = ''] = call.words;
    const file = path === '-' ? openInput() : openBytes(resolve(path));
    const holds = fileHolds(path, file);
    if (holds === 'project') {
      const { importJson } = await import('./import-json.ts');
      return importJson(call, path, file.read(0, file.size));
    }
    if (holds === 'calendar') {
      const { importIcs } = await import('./import-calendar.ts');
      return importIcs(call, path, file.read(0, file.size));
    }
    return importTables(call, file, path);
  },
};

async function importTables(call: Call, file: ReturnType<typeof openBytes>, path: string): Promise<number> {
  const { options } = call;
  const sheet = options.value('sheet');
  const own = sheet === undefined ? await readOwnWorkbook(file, path) : null;
  const as = options.value('as');
  const register = as === undefined ? null : findRegister(as);
  const isTold = [...options.all('map'), ...options.all('set')].length > 0;
  if (own !== null && register === null && !isTold && own.sheets.length > 1)
    return importWhole(call, own, path);
  // Of a workbook of Luotsi's the sheet of that register is meant, wherever it stands.
  const meant = own?.sheets.find(({ definition }) => register === null || definition === register);
  const source = meant?.source ?? (await readSource(file, path, sheet));
  const unread =
    own === null || meant === undefined
      ? unreadIn(source)
      : [...own.sheets.map((one) => one.sheet), ...own.unread].filter((name) => name !== meant.sheet);
  return withProject(call, async (project) => {
    const asked = optionsOf(call, project);
    const name = as ?? meant?.definition.name;
    const work = importing(project, source, { ...asked, ...(name === undefined ? {} : { register: name }) });
    const report = await doLong(call, project, work);
    if (call.json) printReport(call, report, unread);
    else printLines(call, [...reportLines(call, path, report), ...unreadLines(call, unread)]);
    return report.refused.length > 0 && !options.has('skip-bad') ? 1 : 0;
  });
}

/** All sheets of a workbook that Luotsi wrote, as one step. */
async function importWhole(call: Call, { sheets, unread }: OwnWorkbook, path: string): Promise<number> {
  return withProject(call, async (project) => {
    const reports = await doLong(call, project, importingSheets(project, sheets, optionsOf(call, project)));
    if (call.json) printSheets(call, reports, unread);
    else printLines(call, [...sheetLines(call, path, reports), ...unreadLines(call, unread)]);
    const isBad = reports.some(({ refused }) => refused.length > 0);
    return isBad && !call.options.has('skip-bad') ? 1 : 0;
  });
}

function optionsOf({ options, language }: Call, project: Project): Omit<ImportOptions, 'register'> {
  const dated = options.value('dated');
  return {
    ...(dated === undefined ? {} : { day: fieldContext(project, language).day(dated) }),
    maps: options.all('map'),
    fixed: options.all('set'),
    answers: readAnswers(project, options.all('name')),
    dryRun: options.has('dry-run'),
    skipBad: options.has('skip-bad'),
    createMissing: options.has('create-missing'),
    language,
  };
}
