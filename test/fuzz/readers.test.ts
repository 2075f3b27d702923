import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDecoder } from '../../source/keys/decode.ts';
import { createDispatcher } from '../../source/keys/dispatcher.ts';
import { makeKeymap } from '../../source/keys/keymap.ts';
import { registers } from '../../source/registers/index.ts';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { keysOf, readSettings, settingsPath } from '../../source/settings/settings.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { hostile, live } from '../support/hostile.ts';
import { runHere } from '../support/in-process.ts';
import { makePrivateHome } from '../support/private-home.ts';
import { fillProject, makeProject, openTestProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';
import { openTerminal } from '../support/terminal.ts';

const home = makePrivateHome();
const times = Number(process.env['LUOTSI_RUNS'] ?? 1);
const path = join(home.folder, 'fuzz.luotsi');

async function luotsi(words: readonly string[]): Promise<{ code: number; said: string }> {
  const { code, stdout, stderr } = await runHere(home, [...words, '--file', path]);
  return { code, said: stdout + stderr };
}

const files = new Map<string, Buffer>();
beforeAll(async () => {
  const project = makeProject('fuzz', true, path);
  fillProject(project);
  closeStore(project.store);
  for (const [format, words] of [
    ['csv', ['export', 'risk']],
    ['xlsx', ['export', 'risk', 'person']],
    ['ics', ['export', 'session']],
    ['json', ['export']],
  ] as const) {
    const out = join(home.folder, `whole.${format}`);
    await luotsi([...words, '--format', format, '--out', out]);
    files.set(format, readFileSync(out));
  }
});

/** A wound: where, how much of it goes, and what comes instead. */
const wound = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  instead: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.constantFrom(...Object.values(hostile)).map((text) => Uint8Array.from(Buffer.from(text))),
    fc
      .constantFrom('"', ';', '\n', '{', ']', ':', 'RRULE:FREQ=SECONDLY\r\n')
      .map((text) => Uint8Array.from(Buffer.from(text))),
  ),
});

function wounded(
  whole: Buffer,
  wounds: readonly { at: number; length: number; instead: Uint8Array }[],
): Buffer {
  return wounds.reduce((bytes, { at, length, instead }) => {
    const from = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, from), instead, bytes.subarray(from + length)]);
  }, whole);
}

describe('Whatever comes in, it is taken or refused in words', () => {
  test.each(['csv', 'xlsx', 'ics', 'json'])('%s', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(wound, { minLength: 1, maxLength: 4 }), async (wounds) => {
        const hurt = join(home.folder, `hurt.${format}`);
        writeFileSync(hurt, wounded(files.get(format) ?? Buffer.alloc(0), wounds));
        const as = format === 'csv' || format === 'xlsx' ? ['--as', 'risk'] : [];
        const { code, said } = await luotsi(['import', hurt, ...as, '--dry-run']);
        expect([0, 1, 2]).toContain(code);
        expect(live.exec(said)).toBeNull();
      }),
      runs(60, 20220321),
    );
  });

  const word = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...registers.map(({ name }) => name), 'today', 'find', 'add', 'calendar', 'link', 'unlink', 'undo', 'redo', 'history', 'report', 'doctor', 'completion', 'help') }, // prettier-ignore
    { weight: 4, arbitrary: fc.constantFrom('list', 'show', 'add', 'set', 'remove', 'history', 'hold', 'move', 'cancel', 'stage', 'done', 'send', 'skip', 'assess', 'start', 'next', 'note', 'close', 'status', 'week', 'minutes', 'R-1', 'T-1', 'TK-1', 'H-1', 'R-99') }, // prettier-ignore
    { weight: 3, arbitrary: fc.constantFrom('--title', '--title=x', '--due', 'huomenna', '--where', 'state:open', '-tag:x', '--sort', 'score', '--json', '--limit=2', '--fields', 'code,title', '--as-of', '1.3.2022', '--preview', '--language', 'en', '--days=3', '--format', 'md', '--since', 'last', '--help', '--probability=3', '--impact', '4', '--', '-') }, // prettier-ignore
    {
      weight: 1,
      arbitrary: fc.constantFrom(...Object.values(hostile).map((text) => text.replaceAll('\0', ''))),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  );

  test('Words of the command line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (words) => {
        const { code, said } = await luotsi(words);
        expect([words, [0, 1, 2].includes(code)]).toEqual([words, true]);
        expect([words, live.exec(said)?.[0]]).toEqual([words, undefined]);
      }),
      runs(150, 20220322),
    );
    const project = openTestProject(path);
    expect(examineProject(project, false).findings.filter(({ count }) => count > 0)).toEqual([]);
    closeStore(project.store);
  });
});

