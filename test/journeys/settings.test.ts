import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, keptSettings, live, openConsole, type ConsoleHome } from './console-home.ts';

function writeSettings({ home }: ConsoleHome, settings: unknown): void {
  const folder = path.join(home.folder, 'config', 'luotsi');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(settings));
}

test('keys of one’s own work, the footer shows them, and a conflict is told at the start', async () => {
  const here = await consoleHome();
  writeSettings(here, { keys: { 'record.done': ['B'], 'record.date': ['m'] } });
  const terminal = openConsole(here, { columns: 120, rows: 30 });
  await terminal.expect('record.state jäi ilman näppäintä m: se on toiminnolla record.date.');
  await terminal.expect(/luotsi config keys/);
  await terminal.expect('B tehty');
  await live(terminal);
  terminal.press('8');
  await terminal.expect('Hanke');
});

test('a hint on a page tells the key as it is bound', async () => {
  const here = await consoleHome();
  writeSettings(here, { keys: { 'person.anonymise': ['Z'] } });
  const diary = ['diary', 'add', '--text', 'Digitsemppari 03 kertoi klubista', '--file', here.file];
  await runLuotsi(diary, { home: here.home });
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('7', '/');
  terminal.type('digitsemppari 03');
  terminal.press('Enter');
  await terminal.expect(/› H-57 /);
  terminal.press('Z');
  await terminal.expect('on sen jälkeen');
  terminal.press('Tab', 'Enter');
  await terminal.expect('Muokkaa ne; sitten Z poistaa nimen niiden historiastakin.');
});

test('every theme draws Today, and none but colours differs', async () => {
  const here = await consoleHome();
  let first: string | null = null;
  for (const theme of ['dark', 'light', 'contrast', 'colourblind', 'sixteen', 'none']) {
    writeSettings(here, { theme });
    const terminal = openConsole(here, { columns: 100, rows: 30, environment: { TERM: 'xterm-256color' } });
    await live(terminal);
    await terminal.expect(/\? ohje/);
    first ??= terminal.screen().join('\n');
    await vi.waitFor(() => expect(terminal.screen().join('\n')).toBe(first), { timeout: 5000 });
    terminal.press('q');
    await terminal.exit();
  }
});

test('the theme follows what the terminal says of its background, and is remembered for the first paint', async () => {
  const here = await consoleHome();
  const options = { columns: 100, rows: 30, environment: { TERM: 'xterm-256color' } };
  const terminal = openConsole(here, options);
  await live(terminal);
  const sixteen = terminal.cell(0, 1).foreground;
  // As a light terminal answers; the emulator of the tests says nothing by itself.
  terminal.send('\x1b]11;rgb:ffff/ffff/ffff\x1b\\');
  await vi.waitFor(() => expect(terminal.cell(0, 1).foreground).not.toBe(sixteen), { timeout: 5000 });
  const light = terminal.cell(0, 1).foreground;
  terminal.press(':');
  terminal.type('teema tumma');
  await terminal.expect('Teema: tumma');
  terminal.press('Enter');
  await vi.waitFor(() => expect([sixteen, light]).not.toContain(terminal.cell(0, 1).foreground), {
    timeout: 5000,
  });
  terminal.press(':');
  terminal.type('teema päätteen');
  await terminal.expect('Teema: päätteen mukaan');
  terminal.press('Enter');
  await vi.waitFor(() => expect(terminal.cell(0, 1).foreground).toBe(light), { timeout: 5000 });
  // While this window is open, its file is the one that is meant where none is named.
  const unnamed = async () => expect((await runLuotsi(['today'], { home: here.home })).code).toBe(0);
  await vi.waitFor(unnamed, { timeout: 20_000, interval: 500 });
  terminal.press('q');
  await terminal.exit();
  expect(JSON.parse(keptSettings(here))).toMatchObject({ ground: 'light' });
  const again = openConsole(here, options);
  await again.expect('Luotsi');
  expect(again.cell(0, 1).foreground).toBe(light);
});

test('a key that waits for the next one shows where it can go, and both pressed at once just go there', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('g', 'i');
  await terminal.expect(/R-4 +Esihenkilöiden/);
  terminal.press('g');
  await terminal.expect(/^ g… .*g alkuun .*t tänään/m);
  terminal.resize(60, 20);
  await terminal.expect(/^ g… .*g alkuun/m);
  // It waits as long as one likes; a key that leads nowhere ends it and does nothing.
  terminal.press('y');
  await terminal.expectNot(/^ g… /m);
  await terminal.expect(/\? ohje/);
  terminal.press('g');
  await terminal.expect(/^ g… /m);
  terminal.press('t');
  await terminal.expect('MYÖHÄSSÄ');
  await terminal.expectNot(/^ g… /m);
});
