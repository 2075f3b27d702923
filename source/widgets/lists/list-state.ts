/** A cursor in a list: moves, the window that follows it, marks and the range. Pure. */

export interface ListState {
  readonly cursor: number;
  /** First row shown. */
  readonly top: number;
  /** Ids of marked rows: they stay marked when the list is sorted or filtered anew. */
  readonly marks: ReadonlySet<string>;
  /** Where a range was begun; null when none is under way. */
  readonly anchor: number | null;
}

export const emptyList: ListState = { cursor: 0, top: 0, marks: new Set(), anchor: null };

/** What is on the screen now: how many rows there are, and how many fit. */
export interface ListFrame {
  readonly count: number;
  readonly height: number;
}

export type ListMove = 'down' | 'up' | 'pageDown' | 'pageUp' | 'first' | 'last';

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** The window moves only as far as the cursor forces it, and never shows emptiness below the last row. */
export function windowTop(top: number, cursor: number, { count, height }: ListFrame): number {
  const lowest = Math.max(0, count - height);
  return clamp(clamp(top, cursor - height + 1, cursor), 0, lowest);
}

/** Puts the cursor on a row; also used after the list or the screen has changed its size. */
export function placeCursor(state: ListState, cursor: number, frame: ListFrame): ListState {
  const place = clamp(cursor, 0, Math.max(0, frame.count - 1));
  const top = windowTop(state.top, place, frame);
  return place === state.cursor && top === state.top ? state : { ...state, cursor: place, top };
}

export function moveCursor(state: ListState, move: ListMove, frame: ListFrame): ListState {
  const page = Math.max(1, frame.height - 1);
  const target = {
    down: state.cursor + 1,
    up: state.cursor - 1,
    pageDown: state.cursor + page,
    pageUp: state.cursor - page,
    first: 0,
    last: frame.count - 1,
  }[move];
  return placeCursor(state, target, frame);
}

export function toggleMark(state: ListState, id: string): ListState {
  const marks = new Set(state.marks);
  if (!marks.delete(id)) marks.add(id);
  return { ...state, marks };
}

/** The first press begins a range at the cursor; the second marks all from there to the cursor. */
export function toggleRange(state: ListState, ids: readonly string[]): ListState {
  if (state.anchor === null) return { ...state, anchor: state.cursor };
  const from = Math.min(state.anchor, state.cursor);
  const to = Math.max(state.anchor, state.cursor);
  return { ...state, anchor: null, marks: new Set([...state.marks, ...ids.slice(from, to + 1)]) };
}

/** Marks all rows, or unmarks them when all are marked already. */
export function toggleAll(state: ListState, ids: readonly string[]): ListState {
  const all = ids.length > 0 && ids.every((id) => state.marks.has(id));
  return { ...state, anchor: null, marks: all ? new Set() : new Set(ids) };
}

export function clearMarks(state: ListState): ListState {
  return state.marks.size === 0 && state.anchor === null
    ? state
    : { ...state, marks: new Set(), anchor: null };
}
