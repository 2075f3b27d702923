import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { onSample, type Commands } from './sample-home.ts';

let commands: Commands;
beforeAll(async () => {
  commands = await onSample();
});

test('Each kind is told on stdout, in the format that is asked', async () => {
  for (const words of [[], ['week'], ['minutes', 'or-5'], ['risks'], ['communication'], ['champions']]) {
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

test.each([['foo'], ['minutes'], ['week', 'OR-5'], ['status', '--format', 'odt']])(
  'Wrong usage is refused: report %s %s',
  async (...words) => {
    expect(await commands.run('report', ...words)).toMatchObject({ code: 2, stdout: '' });
  },
);

test('Minutes of a session that is not there', async () => {
  expect(await commands.run('report', 'minutes', 'OR-99')).toMatchObject({ code: 1, stdout: '' });
});
