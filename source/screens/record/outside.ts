/** What may be handed to the system to open: web addresses, mail, and files that are there. No shell reads it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const followed = /^(https?:\/\/|mailto:)[^\s]+$/i;

/**
 * The address itself, or the whole path of a file that is there, read from `folder` where it is not whole.
 * Null for all else: other schemes, and words that name no file.
 */
export function openable(
  text: string,
  folder: string,
  exists: (file: string) => boolean = existsSync,
): string | null {
  const given = text.trim();
  if (followed.test(given)) return given;
  if (given === '' || /^[a-z][a-z\d+.-]+:/i.test(given)) return null;
  const whole = path.resolve(folder, given);
  return exists(whole) ? whole : null;
}

/** The system's own opener as an argument vector; what is opened is the last word and begins with no dash. */
export function openerOf(platform: NodeJS.Platform, target: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', target];
  // `start` is a word of the shell; this does the same without one.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', target];
  return ['xdg-open', target];
}

/** Starts it and lets it be: the console goes on. `failed` is called where there is no such opener. */
export function openOutside(target: string, failed: (opener: string) => void): void {
  const [opener, ...words] = openerOf(process.platform, target);
  const child = spawn(opener, words, { stdio: 'ignore', detached: true });
  child.on('error', () => failed(opener));
  child.unref();
}