describe('Settings and keys', () => {
  test('Any settings file is read as far as it makes sense', () => {
    const folder = join(home.folder, 'settings');
    const named = fc.dictionary(fc.constantFrom('files', 'language', 'keys', 'theme', 'views', 'told', 'ground', '__proto__'), fc.jsonValue()); // prettier-ignore
    fc.assert(
      fc.property(fc.oneof(named, fc.jsonValue()), (settings) => {
        const environment = { XDG_CONFIG_HOME: folder };
        mkdirSync(join(folder, 'luotsi'), { recursive: true });
        writeFileSync(settingsPath(environment), JSON.stringify(settings));
        expect(makeKeymap(keysOf(readSettings(environment))).keymap).toBeDefined();
      }),
      runs(200, 20220323),
    );
  });

  test('Any bytes go through the decoder and any keys through the dispatcher', () => {
    const key = fc.oneof(
      fc.constantFrom('\u001b', '\u001b[A', '\u001b[200~', '\u001b[201~', '\u001bOP', '\r', '\t', '\u0003x', 'g', 'gg', 'ö', '\ud83d\udc69\u200d\ud83d\udcbb').map((text) => Buffer.from(text)), // prettier-ignore
      fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(...Object.values(hostile)).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 12 }), (pieces) => {
        const { keymap } = makeKeymap();
        const dispatcher = createDispatcher({ keymap, onRefused: () => {} });
        const decoder = createDecoder();
        for (const piece of pieces)
          dispatcher.feed(decoder.push(piece).filter((event) => event.type !== 'ground'));
        dispatcher.feed(decoder.flush().filter((event) => event.type !== 'ground'));
        expect(decoder.waiting).toBeNull();
      }),
      runs(300, 20220324),
    );
  });

  test(
    'Any keys in the console: it stands, and the file is sound',
    async () => {
      // Not those that leave, stop or open other programs.
      const keys = ['j', 'k', 'g', 'G', 'l', 'h', 'Enter', 'Esc', 'Tab', 'Space', 'n', 'a', 'e', 'x', 'd', 'm', 'o', 's', 'p', 'v', 'i', 'r', 'u', 'U', 'F', 'T', 'A', 'R', 'D', 'V', '/', ':', '?', ',', '.', '-', '*', '1', '2', '3', '4', '5', '6', '7', '8', 'Up', 'Down', 'Left', 'Right', 'PageDown', 'Backspace', 'Ctrl+S', 'Ctrl+U', 'Ctrl+E', 'ä', '5']; // prettier-ignore
      const [sequence = []] = fc.sample(fc.array(fc.constantFrom(...keys), { minLength: 120 * times, maxLength: 130 * times, size: 'max' }), { ...runs(1, 20220325), numRuns: 1 }); // prettier-ignore
      const terminal = openTerminal({ home, arguments: ['--file', path], columns: 100, rows: 30 });
      await terminal.expect('Luotsi');
      for (let at = 0; at < sequence.length; at += 10) {
        terminal.press(...sequence.slice(at, at + 10));
        await terminal.expect(/Luotsi/);
      }
      // What is still on its way gets its time; a console that had failed would have ended by itself, with another code.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      terminal.kill('SIGTERM');
      expect([sequence.join(' '), await terminal.exitCode()]).toEqual([sequence.join(' '), 143]);
      expect(terminal.output).not.toContain('meni jotakin vikaan');
      const project = openTestProject(path);
      expect(examineProject(project, false).findings.filter(({ count }) => count > 0)).toEqual([]);
      closeStore(project.store);
    },
    60_000 * times,
  );
});
