import { wrongUsage } from '../errors.ts';
import { writeWhole } from '../services/export.ts';
import { fieldContext } from '../services/lookup.ts';
import { makeReport } from '../services/report.ts';
import { printJson, printLines } from './output.ts';
import { withProject } from './project.ts';
import type { Command } from './command.ts';

const kinds = ['status'] as const;
const formats = ['md'] as const;

export const report: Command = {
  usage: 'report [status] [--since last|DATE] [--until DATE] [--format md] [--out FILE] [--force]',
  changes: false,
  options: ['since', 'until', 'format', 'out', 'force'],
  words: [0, 1],
  run: async (call) => {
    const { options, language, place } = call;
    const [kind = 'status'] = call.words;
    if (kind !== 'status') throw wrongUsage('wrong-option', { option: 'report', text: kind, forms: kinds });
    const format = options.value('format') ?? 'md';
    if (format !== 'md') throw wrongUsage('wrong-option', { option: 'format', text: format, forms: formats });
    return withProject(call, (project) => {
      const { day } = fieldContext(project, language);
      const since = options.value('since');
      const until = options.value('until');
      const made = makeReport(project, {
        kind,
        format,
        language,
        ...(since === undefined || since === 'last' ? {} : { since: day(since) }),
        ...(until === undefined ? {} : { until: day(until) }),
      });
      const out = options.value('out');
      const { text, ...facts } = made;
      if (out === undefined && call.json) printJson(call, made);
      else if (out === undefined) {
        const lines = place.isTerminal ? place.text.safeLines(text) : [text.replace(/\n$/, '')];
        printLines(call, lines);
      } else {
        writeWhole(out, text, options.has('force'));
        if (call.json) printJson(call, { path: out, ...facts });
        else printLines(call, [call.say.report.done(place.text.safe(out))]);
      }
      return 0;
    });
  },
};
