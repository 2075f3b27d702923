/** Where no full screen can be drawn, `luotsi` prints today in plain text and ends. */
import { expect, test } from 'vitest';
import { consoleHome } from '../journeys/console-home.ts';
import { runLuotsi } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

const today = /MYÖHÄSSÄ[^]*T-38[^]*TÄNÄÄN[^]*TK-15/;

test('a terminal that knows no escape codes gets none', async () => {
  const { home, file } = await consoleHome();
  for (const words of [
    ['--file', file],
    ['risk', 'list', '--file', file],
    ['find', 'ohjaus', '--file', file],
  ]) {
    const terminal = openTerminal({ home, arguments: words, environment: { TERM: 'dumb' } });
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.output).not.toContain('\u001B');
    if (words.length === 2) expect(terminal.output).toMatch(today);
  }
});

test.each([
  {},
  { CI: 'true' },
  { CI: 'true', GITHUB_ACTIONS: 'true' },
  { COLORTERM: 'truecolor', TERM: 'xterm-256color' },
])('a pipe gets plain text, with %o too', async (environment) => {
  const { home, file } = await consoleHome();
  const outcome = await runLuotsi(['--file', file], { home, environment });
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  expect(outcome.stdout).toMatch(today);
  expect(outcome.stdout).not.toContain('\u001B');
});

test('NO_COLOR draws the console without a colour, and all that colour says is said by a sign as well', async () => {
  const { home, file } = await consoleHome();
  const terminal = openTerminal({ home, arguments: ['--file', file], environment: { NO_COLOR: '1' } });
  await terminal.expect('ohje');
  await terminal.settled(500);
  const cells = Array.from({ length: 36 }, (_, row) =>
    Array.from({ length: 120 }, (__, column) => terminal.cell(row, column)),
  );
  const coloured = cells
    .flat()
    .filter(({ foreground, background }) => foreground !== null || background !== null);
  expect(coloured).toEqual([]);
  await terminal.expect(/›▲ T-38/);
});
