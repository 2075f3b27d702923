import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../../bin/build.js';

/**
 * Vitest's global set-up: tests of the built program use what stands in the sources now, and all that a run writes lies
 * in one folder that goes with it.
 */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'luotsi-run-'));
  // Programs that a test starts as another user go through it.
  chmodSync(folder, 0o711);
  process.env['TMPDIR'] = folder;
  process.env['LUOTSI_TEST_CACHE'] = path.join(folder, 'cache');
  try {
    await build();
  } catch (error) {
    // Tests of the sources can still run; those of the program find none, and fail on that.
    console.error(error);
    await rm(new URL('../../dist', import.meta.url), { recursive: true, force: true });
  }
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
