import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exampleReports } from '../pictures/example-reports.ts';

const folder = path.join(import.meta.dirname, '../../docs/reports');

test('The example reports are what the program makes of the sample: npm run reports writes them anew', async () => {
  const made = await exampleReports();
  expect(made).toHaveLength(16);
  const stale = made.filter(({ name, bytes }) => !readFileSync(path.join(folder, name)).equals(bytes));
  expect(stale.map(({ name }) => name)).toEqual([]);
});
