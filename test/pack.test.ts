import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { findOldNode, pretender, type OldNode } from './support/old-node.ts';
import { makePrivateHome } from './support/private-home.ts';
import { runProgram } from './support/run.ts';

const { folder } = makePrivateHome();
const installed = path.join(folder, 'node_modules/luotsi');
const launcher = path.join(installed, 'bin/luotsi.cjs');

beforeAll(() => {
  const packed = npm(['pack', '--json', '--pack-destination', folder], process.cwd());
  // The scripts that npm runs before packing say their names on the same stream.
  const files = JSON.parse(packed.slice(packed.indexOf('[\n'))) as { filename: string }[];
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const tarball = path.join(folder, files[0]?.filename ?? '');
  npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', tarball], folder);
});

test('the package, installed without scripts and developers’ tools, runs', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const outcome = await runProgram(process.execPath, [launcher, '--version']);
  expect(outcome).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('the installed package opens the sample and says what is due', async () => {
  const home = makePrivateHome();
  const environment = { LANG: 'fi_FI.UTF-8' };
  const sample = await runProgram(process.execPath, [launcher, 'sample'], { home, environment });
  expect(sample).toMatchObject({ code: 0, stderr: '' });
  expect(sample.stdout).toContain('Tsemppariklubi: Teams-vinkit');
  const today = await runProgram(process.execPath, [launcher, 'today', '--json'], { home, environment });
  expect(today).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(today.stdout)).toContainEqual(
    expect.objectContaining({ code: 'TK-15', day: '2023-03-22', time: '09:00', kind: 'session' }),
  );
});

test.each<[string, OldNode]>([
  ['that is here', findOldNode()],
  ['that only says it is', pretender()],
])(
  'an old Node (one %s) is told what to install, in the user’s language',
  async (_, { command, version }) => {
    const [node, ...words] = command;
    const speak = async (LANG: string) =>
      runProgram(node, [...words, launcher, 'today'], { environment: { LANG } });
    expect(await speak('en_GB.UTF-8')).toEqual({
      code: 1,
      stdout: '',
      stderr: `Luotsi needs Node.js 22.12 or newer (this is ${version}): install it from https://nodejs.org and start Luotsi again.\n`,
    });
    expect(await speak('fi_FI.UTF-8')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Luotsi tarvitsee Node.js-version 22\.12 tai uudemman/),
    });
  },
);

test('a clone that has not been built says how to build it', async () => {
  const clone = path.join(folder, 'clone');
  mkdirSync(path.join(clone, 'bin'), { recursive: true });
  writeFileSync(path.join(clone, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(clone, 'bin/luotsi.cjs'), readFileSync('bin/luotsi.cjs'));
  const outcome = await runProgram(process.execPath, [path.join(clone, 'bin/luotsi.cjs')], {
    environment: { LANG: 'C' },
  });
  expect(outcome).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('npm run build') });
});

/** npm with the settings of whoever runs the tests: it needs their registry and may use their cache. */
function npm(words: readonly string[], cwd: string): string {
  return execFileSync('npm', words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
