import { expect, test, vi } from 'vitest';
import { openTerminal } from '../support/terminal.ts';
import { runLuotsi } from '../support/run.ts';
import { makePrivateHome } from '../support/private-home.ts';
import { consoleHome, live, openConsole } from './console-home.ts';

test('where one is stands under the tabs, and in the terminal’s title, which is given back at the end', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 60, rows: 20 });
  await live(terminal);
  expect(terminal.output).toContain('\u001B[22;2t\u001B]2;Luotsi · Tänään\u0007');
  terminal.press('3', '.');
  await terminal.expect('Ryhmät 5');
  terminal.press('Enter');
  await terminal.expect('─ Kokoukset › Ryhmät › RY-');
  terminal.press('e');
  await terminal.expect(/─ Kokoukset › Ryhmät › RY-1 › Muokkaa RY-1/);
  await vi.waitFor(() => expect(terminal.output).toMatch(/\]2;Luotsi · RY-\d › Muokkaa RY-\d/));
  terminal.press('Esc');
  await terminal.expectNot('Muokkaa RY-');
  terminal.press('Ctrl+C');
  await terminal.exit();
  expect(terminal.output).toContain('\u001B]2;\u0007\u001B[23;2t');
});

test('a meeting whose hour comes is told of, and rings where a bell is wanted; the title can be left alone', async () => {
  const home = makePrivateHome();
  const environment = { LUOTSI_CLOCK: '2023-03-22T06:00:00Z' };
  const run = async (...words: string[]) => runLuotsi(words, { home, environment });
  await run('init', '--title', 'Oma hanke');
  await run('group', 'add', '--title', 'Klubi', '--kind', 'club');
  await run('session', 'add', '--group', 'RY-1', '--startsAt', '2023-03-22T09:00');
  await run('config', 'bell', 'on');
  await run('config', 'title', 'off');
  const terminal = openTerminal({ home, columns: 80, rows: 24, clock: '~2023-03-22T06:59:57Z' });
  await terminal.expect('Klubi');
  await terminal.expect(/Nyt: .*Klubi/);
  await vi.waitFor(() => expect(terminal.output).toMatch(/(?<!\]2;[^\u0007]*)\u0007/));
  expect(terminal.output).not.toContain('\u001B]2;');
  await run('config', 'bell', 'off');
  terminal.press('q');
  await terminal.exit();
  const quiet = openTerminal({ home, columns: 80, rows: 24, clock: '~2023-03-22T06:59:57Z' });
  await quiet.expect(/Nyt: .*Klubi/);
  expect(quiet.output.replaceAll(/\]\d+;[^\u0007]*\u0007/g, '')).not.toContain('\u0007');
});
