import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { isUserError } from '../../source/errors.ts';
import { registerOf, registers } from '../../source/registers/index.ts';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { makeFiles, reportKinds } from '../../source/services/reporting/report.ts';
import { fieldContext } from '../../source/services/reading/lookup.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { hostile, live, long } from '../support/hostile.ts';
import { runHere } from '../support/in-process.ts';
import { makePrivateHome } from '../support/private-home.ts';
import { fillProject, makeProject, openTestProject } from '../support/project.ts';
import { randomValues } from '../support/random-changes.ts';
import { idsOf } from '../support/snapshot.ts';
import { openTerminal } from '../support/terminal.ts';
import type { Definition } from '../../source/registers/index.ts';
import type { Answer } from '../support/in-process.ts';
import type { TestProject } from '../support/project.ts';

const home = makePrivateHome();
const path = join(home.folder, 'vihamielinen.luotsi');
const texts = Object.values(hostile);

const luotsi = async (...words: string[]): Promise<Answer> => runHere(home, [...words, '--file', path]);

const kinds = new Set(['text', 'longText', 'tags', 'who', 'whos', 'link', 'email']);

/** The hostile text in every field of the register that takes it, read as a form and a table read it. */
function filledWith(project: TestProject, definition: Definition, text: string): Record<string, unknown> {
  const context = fieldContext(project, 'fi');
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(definition.fields)) {
    if (!kinds.has(field.kind) || name === 'timeZone' || name === 'prefix') continue;
    try {
      values[name] = field.check(field.read(text, context));
    } catch (error) {
      if (!isUserError(error)) throw error;
    }
  }
  return values;
}

/** A record of the register for every hostile text. @returns how many were taken */
function addAll(project: TestProject, definition: Definition): number {
  let taken = 0;
  texts.forEach((text, index) => {
    for (let seed = 0; seed < 8; seed += 1) {
      project.clock.minute += 1;
      const required = randomValues(project.store, definition, project.clock.today, seed * 31 + index, true);
      const needed = Object.entries(required).filter(([name]) => definition.fields[name]?.required === true);
      try {
        addRecord(project, definition.name, {
          ...Object.fromEntries(needed),
          ...filledWith(project, definition, text),
        });
        taken += 1;
        return;
      } catch (error) {
        if (!isUserError(error)) throw error;
      }
    }
  });
  return taken;
}

const taken = new Map<string, number>();
beforeAll(() => {
  const project = makeProject('hostile', true, path);
  fillProject(project);
  for (const definition of registers)
    if (definition.name !== 'project') taken.set(definition.name, addAll(project, definition));
  const [id = 0] = idsOf(project.store, 'project');
  changeRecord(project, id, filledWith(project, registerOf('project'), texts.join(' ')));
  closeStore(project.store);
});

const shown = registers.filter(({ code }) => code !== undefined).map(({ name }) => name);

