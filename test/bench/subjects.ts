import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { childEnvironment, type PrivateHome } from '../support/private-home.ts';
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
): Subject {
  const measure = async () => {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: home.folder,
      env: childEnvironment(home),
      encoding: 'utf8',
    });
    const taken = performance.now() - start;
    if (status !== 0 || !answer.test(stdout))
      throw new Error(`ended with ${status}: ${firstLine(stderr || stdout)}`);
    return [taken];
  };
  return { name, measure };
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
