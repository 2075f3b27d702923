import { registers } from '../registers/index.ts';
import { findField } from '../services/field-names.ts';
import { namesOf } from '../services/lookup.ts';
import { commands } from './dispatch.ts';
import { pairs, printLines, styled } from './output.ts';
import { verbsOf, viewOf } from './registers.ts';
import type { AnyField } from '../fields/index.ts';
import type { Definition } from '../registers/index.ts';
import type { Call } from './command.ts';
import type { View } from './registers.ts';

/** Help on everything, on a command, or on a register: made of the declarations. */
export async function showHelp(call: Call): Promise<number> {
  const [first] = call.words;
  if (first === undefined) printLines(call, await generalHelp(call));
  else if (Object.hasOwn(commands, first)) printLines(call, await commandHelp(call, first));
  else printLines(call, registerHelp(call, viewOf(first, Object.keys(commands))));
  return 0;
}

async function generalHelp(call: Call): Promise<string[]> {
  const { help } = call.say;
  const usages = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { usage } = await load();
      return [`  luotsi ${usage}`, help.summaries[name] ?? ''] as const;
    }),
  );
  const sections: [string, string[]][] = [
    [help.commands, pairs(call, [['  luotsi', help.start], ...usages])],
    [
      help.registers,
      pairs(
        call,
        registers
          .filter((one) => one.code !== undefined)
          .map((one) => [`  luotsi ${one.name} …`, one.label.many[call.language]]),
      ),
    ],
    [help.options, pairs(call, globalHelp(call))],
  ];
  const body = sections.flatMap(([heading, lines]) => ['', styled(call, 'bold', heading), ...lines]);
  return [`luotsi ${call.place.version}`, ...body, '', help.more, help.filter, help.days];
}

function globalHelp(call: Call): [string, string][] {
  const values: Record<string, string> = { file: ' PATH', 'as-of': ' DATE', language: ' fi|en' };
  return Object.entries(call.say.help.globals).map(([name, words]) => [
    `  --${name}${values[name] ?? ''}`,
    words,
  ]);
}

async function commandHelp(call: Call, name: string): Promise<string[]> {
  const command = await commands[name]?.();
  const { help } = call.say;
  return [
    `${help.usage}: luotsi ${command?.usage ?? name}`,
    help.summaries[name] ?? '',
    '',
    styled(call, 'bold', help.options),
    ...pairs(call, globalHelp(call)),
  ];
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
    styled(call, 'bold', help.verbs),
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
