import { isRegister } from '../../registers/index.ts';
import { find } from '../reading/find.ts';
import { findVerb, isVerbOf } from '../registers/registers.ts';
import { start } from '../project/start.ts';
import { today } from '../reading/today.ts';
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
  add: async () => (await import('../registers/quick-add.ts')).quickAdd,
  calendar: async () => (await import('../reading/calendar.ts')).calendar,
  link: async () => (await import('../registers/link.ts')).link,
  unlink: async () => (await import('../registers/link.ts')).unlink,
  undo: async () => (await import('../registers/steps.ts')).undoCommand,
  redo: async () => (await import('../registers/steps.ts')).redoCommand,
  history: async () => (await import('../registers/steps.ts')).historyCommand,
  init: async () => (await import('../project/init.ts')).init,
  sample: async () => (await import('../project/sample.ts')).sample,
  import: async () => (await import('../tables/import.ts')).importCommand,
  export: async () => (await import('../tables/export.ts')).exportCommand,
  report: async () => (await import('../reporting/report.ts')).report,
  backup: async () => (await import('../safety/backup.ts')).backup,
  restore: async () => (await import('../safety/backup.ts')).restore,
  doctor: async () => (await import('../safety/doctor.ts')).doctor,
  config: async () => (await import('../project/config.ts')).config,
  completion: async () => (await import('../project/completion.ts')).completion,
};

/** Commands of every day in Finnish, as registers have Finnish names too. */
const finnish: Readonly<Record<string, string>> = {
  tänään: 'today',
  etsi: 'find',
  hae: 'find',
  lisää: 'add',
  kalenteri: 'calendar',
  kumoa: 'undo',
  historia: 'history',
  tuo: 'import',
  vie: 'export',
  raportti: 'report',
  varmuuskopio: 'backup',
};

/** The command that a word means, by its own name or the Finnish one; any other word stays as it is. */
export const commandCalled = (word: string): string => finnish[word.normalize('NFC').toLowerCase()] ?? word;

/** The command that the words begin with. @throws UserError unknown-command, unknown-register, missing-word */
export async function findCommand(words: readonly string[]): Promise<Found> {
  const [said, ...rest] = words;
  const first = said === undefined ? said : commandCalled(said);
  if (first === undefined) return { command: start, name: 'luotsi', rest: [] };
  const load = Object.hasOwn(commands, first) ? commands[first] : undefined;
  // A command may be called as a register is: `report week` makes one, `report list` lists those that are kept.
  if (load !== undefined && !(isRegister(first) && isVerbOf(first, rest[0])))
    return { command: await load(), name: first, rest };
  return findVerb(first, rest, Object.keys(commands));
}
