import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { UserError } from '../errors.ts';
import { decodeTable } from './decode.ts';
import { limits } from './table.ts';
import type { Encoding } from './decode.ts';
import type { Table } from './table.ts';

/** A table out of a CSV file, and how it was written. */
export interface CsvTable extends Table {
  readonly delimiter: Delimiter;
  readonly encoding: Encoding;
}

export type Delimiter = ';' | ',' | '\t';

const delimiters: readonly Delimiter[] = [';', '\t', ','];

/** Reads a CSV file as spreadsheets save it. @throws UserError table-too-large, broken-table, empty-table */
export function readCsv(bytes: Uint8Array, path: string): CsvTable {
  if (bytes.length > limits.bytes) throw new UserError('table-too-large', { path, limit: '200 MB' });
  // An .xlsx is a ZIP archive, and anything with NUL bytes is no text.
  const { text, encoding } = decodeTable(bytes);
  if (text.includes('\u0000') || text.startsWith('PK\u0003\u0004')) throw broken(path, 0);
  const { delimiter, skip } = delimiterOf(text);
  const records = recordsOf(text, delimiter, path);
  const [headings, ...rows] = records.slice(skip);
  if (headings === undefined) throw new UserError('empty-table', { path });
  const filled = rows
    .map((cells, index) => ({ row: index + skip + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw new UserError('empty-table', { path });
  if (filled.length > limits.rows) throw new UserError('too-many-rows', { path, most: limits.rows });
  if (filled.length * headings.length > limits.cells)
    throw new UserError('too-many-cells', { path, most: limits.cells });
  const trimmed = headings.map((heading) => heading.trim());
  return { headings: trimmed, rows: filled, isGuarded: true, hasSerials: false, delimiter, encoding };
}

function recordsOf(text: string, delimiter: Delimiter, path: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      // Rows of another length are told of one by one, with their number.
      relax_column_count: true,
      // A quotation mark within a cell that has none around it is a letter: 5" näyttö.
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    if (error instanceof CsvError) {
      const { lines } = error;
      throw broken(path, typeof lines === 'number' ? lines : 0);
    }
    throw error;
  }
}

const broken = (path: string, line: number): UserError => new UserError('broken-table', { path, line });

/**
 * The delimiter that the heading line has most of, outside quotation marks: in the rows a Finnish table has commas in
 * every number. Excel's own first line `sep=;` says it outright and is no heading.
 */
function delimiterOf(text: string): { delimiter: Delimiter; skip: 0 | 1 } {
  const said = /^sep=([;,\t])\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return { delimiter: said as Delimiter, skip: 1 };
  const counts = new Map<string, number>();
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '\n' || letter === '\r')) break;
    else if (!quoted) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const [first = ';', ...others] = delimiters;
  const most = others.reduce<Delimiter>(
    (best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best),
    first,
  );
  return { delimiter: most, skip: 0 };
}

/** Writes a table as Excel opens it by a double click: UTF-8 with its mark, CRLF, quotation marks where needed. */
export function writeCsv(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  delimiter: Delimiter,
): string {
  return stringify([[...headings], ...rows.map((row) => [...row])], {
    delimiter,
    bom: true,
    record_delimiter: '\r\n',
    // A lone carriage return or line feed would end the row for some readers.
    quoted_match: /[\r\n]/,
  });
}
