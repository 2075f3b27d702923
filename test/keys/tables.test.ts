import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the tables of keys in the README and in docs/keys.md are those of the keymap', () => {
  expect(() =>
    execFileSync(process.execPath, ['bin/generate-keys.js', '--check'], { stdio: 'pipe' }),
  ).not.toThrow();
});
