import { registers } from '../registers/index.ts';
import { find } from './find.ts';
import { findVerb, isVerbOf } from './registers.ts';
import { start } from './start.ts';
import { today } from './today.ts';
import type { Command } from './command.ts';

/** A command and what is left of the line for it. */
export interface Found {
  readonly command: Command;
  readonly name: string;
  readonly rest: readonly string[];
}

/** Every command that is no register. Those of every day come with the first chunk, the others are loaded when used. */
export const commands: Readonly<Record<string, () => Command | Promise<Command>>> = {
  today: () => today,
  find: () => find,
  add: async () => (await import('./quick-add.ts')).quickAdd,
  calendar: async () => (await import('./calendar.ts')).calendar,
  link: async () => (await import('./link.ts')).link,
  unlink: async () => (await import('./link.ts')).unlink,
  undo: async () => (await import('./steps.ts')).undoCommand,
  redo: async () => (await import('./steps.ts')).redoCommand,
  history: async () => (await import('./steps.ts')).historyCommand,
  init: async () => (await import('./init.ts')).init,
  sample: async () => (await import('./sample.ts')).sample,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  report: async () => (await import('./report.ts')).report,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./backup.ts')).restore,
  doctor: async () => (await import('./doctor.ts')).doctor,
  config: async () => (await import('./config.ts')).config,
  completion: async () => (await import('./completion.ts')).completion,
};

const isRegister = (word: string): boolean => registers.some(({ name }) => name === word);

/** The command that the words begin with. @throws UserError unknown-command, unknown-register, missing-word */
export async function findCommand(words: readonly string[]): Promise<Found> {
  const [first, ...rest] = words;
  if (first === undefined) return { command: start, name: 'luotsi', rest: [] };
  const load = Object.hasOwn(commands, first) ? commands[first] : undefined;
  // A command may be called as a register is: `report week` makes one, `report list` lists those that are kept.
  if (load !== undefined && !(isRegister(first) && isVerbOf(first, rest[0])))
    return { command: await load(), name: first, rest };
  return findVerb(first, rest, Object.keys(commands));
}
