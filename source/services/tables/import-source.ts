import { dayOfSerial, parsePeriod } from '../../domain/days/periods.ts';
import { UserError } from '../../errors.ts';
import { readCsv } from '../../exchange/csv.ts';
import { fileKind } from '../../exchange/file-kind.ts';
import { inMemory, filtered, mapped, numberMark } from '../../exchange/table.ts';
import { mendPasted } from '../../exchange/pasted.ts';
import { partsOf } from '../../exchange/zip-guard.ts';
import { registers } from '../../registers/index.ts';
import { fieldNamed, plainWord } from '../reading/field-names.ts';
import { bare } from './import-columns.ts';
import { leanly } from './lean-memory.ts';
import type { Span } from '../../domain/days/day.ts';
import type { ByteSource, Grid, Table, TableRow } from '../../exchange/table.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Definition } from '../../registers/index.ts';

/** What was read of a file: a table whose headings are known, or a sheet in which they are yet to be found. */
export type ImportSource = { readonly path: string } & ({ readonly table: Table } | { readonly grid: Grid });

/** Bytes by which text is told from what is none. */
const looked = 64;

/** How far down headings are looked for: forms and funders put titles and instructions above them. */
const headingsWithin = 30;

/**
 * Reads a file that holds a table, by what it is and not by its name. The reader of workbooks is loaded for them only.
 * @throws UserError not-a-table for what holds none, and what reading throws
 */
export async function readSource(
  from: Uint8Array | ByteSource,
  path: string,
  sheet?: string,
): Promise<ImportSource> {
  return leanly(async () => readWhatItIs(from, path, sheet));
}

async function readWhatItIs(
  from: Uint8Array | ByteSource,
  path: string,
  sheet?: string,
): Promise<ImportSource> {
  const source = from instanceof Uint8Array ? inMemory(from) : from;
  const isText = fileKind(source.read(0, looked), () => null) === 'text';
  if (isText) {
    if (sheet !== undefined) throw new UserError('no-sheets', { path });
    return { path, table: readCsv(source, path) };
  }
  const bytes = source.read(0, source.size);
  const kind = fileKind(bytes, partsOf);
  if (kind !== 'xlsx') throw new UserError('not-a-table', { path, kind: kind === 'text' ? 'archive' : kind });
  const { readWorkbook } = await import('../../exchange/workbook.ts');
  return { path, grid: await readWorkbook(bytes, path, sheet) };
}

/** A table out of what was pasted from Excel, Word or a page. @throws UserError what reading throws */
export async function readPasted(text: string, name: string): Promise<ImportSource> {
  return readSource(new TextEncoder().encode(mendPasted(text)), name);
}

/** Names of the sheets that can be seen, where the file is a workbook. @throws UserError what reading throws */
export async function sheetsIn(source: ByteSource, path: string): Promise<readonly string[]> {
  const bytes = fileKind(source.read(0, looked), () => null) === 'text' ? null : source.read(0, source.size);
  if (bytes === null || fileKind(bytes, partsOf) !== 'xlsx') return [];
  const { sheetNames } = await import('../../exchange/workbook.ts');
  return sheetNames(bytes, path);
}

/** The table of a source; of a sheet, under the row that fits the register's fields best. @throws UserError empty-table */
export function tableIn(
  source: ImportSource,
  definition: Definition | null,
  maps: ReadonlyMap<string, string>,
): Table {
  const found =
    'table' in source ? underHeadings(source.table, definition, maps) : tableOf(source, definition, maps);
  return definition === null ? found : withPeriods(found, definition);
}

/** Above the headings of a text there may be a title too. */
function underHeadings(
  table: Table,
  definition: Definition | null,
  maps: ReadonlyMap<string, string>,
): Table {
  const top: string[][] = [[...table.headings]];
  const numbers = [0];
  for (const { row, cells } of table.rows) {
    if (top.length >= headingsWithin) break;
    top.push([...cells]);
    numbers.push(row);
  }
  const at = headingRow(top, definition, maps, 0);
  const last = numbers[at] ?? 0;
  const headings = distinct((top[at] ?? []).map((heading) => heading.replaceAll(/\s+/g, ' ').trim()));
  if (at === 0) return { ...table, headings };
  const rows = filtered(table.rows, ({ row }) => row > last);
  return { ...table, headings, rows, count: table.count - at };
}

function tableOf(
  source: Extract<ImportSource, { readonly grid: Grid }>,
  definition: Definition | null,
  maps: ReadonlyMap<string, string>,
): Table {
  const { rows, count } = source.grid;
  const top = topOf(rows, headingsWithin);
  const at = headingRow(top, definition, maps, null);
  const headings = (top[at] ?? []).map((heading) => heading.replaceAll(/\s+/g, ' ').trim());
  while (headings.at(-1) === '') headings.pop();
  const filled = filtered(
    numbered(rows),
    ({ row, cells }) => row > at + 1 && cells.some((cell) => cell.trim() !== ''),
  );
  const filledCount = count <= at + 1 ? 0 : countOf(filled);
  if (headings.length === 0 || filledCount === 0) throw new UserError('empty-table', { path: source.path });
  return {
    headings: distinct(headings),
    count: filledCount,
    rows: mapped(filled, ({ row, cells }) => ({
      row,
      cells: headings.map((_, index) => cells[index] ?? ''),
    })),
    isGuarded: false,
    hasSerials: true,
  };
}

