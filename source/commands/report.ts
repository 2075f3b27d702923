import { wrongUsage } from '../errors.ts';
import { writeWhole } from '../services/tables/export.ts';
import { fieldContext, findRecord } from '../services/reading/lookup.ts';
import { makeDocx, makeReport, reportKinds, textFormats } from '../services/reporting/report.ts';
import { printJson, printLines } from './output.ts';
import { withProject } from './project.ts';
import type { Project } from '../services/project/project.ts';
import type { ReportOptions } from '../services/reporting/report.ts';
import type { Call, Command } from './command.ts';

const formats = [...textFormats, 'csv', 'docx'] as const;
const usage = `report [${reportKinds.join('|')}] [SESSION] [--since last|DATE] [--until DATE] [--format ${formats.join('|')}] [--out FILE] [--force]`;

export const report: Command = {
  usage,
  changes: false,
  options: ['since', 'until', 'format', 'out', 'force'],
  words: [0, 2],
  run: async (call) =>
    withProject(call, async (project) => {
      const { options, place } = call;
      const out = options.value('out');
      const asked = optionsOf(call, project);
      const format = oneOf('format', options.value('format') ?? 'md', formats);
      if (format === 'docx') {
        // A Word document is no text for a terminal or a script to read.
        if (out === undefined) throw wrongUsage('option-value', { option: 'out' });
        const { bytes, ...facts } = await makeDocx(project, asked);
        return written(call, out, bytes, facts);
      }
      const made = makeReport(project, { ...asked, format });
      const { text, ...facts } = made;
      if (out === undefined && call.json) printJson(call, made);
      else if (out !== undefined) return written(call, out, text, facts);
      else {
        const lines = place.isTerminal ? place.text.safeLines(text) : [text.replace(/\n$/, '')];
        printLines(call, lines);
      }
      return 0;
    }),
};

function written(call: Call, path: string, content: string | Uint8Array, facts: object): number {
  writeWhole(path, content, call.options.has('force'));
  if (call.json) printJson(call, { path, ...facts });
  else printLines(call, [call.say.report.done(call.place.text.safe(path))]);
  return 0;
}

/** One of the forms, as it was given. @throws UserError wrong-option */
function oneOf<Form extends string>(option: string, text: string, forms: readonly Form[]): Form {
  const found = forms.find((form) => form === text);
  if (found === undefined) throw wrongUsage('wrong-option', { option, text, forms });
  return found;
}

/** What the words and options of a report ask for. @throws UserError wrong-option, missing-word, extra-word */
export function optionsOf(
  { options, words, language }: Call,
  project: Project,
): Omit<ReportOptions, 'format'> {
  const kind = oneOf('report', words[0] ?? 'status', reportKinds);
  // Only minutes and invitations are of one record.
  const isOfOne = kind === 'minutes' || kind === 'invitation';
  if (isOfOne && words[1] === undefined) throw wrongUsage('missing-word', { usage });
  if (!isOfOne && words[1] !== undefined) throw wrongUsage('extra-word', { word: words[1], usage });
  const { day } = fieldContext(project, language);
  const since = options.value('since');
  const until = options.value('until');
  return {
    kind,
    language,
    ...(words[1] === undefined ? {} : { session: findRecord(project, ['session'], words[1]).id }),
    ...(since === undefined ? {} : { since: since === 'last' ? since : day(since) }),
    ...(until === undefined ? {} : { until: day(until) }),
  };
}
