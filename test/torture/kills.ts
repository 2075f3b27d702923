import { setTimeout as wait } from 'node:timers/promises';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject } from '../support/project.ts';
import { numbers } from '../support/random-changes.ts';
import { aftermath, startWriter } from './writers.ts';
import type { Tally } from './tally.ts';

/** How many kills one file gets: a file that grew through all of them would make the last ones slow, not harder. */
const killsOfFile = 50;

/** Files that are written at the same time: starting a process is mostly waiting. */
const atOnce = 4;

/** Ends a writing process at a random moment, again and again, and looks at the file after each. */
export async function killStorm(times: number): Promise<Tally> {
  const each = Math.ceil(times / atOnce);
  const storms = await Promise.all(Array.from({ length: atOnce }, async (_, nth) => oneStorm(each, nth)));
  const sum = (name: 'acknowledged' | 'lost' | 'unreadable' | 'uncaught'): number =>
    storms.reduce((total, storm) => total + storm[name], 0);
  return {
    fault: 'kill -9 while writing',
    times: each * atOnce,
    acknowledged: sum('acknowledged'),
    lost: sum('lost'),
    unreadable: sum('unreadable'),
    uncaught: sum('uncaught'),
    problems: storms.flatMap(({ problems }) => problems),
  };
}

async function oneStorm(times: number, nth: number): Promise<Omit<Tally, 'fault' | 'times'>> {
  const next = numbers(20_220_311 + nth);
  const total = { acknowledged: 0, lost: 0, unreadable: 0, uncaught: 0, problems: [] as string[] };
  let path = '';
  let steps: number[] = [];
  for (let kill = 0; kill < times; kill += 1) {
    if (kill % killsOfFile === 0) {
      const project = makeProject(`storm ${nth} ${kill}`, false);
      ({ path } = project.store);
      steps = [];
      closeStore(project.store);
    }
    const { child, said, spoken, stepped, ended } = startWriter(path, `kill-${kill}`, '1000000', 'drafts');
    // A slow machine takes longer for the first step than the wait: every other writer is let come to it, so that some have steps to lose.
    await Promise.race([kill % 2 === 0 ? stepped : spoken, ended]);
    await wait(next(150));
    child.kill('SIGKILL');
    await ended;
    steps.push(...said.steps);
    total.acknowledged += said.steps.length;
    if (said.errors !== '' || child.signalCode !== 'SIGKILL') {
      total.uncaught += 1;
      total.problems.push(said.errors);
    }
    try {
      const found = aftermath(path, steps, kill % 10 === 9 || kill === times - 1, {
        title: `kill-${kill}`,
        number: said.draft,
      });
      total.lost += found.lost;
      total.unreadable += found.problems.length > 0 ? 1 : 0;
      total.problems.push(...found.problems);
    } catch (error) {
      total.unreadable += 1;
      total.problems.push(String(error));
    }
  }
  return total;
}
