import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePrivateHome } from '../support/private-home.ts';
import { launcher, runProgram } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
}

const packages = Object.entries(
  (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> })
    .packages,
).filter(([name]) => name !== '');

describe('The lock file', () => {
  // Developers' tools have parts for other platforms, which npm leaves without a hash when they can't be installed here.
  const elsewhere = ({ dev, optional, os }: LockedPackage): boolean =>
    dev === true && optional === true && os !== undefined;

  test('Holds the content of every package by a strong hash', () => {
    const weak = packages.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'));
    expect(weak.filter(([, entry]) => !elsewhere(entry)).map(([name]) => name)).toEqual([]);
    expect(weak.length).toBeLessThan(packages.length / 2);
  });

  test('Sends nobody to another registry than their own, or npm’s', () => {
    const hosts = packages.flatMap(([, { resolved }]) => resolved ?? []);
    expect(hosts.filter((host) => !host.startsWith('https://registry.npmjs.org/'))).toEqual([]);
  });

  test('Lets only the runtime for developers run a script of its own when it is installed', () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      allowScripts: Record<string, boolean>;
    };
    const allowed = scripted
      .map(([name]) => name.replace(/^.*node_modules\//, ''))
      .filter((name) => allowScripts[name] !== false && name !== 'fsevents');
    expect(allowed).toEqual(['node']);
    // Of what users get, nothing runs a script that is let to.
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).filter((name) => allowScripts[name] === true)).toEqual([]);
  });
});

const sources = readdirSync('source', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map((name) => [name, readFileSync(path.join('source', name), 'utf8')] as const);

describe('The source', () => {
  test.each([
    [
      'gives a shell a string',
      /\bshell\s*:|\bexecSync\b|\bexec\s*\(\s*[`'"](?!\s*(?:VACUUM|BEGIN|COMMIT|ROLLBACK|REINDEX|CREATE|DROP|DELETE|UPDATE|INSERT|PRAGMA)\b)/,
    ],
    ['runs text as code', /\beval\s*\(|\bnew Function\b|from 'node:vm'|runInThisContext/],
    [
      'knows the network',
      /from 'node:(?:net|tls|http|https|http2|dgram|dns|inspector)'|\bfetch\s*\(|\bWebSocket\b|XMLHttpRequest/,
    ],
  ])('Nowhere %s', (_, pattern) => {
    expect(sources.filter(([, text]) => pattern.test(text)).map(([name]) => name)).toEqual([]);
    expect(sources.length).toBeGreaterThan(100);
  });
});

/** Says each way out to the network that is tried, and stops it. */
const preload = `
  const say = (what) => { process.stderr.write('NETWORK ' + what + '\\n'); throw new Error('network ' + what); };
  const net = require('node:net'), dns = require('node:dns'), dgram = require('node:dgram');
  net.Socket.prototype.connect = () => say('connect');
  net.Server.prototype.listen = () => say('listen');
  dgram.createSocket = () => say('dgram');
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) { dns[name] = () => say(name); dns.promises[name] = () => say(name); }
  for (const name of ['http', 'https']) for (const way of ['request', 'get']) require('node:' + name)[way] = () => say(name);
  globalThis.fetch = () => say('fetch');
  const threads = require('node:child_process');
  for (const name of ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']) threads[name] = () => say('child ' + name);
  require('node:module').syncBuiltinESMExports();
`;

const everyCommand = (folder: string): string[][] => [
  ['--version'],
  ['--help'],
  ['init', '--title', 'Hanke'],
  ['risk', 'add', '--title', 'Ensimmäinen', '--probability', '3', '--impact', '4'],
  ['person', 'add', '--name', 'Veera Verraton', '--email', 'veera@esimerkki.fi'],
  ['import', path.join(folder, 'taulukko.csv'), '--as', 'unit'],
  ['today'],
  ['find', 'ensi'],
  ['risk', 'list', '--json'],
  ['history'],
  ['undo'],
  ['redo'],
  ['report', '--out', path.join(folder, 'raportti.md')],
  ['export', '--format', 'json', '--out', path.join(folder, 'vienti.json')],
  ['person', 'anonymise', 'H-1', '--yes'],
  ['backup'],
  ['backup', 'list'],
  ['restore', '--yes'],
  ['doctor', '--repair'],
  ['config'],
  ['config', 'language', 'fi'],
];

/** Every file below a folder, with the rights of others to it. */
function rightsBelow(folder: string): Record<string, number> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const rights = files
    .map((name) => [name, statSync(path.join(folder, name))] as const)
    .filter(([, entry]) => entry.isFile())
    .map(([name, entry]) => [name, entry.mode & 0o077] as const);
  return Object.fromEntries(rights);
}

describe('The program', () => {
  test('Opens no socket, asks no name and starts no other program, whatever the command; its files are its owner’s', async () => {
    const home = makePrivateHome();
    const hook = path.join(home.folder, 'hook.cjs');
    writeFileSync(hook, preload);
    const before = new Set(Object.keys(rightsBelow(home.folder)));
    writeFileSync(path.join(home.folder, 'taulukko.csv'), 'Nimi;Tulosalue\nKirjasto;Sivistys\n');
    before.add('taulukko.csv');
    for (const words of everyCommand(home.folder)) {
      const { code, stderr } = await runProgram(process.execPath, ['--require', hook, launcher, ...words], {
        home,
      });
      expect([words.join(' '), code, stderr]).toEqual([words.join(' '), 0, '']);
    }
    const rights = Object.entries(rightsBelow(home.folder)).filter(([name]) => !before.has(name));
    expect(rights.filter(([, others]) => others !== 0)).toEqual([]);
    const names = rights.map(([name]) => name).join('\n');
    for (const wanted of ['config.json', 'project.luotsi', '-day.luotsi', '-own.luotsi', '-replaced.luotsi'])
      expect(names).toContain(wanted);
  });

  test('The hook catches what it should', async () => {
    const home = makePrivateHome();
    const hook = path.join(home.folder, 'hook.cjs');
    writeFileSync(hook, preload);
    for (const script of [
      `require('node:net').connect(1)`,
      `fetch('http://localhost')`,
      `require('node:dns').lookup('x', () => {})`,
      `require('node:child_process').spawn('true')`,
    ]) {
      const { code, stderr } = await runProgram(process.execPath, ['--require', hook, '-e', script], {
        home,
      });
      expect([script, code === 0, stderr.includes('NETWORK')]).toEqual([script, false, true]);
    }
  });

  test('The console opens no socket either', async () => {
    const home = makePrivateHome();
    const hook = path.join(home.folder, 'hook.cjs');
    writeFileSync(hook, preload);
    await runProgram(process.execPath, [launcher, 'init', '--title', 'Hanke'], { home });
    const terminal = openTerminal({ home, program: [process.execPath, '--require', hook, launcher] });
    await terminal.expect('Hanke');
    for (const key of ['4', '7', '6', '1']) terminal.press(key);
    await terminal.expect('Luotsi');
    terminal.press('q');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.output).not.toContain('NETWORK');
    const data = rightsBelow(home.folder);
    expect(Object.entries(data).filter(([name, others]) => name.endsWith('.json') && others !== 0)).toEqual(
      [],
    );
  });
});
