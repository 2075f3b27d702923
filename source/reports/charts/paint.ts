import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { drawingFile } from '../../drawing-files.ts';
import { drawChart } from './chart.ts';
import { chartWidth } from './picture.ts';
import { inkOfCharts } from '../html-style.ts';
import type { Chart } from './chart.ts';

/** A chart as a picture in PNG form; its size in dots, three to a unit of the drawing. */
export interface Painted {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const dotsAUnit = 3;

/** The library starts once in a process. */
let fonts: Promise<Uint8Array[]> | undefined;

async function start(): Promise<Uint8Array[]> {
  await initWasm(await readFile(drawingFile('resvg.wasm')));
  return [await readFile(drawingFile('charts.ttf'))];
}

interface Paper {
  readonly fontBuffers: Uint8Array[];
  /** Dots from side to side. */
  readonly width: number;
  /** What shows through it where none is given. */
  readonly background?: string;
}

/** The letters are our own and not the machine's, so the same drawing gives the same bytes. */
function paint(svg: string, { fontBuffers, width, background }: Paper): Painted {
  const made = new Resvg(svg, {
    ...(background !== undefined && { background }),
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'DejaVu Sans Condensed' },
  });
  const image = made.render();
  const painted = { png: image.asPng(), width: image.width, height: image.height };
  // Memory of the library is not the collector's.
  image.free();
  made.free();
  return painted;
}

/** Charts as they look on paper. */
export async function paintCharts(charts: readonly Chart[]): Promise<Painted[]> {
  fonts ??= start();
  const paper = { fontBuffers: await fonts, width: chartWidth * dotsAUnit, background: '#fff' };
  return charts.map((chart) =>
    paint(drawChart(chart, 'chart').toString().replace('>', `><style>${inkOfCharts}</style>`), paper),
  );
}

/** Dots across a drawing that is not ours. */
const svgWidth = 800;

/** A drawing of somebody else's as a picture; null where it can't be drawn. */
export async function paintSvg(svg: string): Promise<Painted | null> {
  fonts ??= start();
  const fontBuffers = await fonts;
  try {
    return paint(svg, { fontBuffers, width: svgWidth });
  } catch {
    return null;
  }
}
