/** Several lines of text being edited, broken at the width. The state is text-editing.ts; this moves up and down and shows. */
import type { KeyEvent } from '../../keys/events.ts';
import { graphemes } from '../../keys/graphemes.ts';
import { line, type StyledLine } from '../lines/styled.ts';
import { cellWidth, cut, safe, takeCells } from '../lines/text.ts';
import { edit, insertText, type EditState } from './text-editing.ts';

/** A line as shown: the part of the text it stands for, `end` without the line end or the space it was broken at. */
export interface AreaRow {
  readonly start: number;
  readonly end: number;
}

/** Where one written line is broken: at the last space that fits, else in the middle of the word. */
function breakLine(text: string, from: number, to: number, width: number, rows: AreaRow[]): void {
  let start = from;
  let end = from;
  let cells = 0;
  let space = -1;
  for (const character of graphemes(text.slice(from, to))) {
    const size = cellWidth(safe(character));
    if (cells + size > width && end > start) {
      const at = space > start ? space : end;
      rows.push({ start, end: at });
      start = space > start ? space + 1 : end;
      space = -1;
      cells = cellWidth(safe(text.slice(start, end)));
    }
    if (character === ' ') space = end;
    end += character.length;
    cells += size;
  }
  rows.push({ start, end });
}

export function areaRows(text: string, width: number): AreaRow[] {
  const rows: AreaRow[] = [];
  let from = 0;
  for (const written of text.split('\n')) {
    breakLine(text, from, from + written.length, Math.max(1, width), rows);
    from += written.length + 1;
  }
  return rows;
}

export function cursorRow(rows: readonly AreaRow[], cursor: number): number {
  const found = rows.findLastIndex((row) => row.start <= cursor);
  return Math.max(0, found);
}

/** One row up or down, as near to the same column as the row allows. Null at the edge: the key is for the form. */
function moveRow(state: EditState, step: number, width: number): EditState | null {
  const rows = areaRows(state.text, width);
  const at = cursorRow(rows, state.cursor);
  const target = rows[at + step];
  const current = rows[at];
  if (target === undefined || current === undefined) return null;
  const column = cellWidth(safe(state.text.slice(current.start, state.cursor)));
  let place = target.start;
  let cells = 0;
  for (const character of graphemes(state.text.slice(target.start, target.end))) {
    cells += cellWidth(safe(character));
    if (cells > column) break;
    place += character.length;
  }
  return { ...state, cursor: place };
}

/** The keys of a text area: Enter breaks the line, arrows move between rows, all else as in a field. */
export function editArea(state: EditState, event: KeyEvent, width: number): EditState | null {
  if (event.name === 'Enter') return insertText(state, '\n');
  if (event.name === 'Up') return moveRow(state, -1, width);
  if (event.name === 'Down') return moveRow(state, 1, width);
  return edit(state, event);
}

export interface AreaView {
  readonly width: number;
  readonly height: number;
  readonly focused: boolean;
  readonly placeholder?: string;
  /** Stands on the last row while nobody writes in it, of what has more rows than can be shown. */
  readonly more?: (rows: number) => string;
}

function rowLine(state: EditState, row: AreaRow, hasCursor: boolean, width: number): StyledLine {
  if (!hasCursor) return line(safe(state.text.slice(row.start, row.end)));
  const before = safe(state.text.slice(row.start, state.cursor));
  const after = safe(state.text.slice(state.cursor, Math.max(row.end, state.cursor)));
  const under = graphemes(after)[0] ?? ' ';
  // A cursor after the last cell of a full row stands on its last cell.
  const left = cellWidth(before) >= width ? takeCells(before, width - 1) : before;
  return [{ text: left }, { text: under, inverse: true }, { text: after.slice(under.length) }];
}

/** The rows around the cursor, `height` of them. */
export function areaLines(
  state: EditState,
  { width, height, focused, placeholder = '', more }: AreaView,
): StyledLine[] {
  if (state.text === '' && !focused) return [line(safe(placeholder), 'muted')];
  const rows = areaRows(state.text, width);
  const at = cursorRow(rows, state.cursor);
  const top = Math.max(0, Math.min(at - Math.floor(height / 2), rows.length - height));
  const shown = rows
    .slice(top, top + height)
    .map((row, index) => rowLine(state, row, focused && top + index === at, width));
  if (focused || more === undefined || rows.length <= height) return shown;
  return [...shown.slice(0, -1), line(cut(safe(more(rows.length - height + 1)), width), 'muted')];
}
