import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { targets } from '../bin/portable-targets.js';
import { makePrivateHome, type PrivateHome } from './support/private-home.ts';
import { openTerminal } from './support/terminal.ts';
import { runProgram, type Outcome } from './support/run.ts';
import { readZip, unpack, type Archive } from './support/unzip.ts';

const { folder } = makePrivateHome();

/** Made as `npm run portable` makes it; what is only looked at is not pressed. */
function archiveFor(platform: string, level: string): Archive {
  const out = path.join(folder, platform);
  execFileSync(process.execPath, ['bin/portable.js', platform, '--out', out, '--level', level], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return readZip(path.join(out, readdirSync(out)[0] ?? ''));
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('unpacked in a bare folder', () => {
  const place = path.join(folder, 'Omat tiedostot – hänen');
  const start = path.join(place, 'luotsi/luotsi');
  let home: PrivateHome;

  beforeAll(() => {
    unpack(archiveFor('linux-x64', '1'), place);
    home = makePrivateHome();
  }, 120_000);

  /** No Node and nothing else is on the path, and the home has only what every home has. */
  const bare = {
    PATH: '/nonexistent',
    XDG_CONFIG_HOME: undefined,
    XDG_DATA_HOME: undefined,
    XDG_STATE_HOME: undefined,
    XDG_CACHE_HOME: undefined,
  };
  const run = async (...words: string[]): Promise<Outcome> =>
    runProgram(start, words, { home, environment: bare });

  test('it makes the sample, and tells, finds and adds', async () => {
    const sample = await run('sample');
    expect(sample).toMatchObject({ code: 0, stderr: '' });
    expect(sample.stdout).toContain('Tsemppariklubi: Teams-vinkit');
    const added = await run('add', 'tehtävä: Soita esihenkilölle huomenna');
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(await run('find', 'esihenkilöiden')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('R-4'),
    });
    expect((await run('today', '--days', '2')).stdout).toContain('Soita esihenkilölle');
    expect(await run('doctor')).toMatchObject({ code: 0, stderr: '' });
  });

  test('its console opens, and keeps nothing of the user’s in its own folder', async () => {
    const terminal = openTerminal({ home, program: [start], arguments: ['sample'], environment: bare });
    await terminal.expect('ohje');
    terminal.press('q');
    expect(await terminal.exitCode()).toBe(0);
    expect(readdirSync(path.join(place, 'luotsi')).toSorted()).toEqual([
      'LICENSE',
      'README.txt',
      'app',
      'luotsi',
      'node',
    ]);
  });

  test('it is also started through a link from elsewhere', async () => {
    const links = path.join(folder, 'bin');
    mkdirSync(links);
    symlinkSync(path.relative(links, start), path.join(links, 'luotsi'));
    const environment = { PATH: '/usr/bin:/bin' };
    const outcome = await runProgram(path.join(links, 'luotsi'), ['--version'], { environment });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
  });
});

test('the zip for Windows, which no test can start, holds all that the start file asks for', () => {
  const { files } = archiveFor('win-x64', '0');
  const text = (name: string): string => Buffer.from(files.get(`luotsi/${name}`) ?? '').toString();
  const startFile = text('luotsi.cmd');
  expect(startFile.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true);
  const asked = [...startFile.matchAll(/%~dp0([^"]+)/g)].map(([, name = '']) => name.replaceAll('\\', '/'));
  expect(asked).toEqual(['node/node.exe', 'app/bin/luotsi.cjs']);
  for (const name of [...asked, 'README.txt', 'LICENSE', 'node/LICENSE', 'app/dist/THIRD-PARTY-NOTICES.txt'])
    expect([...files.keys()]).toContain(`luotsi/${name}`);
  const built = readdirSync('dist').concat('../data/holidays.fi.json', '../data/sample/project.json');
  for (const name of built)
    expect([...files.keys()]).toContain(`luotsi/${path.posix.join('app/dist', name)}`);
  const natives = [...files.keys()].filter((name) => name.endsWith('.node'));
  expect(natives).toEqual(['luotsi/app/node_modules/better-sqlite3/prebuilds/win32-x64.node']);
  for (const name of ['node/node.exe', 'app/node_modules/better-sqlite3/prebuilds/win32-x64.node'])
    expect(machineOf(files.get(`luotsi/${name}`))).toBe('x64 of Windows');
}, 120_000);

test('every target’s native module is of its platform, and Node’s version is the one that tests run on', () => {
  expect(targets.map(({ name, native }) => [name, machineOf(prebuilt(native))])).toEqual([
    ['win-x64', 'x64 of Windows'],
    ['linux-x64', 'x64 of Linux'],
    ['darwin-arm64', 'arm64 of macOS'],
  ]);
  const versions = targets
    .filter(({ name }) => name !== 'darwin-arm64')
    .map(({ node }) => `v${node.version}`);
  expect(new Set(versions)).toEqual(new Set([process.version]));
});

function prebuilt(name: string): Uint8Array {
  return readFileSync(path.join('node_modules/better-sqlite3/prebuilds', name));
}

/** What a binary runs on, as its first bytes say. */
function machineOf(contents: Uint8Array | undefined): string {
  const bytes = Buffer.from(contents ?? []);
  if (bytes.toString('latin1', 0, 2) === 'MZ') {
    const header = bytes.readUInt32LE(0x3c);
    return bytes.readUInt16LE(header + 4) === 0x8664 ? 'x64 of Windows' : 'Windows';
  }
  if (bytes.toString('latin1', 1, 4) === 'ELF')
    return bytes.readUInt16LE(18) === 0x3e ? 'x64 of Linux' : 'Linux';
  if (bytes.readUInt32LE(0) === 0xfeedfacf)
    return bytes.readUInt32LE(4) === 0x0100000c ? 'arm64 of macOS' : 'macOS';
  return 'unknown';
}
