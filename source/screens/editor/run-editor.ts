/** Writing a text in the user's own editor: the screen is lent to it while it runs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the editor left: the text, or why there is none. */
export type Edited =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly editor: string };

/** `code --wait`, `"C:\\Program Files\\ed.exe" -w`: words of the command, quoted where they hold spaces. No shell reads it. */
export function commandWords(command: string): string[] {
  const words = command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g);
  return [...words].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}

/** $VISUAL, else $EDITOR; null where neither is set. */
export function editorOf(environment: NodeJS.ProcessEnv): readonly string[] | null {
  const words = commandWords(environment['VISUAL'] || environment['EDITOR'] || '');
  return words.length === 0 ? null : words;
}

/**
 * Runs the editor on the text and waits: an editor that ran beside us would take turns with us at reading the keys.
 * The file lies in a folder of its own that only the user can open, and is gone afterwards.
 */
export function runEditor(editor: readonly string[], text: string): Edited {
  const [command = '', ...words] = editor;
  const folder = mkdtempSync(path.join(tmpdir(), 'luotsi-'));
  const file = path.join(folder, 'luotsi.md');
  try {
    writeFileSync(file, text === '' ? '' : `${text}\n`, { mode: 0o600 });
    const { status, error } = spawnSync(command, [...words, file], { stdio: 'inherit' });
    if (error !== undefined || status !== 0) return { kind: 'failed', editor: command };
    // Editors end a file with a line end; the text has none of its own there.
    const left = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').replace(/\n$/, '');
    return left === text ? { kind: 'none' } : { kind: 'text', text: left };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
