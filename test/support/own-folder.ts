import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

// What a file of tests writes goes when it ends: Vitest ends its workers without their `exit`, and a whole run would
// need more than a gigabyte at once.
const folder = mkdtempSync(path.join(tmpdir(), 'test-'));
// Programs that a test starts as another user go through it.
chmodSync(folder, 0o711);
process.env['TMPDIR'] = folder;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
