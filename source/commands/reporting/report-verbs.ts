/** What can be done with reports that are kept. What draws reports is large, so it is loaded only here. */
import { wrongUsage } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { reportFormats } from '../../registers/report.ts';
import { fieldContext, findRecord } from '../../services/reading/lookup.ts';
import { printJson, printLines } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import { valuesGiven } from '../line/values.ts';
import { printRecord } from '../registers/verbs.ts';
import { printWritten } from '../line/written.ts';
import type { ReportFormat } from '../../registers/report.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

/** Hands a report over: what it was is kept in the file. */
const keep: Verb = ({ definition }) => ({
  usage:
    'report keep [KIND] [SESSION] [--period PERIOD | --since last|DATE] [--until DATE] [--recipient TEXT] [--handedOver DATE] [--title TEXT] [--logo FILE|none]',
  changes: true,
  options: ['period', 'since', 'until', 'recipient', 'handedOver', 'title', 'logo'],
  words: [0, 2],
  run: async (call) => {
    const [{ logoFor, optionsOf, withLogo }, { keepReport }] = await Promise.all([
      import('./report.ts'),
      import('../../services/reporting/keeping.ts'),
    ]);
    return withProject(call, async (project) => {
      const { options } = call;
      const logo = await logoFor(call);
      const handedOver = options.value('handedOver');
      const { result, step } = await keepReport(project, {
        ...withLogo(optionsOf(call, project), logo),
        ...given(call, 'recipient'),
        ...given(call, 'title'),
        ...(handedOver === undefined
          ? {}
          : { handedOver: fieldContext(project, call.language).day(handedOver) }),
      });
      printWritten(call, project, definition, [result], step === null ? 'same' : 'changed');
      return 0;
    });
  },
});

const given = (call: Call, name: 'recipient' | 'title'): Readonly<Record<string, string>> => {
  const value = call.options.value(name);
  return value === undefined ? {} : { [name]: value };
};

/** @throws UserError wrong-option */
function formatOf(call: Call): ReportFormat | undefined {
  const text = call.options.value('format');
  if (text === undefined) return undefined;
  const format = reportFormats.find((one) => one === text);
  if (format === undefined)
    throw wrongUsage('wrong-option', { option: 'format', text, forms: reportFormats });
  return format;
}

/** A report as it was handed over; without a format, what is known of it. */
const show: Verb = ({ definition }) => ({
  usage: `report show CODE [--format ${reportFormats.join('|')}] [--out FILE] [--force]`,
  changes: false,
  options: ['format', 'out', 'force'],
  words: [1, 1],
  run: async (call) => {
    const asked = formatOf(call);
    const out = call.options.value('out');
    const { readKept } = await import('../../services/reporting/keeping.ts');
    return withProject(call, async (project) => {
      const { id } = findRecord(project, [definition.name], call.words[0] ?? '');
      if (asked === undefined && out === undefined) {
        printRecord(call, project, definition, id);
        return 0;
      }
      const format = asked ?? formatOfName(out ?? '');
      const bytes = readKept(project, id, format);
      if (out !== undefined) {
        const { writeWhole } = await import('../../services/tables/export.ts');
        writeWhole(out, bytes, call.options.has('force'));
        if (call.json) printJson(call, { path: out, format });
        else printLines(call, [call.say.report.done(call.place.text.safe(out))]);
        return 0;
      }
      // A Word document is no text for a terminal or a script to read.
      if (format === 'docx') throw wrongUsage('option-value', { option: 'out' });
      const text = bytes.toString('utf8');
      if (call.place.isTerminal) printLines(call, call.place.text.safeLines(text));
      else call.place.write(text);
      return 0;
    });
  },
});

/** What the file is called says its format; Markdown where it does not. */
const formatOfName = (name: string): ReportFormat =>
  reportFormats.find((format) => name.toLowerCase().endsWith(`.${format}`)) ?? 'md';

/** Texts of the coming status report. */
const writeTexts: Verb = ({ definition }) => ({
  usage:
    'report write --headline|--summary|--next|--asked TEXT… [--overall green|amber|red --overallReason TEXT] [--parts A,B]',
  changes: true,
  options: 'fields',
  words: [0, 0],
  run: async (call) => {
    const { writeInDraft } = await import('../../services/reporting/report-writing.ts');
    return withProject(call, (project) => {
      const values = valuesGiven(call, project, definition);
      if (Object.keys(values).length === 0) throw wrongUsage('nothing-given', { register: 'report' });
      const { result, step } = writeInDraft(project, values);
      printWritten(call, project, definition, [result], step === null ? 'same' : 'changed');
      return 0;
    });
  },
});

const places = ['done', 'next', 'asked'] as const;

/** Records put on the coming status report. */
const mention: Verb = () => ({
  usage: `report mention CODE… [--text LINE] [--place ${places.join('|')}]`,
  changes: true,
  options: ['text', 'place'],
  words: [1, Number.MAX_SAFE_INTEGER],
  run: async (call) => {
    const asked = call.options.value('place');
    const place = places.find((one) => one === asked);
    if (asked !== undefined && place === undefined)
      throw wrongUsage('wrong-option', { option: 'place', text: asked, forms: places });
    const { mentionRecords } = await import('../../services/reporting/report-writing.ts');
    return withProject(call, (project) => {
      const ids = call.words.map((word) => findRecord(project, [], word).id);
      const text = call.options.value('text');
      const { result } = mentionRecords(project, ids, {
        ...(text === undefined ? {} : { text }),
        ...(place === undefined ? {} : { place }),
      });
      printWritten(call, project, registerOf('reportLine'), result, 'added');
      return 0;
    });
  },
});

export const reportVerbs: Readonly<Record<string, Verb>> = { show, keep, write: writeTexts, mention };
