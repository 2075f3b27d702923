import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { onSample, type Commands } from './sample-home.ts';

let commands: Commands;
beforeAll(async () => {
  commands = await onSample();
});

test('Each kind is told on stdout, in the format that is asked', async () => {
  for (const words of [
    [],
    ['week'],
    ['minutes', 'or-5'],
    ['invitation', 'or-6'],
    ['risks'],
    ['communication'],
    ['champions'],
    ['funder'],
    ['person', 'h-52'],
    ['handover'],
  ]) {
    expect((await commands.run('report', ...words)).stdout).toMatch(/^# .+\n\n/u);
    expect((await commands.run('report', ...words, '--format', 'html')).stdout).toMatch(/^<!doctype html>/u);
    const made: unknown = JSON.parse((await commands.run('report', ...words, '--format', 'json')).stdout);
    expect(made).toMatchObject({ luotsi: 'report', kind: words[0] ?? 'status' });
  }
});

test('A Word document goes to a file, never over another unasked', async () => {
  const file = path.join(commands.home.folder, 'katsaus.docx');
  expect(await commands.run('report', '--format', 'docx', '--out', file)).toMatchObject({ code: 0 });
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  expect(await commands.run('report', '--format', 'docx', '--out', file)).toMatchObject({ code: 1 });
  expect(await commands.run('report', '--format', 'docx', '--out', file, '--force')).toMatchObject({
    code: 0,
  });
  expect(await commands.run('report', '--format', 'docx')).toMatchObject({ code: 2 });
});

test('A payment period is asked by its number or its days', async () => {
  const third = await commands.run('report', 'funder', '--period', '3');
  expect(third).toMatchObject({ code: 0, stdout: (await commands.run('report', 'funder')).stdout });
  expect(await commands.run('report', 'status', '--period', '2022-09-01/2023-02-28')).toMatchObject({
    code: 0,
  });
  expect(await commands.error('report', 'funder', '--period', '9')).toMatchObject({
    exit: 2,
    code: 'no-period',
  });
  expect(await commands.error('report', 'funder', '--period', '1', '--since', '1.1.2022')).toMatchObject({
    exit: 2,
    code: 'extra-word',
  });
  const future = await commands.error('report', 'funder', '--period', '1.1.–30.6.2024');
  expect(future).toMatchObject({ exit: 2, code: 'future-period' });
});

test('Plain text has no markup', async () => {
  const { stdout } = await commands.run('report', 'funder', '--format', 'txt');
  expect(stdout).not.toMatch(/^#|\*\*/mu);
});

test('A handover is one folder, and never put over other things', async () => {
  const folder = path.join(commands.home.folder, 'luovutus');
  const made = await commands.json('report', 'handover', '--out', folder);
  expect(made).toMatchObject({ path: folder });
  expect(readdirSync(folder)).toContain('data');
  expect(await commands.error('report', 'handover', '--out', folder)).toMatchObject({
    exit: 1,
    code: 'folder-in-use',
  });
});

test('The organisation’s own template is filled, and its places are listed', async () => {
  const out = path.join(commands.home.folder, 'pohjasta.docx');
  const minutes = path.resolve('data/templates/minutes.docx');
  const asked = ['report', 'minutes', 'OR-5', '--template', minutes];
  expect(await commands.error(...asked)).toMatchObject({ exit: 2, code: 'option-value' });
  expect(await commands.run(...asked, '--out', out)).toMatchObject({ code: 0 });
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  expect(await commands.error(...asked, '--out', out)).toMatchObject({ exit: 1, code: 'file-exists' });
  const other = path.join(commands.home.folder, 'muu.docx');
  expect(await commands.error('report', 'risks', '--template', minutes, '--out', other)).toMatchObject({
    exit: 1,
    code: 'template-unknown',
  });
  expect(existsSync(other)).toBe(false);
  expect(
    await commands.error('report', 'risks', '--template', minutes, '--out', other, '--format', 'md'),
  ).toMatchObject({
    exit: 2,
    code: 'wrong-option',
  });
  const { stdout } = await commands.run('report', 'risks', '--template-places', '--language', 'fi');
  expect(stdout).toMatch(
    /^\{#risks\} {2}avoimet riskit, suurin ensin; toistuu joka riville; sen sisällä:\n {4}\{code\} {2}tunnus$/mu,
  );
});

test('A person is named by code or name; one that is not there is refused', async () => {
  expect(await commands.run('report', 'person', 'Digitsemppari 07')).toMatchObject({ code: 0 });
  expect(await commands.error('report', 'person', 'H-999')).toMatchObject({
    exit: 1,
    code: 'no-such-record',
  });
});

test.each([
  ['foo'],
  ['person'],
  ['handover', 'H-1'],
  ['minutes'],
  ['week', 'OR-5'],
  ['status', '--format', 'odt'],
])('Wrong usage is refused: report %s %s', async (...words) => {
  expect(await commands.run('report', ...words)).toMatchObject({ code: 2, stdout: '' });
});

test('Minutes of a session that is not there', async () => {
  expect(await commands.run('report', 'minutes', 'OR-99')).toMatchObject({ code: 1, stdout: '' });
});

test('What was handed over is shown byte for byte, and listed', async () => {
  expect(await commands.json('report', 'keep', '--recipient', 'Ohjausryhmä')).toMatchObject({ code: 'RA-1' });
  expect(await commands.json('report', 'list')).toMatchObject([{ code: 'RA-1', state: 'kept' }]);
  const shown = await commands.run('report', 'show', 'RA-1', '--format', 'md');
  expect(shown).toMatchObject({ code: 0, stdout: expect.stringMatching(/^# Tilannekatsaus/u) as string });
  expect(await commands.json('report', 'show', 'RA-1')).toMatchObject({ recipient: 'Ohjausryhmä' });
});

test('Nothing is put over a project, by whatever name, however it is asked', async () => {
  const { folder } = commands.home;
  const project = (await commands.run('sample', '--path')).stdout.trim();
  const [link, twin] = [path.join(folder, 'linkki.md'), path.join(folder, 'sama.md')];
  symlinkSync(project, link);
  linkSync(project, twin);
  const whole = readFileSync(project);
  for (const out of [project, `${project}-wal`, `${project}-shm`, link, twin])
    for (const words of [['report', 'week'], ['export', 'person', '--format', 'csv'], ['backup']])
      expect(await commands.error(...words, '--out', out, '--force')).toMatchObject({
        exit: 1,
        code: 'over-project',
      });
  expect(readFileSync(project).equals(whole)).toBe(true);
  const copy = path.join(folder, 'kopio.luotsi');
  expect(await commands.run('backup', '--out', copy)).toMatchObject({ code: 0 });
  expect(await commands.run('backup', '--out', copy, '--force')).toMatchObject({ code: 0 });
  expect(await commands.error('report', '--out', copy, '--force')).toMatchObject({ code: 'over-project' });
  expect(await commands.run('today', '--file', copy)).toMatchObject({ code: 0 });
  expect(await commands.error('backup', '--out', copy, '--force')).toMatchObject({ code: 'over-project' });
});

test('A folder is not the name of a file, nor a file’s name that of a folder, and a template must be there', async () => {
  const folder = path.join(commands.home.folder, 'kansio');
  mkdirSync(folder);
  for (const words of [
    ['report', '--out', folder],
    ['report', 'week', '--out', folder, '--force'],
    ['report', '--out', path.join(folder, 'uusi/')],
    ['backup', '--out', folder, '--force'],
    ['backup', '--out', path.join(folder, 'uusi/')],
  ])
    expect(await commands.error(...words)).toMatchObject({ exit: 1, code: 'over-folder' });
  expect(readdirSync(folder)).toEqual([]);
  const long = path.join(folder, 'n'.repeat(300));
  expect(await commands.error('report', '--out', long)).toMatchObject({ exit: 1, code: 'name-too-long' });
  const page = path.join(folder, 'h.docx');
  expect(await commands.error('report', 'handover', '--out', page)).toMatchObject({
    exit: 2,
    code: 'folder-meant',
  });
  expect(existsSync(page)).toBe(false);
  const words = ['report', '--template', path.join(folder, 'nosuch.docx'), '--out', page];
  expect(await commands.error(...words)).toMatchObject({ exit: 1, code: 'no-template' });
});

test.each([
  ['fi', '5.4.2023', '1.1.2020'],
  ['en', '5 Apr 2023', '1 Jan 2020'],
])('Days in sentences are written as the language writes them: %s', async (language, from, day) => {
  const late = ['report', '--since', '5.4.2023', '--until', '1.3.2023', '--language', language];
  expect((await commands.error(...late)).near).toContain(from);
  const none = await commands.error('restore', '1.1.2020', '--yes', '--language', language);
  expect(none.near).toContain(day);
});
