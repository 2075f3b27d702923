import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { storeError } from '../../source/store/file/store-error.ts';
import { childEnvironment } from '../support/private-home.ts';
import { launcher, runLuotsi } from '../support/run.ts';
import { Commands, onSample } from './sample-home.ts';

let commands: Commands;
let sample: string;
beforeAll(async () => {
  commands = await onSample();
  sample = (await commands.run('sample', '--path')).stdout.trim();
});

const inHome = (name: string): string => path.join(commands.home.folder, name);

describe('Wrong usage is told with the nearest names, and exit code 2', () => {
  test.each([
    [['risj', 'list'], 'unknown-command', 'risk'],
    [['tody'], 'unknown-command', 'today'],
    [['risk', 'lst'], 'unknown-command', 'risk list'],
    [['export', 'rysk'], 'unknown-register', 'risk'],
    [['risk', 'add', '--titel', 'x'], 'unknown-field', 'title'],
    [['risk', 'set', 'R-4', '--score', '3'], 'derived-field', 'score'],
    [['risk', 'list', '--where', 'sate:open'], 'unknown-field', 'state'],
    [['risk', 'list', '--sort', 'scoer'], 'unknown-field', 'score'],
    [['risk', 'list', '--sort', 'riskilku'], 'unknown-field', 'score'],
    [['risk', 'list', '--where', 'paivitys<1.1.2023'], 'unknown-field', 'review'],
    [['risk', 'list', '--wher', 'x'], 'unknown-option', '--where'],
    [['today', '--days', 'monta'], 'wrong-option', 'monta'],
    [['find', 'koe', '--limit', '0'], 'wrong-option', '1, 2, 3 …'],
    [['risk', 'list', '--limit', '0'], 'wrong-option', '1, 2, 3 …'],
    [['risk', 'show'], 'missing-word', 'luotsi risk show CODE'],
    [['redo', 'x'], 'extra-word', 'luotsi redo'],
    [['risk', 'add', '--category', 'talous'], 'missing-field', 'title'],
    [['risk', 'set', 'R-4'], 'nothing-given', 'risk'],
    [['risk', 'set', 'R-4', '--owner', 'x', '--as-of', '1.3.2023'], 'as-of-change', '--as-of'],
    [['today', '--as-of', '1.4.2023'], 'as-of-future', '2023-04-01'],
    [['today', '--language', 'sv'], 'wrong-option', 'fi'],
  ])('%j: %s', async (words, code, near) => {
    const error = await commands.error(...words);
    expect(error).toMatchObject({ exit: 2, code });
    expect(error.near).toContain(near);
  });
});

