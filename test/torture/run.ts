/**
 * `npm run torture [-- --long] [-- --kills N] [-- --changes N]`: hurts the program, counts what was acknowledged, and prints what was lost.
 * Bounded for CI; `--long` writes the documentation's table, docs/torture.md. Each part is a process of its own, so that none waits
 * for another.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { damages } from '../support/damaged.ts';
import { sufferAll } from './damage.ts';
import { hostileFiles, readAll } from './hostile.ts';
import { killStorm } from './kills.ts';
import { powerStorm } from './power.ts';
import { pageOf, tableOf, type Tally } from './tally.ts';
import { together } from './together.ts';

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    kills: { type: 'string' },
    losses: { type: 'string' },
    changes: { type: 'string' },
    damages: { type: 'string' },
    part: { type: 'string' },
  },
});
const bounded = values.long
  ? { kills: 1000, losses: 1000, changes: 10_000, damages: 60 }
  : { kills: 12, losses: 20, changes: 60, damages: 8 };
const kills = Number(values.kills ?? bounded.kills);
const losses = Number(values.losses ?? bounded.losses);
const changes = Number(values.changes ?? bounded.changes);
const hurts = Number(values.damages ?? bounded.damages);

async function inTurn(
  names: readonly string[],
  work: (name: string) => Tally | Promise<Tally>,
): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const name of names) tallies.push(await work(name));
  return tallies;
}

const parts: Readonly<Record<string, () => Promise<Tally[]>>> = {
  kills: async () => [await killStorm(kills)],
  power: async () => [await powerStorm(losses)],
  writers: async () => [await together(changes)],
  damage: async () => inTurn(Object.keys(damages), (kind) => sufferAll(kind, hurts)),
  hostile: async () =>
    inTurn(Object.keys(hostileFiles), async (kind) => readAll(kind, Math.ceil(hurts / 10))),
};

const own = fileURLToPath(import.meta.url);

async function inProcess(part: string): Promise<Tally[]> {
  const words = [own, ...process.argv.slice(2), '--part', part];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { maxBuffer: 1 << 26 });
  if (stderr !== '') throw new Error(stderr);
  const tallies = JSON.parse(stdout) as Tally[];
  if (values.long) console.error(tableOf(tallies).split('\n').slice(2).join('\n'));
  return tallies;
}

async function whole(): Promise<void> {
  const began = Date.now();
  const tallies = (await Promise.all(Object.keys(parts).map(inProcess))).flat();
  console.log(tableOf(tallies));
  if (values.long) writeFileSync('docs/torture.md', pageOf(tallies));
  console.log(`\n${Math.round((Date.now() - began) / 1000)} s`);
  const bad = tallies.filter(({ lost, unreadable, uncaught }) => lost + unreadable + uncaught > 0);
  for (const { problems } of bad) console.error(problems.slice(0, 5).join('\n'));
  process.exitCode = bad.length === 0 ? 0 : 1;
}

const part = values.part === undefined ? undefined : parts[values.part];
if (part === undefined) await whole();
else console.log(JSON.stringify(await part()));
