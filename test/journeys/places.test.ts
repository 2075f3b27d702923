import { expect, test } from 'vitest';
import { consoleHome, live, openConsole } from './console-home.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';

const rowOfCursor = ({ screen }: { screen: () => readonly string[] }): string =>
  screen()
    .find((line) => line.startsWith('›'))
    ?.slice(0, 30) ?? '';

async function atRow(terminal: Terminal, row: string): Promise<void> {
  await terminal.expect(/^›/m);
  expect(rowOfCursor({ screen: () => terminal.screen() })).toBe(row);
}

test('- and back come to the exact place: page, list, filter and row', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('7', '/');
  terminal.type('digitsemppari');
  terminal.press('Enter');
  await terminal.expect(/\/ digitsemppari/);
  terminal.press('j', 'j', 'j', 'j', 'j');
  await terminal.expect(/^› H-\d+ +Digitsemppari 06/m);
  const row = rowOfCursor({ screen: () => terminal.screen() });
  terminal.press('Enter');
  await terminal.expect(/Henkilöt › H-\d+ Digitsemppari 06/);
  const page = terminal.screen().slice(2, 12).join('\n');
  terminal.press('4');
  await terminal.expect(/R-\d+/);
  terminal.press('-');
  await terminal.expect(/Henkilöt › H-\d+ Digitsemppari 06/);
  expect(terminal.screen().slice(2, 12).join('\n')).toBe(page);
  terminal.press('q');
  await terminal.expect(/\/ digitsemppari/);
  await atRow(terminal, row);
  terminal.press('4');
  await terminal.expect(/^› *R-/m);
  terminal.press('-');
  await terminal.expect(/\/ digitsemppari/);
  await atRow(terminal, row);
  // A list in the order of its days begins at today, filtered and whole.
  terminal.press('3');
  await terminal.expect(/^› TK-15 +ke 22\.3\. /m);
  terminal.press('g', 'g', '/');
  terminal.type('tsemppariklubi');
  await terminal.expect(/20 löytyi[^]*^› TK-15 +ke 22\.3\. /m);
  terminal.press('Ctrl+W');
  terminal.type('tila:pidetty');
  await terminal.expect(/^› DK-9 +to 16\.3\. /m);
  terminal.press('Enter', 'g', 'g', 'Esc');
  await terminal.expect(/Tapaamiset 54[^]*^› TK-15 +ke 22\.3\. /m);
});
