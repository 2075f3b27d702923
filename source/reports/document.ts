import type { Chart } from './charts/chart.ts';
import type { ShownLogo } from './logo.ts';
import type { Language } from '../language/language.ts';

/** A run of text; plain strings are the user's or our words and never markup. A light says its colour in words. */
export type Inline = string | { readonly strong: string } | { readonly light: Light; readonly text: string };

export type Light = 'green' | 'amber' | 'red';

export type Text = string | readonly Inline[];

export interface Column {
  readonly heading: string;
  readonly align?: 'left' | 'right' | 'center';
}

/** The first cell of a row names the row. */
export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Text[])[];
  /** What the table is of, where the heading before it does not say so. */
  readonly caption?: string;
}

export interface Fact {
  readonly label: string;
  readonly text: Text;
}

/** What a report is made of, whatever it is rendered to. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'facts'; readonly items: readonly Fact[] }
  | TableBlock
  /** A picture and the figures that it is drawn from. */
  | {
      readonly kind: 'chart';
      readonly chart: Chart;
      readonly table: TableBlock;
      /** Whether the text around it tells enough where there are no pictures. */
      readonly isToldElsewhere: boolean;
    }
  /** Where the first page ends and the detail begins. */
  | { readonly kind: 'break' }
  | { readonly kind: 'footer'; readonly text: string };

export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  /** Its tables need the length of a page: on paper it is turned. */
  readonly isTurned?: boolean;
  /** The organisation's picture, before all else. */
  readonly logo?: ShownLogo;
  readonly blocks: readonly Block[];
}

/** The same with what the funder wants said, right under its title. */
export function withFundingLine(document: ReportDocument, line: string | null): ReportDocument {
  if (line === null) return document;
  const at = document.blocks.findIndex((block) => block.kind === 'heading' && block.level === 1) + 1;
  return { ...document, blocks: document.blocks.toSpliced(at, 0, paragraph([{ strong: line }])) };
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text });

/** A list, or the sentence that stands in for an empty one. */
export function listOr(items: readonly Text[], otherwise: string): Block {
  return items.length > 0 ? { kind: 'list', items } : paragraph(otherwise);
}

export const table = (
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  caption?: string,
): TableBlock => ({ kind: 'table', columns, rows, ...(caption === undefined ? {} : { caption }) });

/** The same without columns in which no row says anything. */
export function withoutEmpty(block: TableBlock): TableBlock {
  const isSaid = (_: unknown, index: number): boolean => block.rows.some((row) => (row[index] ?? '') !== '');
  if (block.rows.length === 0 || block.columns.every(isSaid)) return block;
  return {
    ...block,
    columns: block.columns.filter(isSaid),
    rows: block.rows.map((row) =>
      block.columns.flatMap((_, index) => (isSaid(_, index) ? [row[index] ?? ''] : [])),
    ),
  };
}

/** What is known of something, a line each; what is not known is left out. */
export const facts = (items: readonly (readonly [label: string, text: Text | null])[]): Block[] => {
  const known = items.flatMap(([label, text]) => (text === null || text === '' ? [] : [{ label, text }]));
  return known.length === 0 ? [] : [{ kind: 'facts', items: known }];
};

/** A report that is one table: headings and rows of plain text. */
export interface PlainTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
