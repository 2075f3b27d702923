import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openProject } from '../../source/services/project/project-file.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { verifyChain } from '../../source/store/journal/verify.ts';
import { compiledCode } from '../support/private-home.ts';
import { makeProject } from '../support/project.ts';
import { numbers } from '../support/random-changes.ts';
import { workedOut, workedOutAnew } from '../support/snapshot.ts';

const probe = fileURLToPath(new URL('../support/writer-probe.ts', import.meta.url));

/** A process that writes until it is killed or done, and the steps that it has said to be on disk. */
function startWriter(path: string, ...words: string[]) {
  const child = spawn(process.execPath, [probe, path, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Compiled code depends on nothing but the program; without this each start costs half a second.
    env: { ...process.env, NODE_COMPILE_CACHE: compiledCode },
  });
  const said = { steps: [] as number[], errors: '' };
  let rest = '';
  child.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n');
    rest = lines.pop() ?? '';
    said.steps.push(...lines.map(Number));
  });
  child.stderr.on('data', (data: Buffer) => (said.errors += data.toString()));
  return { child, said, ended: once(child, 'close') };
}

/** The file is whole, and holds every step that was said to be on disk. */
function expectWhole(path: string, steps: readonly number[]): void {
  const project = openProject(path, {});
  const { store } = project;
  expect(store.database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(store.database.pragma('foreign_key_check')).toEqual([]);
  expect(verifyChain(store)).toEqual([]);
  const there = new Set(
    store
      .sql('SELECT seq FROM step')
      .all()
      .map(({ seq }) => seq),
  );
  expect(steps.filter((step) => !there.has(step))).toEqual([]);
  expect(workedOut(store)).toEqual(workedOutAnew(store));
  closeStore(store);
}

// First, for a process that ends by itself leaves its compiled code for the next ones.
test('Two processes that write to one file at once lose nothing', async () => {
  const project = makeProject('together', false);
  const { path } = project.store;
  const writers = ['one', 'other'].map((name) => startWriter(path, name, '15'));
  await Promise.all(writers.map(async ({ ended }) => ended));
  const steps = writers.flatMap(({ said }) => said.steps);
  expect(writers.map(({ said }) => said.errors)).toEqual(['', '']);
  expect(new Set(steps).size).toBe(steps.length);
  const risks = project.store.sql('SELECT title FROM risk ORDER BY title').all();
  expect(risks.length).toBe(30);
  closeStore(project.store);
  expectWhole(path, steps);
}, 60_000);

test('Killed at any moment, the file holds every step that was acknowledged and no half of another', async () => {
  const project = makeProject('crash', false);
  const { path } = project.store;
  closeStore(project.store);
  const next = numbers(20220308);
  const acknowledged: number[] = [];
  for (let kill = 0; kill < 22; kill += 1) {
    const { child, said, ended } = startWriter(path, `kill-${kill}`);
    const before = said.steps.length;
    while (said.steps.length === before && child.exitCode === null) await wait(2);
    await wait(next(60));
    child.kill('SIGKILL');
    await ended;
    expect(said.errors).toBe('');
    expect(child.signalCode).toBe('SIGKILL');
    acknowledged.push(...said.steps);
    if (kill % 3 === 0) expectWhole(path, acknowledged);
  }
  expectWhole(path, acknowledged);
  expect(acknowledged.length).toBeGreaterThan(22);
}, 60_000);
