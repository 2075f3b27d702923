import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { childEnvironment, type Environment, type PrivateHome } from '../support/private-home.ts';
import { Terminal, type TerminalOptions } from '../support/pseudo-terminal.ts';
import type { Subject } from './measure.ts';

const PATIENCE = 20_000;
const KEYS = 12;
const BETWEEN_KEYS = 60;

/** A whole process, from its start to its end. What it answers is checked, lest a quick failure count as speed. */
export function wholeProcess(
  name: string,
  home: PrivateHome,
  words: readonly string[],
  answer: RegExp,
  program: Program = { file: process.execPath },
): Subject {
  const measure = () => {
    const input = program.input === undefined ? 'ignore' : openSync(program.input, 'r');
    const start = performance.now();
    const { status, stdout, stderr, error } = spawnSync(program.file, words, {
      cwd: home.folder,
      env: childEnvironment(home, program.environment),
      encoding: 'utf8',
      stdio: [input, 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
    const taken = performance.now() - start;
    if (typeof input === 'number') closeSync(input);
    if (error !== undefined)
      throw new Error('code' in error && error.code === 'ENOENT' ? 'not installed' : error.message);
    if (status !== 0 || !answer.test(stdout))
      throw new Error(`ended with ${status}: ${firstLine(stderr || stdout)}`);
    return [taken];
  };
  return { name, measure };
}

/** Another program than this Node, what it reads, and what it is told by its environment. */
export type Program = { file: string; input?: string; environment?: Environment };

/**
 * The most memory that a process of Node's took, in MiB. It tells so itself at its end: Linux counts it anew for each program,
 * while the figure of `resourceUsage` begins with what the process that started it took.
 */
export function peakMemory(name: string, home: PrivateHome, words: readonly string[]): Subject {
  const hook = path.join(home.folder, 'tell-memory.cjs');
  writeFileSync(
    hook,
    `process.on('exit', () => {
      const { existsSync, readFileSync, writeSync } = require('fs');
      const status = '/proc/self/status';
      const most = existsSync(status) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(status, 'utf8'))[1] : process.resourceUsage().maxRSS;
      writeSync(3, String(most));
    });`,
  );
  const measure = () => {
    const { status, output } = spawnSync(process.execPath, ['--require', hook, ...words], {
      cwd: home.folder,
      env: childEnvironment(home),
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    if (status !== 0) throw new Error(`ended with ${status}: ${firstLine(output[2] ?? '')}`);
    return [Number(output[3]) / 1024];
  };
  return { name, measure };
}

/** The most memory that a program in a terminal took until it was ready, in MiB; Linux tells it. */
export function peakInTerminal(
  name: string,
  options: TerminalOptions,
  ready: RegExp,
  keys: readonly string[],
): Subject {
  const measure = async () => {
    const terminal = new Terminal(options);
    try {
      terminal.press(...keys);
      await written(terminal, ready);
      await sleep(300);
      const status = readFileSync(`/proc/${terminal.pid}/status`, 'utf8');
      return [Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024];
    } finally {
      await terminal.close();
    }
  };
  return { name, measure };
}

/**
 * From a key until the screen stands still again, for the letters of a word that are typed and taken back. Programs that
 * answer in several pieces (the letter at once, what it finds later) are timed to their last piece.
 */
export function untilSettled(
  name: string,
  options: TerminalOptions,
  ready: RegExp,
  typing: { opens: readonly string[]; word: string; quiet: number },
): Subject {
  const measure = async () => {
    const terminal = new Terminal(options);
    try {
      await written(terminal, ready);
      await sleep(500);
      if (typing.opens.length > 0) await settled(terminal, typing.opens, 300);
      const taken: number[] = [];
      for (const key of [...typing.word.split(''), ...Array<string>(typing.word.length).fill('Backspace')])
        taken.push(await settled(terminal, [key], typing.quiet));
      return taken;
    } finally {
      await terminal.close();
    }
  };
  return { name, measure };
}

/** Milliseconds from the keys to the last output before the program was quiet for so long. */
async function settled(terminal: Terminal, keys: readonly string[], quiet: number): Promise<number> {
  const start = performance.now();
  const output = { last: 0 };
  terminal.onOutput = () => {
    output.last = performance.now();
  };
  terminal.press(...keys);
  while (output.last === 0 || performance.now() - output.last < quiet) {
    if (performance.now() - start > PATIENCE)
      throw new Error(`never answered; the screen's last line is: ${lastLine(terminal)}`);
    await sleep(5);
  }
  terminal.onOutput = () => {};
  return output.last - start;
}

/** From a program's start in a terminal until it has written what is wanted; keys are typed ahead, at once. */
export function untilShown(
  name: string,
  options: TerminalOptions,
  wanted: RegExp,
  keys: readonly string[] = [],
): Subject {
  const measure = async () => {
    const start = performance.now();
    const terminal = new Terminal(options);
    try {
      terminal.press(...keys);
      return [(await written(terminal, wanted)) - start];
    } finally {
      await terminal.close();
    }
  };
  return { name, measure };
}

/** From a key until the program answers on the screen, for a handful of keys that move up and down. */
export function untilRepainted(name: string, options: TerminalOptions, ready: RegExp): Subject {
  const measure = async () => {
    const terminal = new Terminal(options);
    try {
      await written(terminal, ready);
      // What still loads behind the first frame must not be counted as a key's.
      await sleep(500);
      const taken: number[] = [];
      for (let key = 0; key < KEYS; key += 1) {
        taken.push(await answerTo(terminal, key % 2 === 0 ? 'j' : 'k'));
        await sleep(BETWEEN_KEYS);
      }
      return taken;
    } finally {
      await terminal.close();
    }
  };
  return { name, measure };
}

async function answerTo(terminal: Terminal, key: string): Promise<number> {
  const start = performance.now();
  const answered = nextOutput(terminal, () => true);
  terminal.press(key);
  return (await answered) - start;
}

/** When the program's output, its escape codes left out, came to hold the pattern. */
async function written(terminal: Terminal, wanted: RegExp): Promise<number> {
  const holds = () => wanted.test(stripVTControlCharacters(terminal.output));
  return holds() ? performance.now() : nextOutput(terminal, holds);
}

async function nextOutput(terminal: Terminal, holds: () => boolean): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let waiting = true;
  const refuse = (why: string) => {
    if (waiting) reject(new Error(`${why}; the screen's last line is: ${lastLine(terminal)}`));
  };
  const timer = setTimeout(() => refuse('never came'), PATIENCE);
  void terminal.exitCode().then((code) => refuse(`ended with ${code}`));
  terminal.onOutput = () => {
    if (holds()) resolve(performance.now());
  };
  return promise.finally(() => {
    waiting = false;
    terminal.onOutput = () => {};
    clearTimeout(timer);
  });
}

function lastLine(terminal: Terminal): string {
  return terminal.screen().findLast((line) => line !== '') ?? 'nothing';
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
