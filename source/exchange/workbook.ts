import { unzipSync, zipSync } from 'fflate';
import { readXlsx, streamXlsxRows, writeXlsx } from 'hucre/xlsx';
import { UserError, isUserError } from '../errors.ts';
import { PackedRows } from './packed-rows.ts';
import { limits, numberMark } from './table.ts';
import { guardArchive } from './zip-guard.ts';
import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from 'hucre/xlsx';
import type { Grid } from './table.ts';

/** A cell that is written: days and times as they are kept, with the form in which they are shown. */
export type WorkbookCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly isMoney?: true }
  | { readonly kind: 'time'; readonly time: string };

/** One register as a sheet of its own. */
export interface WorkbookSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** Headings of columns that are there for the import and are not shown. */
  readonly hidden?: readonly string[];
}

/** The sheet of that name, else the first that can be seen. @throws UserError what guards throw, no-such-sheet, broken-workbook, too-many-rows, too-many-cells */
export async function readWorkbook(bytes: Uint8Array, path: string, named?: string): Promise<Grid> {
  const workbook = await opened(bytes, path);
  const { names } = workbook;
  const wanted = named?.trim().toLowerCase();
  const isMeant = (name: string): boolean =>
    wanted === undefined ? names.get(name) === true : name.toLowerCase() === wanted;
  const meant = [...names.keys()].filter(isMeant);
  for (const name of meant) {
    const grid = await gridOf(workbook, name);
    if (grid === null) continue;
    const unread = wanted === undefined ? meant.filter((other) => other !== name) : [];
    return { ...grid, unread };
  }
  if (meant.length > 0) throw new UserError('broken-workbook', { path });
  throw new UserError('no-such-sheet', { path, sheet: named ?? '', names: [...names.keys()] });
}

/** Those of the sheets that can be seen that are meant, by name. @throws UserError as readWorkbook does */
export async function readSheets(
  bytes: Uint8Array,
  path: string,
  isMeant: (name: string) => boolean,
): Promise<Map<string, Grid>> {
  const workbook = await opened(bytes, path);
  const found = new Map<string, Grid>();
  for (const [name, isSeen] of workbook.names) {
    if (!isSeen || !isMeant(name)) continue;
    const grid = await gridOf(workbook, name);
    if (grid === null) throw new UserError('broken-workbook', { path });
    found.set(name, grid);
  }
  return found;
}

/** A workbook whose archive is safe to open. */
interface Workbook {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly names: ReadonlyMap<string, boolean>;
  readonly hasMerges: boolean;
}

async function opened(bytes: Uint8Array, path: string): Promise<Workbook> {
  if (bytes.length > limits.bytes) throw new UserError('table-too-large', { path, limit: '200 MB' });
  let hasMerges = false;
  guardArchive(bytes, path, (name, content) => {
    hasMerges ||= isSheet(name) && content.includes('mergeCell');
  });
  return { bytes, path, names: await namesIn(bytes, path), hasMerges };
}

/** One sheet; null as `rowsOf` says. */
async function gridOf({ bytes, path, hasMerges }: Workbook, name: string): Promise<Grid | null> {
  const rows = await rowsOf(bytes, name, path);
  if (rows === null) return null;
  const merges = hasMerges ? await mergesOf(bytes, name) : [];
  return { count: rows.count, rows: merges.length === 0 ? rows : spread(rows, merges) };
}

/** Names of the sheets that can be seen. @throws UserError what guards throw, broken-workbook */
export async function sheetNames(bytes: Uint8Array, path: string): Promise<string[]> {
  guardArchive(bytes, path);
  const names = await namesIn(bytes, path);
  return [...names].filter(([, isSeen]) => isSeen).map(([name]) => name);
}

const isSheet = (name: string): boolean => /^xl\/worksheets\//i.test(name);
const isList = (name: string): boolean => /^(?:\[Content_Types\]|xl\/workbook)\.xml$|\.rels$/i.test(name);

/** A workbook with those of its parts only: the reader opens all of them, the texts of a long sheet among them. */
const partly = (bytes: Uint8Array, keeps: (name: string) => boolean): Uint8Array =>
  zipSync(unzipSync(bytes, { filter: ({ name }) => keeps(name) }), { level: 0 });

/** Which sheets there are, and whether each can be seen; none is read. */
async function namesIn(bytes: Uint8Array, path: string): Promise<Map<string, boolean>> {
  const names = new Map<string, boolean>();
  try {
    await readXlsx(partly(bytes, isList), {
      sheets: ({ name, hidden, veryHidden }) => {
        names.set(name, hidden !== true && veryHidden !== true);
        return false;
      },
    });
    return names;
  } catch {
    throw new UserError('broken-workbook', { path });
  }
}

/** Rows up to the last that is filled; null for a sheet that has no cells, as a chart that stands on one of its own, or that can't be read. */
async function rowsOf(bytes: Uint8Array, wanted: string, path: string): Promise<PackedRows | null> {
  const rows = new PackedRows();
  let columns = 0;
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: wanted })) {
      columns = Math.max(columns, values.length);
      const texts = values.map(textOf);
      if (texts.every((text) => text === '')) continue;
      if (index < rows.count) return null;
      if (index >= limits.rows) throw new UserError('too-many-rows', { path, most: limits.rows });
      if ((index + 1) * columns > limits.cells)
        throw new UserError('too-many-cells', { path, most: limits.cells });
      while (rows.count < index) rows.add([]);
      rows.add(texts);
    }
    return rows;
  } catch (error) {
    if (isUserError(error)) throw error;
    // Whatever a reader finds wrong with a file, the file is what is to be mended.
    return null;
  }
}

