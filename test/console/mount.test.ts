import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bundle } from '../../bin/build.js';
import type { Terminal } from '../support/pseudo-terminal.ts';
import { openTerminal } from '../support/terminal.ts';

let folder: string;

beforeAll(async () => {
  mkdirSync('node_modules/.cache', { recursive: true });
  folder = mkdtempSync(path.resolve('node_modules/.cache/probe-'));
  const { files } = await bundle('test/support/console-probe.tsx');
  for (const [name, contents] of files) writeFileSync(path.join(folder, name), contents);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function openProbe(delay = 0, program: [string, ...string[]] = [process.execPath]): Terminal {
  return openTerminal({
    program: [...program, path.join(folder, 'console-probe.cjs')],
    columns: 60,
    rows: 12,
    environment: { PROBE_DELAY: String(delay) },
  });
}

/** The whole screen as Ink must show it: nothing of the first paint is left between. */
function screenOf(columns: number, rows: number, keys: string): string[] {
  const empty = Array.from({ length: rows - 3 }, () => '');
  return [
    `ink ${columns}x${rows}`,
    `keys${keys === '' ? '' : ` ${keys}`}`,
    ...empty,
    `${'='.repeat(columns - 3)}end`,
  ];
}

async function ready(terminal: Terminal, keys = ''): Promise<void> {
  await terminal.expect(/^ink/);
  await terminal.expect(/=end$/);
  expect(terminal.screen()).toEqual(screenOf(60, 12, keys));
}

describe('from the first paint to Ink', () => {
  test('the first paint fills the screen, and Ink is drawn over it without a blank between', async () => {
    const terminal = openProbe(300);
    await terminal.expect(/^first 0 #/);
    await terminal.expect(/first 11 #+$/);
    expect(terminal.onAlternateScreen()).toBe(true);
    await ready(terminal);
    // Nothing in between erases more than the row that is drawn next; only the last row clears what is below it.
    const between = terminal.output.slice(
      terminal.output.lastIndexOf('first 11'),
      terminal.output.indexOf('ink 60x12'),
    );
    expect(between).not.toMatch(/\x1b\[[0-3]?J|\x1b\[\?1049/);
    expect(terminal.output.match(/\x1b\[\?1049h/g)).toHaveLength(1);
  });

  test('keys typed in between arrive once and in order, and are never echoed', async () => {
    const terminal = openProbe(400);
    await terminal.expect(/^first 0/);
    terminal.type('jjk');
    terminal.press('Down', 'ä');
    terminal.type('\x1b[1;');
    await new Promise((resolve) => setTimeout(resolve, 100));
    terminal.type('5C');
    await terminal.expect(/keys .*Right/);
    await ready(terminal, 'j j k Down ä Ctrl+Right');
    terminal.press('G', 'Esc');
    await terminal.expect(/G Esc/);
    terminal.press('F1');
    await terminal.expect(/G Esc F1/);
  });
});

describe('leaving gives the screen back', () => {
  const restored = (terminal: Terminal): void => {
    expect(terminal.onAlternateScreen()).toBe(false);
    const end = terminal.output.slice(terminal.output.lastIndexOf('\x1b[?1049l'));
    expect(terminal.output).toContain('\x1b[?2004l');
    expect(terminal.output.lastIndexOf('\x1b[?25h')).toBeGreaterThan(
      terminal.output.lastIndexOf('\x1b[?25l'),
    );
    expect(end).not.toContain('=end');
  };

  test('by a key', async () => {
    const terminal = openProbe();
    await ready(terminal);
    terminal.press('q');
    expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
    expect(terminal.screen()[0]).toBe('left');
    restored(terminal);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('by %s', async (signal, code) => {
    const terminal = openProbe();
    await ready(terminal);
    terminal.kill(signal);
    expect(await terminal.exitCode()).toBe(code);
    expect(terminal.screen()[0]).toBe(`ended by ${signal}`);
    restored(terminal);
  });

  test.each([
    ['T', 'thrown later'],
    ['X', 'broken while drawing'],
  ])('by an error (%s), which can then be read', async (key, message) => {
    const terminal = openProbe();
    await ready(terminal);
    terminal.press(key);
    expect(await terminal.exitCode()).not.toBe(0);
    expect(terminal.output.slice(terminal.output.lastIndexOf('\x1b[?1049l'))).toContain(message);
    restored(terminal);
  });

  test('before Ink is there', async () => {
    const terminal = openProbe(2000);
    await terminal.expect(/^first 0/);
    terminal.kill('SIGTERM');
    expect(await terminal.exitCode()).toBe(143);
    restored(terminal);
  });
});

describe('the screen is lent', () => {
  test('to an editor, and drawn again after it', async () => {
    const terminal = openProbe();
    await ready(terminal);
    terminal.press('E');
    await terminal.expect(/^editor/);
    expect(terminal.onAlternateScreen()).toBe(false);
    terminal.type('words for the editor\r');
    await terminal.expect(/^ink/);
    await ready(terminal);
    terminal.press('j');
    await terminal.expect(/keys j$/m);
  });

  test('to a shell by Ctrl+Z, and drawn again by fg', async () => {
    const terminal = openTerminal({
      program: ['/bin/bash', '--norc', '-i'],
      columns: 60,
      rows: 12,
      environment: { PS1: '> ' },
    });
    terminal.type(`${process.execPath} ${path.join(folder, 'console-probe.cjs')}\r`);
    await ready(terminal);
    terminal.press('Ctrl+Z');
    await terminal.expect(/Stopped/);
    expect(terminal.onAlternateScreen()).toBe(false);
    terminal.type('echo sh$((1+1))ell\r');
    await terminal.expect('sh2ell');
    terminal.type('fg\r');
    await ready(terminal);
    terminal.press('j');
    await terminal.expect(/keys j$/m);
    terminal.press('q');
    await terminal.expect('left');
  });
});

test('each new size is drawn whole', async () => {
  const terminal = openProbe();
  await ready(terminal);
  for (const [columns, rows] of [
    [80, 20],
    [50, 20],
    [50, 8],
    [70, 9],
    [40, 30],
    [41, 6],
  ] as const) {
    terminal.resize(columns, rows);
    await terminal.expect(`ink ${columns}x${rows}`);
    await terminal.expect(new RegExp(`={${columns - 3}}end$`));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(terminal.screen()).toEqual(screenOf(columns, rows, ''));
  }
  terminal.press('j');
  await terminal.expect(/keys j$/m);
  expect(terminal.screen()).toEqual(screenOf(41, 6, 'j'));
  // Small and large again before it could look: the size is the same, what stood there may be gone.
  const { length } = terminal.output;
  terminal.kill('SIGWINCH');
  await vi.waitFor(() => expect(terminal.output.slice(length)).toMatch(/ink 41x6[\s\S]*keys j/));
  expect(await terminal.settled()).toEqual(screenOf(41, 6, 'j'));
});
