import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../source/exchange/csv.ts';
import { guardCell, unguardCell } from '../../source/exchange/guard.ts';
import type { UserError } from '../../source/errors.ts';
import { runs } from '../support/runs.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding);

describe('Reading a table', () => {
  test('Windows-1252 with semicolons, CRLF and line breaks in cells, as a Finnish Excel saves it', () => {
    // latin1 and Windows-1252 have ä, ö and € apart; € is byte 80 in the latter.
    const saved = Buffer.concat([
      bytes('Kohderyhmä;Sisältö;Hinta\r\nEsihenkilöt;"Mitä, miksi\r\n""ja"" milloin";12,50 ', 'latin1'),
      Buffer.from([0x80, 0x0d, 0x0a]),
    ]);
    expect(readCsv(saved, 'x.csv')).toMatchObject({
      headings: ['Kohderyhmä', 'Sisältö', 'Hinta'],
      rows: [{ row: 2, cells: ['Esihenkilöt', 'Mitä, miksi\r\n"ja" milloin', '12,50 €'] }],
      delimiter: ';',
      encoding: 'windows-1252',
    });
  });

  test.each([
    ['comma', 'a,b\n1,2\n', ','],
    ['tab', 'a\tb\n1\t2\n', '\t'],
    ['semicolon, with commas in its numbers', 'a;b\n1,5;2,5\n', ';'],
    ['what Excel says itself', 'sep=,\r\na;x,b\r\n1,2\r\n', ','],
    ['one inside quotation marks is none', '"a,b,c";d\n1;2\n', ';'],
  ])('The delimiter is seen on the heading line: %s', (_, text, delimiter) => {
    const table = readCsv(bytes(text), 'x.csv');
    expect(table.delimiter).toBe(delimiter);
    expect(table.rows[0]?.cells).toHaveLength(2);
  });

  test.each([
    ['UTF-8', bytes('ä;b\n1;2')],
    ['UTF-8 with its mark', bytes('\ufeffä;b\n1;2')],
    ['UTF-16 with its mark', bytes('\ufeffä;b\n1;2', 'utf16le')],
  ])('The encoding is seen in the bytes: %s', (_, saved) => {
    expect(readCsv(saved, 'x.csv').headings).toEqual(['ä', 'b']);
  });

  test('Rows are counted as a spreadsheet counts them, empty ones too', () => {
    expect(readCsv(bytes('a;b\r\n\r\n;\r\n1;2\r\n'), 'x.csv').rows).toEqual([{ row: 4, cells: ['1', '2'] }]);
  });

  test.each([
    ['empty-table', bytes('')],
    ['empty-table', bytes('a;b\n')],
    ['broken-table', bytes('a;b\n"never closed;2\n')],
    ['broken-table', bytes('PK\u0003\u0004an xlsx')],
    ['broken-table', Buffer.from([0x41, 0x00, 0x42])],
  ])('What can’t be read is refused: %s', (code, saved) => {
    expect(() => readCsv(saved, 'x.csv')).toThrow(expect.objectContaining({ code }) as UserError);
  });
});

describe('Writing a table', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ä', ';', ',', '"', '\n', '\r\n', ' ', '=', "'", '-'),
  });

  test('Whatever is in the cells comes back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(';', ',', '\t'),
        (rows, delimiter) => {
          const filled = rows.filter((row) => row.some((one) => one.trim() !== ''));
          fc.pre(filled.length > 0);
          const text = writeCsv(['yksi', 'kaksi'], filled, delimiter);
          expect(readCsv(bytes(text), 'x.csv').rows.map(({ cells }) => cells)).toEqual(filled);
        },
      ),
      runs(),
    );
  });

  test('No text is ever taken for a formula, and what was guarded comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", 'a') }), (text) => {
        expect(guardCell(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguardCell(guardCell(text))).toBe(text);
      }),
      runs(),
    );
  });
});
