/** What a key costs on a long list: time, bytes on the line, and memory after thousands of frames. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Terminal, type TerminalOptions } from '../support/pseudo-terminal.ts';
import { against, againstAt, at } from './measure.ts';
import type { PrivateHome } from '../support/private-home.ts';
import type { Group } from './commands.ts';
import type { Generated } from './generate.ts';
import type { Subject } from './measure.ts';

const patience = 20_000;
const quiet = 40;
const measuredKeys = 60;
const manyFrames = 3000;
const earlyFrames = 300;

/** The least that a program can do about a key: two lines written anew. */
const rawEcho: [string, ...string[]] = [
  process.execPath,
  '-e',
  String.raw`
  process.stdin.setRawMode(true);
  process.stdin.on('data', () => process.stdout.write('\x1b[5;1H  one\x1b[K\x1b[6;1H> two\x1b[K'));
  process.stdout.write('\x1b[?1049h\x1b[Hready');`,
];

/** What came back for a key: milliseconds to its last byte before the line was quiet, and how many bytes. */
async function answered(terminal: Terminal, key: string): Promise<{ time: number; bytes: number }> {
  const start = performance.now();
  const output = { last: 0, bytes: 0 };
  terminal.onOutput = (data) => {
    output.last = performance.now();
    output.bytes += Buffer.byteLength(data);
  };
  terminal.press(key);
  while (output.last === 0 || performance.now() - output.last < quiet) {
    if (performance.now() - start > patience) throw new Error(`no answer to ${key}`);
    await sleep(2);
  }
  terminal.onOutput = () => {};
  return { time: output.last - start, bytes: output.bytes };
}

interface Watched {
  readonly options: TerminalOptions;
  readonly ready: string | RegExp;
  /** Keys that lead to the list. */
  readonly opens: readonly string[];
}

async function opened({ options, ready, opens }: Watched): Promise<Terminal> {
  const terminal = new Terminal(options);
  await terminal.expect(ready, { timeout: patience });
  for (const key of opens) {
    terminal.press(key);
    await terminal.settled(200);
  }
  await terminal.settled(500);
  return terminal;
}

/** Down a list and up again, a page now and then, so that all of its rows change too. */
const keyAt = (index: number): string =>
  index % 10 === 9 ? (index % 20 === 9 ? 'PageDown' : 'PageUp') : index % 40 < 20 ? 'j' : 'k';

function perKey(name: string, watched: Watched, part: 'time' | 'bytes'): Subject {
  const measure = async (): Promise<number[]> => {
    const terminal = await opened(watched);
    try {
      const taken: number[] = [];
      for (let index = 0; index < measuredKeys; index += 1)
        taken.push((await answered(terminal, keyAt(index)))[part]);
      return taken;
    } finally {
      await terminal.close();
    }
  };
  return { name, measure };
}

/** MiB that stay resident after so many keys, each given when the one before has been drawn. */
function memoryAfter(name: string, watched: Watched, frames: number): Subject {
  const measure = async (): Promise<number[]> => {
    const terminal = await opened(watched);
    try {
      for (let index = 0; index < frames; index += 1) {
        const drawn = new Promise<void>((resolve) => {
          terminal.onOutput = () => resolve();
        });
        terminal.press(keyAt(index));
        await Promise.race([drawn, sleep(1000)]);
      }
      await terminal.settled(500);
      const status = readFileSync(`/proc/${terminal.pid}/status`, 'utf8');
      return [Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024];
    } finally {
      await terminal.close();
    }
  };
  return { name, measure };
}

export function framesGroup(home: PrivateHome, large: Generated, rounds: number): Group {
  const list: Watched = {
    options: { home, arguments: ['--file', large.file] },
    ready: /\? /,
    // The people, the longest of the lists.
    opens: ['7'],
  };
  const floor: Watched = { options: { home, program: rawEcho }, ready: 'ready', opens: [] };
  const named = (name: string): string => `${name} @${large.records}`;
  const [time, bytes] = [named('key on a list'), named('bytes a key')];
  const [early, late] = [
    named(`memory after ${earlyFrames} frames`),
    named(`memory after ${manyFrames} frames`),
  ];
  return {
    title: `Console, frames of a list at ${large.records}`,
    rounds,
    subjects: [
      perKey('raw echo', floor, 'time'),
      perKey('bytes of a raw echo', floor, 'bytes'),
      memoryAfter('memory of a raw echo', floor, earlyFrames),
      perKey(time, list, 'time'),
      perKey(bytes, list, 'bytes'),
      memoryAfter(early, list, earlyFrames),
      memoryAfter(late, list, manyFrames),
    ],
    goals: [
      {
        row: '11',
        name: 'key on a list, p95',
        figure: at(time, 0.95),
        unit: 'ms',
        gate: 20,
        stretch: 12,
      },
      {
        row: '11',
        name: 'key on a list × raw echo',
        figure: againstAt(time, 'raw echo', 0.5),
        unit: '×',
        gate: 10,
        stretch: 6,
      },
      {
        row: 'frames',
        name: 'bytes a key, median',
        figure: at(bytes, 0.5),
        unit: '',
        gate: 4000,
        stretch: 2000,
      },
      {
        row: 'frames',
        name: 'bytes a key, p95',
        figure: at(bytes, 0.95),
        unit: '',
        gate: 6000,
        stretch: 4000,
      },
      {
        row: 'frames',
        name: 'bytes a key × raw echo',
        figure: against(bytes, 'bytes of a raw echo'),
        unit: '×',
      },
      {
        row: 'frames',
        name: `growth of memory, ${earlyFrames} to ${manyFrames} frames`,
        figure: against(late, early),
        unit: '×',
        gate: 1.5,
        stretch: 1.2,
      },
      {
        row: '16',
        name: `memory after ${manyFrames} frames × raw echo`,
        figure: against(late, 'memory of a raw echo'),
        unit: '×',
        gate: 2.6,
        stretch: 2,
      },
    ],
  };
}
