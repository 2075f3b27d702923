import { execFileSync } from 'node:child_process';
import { launch } from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';

/** Whether a program can be started from the path. */
export function isThere(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether tests that start these programs run. Continuous integration installs them, so there they must; elsewhere the
 * tests are skipped, and say so.
 */
export function canStart(...programs: readonly string[]): boolean {
  const missing = programs.filter((program) => !isThere(program));
  if (missing.length === 0 || process.env['CI'] !== undefined) return true;
  console.warn(
    `Skipped, because this machine has no ${missing.join(' and no ')}: apt-get install them to run these tests.`,
  );
  return false;
}

/** Debian's Chromium; nothing is downloaded. */
export async function openBrowser(): Promise<Browser> {
  const path = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
  // Containers give it neither user namespaces nor a large /dev/shm.
  return launch({ executablePath: path, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
