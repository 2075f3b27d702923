import { box, chartWidth, label, picture } from './picture.ts';
import type { Described } from './picture.ts';
import type { Markup } from '../markup.ts';

/** How many got as far as each stage; counts never rise from stage to stage. */
export interface FunnelChart extends Described {
  readonly type: 'funnel';
  readonly stages: readonly { readonly name: string; readonly count: number }[];
}

const rowHeight = 40;

/** A bar a stage, its name above it and its count behind it. */
export function funnelChart(chart: FunnelChart, id: string): Markup {
  const most = Math.max(1, ...chart.stages.map(({ count }) => count));
  const room = chartWidth - 44;
  const rows = chart.stages.flatMap(({ name, count }, index) => {
    const top = index * rowHeight;
    const length = (room * count) / most;
    return [
      label(0, top + 13, name),
      box(0, top + 18, room, 16, 'track'),
      box(0, top + 18, length, 16, 'bar'),
      label(room + 8, top + 31, `${count}`, 'strong'),
    ];
  });
  return picture(chart, id, chart.stages.length * rowHeight, rows);
}
