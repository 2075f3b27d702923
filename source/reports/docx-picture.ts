import { AlignmentType, ImageRun, Paragraph } from 'docx';
import { oneLine } from './plain-text.ts';
import { plain } from './text.ts';
import type { Chart } from './charts/chart.ts';
import type { Painted } from './charts/paint.ts';
import type { Block, ReportDocument, TableBlock } from './document.ts';

type ChartBlock = Extract<Block, { kind: 'chart' }>;

/** At 96 to an inch, as the library counts: half of the page's width, and no taller than most of the page. */
const most = { width: 320, height: 720 };

/** Pictures of the charts that a table of coloured cells does not stand in for. What draws them is loaded only then. */
export async function paintedOf(blocks: readonly Block[]): Promise<ReadonlyMap<Chart, Painted>> {
  const charts = blocks.flatMap((block) =>
    block.kind === 'chart' && block.chart.type !== 'heatMap' ? [block.chart] : [],
  );
  if (charts.length === 0) return new Map();
  const { paintCharts } = await import('./charts/paint.ts');
  const painted = await paintCharts(charts);
  return new Map(painted.map((one, index) => [charts[index] as Chart, one]));
}

/** The picture with its alternative text. `place` numbers it: the library's own count goes on from document to document. */
export function pictureOf(block: ChartBlock, painted: Painted, place: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    spacing: { before: 80, after: 120 },
    children: [
      new ImageRun({
        type: 'png',
        data: painted.png,
        transformation: pictureSize(painted),
        altText: {
          id: `${place}`,
          name: `Chart ${place}`,
          title: oneLine(block.chart.title),
          description: altOf(block),
        },
      }),
    ],
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a chart is on the page. */
export function pictureSize({ width, height }: Size): Size {
  const scale = Math.min(most.width / width, most.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** What the picture shows, in words and, where nothing around it tells them, figures. */
export const altOf = ({ chart, table, isToldElsewhere }: ChartBlock): string =>
  oneLine(`${chart.description}${isToldElsewhere ? figuresOf(table) : ''}`);

/** Pairs of what and how many, for readers of the alternative text; longer rows stand in the tables around the chart. */
const figuresOf = ({ columns, rows }: TableBlock): string =>
  columns.length > 2 ? '' : ` ${rows.map((row) => row.map(plain).join(': ')).join('; ')}.`;

/** As wide as a letterhead's, and as high. */
const mostOfLogo = { width: 190, height: 64 };

/** How large a logo is on the page. */
export function logoSize({ width, height }: Size): Size {
  const scale = Math.min(1, mostOfLogo.width / width, mostOfLogo.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The organisation's picture, the first of the document. */
export function logoOf({ logo }: ReportDocument): Paragraph[] {
  if (logo === undefined) return [];
  const { type, bytes } = logo.logo.raster;
  const alt = oneLine(logo.alt);
  return [
    new Paragraph({
      spacing: { after: 200 },
      children: [
        new ImageRun({
          type,
          data: bytes,
          transformation: logoSize(logo.logo.raster),
          altText: { id: '1', name: 'Logo', title: alt, description: alt },
        }),
      ],
    }),
  ];
}
