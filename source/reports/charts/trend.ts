import { box, chartWidth, label, line, picture } from './picture.ts';
import type { Described } from './picture.ts';
import type { Markup } from '../markup.ts';

/** How many came, time after time; null where nobody counted. */
export interface Trend extends Described {
  readonly type: 'trend';
  readonly points: readonly { readonly name: string; readonly count: number | null }[];
}

const height = 130;
const top = 18;

/** A column a time with its figure above it; the first and last times are named below. */
export function trend(chart: Trend, id: string): Markup {
  const { points } = chart;
  const most = Math.max(1, ...points.map(({ count }) => count ?? 0));
  const step = chartWidth / Math.max(1, points.length);
  const width = Math.min(28, step * 0.7);
  const columns = points.flatMap(({ count }, index) => {
    const middle = (index + 0.5) * step;
    if (count === null) return [label(middle, height - 6, '–', 'soft', 'middle')];
    const tall = ((height - top) * count) / most;
    return [
      box(middle - width / 2, height - tall, width, tall, 'bar'),
      label(middle, height - tall - 5, `${count}`, 'strong', 'middle'),
    ];
  });
  const last = points.length - 1;
  return picture(chart, id, height + 22, [
    ...columns,
    line(0, height, chartWidth, height, 'axis'),
    label(0, height + 16, points[0]?.name ?? '', 'soft'),
    label(chartWidth, height + 16, last > 0 ? (points[last]?.name ?? '') : '', 'soft', 'end'),
  ]);
}
