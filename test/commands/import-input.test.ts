import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { Commands } from './sample-home.ts';

const commands = new Commands();

beforeAll(async () => {
  await commands.json('init', '--title', 'Koehanke', '--language', 'fi');
});

describe('What comes from another program', () => {
  const from = async (input: string | Uint8Array, ...words: string[]) =>
    runLuotsi(['import', '-', ...words, '--json'], { home: commands.home, input });

  test('is called what it is, not by the dash that asked for it', async () => {
    const { stdout } = await runLuotsi(['import', '-', '--as', 'action', '--dry-run'], {
      home: commands.home,
      input: 'Tehtävä;Määräpäivä\nSoita;1.4.2023\n',
    });
    expect(stdout).toMatch(/^liitetty taulukko: tehtävät$/m);
  });

  test('is read to its end as a file would be: a table, a workbook', async () => {
    const table = await from('Tehtävä;Määräpäivä\nSoita;1.4.2023\n', '--as', 'action');
    expect(table.code).toBe(0);
    expect(JSON.parse(table.stdout)).toMatchObject({ added: 1, refused: [] });
    const rows = [
      ['Tehtävä', 'Määräpäivä'],
      ['Kirjoita', '2.4.2023'],
    ];
    const book = await from(await writeXlsx({ sheets: [{ name: 'Lista', rows }] }), '--as', 'action');
    expect(JSON.parse(book.stdout)).toMatchObject({ added: 1, refused: [] });
    expect(await commands.json('action', 'list', '--sort', 'due')).toMatchObject([
      { title: 'Soita', due: '2023-04-01' },
      { title: 'Kirjoita', due: '2023-04-02' },
    ]);
  });

  test('of several sheets tells which were not read, and how they are, unless one was chosen', async () => {
    const rows = [
      ['Tehtävä', 'Määräpäivä'],
      ['Varaa tila', '3.4.2023'],
    ];
    const book = await writeXlsx({
      sheets: ['Lista', 'Riskit', 'Kokoukset'].map((name) => ({ name, rows })),
    });
    const told = async (...words: string[]): Promise<string> => {
      const all = ['import', '-', '--as', 'action', '--dry-run', '--language', 'en', ...words];
      return (await runLuotsi(all, { home: commands.home, input: book })).stdout;
    };
    expect(await told()).toMatch(/Sheets that were not read: Riskit[^]*Kokoukset[^]*--sheet/);
    expect(await told('--sheet', 'Riskit')).not.toMatch(/not read/);
  });

  test('that is nothing, or half of something, is refused and writes nothing', async () => {
    const before = await commands.json('history');
    for (const input of ['', 'Tehtävä;Määräpäivä\n', 'Tehtävä;Määräpäivä\n"kesken'])
      expect(await from(input, '--as', 'action')).toMatchObject({ code: 1, stdout: '' });
    expect(await commands.json('history')).toEqual(before);
  });
});

describe('Files that hold no table', () => {
  const container = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const made: Readonly<Record<string, () => Promise<Uint8Array>>> = {
    'kuva.xlsx': async () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'vanha.xls': async () => Buffer.concat([container, Buffer.alloc(2000)]),
    'salattu.xlsx': async () =>
      Buffer.concat([container, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    'kesken.xlsx': async () =>
      (await writeXlsx({ sheets: [{ name: 'A', rows: [['Tehtävä'], ['Soita']] }] })).slice(0, 900),
    'kesken.csv': async () => Buffer.from('Tehtävä;Vastuu\nSoita;Maija\nKirjoita;"Matti\n'),
    'kesken.json': async () => Buffer.from('{"luotsi": 1, "registers": {"action": ['),
    'kesken.ics': async () => Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n'),
  };
  const sentences: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
    'kuva.xlsx': [/on kuva/, /is a picture/],
    'vanha.xls': [/\.xls/, /\.xls/],
    'salattu.xlsx': [/salasana/, /password/],
    'kesken.xlsx': [/kesken/, /cut short|ends too early|not whole/],
    'kesken.csv': [/rivi.*3/, /(?:line|row).*3/],
    'kesken.json': [/kesken\.json/, /kesken\.json/],
    'kesken.ics': [/kesken\.ics/, /kesken\.ics/],
  };

  test.each(Object.keys(made))(
    '%s ends in a sentence in both languages, and nothing is written',
    async (name) => {
      const file = path.join(commands.home.folder, name);
      writeFileSync(file, (await made[name]?.()) ?? '');
      const project = path.join(commands.home.folder, 'koe.luotsi');
      await commands.run('init', '--title', 'Koe', '--file', project);
      const before = readFileSync(project);
      for (const [index, language] of (['fi', 'en'] as const).entries()) {
        const { code, stdout, stderr } = await commands.run(
          'import',
          file,
          '--file',
          project,
          '--language',
          language,
        );
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
        expect(stderr).toMatch(sentences[name]?.[index] ?? /^$/);
        expect(stderr).not.toMatch(/\n\s+at |undefined/);
      }
      expect(readFileSync(project).equals(before)).toBe(true);
    },
  );
});
