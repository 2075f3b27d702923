import { box, chartWidth, fitted, label, line, picture, rounded } from './picture.ts';
import { markup } from '../markup.ts';
import { differenceInDays } from '../../domain/days/day.ts';
import type { Day, Span } from '../../domain/days/day.ts';
import type { Described } from './picture.ts';
import type { Markup } from '../markup.ts';

export type DeliveryMark = 'sent' | 'toCome' | 'late' | 'skipped';

/** Pieces of communication along a span of days, a row an audience. */
export interface Strip extends Described {
  readonly type: 'strip';
  readonly of: 'deliveries' | 'activities';
  readonly span: Span;
  /** A line through all rows, with its word. */
  readonly now?: { readonly day: Day; readonly text: string };
  /** The words of the ends. */
  readonly ends: readonly [string, string];
  /** The marks that the rows have, with their words. */
  readonly legend: readonly { readonly mark: DeliveryMark; readonly text: string }[];
  readonly rows: readonly {
    readonly name: string;
    readonly marks: readonly { readonly day: Day; readonly mark: DeliveryMark }[];
  }[];
}

const rowHeight = 42;
const inset = 8;

/** Shapes differ, not only colours: filled, hollow, a triangle, a cross. */
export function strip(chart: Strip, id: string): Markup {
  const days = Math.max(1, differenceInDays(chart.span.to, chart.span.from));
  const place = (day: Day): number =>
    inset + ((chartWidth - 2 * inset) * differenceInDays(day, chart.span.from)) / days;
  const legend = chart.legend.map(({ mark, text }, index) => {
    const x = (index % 2) * (chartWidth / 2) + inset;
    const y = 10 + Math.floor(index / 2) * 20;
    return markup`${drawMark(mark, x, y)}${label(x + 12, y + 4, text)}`;
  });
  const start = Math.ceil(chart.legend.length / 2) * 20 + 12;
  const rows = chart.rows.flatMap(({ name, marks }, index) => {
    const top = start + index * rowHeight;
    return [
      label(0, top + 8, fitted(name, chartWidth)),
      box(0, top + 15, chartWidth, 18, 'track'),
      ...marks.map(({ day, mark }) => drawMark(mark, place(day), top + 24)),
    ];
  });
  const bottom = start + chart.rows.length * rowHeight;
  return picture(chart, id, bottom + (chart.now === undefined ? 20 : 36), [
    ...legend,
    ...rows,
    ...(chart.now === undefined
      ? []
      : [
          line(place(chart.now.day), start + 10, place(chart.now.day), bottom, 'now'),
          label(place(chart.now.day), bottom + 30, chart.now.text, 'soft', 'middle'),
        ]),
    line(0, bottom, chartWidth, bottom, 'axis'),
    label(0, bottom + 15, chart.ends[0], 'soft'),
    label(chartWidth, bottom + 15, chart.ends[1], 'soft', 'end'),
  ]);
}

function drawMark(mark: DeliveryMark, middle: number, y: number): Markup {
  const x = rounded(middle);
  if (mark === 'sent') return markup`<circle cx="${x}" cy="${y}" r="5" class="sent"/>`;
  if (mark === 'toCome') return markup`<circle cx="${x}" cy="${y}" r="4.5" class="hollow"/>`;
  if (mark === 'late') return markup`<path d="M${x} ${y - 6}l6 11h-12z" class="late"/>`;
  return markup`<path d="M${rounded(middle - 4)} ${y - 4}l8 8m0 -8l-8 8" class="skipped"/>`;
}
