import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makePrivateHome, type PrivateHome } from '../support/private-home.ts';
import { runLuotsi } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';
import type { Terminal, TerminalOptions } from '../support/pseudo-terminal.ts';

let made: Promise<string> | null = null;

/** The sample project is made once for a file of tests; each journey gets a copy of its own. */
async function sampleFile(): Promise<string> {
  made ??= runLuotsi(['sample', '--path'], { home: makePrivateHome() }).then(({ stdout }) => stdout.trim());
  return made;
}

export interface ConsoleHome {
  readonly home: PrivateHome;
  readonly file: string;
}

export async function consoleHome(): Promise<ConsoleHome> {
  const home = makePrivateHome();
  const folder = path.join(home.folder, 'projects');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'sample.luotsi');
  cpSync(await sampleFile(), file);
  return { home, file };
}

/** The console on a sample of its own; not waited for: keys may be typed ahead. */
export function openConsole({ home, file }: ConsoleHome, options: TerminalOptions = {}): Terminal {
  return openTerminal({ home, arguments: ['--file', file], ...options });
}

/** Live: Ink has taken over, and every key is answered at once. */
export async function live(terminal: Terminal): Promise<void> {
  await terminal.expect('Luotsi');
  terminal.press('?');
  await terminal.expect(/näppäimet tekevät|keys do here/);
  terminal.press('Esc');
  await terminal.expectNot(/näppäimet tekevät|keys do here/);
}

/** What the file holds of a record, asked of the command line. */
export async function show(
  here: ConsoleHome,
  code: string,
  register = 'risk',
): Promise<Record<string, unknown>> {
  const { stdout } = await runLuotsi([register, 'show', code, '--file', here.file, '--json'], {
    home: here.home,
  });
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** The records of a register that a filter leaves, asked of the command line. */
export async function list(
  here: ConsoleHome,
  register: string,
  where: string,
): Promise<Record<string, unknown>[]> {
  const words = [register, 'list', '--where', where, '--file', here.file, '--json'];
  const { stdout } = await runLuotsi(words, { home: here.home });
  return JSON.parse(stdout) as Record<string, unknown>[];
}

/** The copies of all project files that a user has: one is made when a console is left. */
export function copiesIn({ folder }: PrivateHome): string[] {
  const names = readdirSync(path.join(folder, 'data', 'luotsi', 'backups'), { recursive: true });
  return names.map(String).filter((name) => name.endsWith('.luotsi'));
}

/** The settings file as it stands on the disk; '' before there is one. */
export function keptSettings({ home }: ConsoleHome): string {
  const file = path.join(home.folder, 'config', 'luotsi', 'config.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
