import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { tableOf } from './tally.ts';

test('A bounded torture loses nothing', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/torture/run.ts'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const rows = stdout
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1);
  expect(rows.length).toBeGreaterThan(6);
  for (const row of rows) expect(row).toMatch(/\|\s+\d+ \|\s+[1-9]\d* \|\s+0 \|\s+0 \|\s+0 \|$/);
  expect(status).toBe(0);
}, 300_000);

test('A loss would be seen in the table', () => {
  const tally = { fault: 'x', times: 1, acknowledged: 2, lost: 1, unreadable: 0, uncaught: 0, problems: [] };
  expect(tableOf([tally]).split('\n').at(-1)).toBe(
    '| x     |     1 |            2 |    1 |          0 |        0 |',
  );
});
