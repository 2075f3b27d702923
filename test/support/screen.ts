import type { IBufferCell } from '@xterm/headless';

/** Colours are a palette index, `#rrggbb`, or null for the terminal's own. */
export type Cell = {
  character: string;
  foreground: number | string | null;
  background: number | string | null;
  bold: boolean;
  dim: boolean;
  inverse: boolean;
  underline: boolean;
};

export function readCell(cell: IBufferCell | undefined): Cell {
  if (!cell) throw new Error('There is no such cell on the screen.');
  return {
    character: cell.getChars(),
    foreground: colour(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
    background: colour(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    inverse: cell.isInverse() !== 0,
    underline: cell.isUnderline() !== 0,
  };
}

/** The screen with a border, for the message of a failed test. */
export function frame(lines: readonly string[], columns: number): string {
  const border = '─'.repeat(columns);
  return [`┌${border}┐`, ...lines.map((line) => `│${line.padEnd(columns)}│`), `└${border}┘`].join('\n');
}

function colour(isDefault: boolean, isRgb: boolean, value: number): number | string | null {
  if (isDefault) return null;
  return isRgb ? `#${value.toString(16).padStart(6, '0')}` : value;
}
