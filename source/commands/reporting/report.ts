import { wrongUsage } from '../../errors.ts';
import { writeWhole } from '../../services/tables/export.ts';
import { fieldContext, findRecord } from '../../services/reading/lookup.ts';
import { makeDocx, makeReport, reportKinds, textFormats } from '../../services/reporting/report.ts';
import { periodCalled } from '../../services/reporting/report-period.ts';
import { printJson, printLines } from '../line/output.ts';
import { logoPath } from '../../settings/logo.ts';
import { withProject } from '../project/project.ts';
import type { Project } from '../../services/project/project.ts';
import type { ReportKind, ReportOptions } from '../../services/reporting/report.ts';
import type { Logo } from '../../services/reporting/logo.ts';
import type { Call, Command } from '../line/command.ts';
import type { PlaceInfo } from '../../services/reporting/template.ts';

type Asked = Omit<ReportOptions, 'format'>;

const formats = [...textFormats, 'csv', 'docx'] as const;
const usage = `report [${reportKinds.join('|')}] [SESSION|PERSON] [--period PERIOD | --since last|DATE] [--until DATE] [--format ${formats.join('|')}] [--out FILE] [--force] [--logo FILE|none] [--template FILE.docx | --template-places]`;

export const report: Command = {
  usage,
  changes: false,
  options: ['period', 'since', 'until', 'format', 'out', 'force', 'template', 'template-places', 'logo'],
  words: [0, 2],
  run: async (call) =>
    withProject(call, async (project) => {
      const { options, place } = call;
      const out = options.value('out');
      const asked = optionsOf(call, project);
      // A handover is a folder of files; without one it is the page alone.
      if (asked.kind === 'handover' && out !== undefined && !options.has('format'))
        return handedOver(call, project, out, await logoFor(call));
      if (options.has('template-places')) return listPlaces(call, asked.kind);
      const template = options.value('template');
      if (template !== undefined) return filled(call, project, asked, template);
      const format = oneOf('format', options.value('format') ?? 'md', formats);
      if (format === 'docx') {
        // A Word document is no text for a terminal or a script to read.
        if (out === undefined) throw wrongUsage('option-value', { option: 'out' });
        const { bytes, ...facts } = await makeDocx(project, withLogo(asked, await logoFor(call)));
        return written(call, out, bytes, facts);
      }
      const logo = format === 'html' ? await logoFor(call) : null;
      const made = makeReport(project, { ...withLogo(asked, logo), format });
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

/** The picture that was named, or the one of the settings. @throws UserError no-logo, logo-refused */
export async function logoFor({ options, place }: Call): Promise<Logo | null> {
  const given = options.value('logo');
  if (given === 'none') return null;
  const path = given ?? logoPath(place.environment);
  if (path === null) return null;
  const { readLogo } = await import('../../services/reporting/logo.ts');
  return readLogo(path);
}

export const withLogo = <Options extends Asked>(asked: Options, logo: Logo | null): Options =>
  logo === null ? asked : { ...asked, logo };

async function handedOver(call: Call, project: Project, folder: string, logo: Logo | null): Promise<number> {
  const { writeHandover } = await import('../../services/reporting/handover-folder.ts');
  const made = await writeHandover(project, folder, call.language, logo);
  if (call.json) printJson(call, made);
  else
    printLines(call, [
      call.say.report.handedOver({ path: call.place.text.safe(made.path), count: made.files.length }),
    ]);
  return 0;
}

/** The organisation's own template, filled. */
async function filled(call: Call, project: Project, asked: Asked, template: string): Promise<number> {
  const { options } = call;
  const out = options.value('out');
  if (out === undefined) throw wrongUsage('option-value', { option: 'out' });
  oneOf('format', options.value('format') ?? 'docx', ['docx']);
  const { fillReport } = await import('../../services/reporting/template.ts');
  const { bytes, ...facts } = await fillReport(project, withLogo(asked, await logoFor(call)), template);
  return written(call, out, bytes, facts);
}

async function listPlaces(call: Call, kind: ReportKind): Promise<number> {
  const { templatePlaces } = await import('../../services/reporting/template.ts');
  const places = templatePlaces(kind);
  if (call.json) printJson(call, places);
  else {
    const say = call.say.report.template;
    printLines(call, [say.places({ kind }), '', ...placeLines(call, places, ''), '', say.use]);
  }
  return 0;
}

function placeLines(call: Call, places: readonly PlaceInfo[], indent: string): string[] {
  const { language, say } = call;
  return places.flatMap(({ name, label, within }) => {
    const said = `${indent}{${within === undefined ? '' : '#'}${name}}  ${label[language]}`;
    if (within === undefined) return [said];
    return [`${said}; ${say.report.template.loop}`, ...placeLines(call, within, `${indent}    `)];
  });
}

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

/** Reports that are of one record, and its register. */
const ofOne: Readonly<Partial<Record<ReportKind, 'session' | 'person'>>> = {
  minutes: 'session',
  invitation: 'session',
  person: 'person',
};

/** What each report is called in Finnish. */
const finnish: Readonly<Record<string, ReportKind>> = {
  tilanne: 'status',
  tilannekatsaus: 'status',
  viikko: 'week',
  viikkokooste: 'week',
  rahoittaja: 'funder',
  muistio: 'minutes',
  pöytäkirja: 'minutes',
  kutsu: 'invitation',
  riskit: 'risks',
  viestintä: 'communication',
  kokouskutsu: 'invitation',
  riskirekisteri: 'risks',
  viestintäsuunnitelma: 'communication',
  vertaistukijat: 'champions',
  digitsempparit: 'champions',
  luovutus: 'handover',
  henkilö: 'person',
};

/** @throws UserError unknown-report, which tells what can be made */
function kindCalled(word: string): ReportKind {
  const plain = word.normalize('NFC').toLowerCase();
  const kind = reportKinds.find((one) => one === plain) ?? finnish[plain];
  if (kind === undefined) throw wrongUsage('unknown-report', { word, kinds: reportKinds });
  return kind;
}

/** What the words and options of a report ask for. @throws UserError wrong-option, missing-word, extra-word */
export function optionsOf(
  { options, words, language }: Call,
  project: Project,
): Omit<ReportOptions, 'format'> {
  const kind = kindCalled(words[0] ?? 'status');
  const of = ofOne[kind] ?? null;
  if (of !== null && words[1] === undefined) throw wrongUsage('report-of', { kind, of });
  if (of === null && words[1] !== undefined) throw wrongUsage('extra-word', { word: words[1], usage });
  const { day } = fieldContext(project, language);
  const since = options.value('since');
  const until = options.value('until');
  const word = options.value('period');
  if (word !== undefined && (since ?? until) !== undefined)
    throw wrongUsage('extra-word', { word: `--${since === undefined ? 'until' : 'since'}`, usage });
  const period = word === undefined ? null : periodCalled(project, word);
  return {
    kind,
    language,
    ...(of === null ? {} : { [of]: findRecord(project, [of], words[1] ?? '').id }),
    ...(since === undefined ? {} : { since: since === 'last' ? since : day(since) }),
    ...(until === undefined ? {} : { until: day(until) }),
    ...(period === null ? {} : { since: period.from, until: period.to }),
  };
}
