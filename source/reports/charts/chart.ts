import { funnelChart } from './funnel.ts';
import { heatMap } from './heat-map.ts';
import { strip } from './strip.ts';
import { trend } from './trend.ts';
import type { FunnelChart } from './funnel.ts';
import type { HeatMap } from './heat-map.ts';
import type { Markup } from '../markup.ts';
import type { Strip } from './strip.ts';
import type { Trend } from './trend.ts';

/** A picture as what it shows, with its words; drawn only when a format shows pictures. */
export type Chart = HeatMap | FunnelChart | Trend | Strip;

/** The chart as SVG with title and description; `id` tells its elements from those of other charts of the page. */
export function drawChart(chart: Chart, id: string): Markup {
  if (chart.type === 'heatMap') return heatMap(chart, id);
  if (chart.type === 'funnel') return funnelChart(chart, id);
  return chart.type === 'trend' ? trend(chart, id) : strip(chart, id);
}
