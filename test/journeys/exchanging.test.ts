/** What goes in and out of the console and the command line as real files, beside tables of text. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { consoleHome, live, openConsole, type ConsoleHome } from './console-home.ts';
import { runLuotsi } from '../support/run.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';

async function list(here: ConsoleHome, register: string, where: string): Promise<Record<string, unknown>[]> {
  const words = [register, 'list', '--where', where, '--file', here.file, '--json'];
  const { stdout } = await runLuotsi(words, { home: here.home });
  return JSON.parse(stdout) as Record<string, unknown>[];
}

async function openImport(terminal: Terminal, file: string): Promise<void> {
  await live(terminal);
  terminal.press(':');
  terminal.type('tuo taulukko');
  await terminal.expect(/Tuo taulukko/);
  terminal.press('Enter');
  await terminal.expect(/liitä taulukko tähän|\/polku\//);
  terminal.type(file);
  terminal.press('Enter');
}

test('a workbook of several sheets asks which one, and the chosen one is imported', async () => {
  const here = await consoleHome();
  const file = path.join(here.home.folder, 'kirja.xlsx');
  const sheets = [
    { name: 'Ohjeet', rows: [['Lue tämä ensin']] },
    { name: 'Työlista', rows: [['Tehtävä', 'Määräpäivä'], ['Tilaa kuvausvälineet', '1.4.2023']] }, // prettier-ignore
  ];
  writeFileSync(file, await writeXlsx({ sheets }));
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await openImport(terminal, file);
  await terminal.expect('Ohjeet');
  await terminal.expect('Työlista');
  terminal.press('Down', 'Enter');
  await terminal.expect(/Tehtävä +→ Tehtävä/);
  terminal.press('t');
  await terminal.expect('lisätään 1,');
  terminal.press('Tab', 'Enter');
  await terminal.expect(/lisättiin 1.*u kumoa/s);
  expect(await list(here, 'action', 'kuvausvälineet')).toMatchObject([{ due: '2023-04-01' }]);
});
