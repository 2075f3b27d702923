import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../../services/safety/copies.ts';
import { createInterface, type Interface } from 'node:readline/promises';
import { UserError, isUserError } from '../../errors.ts';
import { derivedField } from '../../registers/field-errors.ts';
import { registerOf } from '../../registers/index.ts';
import { findField } from '../../services/reading/field-names.ts';
import { jsonOf } from '../../services/reading/outward.ts';
import { closeProject, createProject } from '../../services/project/project-file.ts';
import { blankContext } from '../../services/project/clock-words.ts';
import { listOf } from '../../services/reading/listing.ts';
import { remember, tellPlace } from '../line/problems.ts';
import { printJson, printLines } from '../line/output.ts';
import { defaultPath } from './project.ts';
import { sentenceOf } from '../../services/reading/sentence.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Label } from '../../language/language.ts';
import type { Call, Command } from '../line/command.ts';

const register = 'project';
const asked = ['title', 'start', 'end', 'organisation', 'funder'];

/** Makes a project file; asks for what is missing only where somebody can answer. */
export const init: Command = {
  usage: 'init [--title … --start … --end … --organisation … --funder …]',
  changes: true,
  options: 'fields',
  words: [0, 0],
  run: async (call) => {
    const path = call.file === undefined ? defaultPath(call) : resolve(call.file);
    if (existsSync(path)) throw new UserError('file-exists', { path });
    const values = await valuesFor(call);
    makeFolder(dirname(path));
    const project = createProject(path, values, call.place.environment);
    try {
      const definition = registerOf(register);
      const [record] = listOf(project, definition, {}, call.language);
      if (call.json && record !== undefined)
        printJson(call, { path, ...jsonOf(project, definition, record) });
      else {
        const { safe } = call.place.text;
        const { made, next } = call.say.init;
        printLines(call, [made({ title: safe(record?.heading ?? ''), path: safe(path) }), next]);
      }
    } finally {
      closeProject(project);
    }
    await tellPlace(call, path);
    await remember(call, path);
    return 0;
  },
};

async function valuesFor(call: Call): Promise<Record<string, unknown>> {
  const definition = registerOf(register);
  const context = blankContext(call.language);
  const values: Record<string, unknown> = { language: call.language };
  for (const option of call.options.names) {
    const { name, field, settable } = findField(definition, option);
    if (!settable) throw derivedField(definition, name);
    values[name] = field.read(call.options.value(option) ?? '', context);
  }
  if (values['title'] !== undefined || !call.place.isTerminal || call.json) return values;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (const name of asked.filter((one) => values[one] === undefined)) {
      const { field } = findField(definition, name);
      values[name] = await answerTo(call, lines, field, (text) => {
        const value = field.read(text, context);
        refuseTurned({ ...values, [name]: value });
        return value;
      });
    }
  } finally {
    lines.close();
  }
  return values;
}

/** Asked again until it can be taken: one slip does not cost the other answers. */
async function answerTo(
  call: Call,
  lines: Interface,
  field: AnyField,
  read: (text: string) => unknown,
): Promise<unknown> {
  const label = field.label[call.language];
  for (;;) {
    const answer = await lines.question(call.say.init.ask(label));
    try {
      if (answer.trim() === '' && field.required === true)
        throw new UserError('empty-field', { field: field.label });
      return read(answer);
    } catch (error) {
      if (!isUserError(error)) throw error;
      const { message, hint } = sentenceOf(error, call.language);
      printLines(call, [`${message} ${hint}`.trim()]);
    }
  }
}

/** A project that would end before it starts is told of while it can be answered anew. */
function refuseTurned({ start, end }: Readonly<Record<string, unknown>>): void {
  if (typeof start !== 'string' || typeof end !== 'string' || start <= end) return;
  const { fields } = registerOf(register);
  const label = (name: string): Label => fields[name]?.label ?? { fi: name, en: name };
  throw new UserError('turned-days', { from: label('start'), to: label('end'), starts: start, ends: end });
}
