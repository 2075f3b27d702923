/** How columns share a width: the least needed ones give way, so that a table is of use at 60 columns too. Pure. */
import { cutLine, lineWidth, plainText, span, type Span, type StyledLine } from '../lines/styled.ts';
import { safe, type Align } from '../lines/text.ts';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** What it needs to be shown in full. Default: as wide as the label. */
  readonly width?: number;
  /** What it can do with. Default: its width, or 8 for one that grows. */
  readonly min?: number;
  /** Its share of the room that is left. Default: none. */
  readonly flex?: number;
  readonly align?: Align;
  /** The greater, the sooner it is dropped when room is short; 0 is never dropped. Default: its place from the left. */
  readonly priority?: number;
  /** Default: the row's own value under the key. */
  readonly format?: (row: Row) => string | StyledLine;
}

export interface PlacedColumn<Row> {
  readonly column: Column<Row>;
  readonly width: number;
}

const gap = 2;

function leastWidth<Row>(column: Column<Row>): number {
  return column.min ?? (column.flex === undefined ? wantedWidth(column) : Math.min(8, wantedWidth(column)));
}

function wantedWidth<Row>(column: Column<Row>): number {
  return Math.max(column.min ?? 1, column.width ?? safe(column.label).length);
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one, 0) + gap * Math.max(0, widths.length - 1);
}

/** Drops columns until the least widths fit. */
function kept<Row>(columns: readonly Column<Row>[], width: number): readonly Column<Row>[] {
  const left = columns.map((column, index) => ({ column, priority: column.priority ?? index }));
  while (left.length > 1 && total(left.map(({ column }) => leastWidth(column))) > width) {
    const worst = Math.max(...left.map((one) => one.priority));
    if (worst === 0) break;
    left.splice(
      left.findLastIndex((one) => one.priority === worst),
      1,
    );
  }
  return left.map(({ column }) => column);
}

export function layout<Row>(columns: readonly Column<Row>[], width: number): readonly PlacedColumn<Row>[] {
  const shown = kept(columns, width);
  const widths = shown.map(leastWidth);
  let room = Math.max(0, width - total(widths));
  // First each gets what it wants, from the left; what is left then goes to those that grow.
  for (const [index, column] of shown.entries()) {
    const more = Math.min(room, wantedWidth(column) - leastWidth(column));
    widths[index] = (widths[index] ?? 0) + more;
    room -= more;
  }
  const shares = shown.reduce((sum, column) => sum + (column.flex ?? 0), 0);
  let given = 0;
  let sharesGiven = 0;
  for (const [index, column] of shown.entries()) {
    if (column.flex === undefined) continue;
    sharesGiven += column.flex;
    const upTo = Math.floor((room * sharesGiven) / shares);
    widths[index] = (widths[index] ?? 0) + upTo - given;
    given = upTo;
  }
  // Columns that may not be dropped can still be too wide for a tiny screen: the last one is cut.
  return shown.map((column, index) => ({ column, width: Math.min(widths[index] ?? 0, width) }));
}

function aligned(content: StyledLine, width: number, align: Align): readonly Span[] {
  const shown = cutLine(content, width);
  const missing = width - lineWidth(shown);
  if (missing <= 0) return shown;
  if (align === 'right') return [span(' '.repeat(missing)), ...shown];
  const before = align === 'center' ? Math.floor(missing / 2) : 0;
  return [...(before > 0 ? [span(' '.repeat(before))] : []), ...shown, span(' '.repeat(missing - before))];
}

/** A value without a format of its own. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value);
}

function cell<Row extends object>(row: Row, column: Column<Row>): StyledLine {
  // A row is read by the names of its columns.
  const content = column.format?.(row) ?? plain((row as Readonly<Record<string, unknown>>)[column.key]);
  return typeof content === 'string' ? [span(safe(content))] : content;
}

interface Place {
  readonly width: number;
  readonly column: { readonly align?: Align };
}

function joined(cells: readonly StyledLine[], placed: readonly Place[]): StyledLine {
  return cells.flatMap((content, index) => {
    const place = placed[index];
    const shown = aligned(content, place?.width ?? 0, place?.column.align ?? 'left');
    return index === 0 ? shown : [span(' '.repeat(gap)), ...shown];
  });
}

export function rowLine<Row extends object>(row: Row, placed: readonly PlacedColumn<Row>[]): StyledLine {
  return joined(
    placed.map(({ column }) => cell(row, column)),
    placed,
  );
}

export function headLine<Row>(placed: readonly PlacedColumn<Row>[]): StyledLine {
  return joined(
    placed.map(({ column }) => [span(safe(column.label), 'heading')]),
    placed,
  );
}

/** A row in words: what it is called, then each value under its heading. What is empty is not said; no value is then mistaken for another column's. */
export function spokenRow<Row extends object>(row: Row, columns: readonly Column<Row>[]): string {
  const texts = columns.map((column) => plainText(cell(row, column)).trim());
  // The first two are told without their headings, a code and a name, only where neither is missing.
  const bare = texts.slice(0, 2).includes('') ? 0 : 2;
  return texts
    .map((text, index) => {
      const label = safe(columns[index]?.label ?? '');
      return text === '' || index < bare || label === '' ? text : `${label}: ${text}`;
    })
    .filter((text) => text !== '')
    .join(', ');
}
