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

/** Charts as they look on paper. The letters are our own and not the machine's, so the same chart gives the same bytes. */
export async function paintCharts(charts: readonly Chart[]): Promise<Painted[]> {
  fonts ??= start();
  const fontBuffers = await fonts;
  return charts.map((chart) => {
    const svg = drawChart(chart, 'chart').toString().replace('>', `><style>${inkOfCharts}</style>`);
    const made = new Resvg(svg, {
      background: '#fff',
      fitTo: { mode: 'width', value: chartWidth * dotsAUnit },
      font: { fontBuffers, defaultFontFamily: 'DejaVu Sans Condensed' },
    });
    const image = made.render();
    const painted = { png: image.asPng(), width: image.width, height: image.height };
    // Memory of the library is not the collector's.
    image.free();
    made.free();
    return painted;
  });
}

/** Dots across a drawing that is not ours. */
const svgWidth = 800;

/** A drawing of somebody else's as a picture; null where it can't be drawn. */
export async function paintSvg(svg: string): Promise<Painted | null> {
  fonts ??= start();
  const fontBuffers = await fonts;
  try {
    const made = new Resvg(svg, {
      fitTo: { mode: 'width', value: svgWidth },
      font: { fontBuffers, defaultFontFamily: 'DejaVu Sans Condensed' },
    });
    const image = made.render();
    const painted = { png: image.asPng(), width: image.width, height: image.height };
    image.free();
    made.free();
    return painted;
  } catch {
    return null;
  }
}
