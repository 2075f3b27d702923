/**
 * `npm run torture [-- --long] [-- --kills N] [-- --changes N]`: hurts the program, counts what was acknowledged, and prints what was lost.
 * Bounded for CI; `--long` writes the documentation's table, docs/torture.md.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { damages } from '../support/damaged.ts';
import { sufferAll } from './damage.ts';
import { powerStorm } from './power.ts';
import { hostileFiles, readAll } from './hostile.ts';
import { killStorm } from './kills.ts';
import { pageOf, tableOf, type Tally } from './tally.ts';
import { together } from './together.ts';

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    kills: { type: 'string' },
    changes: { type: 'string' },
    damages: { type: 'string' },
    losses: { type: 'string' },
  },
});
const bounded = values.long
  ? { kills: 1000, changes: 10_000, damages: 400, losses: 2000 }
  : { kills: 12, changes: 60, damages: 12, losses: 60 };
const kills = Number(values.kills ?? bounded.kills);
const changes = Number(values.changes ?? bounded.changes);
const losses = Number(values.losses ?? bounded.losses);
const hurts = Number(values.damages ?? bounded.damages);

const tallies: Tally[] = [];
const began = Date.now();
for (const work of [
  async () => killStorm(kills),
  async () => powerStorm(losses),
  async () => together(changes),
  ...Object.keys(damages).map((kind) => async () => sufferAll(kind, hurts)),
  ...Object.keys(hostileFiles).map((kind) => async () => readAll(kind, Math.ceil(hurts / 20))),
]) {
  tallies.push(await work());
  if (values.long) console.error(tableOf(tallies.slice(-1)).split('\n').at(-1));
}
console.log(tableOf(tallies));
if (values.long) writeFileSync('docs/torture.md', pageOf(tallies));
console.log(`\n${Math.round((Date.now() - began) / 1000)} s`);
const bad = tallies.filter(({ lost, unreadable, uncaught }) => lost + unreadable + uncaught > 0);
for (const { problems } of bad) console.error(problems.slice(0, 5).join('\n'));
process.exitCode = bad.length === 0 ? 0 : 1;
