import { existsSync, lstatSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePrivateHome } from '../support/private-home.ts';
import { launcher, runLuotsi, runProgram } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

/** The program in a home of its own, on a day. */
function luotsiAt() {
  const home = makePrivateHome();
  const on = async (day: string, ...words: string[]) =>
    runLuotsi(words, { home, environment: { LUOTSI_CLOCK: `${day}T09:00:00Z` } });
  const titles = async (): Promise<unknown[]> => {
    const { stdout } = await on('2022-03-05', 'risk', 'list', '--json');
    return (JSON.parse(stdout) as { title: string }[]).map(({ title }) => title);
  };
  const copies = async (): Promise<{ day: string; reason: string; path: string }[]> => {
    const { stdout } = await on('2022-03-05', 'backup', 'list', '--json');
    return JSON.parse(stdout) as { day: string; reason: string; path: string }[];
  };
  return { home, on, titles, copies };
}

/** A disk that says, once the project has been replaced, that it could not keep the name. */
const failingOnce = `
  const fs = require('node:fs');
  const { renameSync, fsyncSync } = fs;
  let fails = false;
  fs.renameSync = (from, to) => { renameSync(from, to); fails = from.endsWith('.new'); };
  fs.fsyncSync = (file) => {
    if (!fails) return fsyncSync(file);
    fails = false;
    throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
  };
  require('node:module').syncBuiltinESMExports();
`;

