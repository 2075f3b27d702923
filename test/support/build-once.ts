import { rm } from 'node:fs/promises';
import { build } from '../../bin/build.js';

/** Vitest's global set-up: tests of the built program use what stands in the sources now. */
export async function setup(): Promise<void> {
  try {
    await build();
  } catch (error) {
    // Tests of the sources can still run; those of the program find none, and fail on that.
    console.error(error);
    await rm(new URL('../../dist', import.meta.url), { recursive: true, force: true });
  }
}
