/** Small pictures made of characters, each with an ASCII stand-in: trends, bars, progress, the risk matrix. Pure. */
import { line, span, type StyledLine, type Tone } from './styled.ts';
import { cellWidth, fit, pad, safe } from './text.ts';

const steps = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const asciiSteps = ['_', '.', '-', '=', '*', '#'] as const;

export interface Scale {
  readonly low?: number;
  readonly high?: number;
  readonly unicode?: boolean;
}

/** `▂▃▅`: one character a value. Equal values stand in the middle, since they tell of no change. */
export function sparkline(values: readonly number[], { low, high, unicode = true }: Scale = {}): string {
  if (values.length === 0) return '';
  const least = low ?? Math.min(...values);
  const most = high ?? Math.max(...values);
  const signs = unicode ? steps : asciiSteps;
  return values
    .map((value) => {
      const part = most > least ? (value - least) / (most - least) : 0.5;
      const index = Math.round(Math.max(0, Math.min(1, part)) * (signs.length - 1));
      return signs[index] ?? '';
    })
    .join('');
}

/** Eighths of a cell, so that a short bar tells small differences. */
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar of its share of the width; something above zero always shows. */
export function bar(value: number, most: number, width: number, unicode = true): string {
  if (!(value > 0) || !(most > 0) || width <= 0) return '';
  const cells = Math.min(1, value / most) * width;
  if (!unicode) return '#'.repeat(Math.max(1, Math.round(cells)));
  const whole = Math.floor(cells);
  const part = eighths[Math.floor((cells - whole) * 8)] ?? '';
  return '█'.repeat(whole) + part || '▏';
}

/** `███████░░░`, always the whole width; the number stands beside it in words, put there by the caller. */
export function progressBar(part: number, width: number, unicode = true): string {
  const full = Math.round(Math.max(0, Math.min(1, part)) * width);
  const [done, left] = unicode ? ['█', '░'] : ['#', '.'];
  return done.repeat(full) + left.repeat(width - full);
}

export interface HeatMapOptions {
  /** The tone of a cell: what level a probability and an impact make is the domain's to say. */
  readonly toneOf: (probability: number, impact: number) => Tone;
  readonly rowTitle: string;
  readonly columnTitle: string;
  /** The cell of the cursor, probability and impact from 1. */
  readonly selected?: { readonly probability: number; readonly impact: number };
  readonly unicode?: boolean;
}

const cellSize = 5;

/** A number in each cell, so that the picture reads without colours; brackets tell the chosen one. */
function heatCell(count: number, chosen: boolean, unicode: boolean): string {
  const shown = count === 0 ? (unicode ? '·' : '.') : String(count);
  return pad(chosen ? `[${shown}]` : shown, cellSize, 'center');
}

/**
 * Five rows from the greatest probability down, five columns from the least impact. `counts[probability - 1][impact - 1]`.
 */
export function heatMap(counts: readonly (readonly number[])[], options: HeatMapOptions): StyledLine[] {
  const { toneOf, rowTitle, columnTitle, selected, unicode = true } = options;
  const margin = Math.max(3, cellWidth(safe(rowTitle)) + 3);
  const rows = [5, 4, 3, 2, 1].map((probability): StyledLine => {
    const head = probability === 5 ? `${safe(rowTitle)} 5 ` : `${probability} `;
    const cells = [1, 2, 3, 4, 5].map((impact) => {
      const count = counts[probability - 1]?.[impact - 1] ?? 0;
      const chosen = selected?.probability === probability && selected.impact === impact;
      return { text: heatCell(count, chosen, unicode), tone: toneOf(probability, impact), bold: chosen };
    });
    return [span(pad(head, margin, 'right'), 'muted'), ...cells];
  });
  const numbers = [1, 2, 3, 4, 5].map((impact) => pad(String(impact), cellSize, 'center')).join('');
  const below = [
    `${' '.repeat(margin)}${numbers}`,
    `${' '.repeat(margin)}${fit(safe(columnTitle), cellSize * 5, 'center')}`,
  ];
  return [...rows, ...below.map((text) => line(text, 'muted'))];
}
