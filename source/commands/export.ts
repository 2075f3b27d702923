import { extname, join } from 'node:path';
import { wrongUsage } from '../errors.ts';
import { everyRegister, exportCsv, exportJson, writeWhole } from '../services/export.ts';
import { findRegister } from '../services/lookup.ts';
import { printJson, printLines } from './output.ts';
import { withProject } from './project.ts';
import type { Definition } from '../registers/index.ts';
import type { Exported } from '../services/export.ts';
import type { Project } from '../services/project.ts';
import type { Call, Command } from './command.ts';

const formats = ['json', 'csv'] as const;
type Format = (typeof formats)[number];
const delimiters = { ';': ';', ',': ',', tab: '\t' } as const;

export const exportCommand: Command = {
  usage: 'export [REGISTER…] [--format json|csv] [--out FILE] [--delimiter ";"|","|tab] [--force]',
  changes: false,
  options: ['format', 'out', 'delimiter', 'force'],
  words: [0, Number.MAX_SAFE_INTEGER],
  run: async (call) =>
    withProject(call, (project) => {
      const chosen = call.words.length === 0 ? everyRegister : call.words.map(findRegister);
      const out = call.options.value('out');
      if (formatOf(call) === 'json') {
        give(call, out, exportJson(project, chosen, call.language));
        return 0;
      }
      writeTables(call, project, chosen, out);
      return 0;
    }),
};

function formatOf(call: Call): Format {
  const text = call.options.value('format');
  const asked = text ?? (/^\.csv$/i.test(extname(call.options.value('out') ?? '')) ? 'csv' : 'json');
  const format = formats.find((one) => one === asked);
  if (format === undefined)
    throw wrongUsage('wrong-option', { option: 'format', text: asked, forms: formats });
  return format;
}

/** One table to a file or to standard output; several to a folder, each by its register's name. */
function writeTables(
  call: Call,
  project: Project,
  chosen: readonly Definition[],
  out: string | undefined,
): void {
  const table = (definition: Definition): Exported =>
    exportCsv(project, definition, call.language, delimiterOf(call));
  const [only] = chosen;
  if (only !== undefined && chosen.length === 1) {
    give(call, out, table(only));
    return;
  }
  if (out === undefined)
    throw wrongUsage('missing-word', { usage: 'luotsi export REGISTER… --format csv --out FOLDER' });
  for (const definition of chosen) {
    const exported = table(definition);
    if (exported.count > 0) give(call, join(out, `${definition.name}.csv`), exported);
  }
}

function give(call: Call, out: string | undefined, { text, count }: Exported): void {
  if (out === undefined) {
    call.place.write(text);
    return;
  }
  writeWhole(out, text, call.options.has('force'));
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
