import { importingCalendar } from '../../services/tables/calendar-import.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { doLong } from '../line/long-work.ts';
import { printReport, reportLines } from './import-report.ts';
import { printLines } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { Call } from '../line/command.ts';

/** Brings in the meetings of a calendar as sessions of a group. */
export async function importIcs(call: Call, path: string, bytes: Uint8Array): Promise<number> {
  const { options, language } = call;
  const named = options.value('group');
  return withProject(call, async (project) => {
    const work = importingCalendar(project, bytes, path, {
      group: named === undefined ? null : fieldContext(project, language).find(['group'], named),
      dryRun: options.has('dry-run'),
      skipBad: options.has('skip-bad'),
      language,
    });
    const report = await doLong(call, project, work);
    if (call.json) printReport(call, report);
    else {
      const { allDay } = report;
      const days = allDay.length === 0 ? [] : [call.say.import.allDay(allDay.map(call.place.text.safe))];
      printLines(call, [...reportLines(call, path, report), ...days]);
    }
    return report.refused.length > 0 && !options.has('skip-bad') ? 1 : 0;
  });
}
