import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { consoleHome, live, openConsole, type ConsoleHome } from './console-home.ts';
import { frameFaults, type Size } from '../support/frame-faults.ts';
import { runLuotsi } from '../support/run.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';
import { turns } from './sizes/turning.ts';
import { openTerminal } from '../support/terminal.ts';

/** So many that the fastest machine writes them for well over the half second after which a line tells of it. */
const rows = 100_000;
let large: string | undefined;

/** The sample with so many tasks that it takes long to write. */
async function largeHome(): Promise<ConsoleHome> {
  const here = await consoleHome();
  if (large !== undefined) {
    copyFileSync(large, here.file);
    return here;
  }
  const table = path.join(here.home.folder, 'pitkä.csv');
  const lines = Array.from({ length: rows }, (_, row) => `Pitkä asia ${row};1.4.2023`);
  writeFileSync(table, `Tehtävä;Määräpäivä\n${lines.join('\n')}\n`);
  await runLuotsi(['import', table, '--as', 'action', '--file', here.file], { home: here.home });
  large = path.join(here.home.folder, 'pitkä.luotsi');
  copyFileSync(here.file, large);
  return here;
}

const everything = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });
const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

test('a long export shows how far it has come; Esc stops it and leaves no file; the search text likewise', async () => {
  const here = await largeHome();
  const folder = path.join(here.home.folder, 'ulos');
  const before = readFileSync(here.file);
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press(':');
  terminal.type('vie tiedosto');
  await terminal.expect(/› Vie/);
  terminal.press('Enter');
  await terminal.expect('JSON');
  terminal.type('json');
  await terminal.expect(/› .*JSON/);
  terminal.press('Enter');
  await terminal.expect(/hanke-.*\.json/);
  terminal.press('Ctrl+U');
  terminal.type(path.join(folder, 'hanke.json'));
  terminal.press('Enter');
  await terminal.expect(/Kirjoitetaan tiedostoa .*10\d.\d{3}/, { timeout: 30_000 });
  terminal.press('Esc');
  await terminal.expect('Keskeytetty. Mitään ei muutettu.', { timeout: 30_000 });
  expect(filesIn(folder)).toEqual([]);

  terminal.press(':');
  terminal.type('hakuteksti uudelleen');
  await terminal.expect(/› Tee hakuteksti uudelleen/);
  terminal.press('Enter');
  await terminal.expect(/█.*\d+ %/, { timeout: 30_000 });
  terminal.press('Esc');
  await terminal.expectNot(/█.*\d+ %/, { timeout: 30_000 });
  await terminal.expect('Keskeytetty. Mitään ei muutettu.', { timeout: 30_000 });
  expect(readFileSync(here.file).equals(before)).toBe(true);
  terminal.press(':');
  terminal.type('Pitkä asia 99999');
  await terminal.expect(/› .*Pitkä asia 99999/);
  terminal.press('Esc');
}, 120_000);

const bar = /█.*\d+ %/;

/** Holds the console still as soon as its bar stands in a frame of this size: what comes next meets it amid its work. */
async function heldAtWork(terminal: Terminal, size: Size): Promise<string[]> {
  await new Promise<void>((resolve) => {
    terminal.onDrawn = () => {
      const screen = terminal.screen();
      // The head ends right before the edge.
      const isOfSize = screen.length === size.rows && screen[0]?.length === size.columns - 1;
      if (terminal.drawing || !isOfSize || !bar.test(screen.join('\n'))) return;
      process.kill(terminal.pid, 'SIGSTOP');
      terminal.onDrawn = () => {};
      resolve();
    };
  });
  await terminal.settled(40);
  return frameFaults(terminal, size, terminal.scrolled);
}

test('amid long work the window is made larger and smaller: its bar stands at every size, and Esc still stops it', async () => {
  const here = await largeHome();
  const before = readFileSync(here.file);
  const terminal = openConsole(here, { columns: 60, rows: 20 });
  await live(terminal);
  const faults: string[] = [];
  for (const [from, to] of turns) {
    terminal.resize(from.columns, from.rows);
    terminal.press(':');
    terminal.type('hakuteksti uudelleen');
    await terminal.expect(/› Tee hakuteksti uudelleen/);
    const held = heldAtWork(terminal, from);
    terminal.press('Enter');
    faults.push(...(await held));
    terminal.resize(to.columns, to.rows);
    const heldAgain = heldAtWork(terminal, to);
    process.kill(terminal.pid, 'SIGCONT');
    faults.push(...(await heldAgain));
    terminal.press('Esc');
    process.kill(terminal.pid, 'SIGCONT');
    await terminal.expectNot(bar, { timeout: 30_000 });
    await terminal.expect('Keskeytetty. Mitään ei muutettu.', { timeout: 30_000 });
  }
  expect(faults).toEqual([]);
  expect(terminal.output).not.toContain('Hakuteksti on tehty uudelleen');
  expect(readFileSync(here.file).equals(before)).toBe(true);
}, 240_000);

test('a copy of a large file tells of itself before it begins, is made, and Esc stops it without a trace', async () => {
  const here = await largeHome();
  const copies = async (): Promise<unknown[]> => {
    const { stdout } = await runLuotsi(['backup', 'list', '--json', '--file', here.file], {
      home: here.home,
    });
    return JSON.parse(stdout) as unknown[];
  };
  const before = await copies();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  const told = async (from: number): Promise<void> =>
    vi.waitFor(() => expect(terminal.output.slice(from)).toContain('Tehdään varmuuskopiota'), {
      timeout: 30_000,
      interval: 5,
    });
  terminal.press(':');
  terminal.type('varmuuskopiot');
  await terminal.expect(/› Varmuuskopiot/);
  terminal.press('Enter');
  await terminal.expect(/Varmuuskopiot \d+/);
  terminal.press('n');
  await told(0);
  await terminal.expect('Varmuuskopio on tehty.', { timeout: 30_000 });
  expect((await copies()).length).toBe(before.length + 1);
  const from = terminal.output.length;
  terminal.press('n');
  await told(from);
  terminal.press('Esc');
  await terminal.expect('Keskeytetty. Mitään ei muutettu.', { timeout: 30_000 });
  expect((await copies()).length).toBe(before.length + 1);
  expect(everything(here.home.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
}, 120_000);

test('on the command line a line tells how far the export has come, and Ctrl+C leaves no file', async () => {
  const here = await largeHome();
  const folder = path.join(here.home.folder, 'ulos');
  const out = path.join(folder, 'hanke.json');
  const words = ['export', '--out', out, '--file', here.file, '--language', 'fi'];
  const terminal = openTerminal({ home: here.home, arguments: words, columns: 80, rows: 10 });
  // On a busy machine the export waits for us, not we for it.
  setPriority(terminal.pid, constants.priority.PRIORITY_LOW);
  await terminal.expect(/Kirjoitetaan tiedostoa… .*10\d.\d{3} +\d+ %/, { timeout: 30_000 });
  terminal.press('Ctrl+C');
  await terminal.expect('Keskeytetty. Mitään ei muutettu.', { timeout: 30_000 });
  expect(await terminal.exitCode()).toBe(1);
  expect(filesIn(folder)).toEqual([]);
}, 120_000);
