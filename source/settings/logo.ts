import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { readSettings, settingsPath, writeSettings } from './settings.ts';

/** Names of the picture beside the settings: a copy of our own, so that the one that was chosen may go. */
const names = ['logo.png', 'logo.jpeg', 'logo.svg'] as const;

/** Where the picture for the heads of reports lies; null where none has been chosen. */
export function logoPath(environment: NodeJS.ProcessEnv): string | null {
  const { logo } = readSettings(environment);
  // Only a picture beside the settings: what they say is never a way to other files.
  return names.some((name) => name === logo) ? join(dirname(settingsPath(environment)), logo ?? '') : null;
}

/** Keeps a picture beside the settings, or none. @throws UserError settings-unwritable */
export async function keepLogo(
  environment: NodeJS.ProcessEnv,
  picture: { readonly type: 'png' | 'jpeg' | 'svg'; readonly bytes: Uint8Array } | null,
): Promise<void> {
  const folder = dirname(settingsPath(environment));
  const logo = names.find((name) => name === `logo.${picture?.type}`) ?? null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) if (names.some((one) => one === name)) rmSync(join(folder, name));
    if (picture !== null && logo !== null) writeFileSync(join(folder, logo), picture.bytes, { mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : basename(folder);
    throw new UserError('settings-unwritable', { path: folder, reason: code });
  }
  await writeSettings(environment, { logo });
}
