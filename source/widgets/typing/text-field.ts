/** One line of text being edited. The state is text-editing.ts; this shows it. */
import { graphemes } from '../../keys/graphemes.ts';
import type { Span, StyledLine, Tone } from '../lines/styled.ts';
import { cellWidth, fit, pad, safe, takeCells } from '../lines/text.ts';
import type { EditState } from './text-editing.ts';

/**
 * The first cell shown. It follows from the cursor alone, so nothing need be remembered: beyond the width the view
 * jumps by half of itself, and doesn't slide at each key.
 */
function firstCell(cursorCell: number, textWidth: number, width: number): number {
  if (textWidth < width || cursorCell < width - 1) return 0;
  const half = Math.max(1, Math.floor(width / 2));
  return (Math.floor((cursorCell - width + 1) / half) + 1) * half;
}

/** Without its first cells: a wide character that the cut would halve goes as a whole. */
function skipCells(text: string, cells: number): string {
  const taken = takeCells(text, cells);
  const rest = text.slice(taken.length);
  if (cellWidth(taken) === cells) return rest;
  return rest.slice(graphemes(rest)[0]?.length ?? 0);
}

export interface FieldView {
  readonly width: number;
  readonly focused: boolean;
  readonly placeholder?: string;
  readonly tone?: Tone;
}

/** The field as a line exactly `width` cells wide; the cursor is an inverse cell. */
export function fieldLine(
  state: EditState,
  { width, focused, placeholder = '', tone }: FieldView,
): StyledLine {
  const toned = (text: string): Span => (tone === undefined ? { text } : { text, tone });
  if (state.text === '' && placeholder !== '') {
    const shown = fit(safe(placeholder), width);
    const first = graphemes(shown)[0] ?? ' ';
    return focused
      ? [
          { text: first, inverse: true },
          { text: shown.slice(first.length), tone: 'muted' },
        ]
      : [{ text: shown, tone: 'muted' }];
  }
  const before = safe(state.text.slice(0, state.cursor));
  const after = safe(state.text.slice(state.cursor));
  if (!focused) return [toned(fit(before + after, width))];
  const under = graphemes(after)[0] ?? ' ';
  const rest = after.slice(under.length);
  const start = firstCell(cellWidth(before), cellWidth(before + after) + 1, width);
  const left = start === 0 ? before : `…${skipCells(before, start + 1)}`;
  const room = width - cellWidth(left) - cellWidth(under);
  return [toned(left), { text: under, inverse: true }, toned(pad(takeCells(rest, room), room))];
}
