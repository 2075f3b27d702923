/** Small pictures made of characters, each with an ASCII stand-in: trends, bars, progress, the risk matrix. Pure. */
import { line, span, type Span, type StyledLine, type Tone } from './styled.ts';
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
  // Full only when all is done.
  const full = Math.min(Math.round(Math.max(0, Math.min(1, part)) * width), part < 1 ? width - 1 : width);
  const [done, left] = unicode ? ['█', '░'] : ['#', '.'];
  return done.repeat(full) + left.repeat(width - full);
}

export interface HeatCell {
  /** Lines of the cell from the top; a number among them, so that the picture reads without colours. */
  readonly lines: readonly string[];
  readonly tone: Tone;
  /** The cell of the cursor: brackets tell it. */
  readonly chosen: boolean;
}

export interface HeatMapOptions {
  /** From the top down and from the left; `1 word` or a number alone. */
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  readonly columnTitle: string;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** Rows of coloured cells with their labels, and the columns' labels below. Cells stand a space apart. */
export function heatMap(rows: readonly (readonly HeatCell[])[], options: HeatMapOptions): StyledLine[] {
  const { rowLabels, columnLabels, columnTitle, cellWidth: wide, cellHeight } = options;
  const margin = Math.max(...rowLabels.map((label) => cellWidth(label))) + 1;
  const lines = rows.flatMap((cells, row) =>
    Array.from({ length: cellHeight }, (_, height): StyledLine => {
      const label = height === 0 ? (rowLabels[row] ?? '') : '';
      return [span(pad(label, margin), 'muted'), ...cells.flatMap((cell) => cellSpans(cell, height, wide))];
    }),
  );
  const numbers = columnLabels.map((label) => `${fit(label, wide, 'center')} `).join('');
  const title = fit(safe(columnTitle), (wide + 1) * columnLabels.length, 'center');
  return [...lines, ...[numbers, title].map((text) => line((' '.repeat(margin) + text).trimEnd(), 'muted'))];
}

function cellSpans({ lines, tone, chosen }: HeatCell, height: number, wide: number): Span[] {
  const text = fit(lines[height] ?? '', chosen ? wide - 2 : wide, 'center');
  return [{ text: chosen ? `[${text}]` : text, tone, bold: chosen, inverse: false }, span(' ')];
}