describe('Copies on the command line', () => {
  test('Are made by the first change of a day, listed, and put back and back again', async () => {
    const { on, titles, copies } = luotsiAt();
    await on('2022-03-01', 'init', '--title', 'Hanke');
    await on('2022-03-01', 'risk', 'add', '--title', 'Eka');
    await on('2022-03-02', 'risk', 'add', '--title', 'Toka');
    await on('2022-03-02', 'risk', 'add', '--title', 'Kolmas');
    await on('2022-03-03', 'today');
    expect((await copies()).map(({ day, reason }) => `${day} ${reason}`)).toEqual([
      '2022-03-02 day',
      '2022-03-01 day',
    ]);
    const list = await on('2022-03-03', 'backup', 'list');
    expect(list.stdout).toMatch(/ke 2\.3\.2022 +11\.00 +2 +0,\d Mt +päivittäinen/);

    const refused = await on('2022-03-03', 'restore', '2.3.');
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('Anna --yes') });
    expect(await titles()).toHaveLength(3);
    const restored = await on('2022-03-03', 'restore', '2.3.', '--yes');
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('luotsi restore --back') });
    expect(await titles()).toEqual(['Eka']);
    expect(await on('2022-03-03', 'restore', '--back', '--yes')).toMatchObject({ code: 0, stderr: '' });
    expect((await titles()).length).toBe(3);
    expect(await on('2022-03-03', 'doctor')).toMatchObject({ code: 0 });
  });

  test('Go to the planner’s folder as well, and come back from it when all else is gone', async () => {
    const { home, on, titles, copies } = luotsiAt();
    const own = join(home.folder, 'verkkolevy');
    await on('2022-03-01', 'init', '--title', 'Hanke');
    expect(await on('2022-03-01', 'config', 'backup-folder', own)).toMatchObject({ code: 0, stderr: '' });
    await on('2022-03-01', 'risk', 'add', '--title', 'Eka');
    expect(await on('2022-03-01', 'backup')).toMatchObject({ code: 0 });
    const [newest] = await copies();
    rmSync(join(home.folder, 'data'), { recursive: true });
    expect(await on('2022-03-02', 'restore')).toMatchObject({ code: 0 });
    expect(await titles()).toEqual(['Eka']);
    expect(readdirSync(own)).toHaveLength(1);
    expect(newest?.reason).toBe('own');
    expect(await on('2022-03-01', 'config', 'backup-folder', 'none')).toMatchObject({ code: 0 });
  });

  test('Go where they are told to, never over a file that is there; a folder that is away is told of', async () => {
    const { home, on, titles } = luotsiAt();
    await on('2022-03-01', 'init', '--title', 'Hanke');
    const out = join(home.folder, 'kopio.luotsi');
    expect(await on('2022-03-01', 'backup', '--out', out)).toMatchObject({ code: 0 });
    expect(await on('2022-03-01', 'backup', '--out', out)).toMatchObject({ code: 1, stdout: '' });
    expect(await on('2022-03-01', 'today', '--file', out)).toMatchObject({ code: 0 });
    expect(await on('2022-03-01', 'restore', join(home.folder, 'muu.luotsi'), '--yes')).toMatchObject({
      code: 1,
    });
    expect(await on('2022-03-01', 'restore', '1.1.2020', '--yes')).toMatchObject({ code: 1 });
    const own = join(home.folder, 'tikku');
    await on('2022-03-01', 'config', 'backup-folder', own);
    rmSync(own, { recursive: true });
    expect(existsSync(own)).toBe(false);
    expect(await on('2022-03-01', 'risk', 'add', '--title', 'Eka')).toMatchObject({ code: 0, stderr: '' });
    expect(await titles()).toEqual(['Eka']);
  });

  test.skipIf(process.platform === 'win32')(
    'Are put back into the file behind a link, whose other names show them too',
    async () => {
      const { home, on } = luotsiAt();
      const [path, link] = ['hanke.luotsi', 'linkki.luotsi'].map((name) => join(home.folder, name));
      if (path === undefined || link === undefined) return;
      await on('2022-03-01', 'init', '--title', 'Hanke', '--file', path);
      symlinkSync(path, link);
      const copy = join(home.folder, 'kopio.luotsi');
      const copyLink = join(home.folder, 'kopion-linkki.luotsi');
      await on('2022-03-01', 'backup', '--out', copy, '--file', path);
      symlinkSync(copy, copyLink);
      await on('2022-03-01', 'risk', 'add', '--title', 'Eka', '--file', path);
      await on('2022-03-01', 'backup', '--out', copyLink, '--force', '--file', path);
      expect(lstatSync(copyLink).isSymbolicLink()).toBe(true);
      await on('2022-03-01', 'risk', 'add', '--title', 'Toka', '--file', path);
      expect(await on('2022-03-01', 'restore', copy, '--yes', '--file', link)).toMatchObject({ code: 0 });
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      const { stdout } = await on('2022-03-01', 'risk', 'list', '--json', '--file', path);
      expect((JSON.parse(stdout) as { title: string }[]).map(({ title }) => title)).toEqual(['Eka']);
      // A link to what is not there yet: the file is made where it leads, if its folder is there.
      for (const [name, to, words] of [
        ['uusi.md', 'raportti.md', ['report', 'week']],
        ['uusi.csv', 'taulukko.csv', ['export', 'risk', '--format', 'csv']],
        ['uusi.luotsi', 'uusi-kopio.luotsi', ['backup']],
      ] as const) {
        symlinkSync(to, join(home.folder, name));
        const out = ['--out', join(home.folder, name), '--file', path];
        expect(await on('2022-03-01', ...words, ...out)).toMatchObject({ code: 0 });
        expect(lstatSync(join(home.folder, name)).isSymbolicLink()).toBe(true);
        expect(lstatSync(join(home.folder, to)).isFile()).toBe(true);
      }
      const away = join(home.folder, 'levy.md');
      symlinkSync(join(home.folder, 'irti', 'raportti.md'), away);
      expect(await on('2022-03-01', 'report', 'week', '--out', away, '--file', path)).toMatchObject({
        code: 1,
      });
      expect(lstatSync(away).isSymbolicLink()).toBe(true);
      expect(existsSync(join(home.folder, 'irti'))).toBe(false);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'Leave what they replaced where it is kept, when the disk fails once they are in its place',
    async () => {
      const { home, on, titles } = luotsiAt();
      await on('2022-03-01', 'init', '--title', 'Hanke');
      await on('2022-03-01', 'risk', 'add', '--title', 'Eka');
      await on('2022-03-02', 'risk', 'add', '--title', 'Toka');
      const hook = join(home.folder, 'hook.cjs');
      writeFileSync(hook, failingOnce);
      const environment = { LUOTSI_CLOCK: '2022-03-03T09:00:00Z' };
      const failed = await runProgram(
        process.execPath,
        ['--require', hook, launcher, 'restore', '2.3.', '--yes'],
        { home, environment },
      );
      expect(failed).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('ei voi lukea') });
      expect(await titles()).toEqual(['Eka']);
      expect(await on('2022-03-03', 'restore', '--back', '--yes')).toMatchObject({ code: 0, stderr: '' });
      expect(await titles()).toEqual(['Eka', 'Toka']);
    },
  );

  test('Are asked about at a terminal, and No is the answer of Enter', async () => {
    const { home, on, titles } = luotsiAt();
    await on('2022-03-01', 'init', '--title', 'Hanke');
    await on('2022-03-02', 'risk', 'add', '--title', 'Eka');
    for (const [answer, left] of [
      ['', ['Eka']],
      ['k', []],
    ] as const) {
      const terminal = openTerminal({ home, arguments: ['restore', '2.3.2022'] });
      await terminal.expect('Korvataanko');
      terminal.type(answer);
      terminal.press('Enter');
      expect(await terminal.exitCode()).toBe(answer === '' ? 1 : 0);
      expect(await titles()).toEqual(left);
    }
  });

  test('Before an import, but not before a trial of one', async () => {
    const { home, on, copies } = luotsiAt();
    await on('2022-03-01', 'init', '--title', 'Hanke');
    await on('2022-03-01', 'risk', 'add', '--title', 'Eka');
    const table = join(home.folder, 'taulu.csv');
    writeFileSync(table, 'Nimi;Tulosalue\nKirjasto;Sivistys\n');
    await on('2022-03-01', 'import', table, '--as', 'unit', '--dry-run');
    expect((await copies()).map(({ reason }) => reason)).toEqual(['day']);
    await on('2022-03-01', 'import', table, '--as', 'unit');
    expect((await copies()).map(({ reason }) => reason)).toEqual(['import', 'day']);
  });
});
