/**
 * `npm run bench [-- --quick | --all] [--only GROUP,…] [--out FILE] [--compare FILE]`: every goal beside its floor and, where
 * installed, its peers, in one run; `--all` makes a million records as well: half an hour, 8 GB of memory, 5 GB of disk.
 * Generated projects are kept in BENCH_WORK, else in the platform's temporary folder.
 */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makePrivateHome, type PrivateHome } from '../support/private-home.ts';
import { asOfGroup } from './as-of.ts';
import { commandGroup, peerGroup, type Group } from './commands.ts';
import { cursorGroup, startGroup, typingGroup } from './console.ts';
import { framesGroup } from './frames.ts';
import { generated, plannerSize, sizeOf, tasksOf, workFolder } from './generate.ts';
import { lookupGroup } from './lookup.ts';
import { interleave } from './measure.ts';
import { millionGroup } from './million.ts';
import { recallGroup } from './recall.ts';
import { goalTable, judge, keyOf, timesTable, type Judged } from './report.ts';
import { fileGroup, importGroup, writeGroup } from './store.ts';
import { tableGroup } from './tables.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    only: { type: 'string' },
    out: { type: 'string' },
    compare: { type: 'string' },
  },
});
const { quick, all } = values;

// The project's zone is the machine's own for everyone here: asking Intl for another costs a start 20 ms.
process.env['TZ'] = 'Europe/Helsinki';

// Compiled code of its own: tests and other checkouts would put theirs in its place.
const home = ownCache(makePrivateHome());
const few = <Times>(quickly: Times, usually: Times): Times => (quick ? quickly : usually);

function ownCache({ folder, environment }: PrivateHome): PrivateHome {
  return { folder, environment: { ...environment, XDG_CACHE_HOME: path.join(folder, 'cache') } };
}

/** Groups by the name that `--only` takes; made when they are measured, so that no file is generated in vain. */
function groups(): Record<string, () => Group[]> {
  const planner = () => generated(plannerSize);
  const small = () => generated(sizeOf(1000));
  const middle = () => generated(sizeOf(10_000));
  const large = () => generated(sizeOf(few(10_000, 100_000)));
  const tasks = (records: number) => generated(tasksOf(records));
  const sizes = () => [planner(), small(), ...few([], [middle()]), large()];
  return {
    recall: () => [recallGroup()],
    commands: () => [commandGroup(home, sizes(), few(6, 15))],
    peers: () => [
      peerGroup(home, tasks(10_000), few(3, 10)),
      ...few([], [peerGroup(home, tasks(100_000), 4)]),
    ],
    start: () => [startGroup(home, [planner(), small(), large()], few(3, 10))],
    cursor: () => [cursorGroup(home, planner(), few(2, 6))],
    frames: () => [framesGroup(home, large(), 1)],
    typing: () => [
      typingGroup(home, tasks(10_000), few(1, 3)),
      ...few([], [typingGroup(home, tasks(100_000), 2)]),
    ],
    lookup: () => [lookupGroup(large(), few(2, 5))],
    write: () => [writeGroup(middle(), few(100, 400))],
    import: () => [importGroup(all ? 100_000 : few(1000, 10_000), few(1, 2))],
    tables: () => [tableGroup(few(5000, 50_000), few(1, 2))],
    file: () => [fileGroup(all ? large() : middle(), few(2, 4))],
    asof: () => [asOfGroup(large(), few(2, 4))],
    million: () => (all ? [millionGroup(home, large(), generated(sizeOf(1_000_000)), 5)] : []),
  };
}

function machine(): string {
  const cores = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${cores[0]?.model.trim() ?? 'unknown processor'}, ${cores.length} cores, ${memory}, ${process.platform} ${release()}, Node ${process.version}`;
}

function earlier(file: string): Map<string, number> {
  const { goals } = JSON.parse(readFileSync(file, 'utf8')) as { goals: Judged[] };
  return new Map(goals.flatMap((goal) => (goal.figure === null ? [] : [[keyOf(goal), goal.figure]])));
}

const wanted = values.only?.split(',');
const judged: Judged[] = [];
const times: Record<string, unknown> = {};
const began = performance.now();
for (const [name, make] of Object.entries(groups())) {
  if (wanted !== undefined && !wanted.includes(name)) continue;
  for (const { title, prepare, subjects, rounds, goals } of make()) {
    await prepare?.();
    const results = await interleave(subjects, rounds, rounds > 1 ? 1 : 0);
    console.log(`\n${title}\n${timesTable(results)}`);
    judged.push(...goals.map((goal) => judge(results, goal)));
    for (const [subject, taken] of results) times[subject] = taken;
  }
}

console.log(`\n${machine()}\n`);
console.log(goalTable(judged, values.compare === undefined ? undefined : earlier(values.compare)));
const short = judged.filter(({ verdict }) => verdict === 'SHORT' || verdict === 'NOT MEASURED').length;
console.log(
  `\n${judged.length - short} of ${judged.length} goals kept, ${((performance.now() - began) / 1000).toFixed(0)} s`,
);
if (values.out !== undefined) {
  const result = { machine: machine(), quick, goals: judged, times };
  writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
}
// Copies that were written to are of no further use.
for (const name of readdirSync(workFolder()))
  if (name.includes(`${process.pid}-`)) rmSync(path.join(workFolder(), name), { force: true });
process.exitCode = short === 0 ? 0 : 1;
