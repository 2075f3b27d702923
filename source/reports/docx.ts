import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  TextRun,
} from 'docx';
import { docxTable, pageWidths } from './docx-table.ts';
import { logoOf, paintedOf, pictureOf } from './docx-picture.ts';
import { alike } from './docx-zip.ts';
import { oneLine } from './plain-text.ts';
import type { TableSetting } from './docx-table.ts';
import type { Chart } from './charts/chart.ts';
import type { Painted } from './charts/paint.ts';
import type { Block, Inline, Light, ReportDocument, TableBlock, Text } from './document.ts';

const locales = { fi: 'fi-FI', en: 'en-GB' };
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
/** Half points. */
const sizes = { text: 20, table: 18, smallTable: 15, headings: [34, 26, 22] };

/**
 * A Word document that opens as it is in Word and LibreOffice: real headings with outline levels, headed tables with
 * alternative texts, its language. The same document and day give the same bytes.
 */
export async function renderDocx(document: ReportDocument, day: string): Promise<Uint8Array> {
  const tables: TableBlock[] = [];
  const isTurned = document.isTurned === true;
  const pageWidth = isTurned ? pageWidths.turned : pageWidths.upright;
  const footers = document.blocks.flatMap((block) => (block.kind === 'footer' ? [block.text] : []));
  const made = new Document({
    title: oneLine(document.title),
    creator: 'Luotsi',
    lastModifiedBy: 'Luotsi',
    styles: stylesOf(locales[document.language]),
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: 11906,
              height: 16838,
              orientation: isTurned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        footers: { default: new Footer({ children: [footerLine(footers.join(' '))] }) },
        children: [
          ...logoOf(document),
          ...childrenOf(document, tables, await paintedOf(document.blocks), pageWidth),
        ],
      },
    ],
  });
  return alike(new Uint8Array(await Packer.toArrayBuffer(made)), tables, day);
}

function stylesOf(locale: string) {
  const heading = (level: number) => ({
    run: { size: sizes.headings[level] ?? sizes.text, bold: true, color: '1B1F24', font: 'Calibri' },
    // Without an outline level there is no heading for assistive tools.
    paragraph: {
      outlineLevel: level,
      keepNext: true,
      spacing: { before: level === 0 ? 0 : 220, after: 80 },
    },
  });
  return {
    default: {
      document: {
        run: { size: sizes.text, font: 'Calibri', language: { value: locale } },
        paragraph: { spacing: { after: 80 } },
      },
      heading1: heading(0),
      heading2: heading(1),
      heading3: heading(2),
    },
    paragraphStyles: [
      {
        id: 'TableText',
        name: 'Table text',
        basedOn: 'Normal',
        run: { size: sizes.table },
        paragraph: { spacing: { after: 0 } },
      },
      {
        id: 'SmallTableText',
        name: 'Small table text',
        basedOn: 'TableText',
        run: { size: sizes.smallTable },
      },
      {
        id: 'TableCaption',
        name: 'Table caption',
        basedOn: 'Normal',
        run: { bold: true },
        paragraph: { keepNext: true, spacing: { before: 160 } },
      },
    ],
  };
}

const footerLine = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ text: text === '' ? '' : `${oneLine(text)}  `, size: 16, color: '525C66' }),
      new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], size: 16, color: '525C66' }),
    ],
  });

function childrenOf(
  { blocks, logo }: ReportDocument,
  tables: TableBlock[],
  painted: ReadonlyMap<Chart, Painted>,
  pageWidth: number,
) {
  let pictures = logo === undefined ? 0 : 1;
  let heading = '';
  let breaks = false;
  return blocks.flatMap((block, index) => {
    if (block.kind === 'heading') {
      heading = block.text;
      const pageBreakBefore = breaks;
      breaks = false;
      return [new Paragraph({ text: oneLine(block.text), heading: levels[block.level], pageBreakBefore })];
    }
    if (block.kind === 'break') breaks = true;
    if (block.kind === 'table') return tableOf(block, heading, tables, { pageWidth });
    if (block.kind === 'chart') {
      const picture = painted.get(block.chart);
      if (picture !== undefined) pictures += 1;
      return chartOf(block, heading, tables, picture && pictureOf(block, picture, pictures));
    }
    return textsOf(block, leads(blocks, index));
  });
}

/** Word joins tables that touch; the low empty line also keeps the text off. */
const gap = (): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT } });

function tableOf(block: TableBlock, heading: string, tables: TableBlock[], setting: TableSetting = {}) {
  tables.push({ ...block, caption: block.caption ?? heading });
  const caption =
    block.caption === undefined
      ? []
      : [new Paragraph({ text: oneLine(block.caption), style: 'TableCaption' })];
  return [...caption, docxTable(block, runsOf, setting), gap()];
}

/** A heat map's cells have their colours, so its table is its picture. */
function chartOf(
  { chart, table, isToldElsewhere }: Extract<Block, { kind: 'chart' }>,
  heading: string,
  tables: TableBlock[],
  shown: Paragraph | undefined,
) {
  const captioned = { ...table, caption: table.caption ?? chart.title };
  const thresholds = chart.type === 'heatMap' ? chart.thresholds : undefined;
  const told = isToldElsewhere ? [] : tableOf(captioned, heading, tables, { thresholds });
  if (shown === undefined) return told;
  const caption = new Paragraph({ text: oneLine(chart.title), style: 'TableCaption' });
  return [caption, shown, ...told];
}

/** Stands with what follows it: a line right under a low heading, and one that leads to a list, a table or facts. */
function leads(blocks: readonly Block[], index: number): boolean {
  const [before, next] = [blocks[index - 1], blocks[index + 1]];
  if (next === undefined) return false;
  if (next.kind === 'list' || next.kind === 'table' || next.kind === 'facts') return true;
  return before?.kind === 'heading' && before.level === 3 && next.kind === 'paragraph';
}

function textsOf(
  block: Exclude<Block, { kind: 'heading' | 'table' | 'chart' }>,
  keepNext: boolean,
): Paragraph[] {
  if (block.kind === 'paragraph') return [new Paragraph({ children: runsOf(block.text), keepNext })];
  if (block.kind === 'list') {
    return block.items.map(
      (item) =>
        new Paragraph({
          children: runsOf(item),
          bullet: { level: 0 },
          indent: { left: 340, hanging: 227 },
          spacing: { after: 30 },
        }),
    );
  }
  if (block.kind !== 'facts') return [];
  return block.items.map(
    ({ label, text }, index) =>
      new Paragraph({
        children: [new TextRun({ text: `${oneLine(label)}: `, bold: true }), ...runsOf(text)],
        // None stands alone under its heading at the foot of a page, nor alone at the head of the next.
        keepNext: index < block.items.length - 1 && (index < 2 || index === block.items.length - 2),
        spacing: { after: 40 },
      }),
  );
}

const grounds: Readonly<Record<Light, { fill: string; color: string }>> = {
  green: { fill: 'D9F2E1', color: '0B4A2D' },
  amber: { fill: 'FFE8B3', color: '573A00' },
  red: { fill: 'FFD9D6', color: '86100E' },
};

function runsOf(text: Text): TextRun[] {
  return typeof text === 'string' ? [new TextRun(oneLine(text))] : text.map(runOf);
}

function runOf(run: Inline): TextRun {
  if (typeof run === 'string') return new TextRun(oneLine(run));
  if ('strong' in run) return new TextRun({ text: oneLine(run.strong), bold: true });
  const { fill, color } = grounds[run.light];
  return new TextRun({
    text: oneLine(run.text),
    bold: true,
    color,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill },
  });
}