describe('Texts that mean something to others mean nothing here', () => {
  test('They come in, and the file is sound', () => {
    // Of some registers a record with such a text is none (a link that is one, an e-mail that is one).
    const few = [...taken].filter(([, count]) => count < texts.length / 2);
    expect(few).toEqual([]);
    const project = openTestProject(path);
    expect(examineProject(project, false).findings.filter(({ count }) => count > 0)).toEqual([]);
    closeStore(project.store);
  });

  test.each(shown)(
    '%s: list, show, history and search say nothing live, and JSON what is kept',
    async (name) => {
      const list = await luotsi(name, 'list', '--limit', '1000');
      expect([list.code, list.stderr]).toEqual([0, '']);
      expect(live.exec(list.stdout)).toBeNull();
      const json = await luotsi(name, 'list', '--limit', '1000', '--json');
      const records = JSON.parse(json.stdout) as { code: string }[];
      expect(records.length).toBeGreaterThanOrEqual(name === 'project' ? 1 : texts.length / 2);
      expect(Object.getPrototypeOf({}) === Object.prototype && !('admin' in {})).toBe(true);
      const [one] = records.toReversed();
      for (const words of [
        [name, 'show', one?.code ?? ''],
        [name, 'history', one?.code ?? ''],
      ]) {
        const { code, stdout } = await luotsi(...words);
        expect([words.join(' '), code, live.exec(stdout)?.[0]?.codePointAt(0)]).toEqual([
          words.join(' '),
          0,
          undefined,
        ]);
      }
    },
  );

  test.each(Object.entries(hostile))(
    'As words of a search, a filter, a code and a line of quick add: %s',
    async (_, text) => {
      const clean = text.replaceAll('\0', '');
      for (const words of [
        ['find', clean],
        ['risk', 'list', `--where=${clean}`],
        ['risk', 'list', `--where=title:"${clean}"`],
        ['risk', 'show', clean],
        ['add', clean, '--preview'],
      ]) {
        const { code, stdout, stderr } = await luotsi(...words);
        expect([words, [0, 1, 2].includes(code)]).toEqual([words, true]);
        expect(live.exec(stdout + stderr)).toBeNull();
      }
    },
  );

  test('A table and a workbook hold no formula, and bring back what was there', async () => {
    for (const name of ['risk', 'person', 'diary', 'action']) {
      const out = join(home.folder, `${name}.csv`);
      expect((await luotsi('export', name, '--format', 'csv', '--out', out)).code).toBe(0);
      const cells = readFileSync(out, 'utf8').split(/(?:;|\r\n)(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      // Numbers may begin with a minus; texts are guarded.
      const formulas = cells.filter((cell) => /^"?[=+@\t\r]|^"?-(?!\d+"?$)/.test(cell));
      expect(formulas).toEqual([]);
      const { stdout } = await luotsi('import', out, '--as', name, '--json', '--dry-run');
      expect(JSON.parse(stdout)).toMatchObject({ added: 0, changed: 0, conflict: 0, refused: [] });
    }
    const book = join(home.folder, 'kaikki.xlsx');
    expect((await luotsi('export', '--format', 'xlsx', '--out', book)).code).toBe(0);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(book)))) {
      const xml = Buffer.from(bytes).toString('utf8');
      if (name.startsWith('xl/worksheets')) expect(xml).not.toMatch(/<f[ >]/);
      // What XML has no place for.
      expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(xml)).toBeNull();
    }
  });

  test('A calendar has the entries that it should and no other; JSON comes back whole into a new file', async () => {
    const calendar = join(home.folder, 'kaikki.ics');
    expect((await luotsi('export', '--format', 'ics', '--out', calendar)).code).toBe(0);
    const lines = readFileSync(calendar, 'utf8').split('\r\n');
    expect(lines.filter((line) => /^(?:RRULE:FREQ=SECONDLY|ATTACH)/.test(line))).toEqual([]);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const count = (word: string): number => lines.filter((line) => line === word).length;
    expect(count('BEGIN:VEVENT')).toBe(count('END:VEVENT'));
    expect(lines.filter((line) => /[\u0000-\u0008\u000b-\u001f]/.test(line))).toEqual([]);
    const json = join(home.folder, 'kaikki.json');
    expect((await luotsi('export', '--format', 'json', '--out', json)).code).toBe(0);
    const copy = join(home.folder, 'toinen.luotsi');
    const { stdout, code } = await runHere(home, ['import', json, '--file', copy, '--json']);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { refused: [] }]);
  });

  test.each(reportKinds)(
    'Report %s: no tag, script or address of theirs is live in any format',
    async (kind) => {
      const project = openTestProject(path);
      project.clock.today = '2022-03-05';
      const [session = 0] = idsOf(project.store, 'session').toReversed();
      const [person = 0] = idsOf(project.store, 'person');
      const { files } = await makeFiles(project, {
        kind,
        language: 'fi',
        ...(['minutes', 'invitation'].includes(kind) && { session }),
        ...(kind === 'person' && { person }),
      });
      closeStore(project.store);
      expect(files.length).toBeGreaterThan(2);
      for (const { format, bytes } of files) {
        const text = Buffer.from(bytes).toString('utf8');
        if (format === 'html') {
          expect(/<script|<img|<[^>]*\son\w+=/i.exec(text)?.[0]).toBeUndefined();
          expect(
            [...text.matchAll(/(?:href|src)="([^"#]*)/g)].filter(([, to = '']) =>
              /^\s*(?:javascript|data|vbscript):/i.test(to),
            ),
          ).toEqual([]);
        }
        if (format === 'md') {
          expect(text).not.toMatch(/(?<!\\)<(?:script|img|\/td)/i);
          expect(text).not.toMatch(/(?<!\\)\]\((?:javascript|http:\/\/paha)/);
        }
        if (format === 'docx')
          for (const [name, part] of Object.entries(unzipSync(bytes))) {
            const xml = Buffer.from(part).toString('utf8');
            // What XML has no place for.
            if (/\.(?:xml|rels)$/.test(name))
              expect(
                /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|<script|INCLUDETEXT|DDEAUTO/.exec(xml),
              ).toBeNull();
          }
        if (format === 'html' || format === 'md') expect(live.exec(text.replaceAll('\t', ''))).toBeNull();
      }
    },
  );

  test('A text of two hundred thousand letters is kept and shown cut', async () => {
    const project = openTestProject(path);
    const { result } = addRecord(project, 'risk', { title: 'Pitkä', notes: long });
    expect(getRecord(project, result)['notes']).toBe(long);
    closeStore(project.store);
    const { stdout } = await luotsi('risk', 'list', '--limit', '1000');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(400);
  });

  test('The console draws all of it and gets none of it', async () => {
    const terminal = openTerminal({ home, arguments: ['--file', path], columns: 120, rows: 36 });
    await terminal.expect('Luotsi');
    for (const key of ['3', '4', '5', '7', '8', '4']) {
      terminal.press(key);
      await terminal.expect('Luotsi');
      terminal.press('G', 'k', 'k', 'Enter', 'j', 'Esc');
    }
    // A unit's page says the project's own words of its people.
    terminal.press('1', ':');
    terminal.type('Y-10');
    await terminal.expect(/Y-10 /);
    terminal.press('Enter');
    await terminal.expect(/^.{1,4}Y-10 /m);
    terminal.press('Esc');
    terminal.press('4');
    await terminal.expect(/Riskit/);
    terminal.press('/');
    terminal.type('"');
    terminal.press('Enter', 'Esc', 'q');
    terminal.press('Ctrl+C');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.output.includes('\u001b]0;')).toBe(false);
    expect(terminal.output.includes('\u001b]52;')).toBe(false);
    expect(/[\u202a-\u202e\u2066-\u2069\u009b]/.exec(terminal.output)).toBeNull();
  });
});

