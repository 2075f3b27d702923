import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Terminal } from '../support/pseudo-terminal.ts';
import { against, againstAt, at } from './measure.ts';
import { peakInTerminal, untilRepainted, untilSettled, untilShown } from './subjects.ts';
import type { PrivateHome } from '../support/private-home.ts';
import type { TerminalOptions } from '../support/pseudo-terminal.ts';
import type { Group } from './commands.ts';
import type { Generated } from './generate.ts';
import type { Subject } from './measure.ts';
import type { Goal } from './report.ts';

const line = 'node prints a line';
const rawKey = 'raw key';
/** The list of today with its last rows, of whatever register they are, and the footer. */
const frame = /\p{Lu}+-\d+[\s\S]*\? /u;

const sized = (name: string, { records }: { records: number }): string => `${name} @${records}`;
const node = (script: string): [string, ...string[]] => [process.execPath, '-e', script];

// The least that a program can do about a key: two lines written anew.
const rawKeys = node(String.raw`
  process.stdin.setRawMode(true);
  process.stdin.on('data', () => process.stdout.write('\x1b[5;1H  one\x1b[K\x1b[6;1H> two\x1b[K'));
  process.stdout.write('\x1b[?1049h\x1b[Hready');`);

/** The launcher keeps compiled code two seconds after the last file was loaded: every start but a user's first has it. */
const keptMilliseconds = 2500;

/** One console that lives until its compiled code is kept: those that are measured are ended as soon as they are live. */
async function untilKept(options: TerminalOptions): Promise<void> {
  const terminal = new Terminal(options);
  try {
    terminal.press('?');
    await terminal.expect(/Esc/);
    await sleep(keptMilliseconds);
  } finally {
    await terminal.close();
  }
}

/** The console in a terminal, from its start to the answers to its keys. */
export function startGroup(home: PrivateHome, sizes: readonly Generated[], rounds: number): Group {
  const [planner, small, large] = [sizes[0], sizes[1], sizes.at(-1)];
  if (planner === undefined || small === undefined || large === undefined) throw new Error('Too few sizes');
  const open = ({ file }: Generated): TerminalOptions => ({ home, arguments: ['--file', file] });
  const waiting = node('console.log("ready"); setTimeout(() => {}, 60_000);');
  const perSize = [planner, small, large].flatMap((size): Subject[] => [
    untilShown(sized('first frame', size), open(size), frame),
    // A key typed ahead is answered once Ink is mounted and live; `?` opens the help.
    untilShown(sized('console live', size), open(size), /Esc/, ['?']),
    peakInTerminal(sized('memory of console', size), open(size), /Esc/, ['?']),
  ]);
  const subjects = [
    untilShown(line, { home, program: node('console.log(1)') }, /1/),
    peakInTerminal('memory of node in a terminal', { home, program: waiting }, /ready/, []),
    ...perSize,
  ];
  const growth = (name: string): Goal => ({
    row: '7',
    name: `growth of ${name}, ${small.records} to ${large.records}`,
    figure: against(sized(name, large), sized(name, small)),
    unit: '×',
    gate: 1.15,
    stretch: 1.05,
  });
  return {
    title: 'Console, start',
    prepare: () => untilKept(open(planner)),
    subjects,
    rounds,
    goals: [
      {
        row: '5',
        name: 'first frame × node printing a line',
        figure: against(sized('first frame', planner), line),
        unit: '×',
        gate: 1.5,
        stretch: 1.25,
      },
      {
        row: '6',
        name: 'console live × node printing a line',
        figure: against(sized('console live', planner), line),
        unit: '×',
        gate: 5,
        stretch: 3.5,
      },
      ...['first frame', 'console live', 'memory of console'].map(growth),
      {
        row: '16',
        name: 'peak memory of the console × node',
        figure: against(sized('memory of console', planner), 'memory of node in a terminal'),
        unit: '×',
        gate: 2.6,
        stretch: 2,
      },
    ],
  };
}

export function cursorGroup(home: PrivateHome, planner: Generated, rounds: number): Group {
  const cursor = sized('cursor key', planner);
  return {
    title: 'Console, cursor',
    rounds,
    subjects: [
      untilRepainted(rawKey, { home, program: rawKeys }, /ready/),
      untilRepainted(cursor, { home, arguments: ['--file', planner.file] }, frame),
    ],
    goals: [
      {
        row: '11',
        name: 'cursor key × raw key',
        figure: against(cursor, rawKey),
        unit: '×',
        gate: 10,
        stretch: 6,
      },
      { row: '11', name: 'cursor key, p95', figure: at(cursor, 0.95), unit: 'ms', gate: 20, stretch: 12 },
    ],
  };
}

/** Letters typed into the look-up, beside fzf on as many lines. */
export function typingGroup(home: PrivateHome, size: Generated, rounds: number): Group {
  const ours = sized('typing in the look-up', size);
  const theirs = sized('typing in fzf', size);
  const isLarge = size.records >= 100_000;
  const typing = { word: 'kokous', quiet: 250 };
  const fzf: TerminalOptions = { home, program: ['sh', '-c', `exec fzf -e < '${size.lines}'`] };
  const installed = spawnSync('fzf', ['--version']).status === 0;
  const missing: Subject = { name: theirs, measure: () => Promise.reject(new Error('not installed')) };
  return {
    title: `Console, typing at ${size.records}`,
    rounds,
    subjects: [
      untilSettled(ours, { home, arguments: ['--file', size.file] }, frame, { ...typing, opens: ['Ctrl+P'] }),
      installed ? untilSettled(theirs, fzf, /(\d+)\/\1/, { ...typing, opens: [] }) : missing,
    ],
    goals: [
      {
        row: '10',
        name: `typing ÷ fzf, p95 @${size.records}`,
        figure: againstAt(ours, theirs, 0.95),
        unit: '×',
        gate: isLarge ? 0.15 : 0.8,
        stretch: isLarge ? 0.1 : 0.5,
        peer: true,
      },
    ],
  };
}
