import { expect, test } from 'vitest';
import { keyBytes } from './keyboard.ts';
import { openTerminal } from './terminal.ts';

const node = (script: string): [string, ...string[]] => [process.execPath, '-e', script];

const echoKeys = node(`
  process.stdin.setRawMode(true);
  process.stdin.on('data', (bytes) => {
    if (String(bytes) === 'q') process.exit(3);
    console.log(JSON.stringify(String(bytes)));
  });
  console.log('ready');`);

test('shows what a program prints and how it ends', async () => {
  const terminal = openTerminal({ program: node(`console.log('päivää'); process.exitCode = 7`) });
  expect(await terminal.exitCode()).toBe(7);
  await terminal.expect(/^päivää/);
});

test('sends keys, text and pastes as a terminal does', async () => {
  const terminal = openTerminal({ program: echoKeys });
  await terminal.expect('ready');
  for (const key of ['j', 'Enter', 'Esc', 'Ctrl+S', 'Down', 'F1', 'ä']) {
    terminal.press(key);
    await terminal.expect(JSON.stringify(keyBytes(key)));
  }
  terminal.type('jjj');
  await terminal.expect('"jjj"');
  terminal.paste('kaksi\nriviä');
  await terminal.expect(String.raw`"kaksi\rriviä"`);
  terminal.press('q');
  expect(await terminal.exit()).toEqual({ code: 3, signal: 0 });
});

test('brackets a paste when the program asks for it', async () => {
  const script = String.raw`process.stdout.write('\x1b[?2004h'); ${echoKeys[2]}`;
  const terminal = openTerminal({ program: node(script) });
  await terminal.expect('ready');
  terminal.paste('x');
  await terminal.expect(String.raw`"\u001b[200~x\u001b[201~"`);
});

test('reads colours, and characters of several code points as one', async () => {
  const script = String.raw`console.log('\x1b[1;31mA\x1b[0m\x1b[7mB\x1b[0m\x1b[48;2;1;2;3mC\x1b[0m👩‍👧D')`;
  const terminal = openTerminal({ program: node(script) });
  await terminal.exit();
  expect(terminal.cell(0, 0)).toMatchObject({ character: 'A', bold: true, foreground: 1, background: null });
  expect(terminal.cell(0, 1)).toMatchObject({ character: 'B', inverse: true, bold: false });
  expect(terminal.cell(0, 2)).toMatchObject({ character: 'C', background: '#010203' });
  expect(terminal.cell(0, 3).character).toBe('👩‍👧');
  expect(terminal.cell(0, 5).character).toBe('D');
});

test('tells the program of a new size', async () => {
  const script = `
    const say = () => console.log(process.stdout.columns + ' x ' + process.stdout.rows);
    say(); process.stdout.on('resize', say); setInterval(say, 1e6);`;
  const terminal = openTerminal({ program: node(script), columns: 80, rows: 24 });
  await terminal.expect('80 x 24');
  terminal.resize(100, 30);
  await terminal.expect('100 x 30');
  expect(terminal.screen()).toHaveLength(30);
});

test('frames the screen when what is wanted never comes', async () => {
  const terminal = openTerminal({ program: node(`console.log('muuta')`), columns: 10, rows: 2 });
  await terminal.expect('muuta');
  await expect(terminal.expect('sitä', { timeout: 50 })).rejects.toThrow(
    [
      'The screen never showed "sitä" in 50 ms:',
      '┌──────────┐',
      '│muuta     │',
      '│          │',
      '└──────────┘',
    ].join('\n'),
  );
});

test('gives the program a home, a language and a clock of its own, and no CI', async () => {
  const script = `
    const { HOME, TERM, CI, LANG, LUOTSI_CLOCK } = process.env;
    console.log(JSON.stringify({ HOME, TERM, CI, LANG, LUOTSI_CLOCK }));`;
  const terminal = openTerminal({ program: node(script), clock: '2023-03-22T08:00:00Z', columns: 300 });
  await terminal.exit();
  expect(JSON.parse(terminal.screen()[0] ?? '')).toEqual({
    HOME: terminal.home.folder,
    TERM: 'xterm-256color',
    LANG: 'fi_FI.UTF-8',
    LUOTSI_CLOCK: '2023-03-22T08:00:00Z',
  });
});

test('ends a program by a signal', async () => {
  const terminal = openTerminal({ program: node(`setInterval(() => {}, 1e6); console.log('ready')`) });
  await terminal.expect('ready');
  terminal.kill('SIGTERM');
  expect(await terminal.exit()).toEqual({ code: 0, signal: 15 });
});
