import { resolve } from 'node:path';
import { openBytes, openInput } from '../../services/reading/read-file.ts';
import { readSource } from '../../services/tables/import-source.ts';
import { fileHolds } from '../../services/tables/import-kind.ts';
import { readAnswers } from '../../services/tables/import-names.ts';
import { importing } from '../../services/tables/import.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { printReport, reportLines, unreadLines } from './import-report.ts';
import { doLong } from '../line/long-work.ts';
import { printLines } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { Command } from '../line/command.ts';

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
    const { options, language } = call;
    const source = await readSource(file, path, options.value('sheet'));
    return withProject(call, async (project) => {
      const register = options.value('as');
      const dated = options.value('dated');
      const work = importing(project, source, {
        ...(register === undefined ? {} : { register }),
        ...(dated === undefined ? {} : { day: fieldContext(project, language).day(dated) }),
        maps: options.all('map'),
        fixed: options.all('set'),
        answers: readAnswers(project, options.all('name')),
        dryRun: options.has('dry-run'),
        skipBad: options.has('skip-bad'),
        createMissing: options.has('create-missing'),
        language,
      });
      const report = await doLong(call, project, work);
      if (call.json) printReport(call, report);
      else printLines(call, [...reportLines(call, path, report), ...unreadLines(call, source)]);
      return report.refused.length > 0 && !options.has('skip-bad') ? 1 : 0;
    });
  },
};