describe('Tables and files made to hurt', () => {
  test('Headings, deep JSON and a name of all objects change nothing beyond what they say', async () => {
    const table = join(home.folder, 'proto.csv');
    writeFileSync(table, '__proto__;constructor;Riski\nx;y;Proto\n');
    const { code, stdout } = await luotsi('import', table, '--as', 'risk', '--json');
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { added: 1 }]);
    const deep = join(home.folder, 'syvä.json');
    writeFileSync(deep, `${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    expect(await luotsi('import', deep)).toMatchObject({ code: 1, stdout: '' });
    const polluting = join(home.folder, 'proto.json');
    writeFileSync(
      polluting,
      '{"luotsi":1,"__proto__":{"admin":true},"records":{"__proto__":[{"title":"x"}]}}',
    );
    expect((await luotsi('import', polluting)).code).toBe(1);
    expect('admin' in {}).toBe(false);
  });

  test('A cell of ten megabytes comes in or is refused in words, soon', async () => {
    const table = join(home.folder, 'iso.csv');
    writeFileSync(table, `Riski;Muistiinpanot\nIso;${'x'.repeat(10_000_000)}\n`);
    const { code, stdout, stderr } = await luotsi('import', table, '--as', 'risk', '--json');
    expect([0, 1]).toContain(code);
    expect(`${stdout}${stderr}`.length).toBeLessThan(10_000);
  });
});