function topOf(rows: Iterable<readonly string[]>, most: number): (readonly string[])[] {
  const top: (readonly string[])[] = [];
  for (const row of rows) {
    top.push(row);
    if (top.length >= most) break;
  }
  return top;
}

/** Rows as a spreadsheet counts them. */
const numbered = (rows: Iterable<readonly string[]>): Iterable<TableRow> => ({
  *[Symbol.iterator]() {
    let row = 0;
    for (const cells of rows) {
      row += 1;
      yield { row, cells };
    }
  },
});

function countOf(rows: Iterable<unknown>): number {
  let count = 0;
  for (const _ of rows) count += 1;
  return count;
}

/** Headings that a merged cell stands above, or that a form gives twice, are told apart: the first one is meant. */
function distinct(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const count = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, count);
    return heading === '' || count === 1 ? heading : `${heading} #${count}`;
  });
}

/** The row of which most cells are fields; where none is any, `otherwise`, else the first that has several cells. */
function headingRow(
  rows: readonly (readonly string[])[],
  definition: Definition | null,
  maps: ReadonlyMap<string, string>,
  otherwise: number | null,
): number {
  const top = rows.slice(0, headingsWithin);
  const candidates = definition === null ? registers.filter(({ day }) => day === undefined) : [definition];
  const scores = top.map((cells) => {
    const texts = [...new Set(cells.map((cell) => cell.trim()).filter(Boolean))];
    const most = Math.max(0, ...candidates.map((one) => fieldsAmong(one, texts, maps)));
    const periods = texts.filter((text) => parsePeriod(text) !== null).length;
    return most === 0 ? 0 : most + periods;
  });
  const best = Math.max(...scores, 0);
  if (best > 0) return scores.indexOf(best);
  if (otherwise !== null) return otherwise;
  const filled = top.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > 1);
  return Math.max(0, filled);
}

const fieldsAmong = (
  definition: Definition,
  texts: readonly string[],
  maps: ReadonlyMap<string, string>,
): number =>
  texts.filter(
    // A sentence is no heading, though it may begin as one.
    (text) =>
      text.length < 80 &&
      (maps.has(plainWord(text)) ||
        fieldNamed(definition, text) !== null ||
        fieldNamed(definition, bare(text)) !== null),
  ).length;

/**
 * A phase table as funders draw it has periods for headings and a mark in those in which the work is done. They become
 * the days from the first marked period to the last, in the fields of the register that hold such days.
 */
function withPeriods(table: Table, definition: Definition): Table {
  const periods = table.headings.flatMap((heading, index): { index: number; span: Span }[] => {
    const span = parsePeriod(heading);
    return span === null ? [] : [{ index, span }];
  });
  const target = periods.length < 2 ? null : spanFields(definition);
  if (target === null) return table;
  const places = new Set(periods.map(({ index }) => index));
  const kept = (cells: readonly string[]): string[] => cells.filter((_, index) => !places.has(index));
  return {
    ...table,
    headings: [...kept(table.headings), ...target.names],
    rows: mapped(table.rows, ({ row, cells }) => {
      const marked = periods
        .filter(({ index }) => (cells[index] ?? '').trim() !== '')
        .map(({ span }) => span);
      const from = marked.map((span) => span.from).toSorted()[0];
      const to = marked
        .map((span) => span.to)
        .toSorted()
        .at(-1);
      const days =
        from === undefined || to === undefined ? target.names.map(() => '') : target.write(from, to);
      return { row, cells: [...kept(cells), ...days] };
    }),
  };
}

interface SpanFields {
  readonly names: readonly string[];
  readonly write: (from: string, to: string) => readonly string[];
}

function spanFields({ fields }: Definition): SpanFields | null {
  const span = Object.entries(fields).find(([, { kind }]) => kind === 'span')?.[0];
  if (span !== undefined) return { names: [span], write: (from, to) => [`${from}/${to}`] };
  if (fields['starts']?.kind !== 'day' || fields['ends']?.kind !== 'day') return null;
  return { names: ['starts', 'ends'], write: (from, to) => [from, to] };
}

/** Texts may have the same sign of their own. */
const markedNumber = new RegExp(`^-?\\d{1,3}\\.\\d{3}${numberMark}$`);

/** A cell in the words of a field: in a workbook a day may stand as the count of days that spreadsheets keep. */
export function cellFor(field: AnyField, text: string, table: Table): string {
  if (markedNumber.test(text)) {
    // One more decimal keeps it from being thousands.
    const plain = text.slice(0, -numberMark.length);
    return field.comparison === 'number' ? `${plain}0` : plain;
  }
  // A form tells the moment of an answer where only its day is wanted.
  const moment =
    field.kind === 'day'
      ? /^(\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})[T ](?:klo )?\d{1,2}[.:]\d\d(?:[.:]\d\d)?Z?$/.exec(text)
      : null;
  if (moment !== null) return moment[1] ?? text;
  if (!table.hasSerials || field.comparison !== 'day' || !/^\d{2,7}([.,]\d+)?$/.test(text)) return text;
  const found = dayOfSerial(Number(text.replace(',', '.')));
  if (found === null) return text;
  const clock =
    `${Math.floor(found.minutes / 60)}`.padStart(2, '0') + `:${`${found.minutes % 60}`.padStart(2, '0')}`;
  return field.kind === 'localTime' ? `${found.day}T${clock}` : found.day;
}
