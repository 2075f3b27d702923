import { MimeType } from 'easy-template-x';
import { logoSize, pictureSize } from '../docx-picture.ts';
import { markup } from '../markup.ts';
import type { ImageContent } from 'easy-template-x';
import type { Chart } from '../charts/chart.ts';
import type { Painted } from '../charts/paint.ts';
import type { Picture, Value, Values } from './places.ts';

/** Values whose pictures are painted, as the library puts them in. */
export type Ready = string | boolean | ImageContent | ReadyValues[];
export interface ReadyValues {
  [name: string]: Ready;
}

export const isPicture = (value: Value): value is Picture => typeof value === 'object' && 'alt' in value;

/** Every chart among the values painted once; what paints is loaded only if there is any. */
export async function paintedIn(values: Values): Promise<ReadonlyMap<Chart, Painted>> {
  const charts = [...new Set(chartsOf(values))];
  if (charts.length === 0) return new Map();
  const { paintCharts } = await import('../charts/paint.ts');
  const painted = await paintCharts(charts);
  return new Map(painted.map((one, index) => [charts[index] as Chart, one]));
}

const chartsOf = (values: Values): Chart[] =>
  Object.values(values).flatMap((value) => {
    if (Array.isArray(value)) return value.flatMap(chartsOf);
    return isPicture(value) && 'chart' in value ? [value.chart] : [];
  });

/** The picture in the size that it has in a report of our own; nothing where it was not painted. */
export function imageOf(picture: Picture, painted: ReadonlyMap<Chart, Painted>): ImageContent | '' {
  // The library puts the text between quotation marks as it is.
  const altText = markup`${picture.alt}`.toString();
  if ('raster' in picture) {
    const { type, bytes } = picture.raster;
    const format = type === 'png' ? MimeType.Png : MimeType.Jpeg;
    return { _type: 'image', source: Buffer.from(bytes), format, altText, ...logoSize(picture.raster) };
  }
  const found = painted.get(picture.chart);
  if (found === undefined) return '';
  const source = Buffer.from(found.png);
  return { _type: 'image', source, format: MimeType.Png, altText, ...pictureSize(found) };
}
