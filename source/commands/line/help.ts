import { everySummary, isRegister } from '../../registers/index.ts';
import { findField } from '../../services/reading/field-names.ts';
import { namesOf } from '../../services/reading/lookup.ts';
import { commandCalled, commands } from './dispatch.ts';
import { pairs, printLines, styled } from './output.ts';
import { verbsOf, viewOf } from '../registers/registers.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Definition } from '../../registers/index.ts';
import type { Call, Command } from './command.ts';
import type { View } from '../registers/registers.ts';

/** Help on everything, on a command, or on a register: made of the declarations. */
export async function showHelp(call: Call): Promise<number> {
  const [said] = call.words;
  const first = said === undefined ? said : commandCalled(said);
  if (first === undefined) call.place.write(await laidOut(call, await generalHelp(call)));
  else if (Object.hasOwn(commands, first)) {
    printLines(call, await commandHelp(call, first));
    // A command that is called as a register is has the register's verbs beside it.
    if (isRegister(first)) printLines(call, ['', ...registerHelp(call, viewOf(first, []))]);
  } else printLines(call, registerHelp(call, viewOf(first, Object.keys(commands))));
  return 0;
}

/** meow puts name and description above; it costs as much as starting Node, so it is loaded here and nowhere else. */
async function laidOut(call: Call, lines: readonly string[]): Promise<string> {
  const { default: meow } = await import('meow');
  const { version, description } = call.place;
  const { help } = meow({
    importMeta: import.meta,
    pkg: { name: 'luotsi', version },
    description: `luotsi ${version}: ${description}`,
    help: lines.join('\n'),
    helpIndent: 0,
    argv: [],
    autoHelp: false,
    autoVersion: false,
  });
  return `${help.trim()}\n`;
}

async function generalHelp(call: Call): Promise<string[]> {
  const { help } = call.say;
  const usages = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { usage } = await load();
      // Options and long choices wait for the command's own help.
      const short = usage.replace(/ \[--.*$/, '').replace(/ \[[^\]]*\|.*$/, ' …');
      return [`  luotsi ${short}`, help.summaries[name] ?? ''] as const;
    }),
  );
  const sections: [string, string[]][] = [
    [help.commands, pairs(call, [['  luotsi', help.start], ...usages])],
    [help.registers, registersHelp(call, true)],
    [help.parts, registersHelp(call, false)],
    [
      `luotsi REGISTER …`,
      pairs(
        call,
        Object.entries(help.verbs).map(([verb, words]) => [`  ${verb}`, words]),
      ),
    ],
    [help.options, pairs(call, globalHelp(call))],
  ];
  const body = sections.flatMap(([heading, lines]) => ['', styled(call, 'bold', heading), ...lines]);
  return [...body.slice(1), '', help.more, help.filter, help.days];
}

/** Registers with codes of their own, or what belongs to their records. */
function registersHelp(call: Call, isCoded: boolean): string[] {
  const listed = everySummary.filter((one) => one.isCoded === isCoded);
  return pairs(
    call,
    listed.map((one) => [`  ${one.name}`, one.label.many[call.language]]),
  );
}

function globalHelp(call: Call): [string, string][] {
  const values: Record<string, string> = { file: ' PATH', 'as-of': ' DATE', language: ' fi|en' };
  return Object.entries(call.say.help.globals).map(([name, words]) => [
    `  --${name}${values[name] ?? ''}`,
    words,
  ]);
}

async function commandHelp(call: Call, name: string): Promise<string[]> {
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;
  const { help } = call.say;
  return [
    `${help.usage}: luotsi ${command?.usage ?? name}`,
    help.summaries[name] ?? '',
    ...ownOptions(call, command),
    '',
    styled(call, 'bold', help.options),
    ...pairs(call, globalHelp(call)),
  ];
}

function ownOptions(call: Call, command: Command | undefined): string[] {
  const names = command === undefined || command.options === 'fields' ? [] : command.options;
  const entries = names.map((name) => [`  --${name}`, call.say.help.own[name] ?? ''] as const);
  return entries.length === 0 ? [] : ['', ...pairs(call, entries)];
}

function registerHelp(call: Call, view: View): string[] {
  const { definition } = view;
  const { help } = call.say;
  const also = [...new Set(namesOf(definition))].filter((name) => name !== definition.name);
  const usages = Object.values(verbsOf(view)).map((verb) => `  luotsi ${verb(view).usage}`);
  const own = Object.entries(definition.fields).map(([name, field]) => fieldHelp(call, name, field));
  const derived = Object.entries(definition.derived ?? {});
  const settable = derived.filter(([name]) => findField(definition, name).settable);
  const worked = derived.filter(([name]) => !findField(definition, name).settable);
  return [
    styled(call, 'bold', `${definition.name}: ${definition.label.many[call.language]}`),
    `${help.also}: ${also.join(', ')}`,
    '',
    styled(call, 'bold', help.commands),
    ...usages,
    '',
    styled(call, 'bold', help.fields),
    ...pairs(call, [...own, ...settable.map(([name, { field }]) => fieldHelp(call, name, field))]),
    ...workedOut(
      call,
      definition,
      worked.map(([name]) => name),
    ),
    '',
    help.filter,
    help.days,
  ];
}

function workedOut(call: Call, definition: Definition, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const entries = names.map(
    (name) => [`  ${name}`, findField(definition, name).field.label[call.language]] as const,
  );
  return ['', styled(call, 'bold', call.say.help.derived), ...pairs(call, entries)];
}

function fieldHelp(call: Call, name: string, field: AnyField): [string, string] {
  const { help } = call.say;
  const words = Object.entries(field.choices ?? {}).map(([word, label]) => {
    const said = label[call.language];
    return said === word ? word : `${word} (${said})`;
  });
  const kind = words.length > 0 ? `${help.kinds[field.kind]}: ${words.join(', ')}` : help.kinds[field.kind];
  const to = field.to !== undefined && field.to.length > 0 ? ` (${field.to.join(', ')})` : '';
  const parts = [field.label[call.language], kind + to];
  if (field.required === true) parts.push(help.required);
  if (field.help !== undefined) parts.push(field.help[call.language]);
  return [`  --${name}`, parts.join('  ·  ')];
}
