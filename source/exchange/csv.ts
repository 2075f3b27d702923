import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { UserError } from '../errors.ts';
import { encodingOf, textOf } from './decode.ts';
import { inMemory, limits } from './table.ts';
import type { Encoding } from './decode.ts';
import type { ByteSource, Table, TableRow } from './table.ts';

/** A table out of a CSV file, and how it was written. */
export interface CsvTable extends Table {
  readonly delimiter: Delimiter;
  readonly encoding: Encoding;
}

export type Delimiter = ';' | ',' | '\t';

const delimiters: readonly Delimiter[] = [';', '\t', ','];

/** Reads a CSV file as spreadsheets save it. @throws UserError table-too-large, too-many-rows, too-many-cells, broken-table, empty-table */
export function readCsv(from: Uint8Array | ByteSource, path: string): CsvTable {
  const source = from instanceof Uint8Array ? inMemory(from) : from;
  if (source.size > limits.bytes) throw new UserError('table-too-large', { path, limit: '200 MB' });
  const encoding = encodingOf(source);
  const text = (): Iterable<string> => textOf(source, encoding);
  const { delimiter, skip } = delimiterOf(topOf(text()));
  const records = (): Iterable<string[]> => recordsIn(text(), delimiter, path);
  const rows = { [Symbol.iterator]: () => filledRows(records(), skip) };
  const headings = headingsOf(records(), skip);
  if (headings === null) throw new UserError('empty-table', { path });
  const count = counted(rows, headings.length, path);
  return { headings, rows, count, isGuarded: true, hasSerials: false, delimiter, encoding };
}

function headingsOf(records: Iterable<string[]>, skip: number): string[] | null {
  let place = 0;
  for (const cells of records) {
    if (place === skip) return cells.map((heading) => heading.trim());
    place += 1;
  }
  return null;
}

function* filledRows(records: Iterable<string[]>, skip: number): Generator<TableRow> {
  let row = 0;
  for (const cells of records) {
    row += 1;
    if (row > skip + 1 && cells.some((cell) => cell.trim() !== '')) yield { row, cells };
  }
}

/** Reads all of it once, so that what is wrong with it is known before anything is made of it. */
function counted(rows: Iterable<TableRow>, columns: number, path: string): number {
  let count = 0;
  for (const _ of rows) {
    count += 1;
    if (count > limits.rows) throw new UserError('too-many-rows', { path, most: limits.rows });
    if (count * columns > limits.cells) throw new UserError('too-many-cells', { path, most: limits.cells });
  }
  if (count === 0) throw new UserError('empty-table', { path });
  return count;
}

/** Cells of each record. Text is parsed a piece at a time, cut where a record ends. @throws UserError broken-table */
export function* recordsIn(
  pieces: Iterable<string>,
  delimiter: Delimiter,
  path: string,
): Generator<string[]> {
  let rest = '';
  let line = 1;
  const parsed = (text: string): string[][] => {
    // An .xlsx is a ZIP archive, and anything with NUL bytes is no text.
    if (text.includes('\u0000') || text.startsWith('PK\u0003\u0004')) throw broken(path, 0);
    const records = parseWhole(text, delimiter, path, line);
    line += text.split('\n').length - 1;
    return records;
  };
  for (const piece of pieces) {
    rest += piece;
    const end = lastEnd(rest, delimiter);
    // A quotation mark that is never closed would make one cell of all that follows.
    if (end === 0 && rest.length > limits.letters) throw broken(path, line);
    if (end === 0) continue;
    yield* parsed(rest.slice(0, end));
    rest = rest.slice(end);
  }
  yield* parsed(rest);
}

/**
 * Where the last record that is whole ends. A mark at the start of a cell opens it; the next one that is not doubled
 * closes it. The last letter ends none: a line feed may follow it.
 */
function lastEnd(text: string, delimiter: Delimiter): number {
  const [quote, feed, carriage, part] = [0x22, 0x0a, 0x0d, delimiter.charCodeAt(0)];
  let end = 0;
  let isQuoted = false;
  let isStart = true;
  for (let at = 0; at < text.length - 1; at += 1) {
    const letter = text.charCodeAt(at);
    if (isQuoted) {
      if (letter !== quote) continue;
      if (text.charCodeAt(at + 1) === quote) at += 1;
      else isQuoted = false;
      isStart = false;
    } else if (letter === feed || letter === carriage) {
      if (letter === carriage && text.charCodeAt(at + 1) === feed) continue;
      end = at + 1;
      isStart = true;
    } else {
      isQuoted = letter === quote && isStart;
      isStart = letter === part;
    }
  }
  return end;
}

function parseWhole(text: string, delimiter: Delimiter, path: string, line: number): string[][] {
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
      throw broken(path, typeof lines === 'number' ? lines + line - 1 : 0);
    }
    throw error;
  }
}

function topOf(pieces: Iterable<string>): string {
  for (const piece of pieces) if (piece !== '') return piece;
  return '';
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
