import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../source/services/tables/import-source.ts';
import { Commands } from '../commands/sample-home.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';
import type { CellValue, WriteSheet } from 'hucre/xlsx';

const made = async (rows: CellValue[][], sheet: Partial<WriteSheet> = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Taulukko', rows, ...sheet }] });

/** The refusal that reading the bytes ends in. */
async function refused(bytes: Uint8Array, sheet?: string) {
  const error: unknown = await readSource(bytes, 'koe.xlsx', sheet).then(
    () => null,
    (found: unknown) => found,
  );
  return refusal(() => {
    throw error;
  });
}

describe('What is no workbook, or more than one', () => {
  const zipped = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts, { level: 9 });

  test.each<[string, Uint8Array, string]>([
    ['an old workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'xls'],
    [
      'a protected one',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'picture'],
    ['a photograph', Buffer.from('ffd8ffe000104a46', 'hex'), 'picture'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['a Word document', zipped({ 'word/document.xml': strToU8('<a/>') }), 'word'],
    ['a packed folder', zipped({ 'a.txt': strToU8('a') }), 'archive'],
    ['a binary workbook', zipped({ 'xl/workbook.bin': strToU8('a') }), 'xlsb'],
    ['an OpenDocument', zipped({ mimetype: strToU8('a'), 'content.xml': strToU8('a') }), 'ods'],
  ])('%s is told by what it is, whatever its name', async (_, bytes, kind) => {
    expect(await refused(bytes)).toMatchObject({ code: 'not-a-table', parameters: { kind } });
  });

  test('one that is cut short or changed on its way, at any place', async () => {
    const whole = await made([
      ['Tehtävä', 'Vastuu'],
      ['Soita', 'Maija'],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), async (length) => {
        expect(['not-a-table', 'broken-archive', 'broken-workbook']).toContain(
          (await refused(whole.slice(0, length))).code,
        );
      }),
      runs(30),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 4, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bytes = whole.slice();
          bytes[at] = (bytes[at] ?? 0) ^ by;
          // What still reads is a table; anything else ends in a sentence, never in our bug.
          await readSource(bytes, 'koe.xlsx').catch((error: unknown) =>
            refusal(() => {
              throw error;
            }),
          );
        },
      ),
      runs(100),
    );
  });

  test('a bomb is not opened: one that says what it is, and one that lies', async () => {
    const large = new Uint8Array(50 * 1024 * 1024);
    const parts = { 'xl/workbook.xml': strToU8('<a/>'), 'xl/worksheets/sheet1.xml': large };
    const bomb = zipped(parts);
    expect(bomb.length).toBeLessThan(100_000);
    expect((await refused(bomb)).code).toBe('archive-too-large');
    // The size in the archive's list is made a small one.
    const lying = Buffer.from(bomb);
    const wanted = Buffer.alloc(4);
    wanted.writeUInt32LE(large.length);
    for (let at = lying.indexOf(wanted); at !== -1; at = lying.indexOf(wanted, at + 1))
      lying.writeUInt32LE(1000, at);
    expect((await refused(lying)).code).toBe('archive-too-large');
    const many = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`xl/${index}`, new Uint8Array()]),
    );
    expect((await refused(zipped({ ...many, 'xl/workbook.xml': strToU8('<a/>') }))).code).toBe(
      'archive-too-large',
    );
  });
});

test('the command line: a workbook in, a workbook out, and what is wrong in the user’s language', async () => {
  const commands = new Commands();
  await commands.json('init', '--title', 'Koehanke');
  const file = path.join(commands.home.folder, 'riskit.xlsx');
  writeFileSync(
    file,
    await made([
      ['Riski', 'Luokka', 'Todennäköisyys', 'Vaikutus'],
      ['Viive', 'Aikataulu', 3, 4],
    ]),
  );
  expect(await commands.json('import', file)).toMatchObject({ added: 1 });
  expect(await commands.json('risk', 'show', 'R-1')).toMatchObject({ score: 12, category: 'schedule' });
  const out = path.join(commands.home.folder, 'ulos.xlsx');
  expect(await commands.json('export', '--out', out)).toMatchObject({ path: out });
  expect(await commands.json('import', out, '--as', 'risk', '--sheet', 'Riskit')).toMatchObject({
    added: 0,
    same: 1,
  });
  writeFileSync(file, Buffer.from('89504e470d0a1a0a', 'hex'));
  const { code, stderr } = await commands.run('import', file);
  expect(code).toBe(1);
  expect(stderr).toMatch(/on kuva/);
});
