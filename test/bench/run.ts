// `npm run bench [-- --rounds N]`: whole processes and a real terminal, each beside the floor it is measured against.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makePrivateHome } from '../support/private-home.ts';
import { launcher, runLuotsi } from '../support/run.ts';
import { interleave, type Subject } from './measure.ts';
import { report, type Goal } from './report.ts';
import { untilRepainted, untilShown, wholeProcess } from './subjects.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });

const home = makePrivateHome();
const { stdout, stderr } = await runLuotsi(['sample', '--path'], { home });
const sample = stdout.trim();
if (!existsSync(sample)) console.error(`The sample project could not be made: ${stderr || stdout}`);

const node = (script: string): [string, ...string[]] => [process.execPath, '-e', script];
const openSample = { home, arguments: ['--file', sample] };

// The least that a program can do about a key: two lines written anew.
const rawKeys = node(String.raw`
  process.stdin.setRawMode(true);
  process.stdin.on('data', () => process.stdout.write('\x1b[5;1H  one\x1b[K\x1b[6;1H> two\x1b[K'));
  process.stdout.write('\x1b[?1049h\x1b[Hready');`);

const subjects: Subject[] = [
  wholeProcess('node -e 0', home, ['-e', '0'], /^$/),
  wholeProcess('luotsi --version', home, [launcher, '--version'], /^\d+\.\d+\.\d+\n$/),
  wholeProcess('luotsi today', home, [launcher, 'today', '--file', sample], /\d/),
  untilShown('node prints a line', { home, program: node('console.log(1)') }, /1/),
  untilShown('first frame', openSample, /Luotsi[\s\S]*\?/),
  // A key typed ahead is answered once Ink is mounted and live; `?` opens the help.
  untilShown('console live', openSample, /Esc/, ['?']),
  untilRepainted('raw key', { home, program: rawKeys }, /ready/),
  untilRepainted('cursor key', openSample, /Luotsi[\s\S]*\?/),
];

const goals: Goal[] = [
  { subject: 'luotsi --version', floor: 'node -e 0', gate: 1.4, stretch: 1.15 },
  { subject: 'luotsi today', floor: 'node -e 0', gate: 1.4, stretch: 1.15 },
  { subject: 'first frame', floor: 'node prints a line', gate: 1.5, stretch: 1.25 },
  { subject: 'console live', floor: 'node prints a line', gate: 5, stretch: 3.5 },
  { subject: 'cursor key', floor: 'raw key', gate: 10, stretch: 6 },
  { subject: 'cursor key', gate: 20, stretch: 12 },
];

const { text, met } = report(await interleave(subjects, Number(values.rounds)), goals);
console.log(text);
process.exitCode = met ? 0 : 1;
