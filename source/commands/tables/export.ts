import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { wrongUsage } from '../../errors.ts';
import { exportingCsv, writeWhole } from '../../services/tables/export.ts';
import { everyRegister, exportingJson, exportSchema } from '../../services/tables/json-export.ts';
import { findRegister } from '../../services/reading/lookup.ts';
import { doLong } from '../line/long-work.ts';
import { printJson, printLines } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Definition } from '../../registers/index.ts';
import type { Exported } from '../../services/tables/export.ts';
import type { Project } from '../../services/project/project.ts';
import type { Call, Command } from '../line/command.ts';

const formats = ['json', 'csv', 'xlsx', 'ics'] as const;
type Format = (typeof formats)[number];
const delimiters = { ';': ';', ',': ',', tab: '\t' } as const;

type Writer = (chosen: readonly Definition[]) => Work<Exported | (() => Promise<Exported>)>;

export const exportCommand: Command = {
  usage: `export [REGISTER…] [--format ${formats.join('|')}] [--out FILE] [--delimiter ";"|","|tab] [--tasks] [--force] | export --schema`,
  changes: false,
  options: ['format', 'out', 'delimiter', 'tasks', 'schema', 'force'],
  words: [0, Number.MAX_SAFE_INTEGER],
  run: async (call) => {
    if (call.options.has('schema')) {
      call.place.write(exportSchema(call.language));
      return 0;
    }
    return withProject(call, async (project) => {
      const chosen = call.words.length === 0 ? everyRegister : call.words.map(findRegister);
      const out = call.options.value('out');
      const format = formatOf(call);
      const write = await writerOf(call, project, format);
      const make = async (definitions: readonly Definition[]): Promise<Exported> => {
        const made = await doLong(call, project, write(definitions));
        return typeof made === 'function' ? made() : made;
      };
      if (isFolder(out, format, chosen)) await writeEach(call, chosen, make, out, format);
      else give(call, out, await make(chosen));
      return 0;
    });
  },
};

function formatOf(call: Call): Format {
  const text = call.options.value('format');
  const ending = extname(call.options.value('out') ?? '')
    .slice(1)
    .toLowerCase();
  const asked = text ?? formats.find((one) => one === ending) ?? 'json';
  const format = formats.find((one) => one === asked);
  if (format === undefined)
    throw wrongUsage('wrong-option', { option: 'format', text: asked, forms: formats });
  return format;
}

async function writerOf(call: Call, project: Project, format: Format): Promise<Writer> {
  const { language, options } = call;
  if (format === 'json') return (chosen) => exportingJson(project, chosen, language);
  if (format === 'ics') {
    const { exportingCalendar } = await import('../../services/tables/calendar-export.ts');
    return (chosen) => exportingCalendar(project, chosen, { language, tasks: options.has('tasks') });
  }
  if (format === 'xlsx') {
    const { exportingWorkbook } = await import('../../services/tables/workbook-export.ts');
    return (chosen) => exportingWorkbook(project, chosen, language);
  }
  const delimiter = delimiterOf(call);
  return ([only]) => {
    if (only === undefined) throw new Error('No register to write');
    return exportingCsv(project, only, language, delimiter);
  };
}

/** A folder gets a file for each register: where one is named, and where a table holds one register only. */
function isFolder(out: string | undefined, format: Format, chosen: readonly Definition[]): out is string {
  const single = format === 'csv' && chosen.length > 1;
  if (out === undefined) {
    if (!single && format !== 'xlsx') return false;
    throw wrongUsage('missing-word', {
      usage: `luotsi export [REGISTER…] --format ${format} --out ${single ? 'FOLDER' : 'FILE'}`,
    });
  }
  return single || /[\\/]$/.test(out) || statSync(out, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function writeEach(
  call: Call,
  chosen: readonly Definition[],
  make: (chosen: readonly Definition[]) => Promise<Exported>,
  folder: string,
  format: Format,
): Promise<void> {
  // No file is written before all are made: one that stops it finds none of them.
  const all: [string, Exported][] = [];
  for (const definition of chosen) all.push([definition.name, await make([definition])]);
  for (const [name, exported] of all)
    if (exported.count > 0) give(call, join(folder, `${name}.${format}`), exported);
}

function give(call: Call, out: string | undefined, { content, count }: Exported): void {
  if (out === undefined) {
    call.place.write(String(content));
    return;
  }
  writeWhole(out, content, call.options.has('force'));
  if (call.json) printJson(call, { path: out, count });
  else printLines(call, [call.say.export.done({ count, path: call.place.text.safe(out) })]);
}

/** A Finnish Excel parts cells with semicolons, since the comma is in its numbers. */
function delimiterOf(call: Call): ';' | ',' | '\t' {
  const text = call.options.value('delimiter');
  if (text === undefined) return call.language === 'fi' ? ';' : ',';
  const known = Object.entries(delimiters).find(([name]) => name === text)?.[1];
  if (known === undefined)
    throw wrongUsage('wrong-option', { option: 'delimiter', text, forms: Object.keys(delimiters) });
  return known;
}
