/**
 * `npm run fuzz [-- TIMES]`: every property of the tests from new seeds, TIMES as often as usual (20). What fails names its seed
 * and path, by which it is tried again.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [times = '20'] = process.argv.slice(2);
const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((name) => name.endsWith('.test.ts') && /\bruns\(/.test(readFileSync(name, 'utf8')));
const vitest = join('node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--testTimeout=3600000', ...files], {
  stdio: 'inherit',
  env: { ...process.env, LUOTSI_RUNS: times },
});
process.exitCode = status ?? 1;