async function mergesOf(bytes: Uint8Array, wanted: string): Promise<readonly MergeRange[]> {
  const sheets = partly(bytes, (name) => isList(name) || isSheet(name));
  const { sheets: found } = await readXlsx(sheets, { sheets: ({ name }) => name === wanted, range: 'A1:A1' });
  return found[0]?.merges ?? [];
}

/** A merged cell stands for each that it covers: an audience beside all its rows, a year above all its months. */
function spread(
  rows: Iterable<readonly string[]>,
  merges: readonly MergeRange[],
): Iterable<readonly string[]> {
  const beginning = Map.groupBy(merges, ({ startRow }) => startRow);
  return {
    *[Symbol.iterator]() {
      let reaching: { readonly merge: MergeRange; readonly text: string }[] = [];
      let index = 0;
      for (const row of rows) {
        const begun = (beginning.get(index) ?? []).map((merge) => ({
          merge,
          text: row[merge.startCol] ?? '',
        }));
        reaching = [...reaching, ...begun.filter(({ text }) => text !== '')].filter(
          ({ merge }) => merge.endRow >= index,
        );
        yield reaching.length === 0 ? row : covered(row, reaching);
        index += 1;
      }
    },
  };
}

function covered(
  row: readonly string[],
  reaching: readonly { readonly merge: MergeRange; readonly text: string }[],
): string[] {
  const cells = [...row];
  for (const { merge, text } of reaching)
    for (let column = merge.startCol; column <= Math.min(merge.endCol, merge.startCol + 200); column += 1) {
      while (cells.length <= column) cells.push('');
      cells[column] = text;
    }
  return cells;
}

/** A cell in the words of the import: numbers with a point, days and times as kept. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return timeOf(value);
  if (typeof value === 'boolean') return value ? 'x' : '';
  // A number is never thousands with a point between them, as a text of the same signs may be.
  if (typeof value === 'number')
    return /^-?\d{1,3}\.\d{3}$/.test(String(value)) ? `${value}${numberMark}` : String(value);
  const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?Z?$/.exec(value);
  if (moment !== null) return moment[2] === '00:00' ? (moment[1] ?? '') : `${moment[1]}T${moment[2]}`;
  return value.replaceAll(/\r\n?/g, '\n');
}

function timeOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // Seconds that counting in days leaves over are no seconds of anybody's.
  const text = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString();
  const [day, time] = [text.slice(0, 10), text.slice(11, 16)];
  // An hour without a day is counted from before there are days.
  if (day < '1900-01-02') return time;
  return time === '00:00' ? day : `${day}T${time}`;
}

const heading: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE6F0' } },
  alignment: { vertical: 'top', wrapText: true },
};
const wrapped: CellStyle = { alignment: { vertical: 'top', wrapText: true } };
/** A text that looks like a formula is a text also after somebody has opened the cell and pressed Enter. */
const asText: CellStyle = { ...wrapped, numFmt: '@' };
const mostLetters = 32_767;

/** A workbook as Excel opens it: headings that stay in view, filters, days as days, and no text that is a formula. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const names = namesOf(sheets);
  return writeXlsx({
    sheets: sheets.map((sheet, index) => written(sheet, names[index] ?? `${index + 1}`)),
    // Always the same bytes for the same rows.
    properties: { created: new Date(0), modified: new Date(0), creator: 'Luotsi' },
  });
}

/** Names that Excel takes: 31 letters without its own signs, none twice. */
function namesOf(sheets: readonly WorkbookSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, 28) || 'Luotsi';
    let free = plain;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${plain} ${count}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function written({ headings, rows, hidden = [] }: WorkbookSheet, name: string): WriteSheet {
  const cells = new Map<string, Partial<Cell>>(
    headings.map((_, column) => [`0,${column}`, { style: heading }]),
  );
  const values = rows.map((row, index) =>
    row.map((cell, column): CellValue => {
      const style = styleOf(cell);
      if (style !== null) cells.set(`${index + 1},${column}`, { style });
      return valueOf(cell);
    }),
  );
  const last = columnLetters(headings.length - 1);
  return {
    name,
    rows: [[...headings], ...values],
    cells,
    columns: headings.map((one, column) => ({
      width: widthOf(one, rows, column),
      ...(hidden.includes(one) ? { hidden: true } : {}),
    })),
    autoFilter: { range: `A1:${last}${rows.length + 1}` },
    freezePane: { rows: 1 },
  };
}

function styleOf(cell: WorkbookCell): CellStyle | null {
  if (cell.kind === 'time')
    return { alignment: { vertical: 'top' }, numFmt: cell.time.length > 10 ? 'd.m.yyyy h:mm' : 'd.m.yyyy' };
  if (cell.kind === 'number')
    return { alignment: { vertical: 'top' }, ...(cell.isMoney === true ? { numFmt: '#,##0.00' } : {}) };
  if (cell.text === '') return null;
  return /^[=+\-@\t\r]/.test(cell.text) ? asText : wrapped;
}

function valueOf(cell: WorkbookCell): CellValue {
  if (cell.kind === 'number') return cell.number;
  // What looks like a letter by its number would be read as that letter.
  if (cell.kind === 'text')
    return cell.text === ''
      ? null
      : cell.text.slice(0, mostLetters).replaceAll(/_x(?=[0-9A-F]{4}_)/gi, '_x005F_x');
  return new Date(`${cell.time.length > 10 ? cell.time : `${cell.time}T00:00`}:00.000Z`);
}

function widthOf(one: string, rows: readonly (readonly WorkbookCell[])[], column: number): number {
  const longest = rows.slice(0, 500).reduce((most, row) => {
    const cell = row[column];
    const lengths = cell?.kind === 'text' ? cell.text.split('\n').map((line) => line.length) : [10];
    return Math.max(most, ...lengths);
  }, one.length);
  return Math.min(60, longest + 3);
}

function columnLetters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}
