import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readCsv, recordsIn, writeCsv } from '../../source/exchange/csv.ts';
import { guardCell, unguardCell } from '../../source/exchange/guard.ts';
import type { UserError } from '../../source/errors.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding);

const whole = (saved: Uint8Array) => {
  const table = readCsv(saved, 'x.csv');
  return { ...table, rows: [...table.rows] };
};

describe('Reading a table', () => {
  test('Windows-1252 with semicolons, CRLF and line breaks in cells, as a Finnish Excel saves it', () => {
    // latin1 and Windows-1252 have ä, ö and € apart; € is byte 80 in the latter.
    const saved = Buffer.concat([
      bytes('Kohderyhmä;Sisältö;Hinta\r\nEsihenkilöt;"Mitä, miksi\r\n""ja"" milloin";12,50 ', 'latin1'),
      Buffer.from([0x80, 0x0d, 0x0a]),
    ]);
    expect(whole(saved)).toMatchObject({
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
    const table = whole(bytes(text));
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
    expect(whole(bytes('a;b\r\n\r\n;\r\n1;2\r\n')).rows).toEqual([{ row: 4, cells: ['1', '2'] }]);
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

describe('A table that is read a piece at a time', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', ';', '"', '""', '";', '\n', '\r', '\r\n', ' ', ',"'),
    maxLength: 60,
  });

  /** What the reader of the whole text makes of it; null where it refuses. */
  function readWhole(text: string): string[][] | null {
    try {
      return parse(text, {
        delimiter: ';',
        relax_column_count: true,
        relax_quotes: true,
        record_delimiter: ['\r\n', '\n', '\r'],
      });
    } catch {
      return null;
    }
  }

  function inPieces(pieces: readonly string[]): string[][] | null {
    try {
      return [...recordsIn(pieces, ';', 'x.csv')];
    } catch (error) {
      const { code } = refusal(() => {
        throw error;
      });
      expect(code).toBe('broken-table');
      return null;
    }
  }

  test('is the same as read whole, wherever it is cut', () => {
    fc.assert(
      fc.property(letters, fc.array(fc.nat({ max: 60 }), { maxLength: 6 }), (text, cuts) => {
        const places = [0, ...cuts.toSorted((one, other) => one - other), text.length];
        const pieces = places.map((place, index) => text.slice(place, places[index + 1] ?? text.length));
        expect(inPieces(pieces)).toEqual(readWhole(text));
      }),
      runs(1000),
    );
  });

  test('a letter whose bytes lie on both sides of a cut is whole', () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `ääkköset ja muut ${row};${'ö'.repeat(row % 7)}`);
    const table = readCsv(bytes(['nimi;muu', ...rows].join('\r\n')), 'x.csv');
    expect(table.count).toBe(40_000);
    expect(Array.from(table.rows, ({ cells }) => cells.join(';'))).toEqual(rows);
  });

  test('a quotation mark that nobody closes is told of by its line, however long the file', () => {
    const long = `a;b\n1;2\n3;"4\n${'x;y\n'.repeat(3_000_000)}`;
    expect(refusal(() => readCsv(bytes(long), 'x.csv'))).toMatchObject({
      code: 'broken-table',
      parameters: { line: 3 },
    });
  });
});

/** A collection of what goes wrong with CSV, made by others. */
const spectrum = path.dirname(fileURLToPath(import.meta.resolve('csv-spectrum')));

test.each(readdirSync(path.join(spectrum, 'csvs')).map((name) => path.basename(name, '.csv')))(
  'csv-spectrum: %s',
  (name) => {
    const wanted = JSON.parse(readFileSync(path.join(spectrum, 'json', `${name}.json`), 'utf8')) as object;
    const { headings, rows } = readCsv(readFileSync(path.join(spectrum, 'csvs', `${name}.csv`)), name);
    const made = Array.from(rows, ({ cells }) =>
      Object.fromEntries(headings.map((heading, place) => [heading, cells[place]])),
    );
    // Its own answer has another phone number than its question.
    if (name === 'location_coordinates')
      expect(made).toMatchObject([{ ...wanted, 'Contact Phone Number': expect.any(String) as string }]);
    else expect(made).toEqual(wanted);
  },
);

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
          expect(whole(bytes(text)).rows.map(({ cells }) => cells)).toEqual(filled);
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
