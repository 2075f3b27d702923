import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandWords, editorOf, runEditor } from '../../source/screens/editor/run-editor.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luotsi-editor-test-'));

/** An editor that is a script: it is given the file as its last word. */
function script(name: string, lines: string): string[] {
  const file = path.join(folder, `${name} ed.sh`);
  writeFileSync(file, `#!/bin/sh\n${lines}\n`);
  chmodSync(file, 0o755);
  return [file];
}

describe('the command', () => {
  test.each([
    ['nano', ['nano']],
    ['code --wait', ['code', '--wait']],
    ['"/opt/my ed/ed" -w', ['/opt/my ed/ed', '-w']],
    ["'a b' c", ['a b', 'c']],
    ['vim; rm -rf /', ['vim;', 'rm', '-rf', '/']],
  ])('%s', (command, words) => expect(commandWords(command)).toEqual(words));

  test('is VISUAL before EDITOR, and none where neither is set', () => {
    expect(editorOf({ VISUAL: 'a', EDITOR: 'b' })).toEqual(['a']);
    expect(editorOf({ VISUAL: '', EDITOR: 'b' })).toEqual(['b']);
    expect(editorOf({})).toBeNull();
  });
});

describe('the text', () => {
  test('comes back as the editor left it, without its last line end, and the file is gone', () => {
    const seen = path.join(folder, 'seen');
    const editor = script(
      'add',
      `cat "$1" > "${seen}"; echo "$1" >> "${seen}"; printf 'toinen rivi\\r\\n' >> "$1"`,
    );
    expect(runEditor(editor, 'eka rivi')).toEqual({ kind: 'text', text: 'eka rivi\ntoinen rivi' });
    const [text, file] = readFileSync(seen, 'utf8').trim().split('\n');
    expect(text).toBe('eka rivi');
    expect(existsSync(file ?? '')).toBe(false);
  });

  test('is left alone when nothing was changed, the editor failed, or there is none of that name', () => {
    expect(runEditor(script('same', 'true'), 'sama')).toEqual({ kind: 'none' });
    const [failing = ''] = script('fail', 'echo muuta > "$1"; exit 3');
    expect(runEditor([failing], 'sama')).toEqual({ kind: 'failed', editor: failing });
    expect(runEditor(['no-such-editor-here'], 'x')).toEqual({
      kind: 'failed',
      editor: 'no-such-editor-here',
    });
  });
});
