import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newSealedKey, sealByPassphrase, sealToKey, unseal } from '../../source/store/safety/seal.ts';
import { makePrivateHome } from '../support/private-home.ts';
import { runLuotsi } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

/** Every file of age's begins with this. */
const sealedBeginning = 'age-encryption.org/v1\n';
const beginning = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('latin1', 0, sealedBeginning.length);

const passphrase = 'neljä sanaa ilman yhteyttä';

const code = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('Sealing', () => {
  const bytes = Buffer.from('Veera Verraton '.repeat(5000));

  test('By a passphrase is opened by it alone', async () => {
    const sealed = await sealByPassphrase(bytes, passphrase);
    expect(beginning(sealed)).toBe(sealedBeginning);
    expect(Buffer.from(sealed).includes('Verraton')).toBe(false);
    const given = { path: 'kopio', keys: [] };
    expect(Buffer.from(await unseal(sealed, passphrase, given)).equals(bytes)).toBe(true);
    expect(await code(unseal(sealed, 'jokin muu salalause', given))).toBe('wrong-passphrase');
    expect(await code(unseal(sealed.subarray(0, 2000), passphrase, given))).toBe('unsound-copy');
  });

  test('To a key asks for nothing, and is opened by the passphrase of the key', async () => {
    const [key, other] = [await newSealedKey(passphrase), await newSealedKey(passphrase)];
    const sealed = await sealToKey(bytes, key.recipient);
    const keys = [other.identity, key.identity];
    expect(Buffer.from(await unseal(sealed, passphrase, { path: 'kopio', keys })).equals(bytes)).toBe(true);
    expect(await code(unseal(sealed, 'väärä salalause', { path: 'kopio', keys }))).toBe('wrong-passphrase');
    expect(await code(unseal(sealed, passphrase, { path: 'kopio', keys: [] }))).toBe('no-key');
    expect(await code(unseal(sealed, passphrase, { path: 'kopio', keys: [other.identity] }))).toBe('no-key');
    const cut = sealed.subarray(0, sealed.length - 100);
    expect(await code(unseal(cut, passphrase, { path: 'kopio', keys }))).toBe('unsound-copy');
  });

  test('To a key is opened whatever other keys lie there, of other passphrases or damaged', async () => {
    const [key, other] = [await newSealedKey(passphrase), await newSealedKey('jokin muu salalause')];
    const sealed = await sealToKey(bytes, key.recipient);
    const keys = ['ei avain', other.identity, key.identity];
    expect(Buffer.from(await unseal(sealed, passphrase, { path: 'kopio', keys })).equals(bytes)).toBe(true);
    const without = { path: 'kopio', keys: keys.slice(0, 2) };
    expect(await code(unseal(sealed, passphrase, without))).toBe('wrong-passphrase');
    expect(await code(unseal(sealed, 'jokin muu salalause', { path: 'kopio', keys }))).toBe('no-key');
  });
});

