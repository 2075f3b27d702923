/**
 * One way to format a row of the screen, used by the plain first paint (before Ink is loaded) and by Ink alike.
 * A tone says what a piece of text means; the theme says how that looks. This file imports no Ink.
 */
import { cellWidth, cut, pad, takeCells } from './text.ts';
import type { Theme } from './theme.ts';

export type Tone =
  | 'title' // the name of the project, of a record
  | 'heading' // a group of rows
  | 'accent' // what the eye should find first: codes, the current tab
  | 'muted' // what may be skipped: hints, units, empty values
  | 'border' // lines between the parts
  | 'key' // a key in the footer and the help
  | 'match' // what a search found inside a text
  | 'selected' // the row of the cursor
  | 'marked' // a row marked for a common action
  | 'late' // past its day (its sign is ▲)
  | 'due' // today's (●)
  | 'planned' // later (○)
  | 'good'
  | 'warn'
  | 'bad'
  | 'levelLow' // cells of the heat map, from low to critical
  | 'levelMedium'
  | 'levelHigh'
  | 'levelCritical';

export interface Span {
  readonly text: string;
  readonly tone?: Tone;
  readonly bold?: boolean;
  readonly inverse?: boolean;
}

/** Text in a span has passed `safe()`: the model doesn't clean again. */
export type StyledLine = readonly Span[];

export function span(text: string, tone?: Tone): Span {
  return tone === undefined ? { text } : { text, tone };
}

/** A line of plain text, or of one tone. */
export function line(text: string, tone?: Tone): StyledLine {
  return text === '' ? [] : [span(text, tone)];
}

export function plainText(styled: StyledLine): string {
  let text = '';
  for (const piece of styled) text += piece.text;
  return text;
}

export function lineWidth(styled: StyledLine): number {
  let width = 0;
  for (const piece of styled) width += cellWidth(piece.text);
  return width;
}

/** Cuts to a width, with an ellipsis where something was lost. */
export function cutLine(styled: StyledLine, width: number): StyledLine {
  if (lineWidth(styled) <= width) return styled;
  const result: Span[] = [];
  let left = width;
  for (const piece of styled) {
    const pieceWidth = cellWidth(piece.text);
    // Something follows, so a piece that fills the line to its end must give a cell to the ellipsis as well.
    if (pieceWidth < left) {
      result.push(piece);
      left -= pieceWidth;
      continue;
    }
    if (left > 0)
      result.push({
        ...piece,
        text: pieceWidth === left ? `${takeCells(piece.text, left - 1)}…` : cut(piece.text, left),
      });
    break;
  }
  return result;
}

/** Exactly this wide: cut, or filled with spaces. */
export function fitLine(styled: StyledLine, width: number, tone?: Tone): StyledLine {
  const short = cutLine(styled, width);
  const missing = width - lineWidth(short);
  return missing > 0 ? [...short, span(' '.repeat(missing), tone)] : short;
}

/** The whole row in one tone, filled to the width: the cursor's row is told by more than the colour of a word. */
export function wholeLine(styled: StyledLine, width: number, tone: Tone): StyledLine {
  return [span(pad(cut(plainText(styled), width), width), tone)];
}

/** Left and right end of a row, with room between; when it is tight the left one is cut. */
export function spread(left: StyledLine, right: StyledLine, width: number): StyledLine {
  const rightPart = cutLine(right, width);
  const room = width - lineWidth(rightPart);
  return [...fitLine(cutLine(left, Math.max(0, room - 1)), room), ...rightPart];
}

/** The text with its escape codes. Closes each style by its own code, so it may stand inside another background. */
export function toAnsi(styled: StyledLine, theme: Theme): string {
  let result = '';
  for (const piece of styled) {
    if (piece.text === '') continue;
    const { open, close } = theme.codes(piece.tone, piece.bold === true, piece.inverse === true);
    result += open + piece.text + close;
  }
  return result;
}
