import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { settingsPath } from '../../source/settings/settings.ts';
import { makePrivateHome, type PrivateHome } from '../support/private-home.ts';
import { launcher } from '../support/run.ts';
import { benchDay } from './entries.ts';
import { workFolder, type Generated } from './generate.ts';
import { against, timesOf, type Subject } from './measure.ts';
import { peakMemory, wholeProcess } from './subjects.ts';
import { markerWord } from './words.ts';
import type { Goal } from './report.ts';

export const floorName = 'node -e 0';

/** What the bench measures of one kind, and the goals that its figures are held to. */
export interface Group {
  readonly title: string;
  /** Done once, before the first round. */
  readonly prepare?: () => Promise<void>;
  readonly subjects: readonly Subject[];
  readonly rounds: number;
  readonly goals: readonly Goal[];
}

const twenty = /(?:○[\s\S]*?){20}/;
const twelve = new RegExp(`(?:${markerWord}[\\s\\S]*?){12}`);
const sized = (name: string, { records }: { records: number }): string => `${name} @${records}`;

/** Whole processes of commands that draw no screen, beside Node's own start. */
export function commandGroup(home: PrivateHome, sizes: readonly Generated[], rounds: number): Group {
  const [planner, small, large] = [sizes[0], sizes[1], sizes.at(-1)];
  if (planner === undefined || small === undefined || large === undefined) throw new Error('Too few sizes');
  const luotsi = (name: string, words: readonly string[], answer: RegExp, at_ = home): Subject =>
    wholeProcess(name, at_, [launcher, ...words], answer);
  const subjects = [
    wholeProcess(floorName, home, ['-e', '0'], /^$/),
    luotsi('--version', ['--version'], /^\d+\.\d+\.\d+\n$/),
    luotsi('today, last file', ['today'], twenty, homeWith(planner, home)),
    ...sizes.flatMap((size) => {
      const file = ['--file', size.file];
      const list = ['action', 'list', '--where', `due>=${benchDay}`, '--limit', '20', ...file];
      return [
        luotsi(sized('today', size), ['today', ...file], twenty),
        luotsi(sized('next 20', size), list, /(?:T-\d+[\s\S]*?){20}/),
        luotsi(sized('find', size), ['find', markerWord, ...file], twelve),
        luotsi(sized('find kok', size), ['find', 'kok', ...file], /kok/i),
        luotsi(sized('add', size), ['add', 'Uusi kokous lausunnosta 1.12.2027', '--file', copyOf(size)], /./),
      ];
    }),
    peakMemory('memory of node -e 0', home, ['-e', '0']),
    ...[planner, small, large].map((size) =>
      peakMemory(sized('memory of today', size), home, [launcher, 'today', '--file', size.file]),
    ),
  ];
  return { title: 'Commands', subjects, rounds, goals: commandGoals(planner, small, large) };
}

function commandGoals(planner: Generated, small: Generated, large: Generated): Goal[] {
  const start = (row: string, name: string, gate: number, stretch: number): Goal => ({
    row,
    name: `${name} × node -e 0`,
    figure: against(name, floorName),
    unit: '×',
    gate,
    stretch,
  });
  const growth = (name: string): Goal => ({
    row: '7',
    name: `growth of ${name}, ${small.records} to ${large.records}`,
    figure: against(sized(name, large), sized(name, small)),
    unit: '×',
    gate: 1.15,
    stretch: 1.05,
  });
  return [
    start('1', sized('today', planner), 1.4, 1.15),
    start('1', 'today, last file', 1.4, 1.15),
    start('1', sized('next 20', planner), 1.4, 1.15),
    start('3', sized('add', planner), 1.5, 1.3),
    start('4', sized('find', large), 1.4, 1.2),
    start('4', sized('find kok', large), 1.4, 1.2),
    ...['today', 'next 20', 'add', 'memory of today'].map(growth),
    {
      row: '16',
      name: 'peak memory of today × node -e 0',
      figure: against(sized('memory of today', planner), 'memory of node -e 0'),
      unit: '×',
      gate: 1.25,
      stretch: 1.15,
    },
  ];
}

/** Taskwarrior and fzf on the same tasks, each beside what it is compared with. */
export function peerGroup(
  home: PrivateHome,
  { file, lines, tasks, records }: Generated,
  rounds: number,
): Group {
  const rc = path.join(home.folder, `taskrc-${records}`);
  writeFileSync(
    rc,
    `data.location=${tasks}\nconfirmation=off\nverbose=nothing\ncolor=off\nnews.version=99.0.0\nreport.bydue.columns=id,due,project,tags,description.desc\nreport.bydue.labels=ID,Due,Project,Tags,Description\nreport.bydue.sort=due+\nreport.bydue.filter=status:pending\n`,
  );
  const task = { file: 'task', environment: { TASKRC: rc } };
  const names = { task: `taskwarrior @${records}`, fzf: `fzf --filter @${records}` };
  const ours = { today: `today beside it @${records}`, find: `find beside it @${records}` };
  const peer = (
    row: string,
    name: string,
    subject: string,
    own: string,
    gate: number,
    stretch: number,
  ): Goal => ({
    row,
    name,
    figure: (results) => {
      timesOf(results, subject);
      return 1 / against(own, subject)(results);
    },
    unit: '×',
    gate,
    stretch,
    atLeast: true,
    peer: true,
  });
  const isLarge = records >= 100_000;
  return {
    title: `Peers at ${records}`,
    rounds,
    subjects: [
      wholeProcess(names.task, home, ['limit:20', 'bydue'], /2026-11-2/, task),
      wholeProcess(ours.today, home, [launcher, 'today', '--file', file], twenty),
      wholeProcess(names.fzf, home, ['-e', '--filter', markerWord], twelve, { file: 'fzf', input: lines }),
      wholeProcess(ours.find, home, [launcher, 'find', markerWord, '--file', file], twelve),
    ],
    goals: [
      peer(
        '2',
        `taskwarrior ÷ today @${records}`,
        names.task,
        ours.today,
        isLarge ? 60 : 5,
        isLarge ? 90 : 7,
      ),
      ...(isLarge ? [peer('4', `fzf ÷ find @${records}`, names.fzf, ours.find, 8, 12)] : []),
    ],
  };
}

/** A home whose settings name the file as the one last opened. */
/** A planner whose last file this is; compiled code is kept where the others have theirs. */
function homeWith({ file }: Generated, { environment }: PrivateHome): PrivateHome {
  const { folder, environment: own } = makePrivateHome();
  const home = { folder, environment: { ...own, XDG_CACHE_HOME: environment['XDG_CACHE_HOME'] } };
  const settings = settingsPath(home.environment);
  mkdirSync(path.dirname(settings), { recursive: true });
  writeFileSync(settings, JSON.stringify({ files: [file] }));
  return home;
}

/** A copy to write to: the generated file stays as it is. */
export function copyOf({ file, records }: Generated): string {
  const copy = path.join(workFolder(), `copy-${process.pid}-${records}.luotsi`);
  copyFileSync(file, copy);
  return copy;
}