describe('What a person can put right has exit code 1 and changes nothing', () => {
  test.each([
    [['action', 'add', '--title', 'x', '--due', '32.3.2023'], 'wrong-day', '23.3.'],
    [['action', 'add', '--title', 'x', '--due', 'ti 22.3.2023'], 'wrong-day', 'keskiviikko'],
    [['risk', 'assess', 'R-4', '--impact', '6'], 'wrong-number', '5'],
    [['payment', 'set', 'MH-1', '--budget', '33,000'], 'unclear-number', '33000'],
    [['risk', 'set', 'R-4', '--state', 'kesken'], 'wrong-choice', 'avoin'],
    [['risk', 'show', 'R-400'], 'no-such-record', 'R-400'],
    [['undo', '99999'], 'no-such-step', '99999'],
    [['import', 'ei-ole.csv'], 'no-such-file', 'ei-ole.csv'],
    [['today', '--file', 'ei-ole.luotsi'], 'no-file', 'ei-ole.luotsi'],
  ])('%j: %s', async (words, code, near) => {
    const steps = await commands.json('history', '--limit', '1');
    const error = await commands.error(...words);
    expect(error).toMatchObject({ exit: 1, code });
    expect(error.near).toContain(near);
    expect(await commands.json('history', '--limit', '1')).toEqual(steps);
  });

  test('A file that is no Luotsi file is left as it is', async () => {
    const file = inHome('kirje.luotsi');
    writeFileSync(file, 'Hyvä vastaanottaja\n'.repeat(20));
    expect(await commands.error('today', '--file', file)).toMatchObject({ exit: 1, code: 'not-luotsi' });
    expect(readFileSync(file, 'utf8')).toBe('Hyvä vastaanottaja\n'.repeat(20));
  });

  test('A file from a newer Luotsi is refused, untouched', async () => {
    const file = inHome('uudempi.luotsi');
    copyFileSync(sample, file);
    const database = new Database(file);
    database.pragma('journal_mode = DELETE');
    database.pragma('user_version = 9999');
    database.close();
    const before = readFileSync(file);
    expect(await commands.error('risk', 'add', '--title', 'x', '--file', file)).toMatchObject({
      exit: 1,
      code: 'newer-file',
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(commands.home.folder).filter((name) => name.startsWith('uudempi.luotsi'))).toEqual([
      'uudempi.luotsi',
    ]);
  });

  test('A file that another program writes: a sentence after a wait, and no change', async () => {
    const file = inHome('lukittu.luotsi');
    copyFileSync(sample, file);
    const database = new Database(file);
    database.exec('BEGIN EXCLUSIVE');
    try {
      expect(await commands.error('risk', 'add', '--title', 'x', '--file', file)).toMatchObject({
        exit: 1,
        code: 'file-locked',
      });
    } finally {
      database.exec('ROLLBACK');
      database.close();
    }
    expect(await commands.json('find', 'x', '--file', file)).toBeInstanceOf(Array);
  });

  // Tests may run as root, whom no rights stop: what the platform would say is put into words here.
  test.each([
    ['SQLITE_READONLY', 'read-only'],
    ['SQLITE_CANTOPEN', 'read-only'],
    ['EACCES', 'read-only'],
    ['EROFS', 'read-only'],
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_BUSY', 'file-locked'],
    ['SQLITE_CORRUPT', 'damaged-file'],
    ['SQLITE_IOERR_READ', 'unreadable-file'],
  ])('%s is told as %s', (code, said) => {
    expect(storeError(Object.assign(new Error(code), { code }), 'x.luotsi')).toMatchObject({
      code: said,
      exit: 1,
    });
  });
});

describe('Without what it would like to have', () => {
  test('no project yet: what to do next, in the language of the locale', async () => {
    const fresh = new Commands();
    const { code, stdout, stderr } = await fresh.run('today');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('luotsi init');
    expect(await fresh.error()).toMatchObject({ exit: 1, code: 'no-project' });
    const english = await runLuotsi(['today'], { home: fresh.home, environment: { LC_ALL: 'en_GB.UTF-8' } });
    expect(english.stderr).toContain('There is no project yet');
  });

  test('settings that are no JSON count as none', async () => {
    const own = await onSample();
    writeFileSync(
      path.join(String(own.home.environment['XDG_CONFIG_HOME']), 'luotsi/config.json'),
      '{ rikki',
    );
    expect((await own.run('today')).code).toBe(1);
    expect(await own.run('config', 'language', 'en')).toMatchObject({ code: 0, stdout: 'Done.\n' });
    expect((await own.run('today')).stderr).toContain('There is no project yet');
  });

  test('a damaged file is a sentence, never a stack trace', async () => {
    const file = inHome('rikki.luotsi');
    const bytes = readFileSync(sample);
    bytes.fill(0x5a, 4096, bytes.length);
    writeFileSync(file, bytes);
    const { code, stderr } = await commands.run('today', '--file', file);
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/\n\s+at |Error:/);
  });

  test('a reader that stops reading is no failure', async () => {
    const child = spawn(process.execPath, [launcher, 'export'], {
      env: childEnvironment(commands.home),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, said }).toEqual({ code: 0, said: '' });
  });
});

test('Columns are called by what heads them, and an empty list of an earlier day invites nobody to add to it', async () => {
  const own = await onSample();
  const words = 'risk list --fields koodi,luku --sort -luku --where luku>=10 --language fi';
  const { stdout } = await own.run(...words.split(' '));
  expect(stdout).toMatch(/^Koodi +Riskiluku\nR-\d+ +\d\d\n/);
  const before = await own.run('risk', 'list', '--as-of', '2000-01-01', '--language', 'fi');
  expect(before.stdout).toBe('Silloin täällä ei ollut vielä mitään (riskit).\n');
});

test('A day that no calendar has stays in the title of what is added, and is told of on standard error', async () => {
  const own = await onSample();
  const plain = await own.run('add', 'kokoa luvut 31.2.', '--language', 'fi');
  expect(plain).toMatchObject({ code: 0, stderr: '”31.2.” jäi otsikkoon, koska päivää 31.2. ei ole.\n' });
  const json = await own.run('add', 'gather figures 2023-02-31', '--json', '--language', 'en');
  expect(JSON.parse(json.stdout)).toMatchObject({ title: 'gather figures 2023-02-31', due: null });
  expect(JSON.parse(json.stderr)).toEqual({
    warning: {
      code: 'no-day',
      message: '“2023-02-31” was left in the title: there is no day 31.2.2023.',
    },
  });
});

test('What lies outside the project’s span is kept and warned of, on standard error alone', async () => {
  const own = await onSample();
  const words = ['round', 'set', 'RK-1', '--opens', '1.2.2020'];
  const plain = await own.run(...words, '--language', 'fi');
  expect(plain).toMatchObject({ code: 0 });
  expect(plain.stderr).toBe('Tallennettu, mutta RK-1: Haku alkaa 1.2.2020; hanke alkaa 1.9.2021.\n');
  const json = await own.run('round', 'set', 'RK-1', '--opens', '2020-02-02', '--json', '--language', 'en');
  expect(JSON.parse(json.stdout)).toMatchObject({ opens: '2020-02-02' });
  expect(JSON.parse(json.stderr)).toEqual({
    warning: {
      code: 'outside-span',
      message: 'Kept, but RK-1: Opens 2 Feb 2020; the project starts 1 Sep 2021.',
    },
  });
});
