import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Environment = Record<string, string | undefined>;

/** Where a test's settings, data and cache live: nothing of the developer's own is read or written. */
export type PrivateHome = { folder: string; environment: Environment };

/** Where compiled code is kept for all that is started: it depends on nothing but the program. */
export const compiledCode = process.env['LUOTSI_TEST_CACHE'] ?? path.join(tmpdir(), 'luotsi-test-cache');

const created = new Set<string>();

export function makePrivateHome(): PrivateHome {
  const folder = mkdtempSync(path.join(tmpdir(), 'luotsi-test-'));
  if (created.size === 0) process.once('exit', removeAll);
  created.add(folder);
  const inside = (name: string) => {
    const place = path.join(folder, name);
    mkdirSync(place, { recursive: true });
    return place;
  };
  return {
    folder,
    environment: {
      HOME: folder,
      USERPROFILE: folder,
      XDG_CONFIG_HOME: inside('config'),
      XDG_DATA_HOME: inside('data'),
      XDG_STATE_HOME: inside('state'),
      XDG_CACHE_HOME: compiledCode,
    },
  };
}

/** What every child sees, whatever machine runs the tests; a test's own environment comes over it. */
export function childEnvironment(home: PrivateHome, own: Environment = {}): Record<string, string> {
  const environment: Environment = {
    PATH: process.env['PATH'],
    SystemRoot: process.env['SystemRoot'],
    TMPDIR: process.env['TMPDIR'],
    LANG: 'fi_FI.UTF-8',
    TZ: 'Europe/Helsinki',
    ...home.environment,
    ...own,
  };
  const present = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(present);
}

function removeAll(): void {
  for (const folder of created) rmSync(folder, { recursive: true, force: true });
}
