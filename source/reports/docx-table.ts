import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { riskLevel } from '../domain/risk.ts';
import { oneLine } from './plain-text.ts';
import type { RiskLevel, RiskThresholds } from '../domain/risk.ts';
import type { Column, TableBlock, Text } from './document.ts';

/** Between the margins of an A4 page, upright and turned, in twentieths of a point. */
export const pageWidths = { upright: 9638, turned: 14570 };
/** A table with this many rows at most stays on one page. */
const shortTable = 8;
const narrowest = 600;
/** Tables with this many columns are set smaller. */
const manyColumns = 6;

const levelFills: Readonly<Record<RiskLevel, string>> = {
  low: 'D9F2E1',
  moderate: 'FFF1C9',
  high: 'FFD3A8',
  veryHigh: 'FFB9B3',
};

export interface TableSetting {
  /** Of a risk matrix: its cells have their levels' colours. */
  readonly thresholds?: RiskThresholds | undefined;
  readonly pageWidth?: number;
}

/** A table whose first row heads it on every page. */
export function docxTable(
  block: TableBlock,
  runs: (text: Text) => TextRun[],
  { thresholds, pageWidth = pageWidths.upright }: TableSetting = {},
): Table {
  const { columns, rows } = block;
  const widths = widthsOf(block, pageWidth);
  const cell = (content: TextRun[], index: number, fill: string | null, keepNext: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? narrowest, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(fill === null ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
      children: [
        new Paragraph({
          children: content,
          alignment: alignmentOf(columns[index]),
          keepNext,
          style: columns.length < manyColumns ? 'TableText' : 'SmallTableText',
        }),
      ],
    });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: bordersOf(),
    tableLook: { firstRow: true, firstColumn: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, index) =>
          cell([new TextRun({ text: oneLine(heading), bold: true })], index, 'EDF1F5', true),
        ),
      }),
      ...rows.map(
        (row, place) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((_, index) =>
              cell(
                runs(row[index] ?? ''),
                index,
                fillOf(place, index, thresholds),
                isHeldToNext(place, rows.length),
              ),
            ),
          }),
      ),
    ],
  });
}

/** Short tables stay whole, and no row of a long one stands alone at the foot or the head of a page. */
function isHeldToNext(row: number, count: number): boolean {
  if (row === count - 1) return false;
  return count <= shortTable || row === 0 || row === count - 2;
}

/** The matrix has a row for each impact from 5 down and a column for each probability. */
function fillOf(row: number, column: number, thresholds: RiskThresholds | undefined): string | null {
  const level = thresholds === undefined || column === 0 ? null : riskLevel((5 - row) * column, thresholds);
  return level === null ? null : levelFills[level];
}

function alignmentOf(column: Column | undefined) {
  if (column?.align === 'right') return AlignmentType.RIGHT;
  return column?.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT;
}

function bordersOf() {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const thin = { style: BorderStyle.SINGLE, size: 4, color: 'C5CCD3' };
  return { top: thin, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none };
}

/** A text of so few letters stays on one line: a day, a state, a level. */
const shortText = 18;
/** Letters of a heading are bold. */
const bolder = 1.15;

/** Room by what the columns hold: at least the longest word, then by the length of the texts. */
function widthsOf({ columns, rows }: TableBlock, pageWidth: number): number[] {
  const letter = columns.length < manyColumns ? 98 : 82;
  const headings = columns.map(({ heading }) => longestWord(heading) * bolder);
  const texts = columns.map((_, index) => rows.map((row) => plain(row[index] ?? '')));
  const roomFor = (measure: (text: string) => number): number[] =>
    texts.map((some, index) => {
      const letters = Math.max(headings[index] ?? 0, ...some.map(measure));
      return Math.max(narrowest, Math.ceil(letters * letter) + 170);
    });
  const unbroken = roomFor((text) => (text.length <= shortText ? text.length : longestWord(text)));
  const least = sum(unbroken) <= pageWidth ? unbroken : roomFor(longestWord);
  const free = pageWidth - sum(least);
  // Too many long words for the page: each gets its share of it, and words break.
  if (free <= 0) return least.map((width) => Math.floor((width * pageWidth) / sum(least)));
  const wishFor = (measure: (some: readonly string[]) => number): number[] =>
    texts.map((some, index) => {
      const letters = Math.max(columns[index]?.heading.length ?? 0, Math.min(90, measure(some)));
      return letters * letter + 170;
    });
  const wide = [commonLength, longest].reduce(
    (now, measure) => widened(now, wishFor(measure), pageWidth),
    least,
  );
  // All tables are as wide as the page, but for grids of marks.
  if (columns.some(({ align }) => align === 'center')) return wide;
  const widest = wide.indexOf(Math.max(...wide));
  return wide.map((width, index) => (index === widest ? width + pageWidth - sum(wide) : width));
}

const longestWord = (text: string): number =>
  Math.max(...text.split(/[\s-]/u).map((word) => Math.min(word.length, 20)));

/** Columns that are to be wider get what is left of the page, each its share of it. */
function widened(now: readonly number[], wished: readonly number[], pageWidth: number): number[] {
  const more = wished.map((width, index) => Math.max(0, width - (now[index] ?? 0)));
  const scale = Math.min(1, (pageWidth - sum(now)) / Math.max(1, sum(more)));
  return now.map((width, index) => Math.floor(width + (more[index] ?? 0) * scale));
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

/** What most of many texts need: one long reason does not take the room of all. */
function commonLength(texts: readonly string[]): number {
  const lengths = texts.map((text) => text.length).toSorted((one, other) => one - other);
  return lengths[Math.floor((lengths.length - 1) * 0.85)] ?? 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function plain(text: Text): string {
  if (typeof text === 'string') return text;
  return text
    .map((run) => (typeof run === 'string' ? run : 'strong' in run ? run.strong : run.text))
    .join('');
}
