import type { Command } from './command.ts';

/** A command and what is left of the line for it. */
export interface Found {
  readonly command: Command;
  readonly name: string;
  readonly rest: readonly string[];
}

/** Every command that is no register, each loaded when it is used: one-shot commands start as fast as they can. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  today: async () => (await import('./today.ts')).today,
  find: async () => (await import('./find.ts')).find,
  add: async () => (await import('./quick-add.ts')).quickAdd,
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
};

/** Without a command: the console for a person, today for a script. */
const otherwise = async (): Promise<Command> => (await import('./start.ts')).start;

/** The command that the words begin with. @throws UserError unknown-command, unknown-register, missing-word */
export async function findCommand(words: readonly string[]): Promise<Found> {
  const [first, ...rest] = words;
  if (first === undefined) return { command: await otherwise(), name: 'luotsi', rest: [] };
  const load = Object.hasOwn(commands, first) ? commands[first] : undefined;
  if (load !== undefined) return { command: await load(), name: first, rest };
  const { findVerb } = await import('./registers.ts');
  return findVerb(first, rest, Object.keys(commands));
}