/** A project with a person in a home of its own; commands run with a passphrase in the environment or without. */
async function luotsi() {
  const home = makePrivateHome();
  const on = async (day: string, words: readonly string[], secret: string | null = passphrase) =>
    runLuotsi(words, {
      home,
      environment: {
        LUOTSI_CLOCK: `${day}T09:00:00Z`,
        ...(secret === null ? {} : { LUOTSI_PASSPHRASE: secret }),
      },
    });
  await on('2022-03-01', ['init', '--title', 'Hanke']);
  await on('2022-03-01', ['person', 'add', '--name', 'Veera Verraton']);
  const people = async (...more: string[]): Promise<string[]> => {
    const { stdout } = await on('2022-03-05', ['person', 'list', '--json', ...more], null);
    return (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
  };
  return { home, on, people };
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('Copies that only a passphrase opens', () => {
  test('Are made when asked for, named in the list, and put back', async () => {
    const { home, on, people } = await luotsi();
    const made = await on('2022-03-02', ['backup', '--encrypt', '--json']);
    const { path } = JSON.parse(made.stdout) as { path: string };
    expect(path).toMatch(/-own\.luotsi\.age$/);
    expect(readFileSync(path).includes('Verraton')).toBe(false);
    expect(existsSync(path.replace('.age', ''))).toBe(false);
    expect((await on('2022-03-02', ['backup', 'list'])).stdout).toContain('pyydetty · salattu');
    await on('2022-03-02', ['person', 'add', '--name', 'Olli Oja']);
    const restored = await on('2022-03-03', ['restore', path, '--yes'], null);
    expect(restored).toMatchObject({ code: 2, stderr: expect.stringContaining('LUOTSI_PASSPHRASE') });
    expect(await on('2022-03-03', ['restore', path, '--yes'], 'väärä salalause')).toMatchObject({ code: 1 });
    expect((await people()).length).toBe(2);
    expect(await on('2022-03-03', ['restore', path, '--yes'])).toMatchObject({ code: 0, stderr: '' });
    expect(await people()).toEqual(['Veera Verraton']);
    const stick = join(home.folder, 'tikku');
    mkdirSync(stick);
    const seen = new Set<string>();
    const watcher = watch(stick, (_, name) => seen.add(name ?? ''));
    const out = join(stick, 'muistitikulle.luotsi.age');
    expect(await on('2022-03-03', ['backup', '--encrypt', '--out', out])).toMatchObject({ code: 0 });
    expect(beginning(readFileSync(out))).toBe(sealedBeginning);
    watcher.close();
    // Nothing in the open has been there, not even in passing.
    expect([...seen].filter((name) => name.includes('open'))).toEqual([]);
    expect(filesUnder(home.folder).filter((file) => file.endsWith('.part'))).toEqual([]);
    expect(await on('2022-03-03', ['backup', '--encrypt'], 'lyhyt')).toMatchObject({ code: 1 });
  });

  test('Go to the planner’s folder by themselves once that is set, and come back when all else is gone', async () => {
    const { home, on, people } = await luotsi();
    const own = join(home.folder, 'verkkolevy');
    await on('2022-03-02', ['config', 'backup-folder', own], null);
    const told = await on('2022-03-02', ['config', 'backup-encryption', 'on']);
    expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining('ei avaa kukaan') });
    // No passphrase is at hand when the day's first change makes its copy.
    expect(await on('2022-03-02', ['risk', 'add', '--title', 'Eka'], null)).toMatchObject({ code: 0 });
    const there = filesUnder(own);
    expect(there.some((file) => file.endsWith('-day.luotsi.age'))).toBe(true);
    for (const file of there) expect(readFileSync(file).includes('Verraton')).toBe(false);
    await on('2022-03-03', ['person', 'anonymise', 'H-1', '--yes'], null);
    await on('2022-03-03', ['backup'], null);
    rmSync(join(home.folder, 'data'), { recursive: true });
    rmSync(join(home.folder, 'config'), { recursive: true });
    mkdirSync(join(home.folder, 'config'));
    await on('2022-03-04', ['config', 'backup-folder', own], null);
    const [newest] = filesUnder(own)
      .filter((file) => file.endsWith('.age'))
      .toSorted()
      .toReversed();
    const file = join(home.folder, 'uusi.luotsi');
    const restored = await on('2022-03-04', ['restore', newest ?? '', '--yes', '--file', file]);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(await people('--file', file)).toEqual(['anonymisoitu H-1']);
  });

  test('Open by the key that they were sealed to, also after a new one has been made', async () => {
    const { home, on, people } = await luotsi();
    const own = join(home.folder, 'verkkolevy');
    const later = 'uudet sanat toisesta kirjasta';
    await on('2022-03-02', ['config', 'backup-folder', own], null);
    await on('2022-03-02', ['config', 'backup-encryption', 'on']);
    await on('2022-03-02', ['person', 'add', '--name', 'Olli Oja'], null);
    await on('2022-03-03', ['config', 'backup-encryption', 'on'], later);
    await on('2022-03-03', ['person', 'add', '--name', 'Anna Aalto'], null);
    rmSync(join(home.folder, 'data'), { recursive: true });
    rmSync(join(home.folder, 'config'), { recursive: true });
    const sealed = filesUnder(own)
      .filter((file) => file.endsWith('.age'))
      .toSorted();
    expect(sealed.length).toBe(3);
    const file = join(home.folder, 'uusi.luotsi');
    for (const [index, secret] of [passphrase, later].entries()) {
      const words = ['restore', sealed[index + 1] ?? '', '--yes', '--file', file];
      expect(await on('2022-03-04', words, secret)).toMatchObject({ code: 0, stderr: '' });
      expect((await people('--file', file)).length).toBe(index + 1);
    }
  });

  test('Ask for their passphrase at a terminal without showing it', async () => {
    const { home, on } = await luotsi();
    const out = join(home.folder, 'kopio.luotsi.age');
    const terminal = openTerminal({ home, arguments: ['backup', '--encrypt', '--out', out] });
    await terminal.expect('Uusi salalause:');
    terminal.type(passphrase);
    terminal.press('Enter');
    await terminal.expect('Sama uudelleen:');
    terminal.type(`${passphrase}x`);
    terminal.press('Backspace', 'Enter');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.output).not.toContain('neljä');
    expect(await on('2022-03-03', ['restore', out, '--yes'])).toMatchObject({ code: 0 });
    writeFileSync(out, readFileSync(out).subarray(0, 3000));
    expect(await on('2022-03-03', ['restore', out, '--yes'])).toMatchObject({ code: 1 });
  });
});
