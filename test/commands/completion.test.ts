import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { registers } from '../../source/registers/index.ts';
import { makePrivateHome } from '../support/private-home.ts';
import { runLuotsi } from '../support/run.ts';

const { folder } = makePrivateHome();
const script = path.join(folder, 'luotsi.bash');

/** What a real bash offers for the last of the words. */
function offered(...words: string[]): string[] {
  const line = `source ${script}; COMP_WORDS=(luotsi ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _luotsi; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', line], { encoding: 'utf8', cwd: folder })
    .split('\n')
    .filter(Boolean);
}

describe.skipIf(process.platform === 'win32')('Completion in a real bash', () => {
  beforeAll(async () => {
    const { stdout } = await runLuotsi(['completion', 'bash']);
    writeFileSync(script, stdout);
  });

  test('commands and registers, in both languages', () => {
    expect(offered('ri')).toEqual(expect.arrayContaining(['risk', 'riski']));
    expect(offered('exp')).toEqual(['export']);
    const all = offered('');
    for (const { name, code } of registers) if (code !== undefined) expect(all).toContain(name);
  });

  test('verbs of a register, its fields, options of a command, words that an option takes', () => {
    expect(offered('risk', 'as')).toContain('assess');
    expect(offered('riski', 'li')).toEqual(['list']);
    expect(offered('risk', 'set', '--targetP')).toEqual(['--targetProbability']);
    expect(offered('import', 'x.csv', '--dr')).toEqual(['--dry-run']);
    expect(offered('export', '--language', '')).toEqual(['fi', 'en']);
    expect(offered('completion', 'z')).toEqual(['zsh']);
  });

  test('files where a file is meant', () => {
    expect(offered('import', 'luotsi.b')).toEqual(['luotsi.bash']);
  });
});

test.each(['zsh', 'fish', 'powershell'])('there is a script for %s with every command', async (shell) => {
  const { code, stdout } = await runLuotsi(['completion', shell]);
  expect(code).toBe(0);
  for (const word of ['export', 'import', 'risk', 'assess', 'dry-run']) expect(stdout).toContain(word);
});

test('a shell that nobody knows is told with those that are', async () => {
  const { code, stderr } = await runLuotsi(['completion', 'tcsh']);
  expect(code).toBe(2);
  expect(stderr).toContain('powershell');
});
