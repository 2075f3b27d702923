/** The cursors of lists that are made by hand: of a tab, where it is remembered, and of a page that opens over it. */
import type { ActionHandlers } from '../keys/dispatcher.ts';
import {
  emptyList,
  moveCursor,
  placeCursor,
  type ListFrame,
  type ListMove,
  type ListState,
} from '../widgets/lists/list-state.ts';
import { fitLine, plainText, span, type StyledLine } from '../widgets/lines/styled.ts';
import { go, useApp, type App } from './app.tsx';
import { movesBy, turnsTabs } from './list-keys.ts';
import { changeList, type ListMemory } from './session/session.ts';

export function changeCursor(app: App, id: string, change: (list: ListState) => ListState): void {
  go(
    app,
    changeList(id, (old) => ({ ...old, list: change(old.list) })),
  );
}

/** Where the cursor of a tab's list stands, and the keys that move it or turn to the tabs beside. */
export function useTabCursor(
  id: string,
  memory: ListMemory,
  frame: ListFrame,
): { list: ListState; keys: ActionHandlers } {
  const app = useApp();
  const moves = movesBy((name) => changeCursor(app, id, (list) => moveCursor(list, name, frame)));
  return {
    list: placeCursor(memory.list, memory.list.cursor, frame),
    keys: { ...moves, ...turnsTabs(app) },
  };
}

interface Place {
  readonly cursor: number;
  readonly top: number;
}

/** Where the cursor of a page stands, and where a move takes it from where it is by then. */
export function pageCursor(
  { cursor, top }: Place,
  frame: ListFrame,
): { state: ListState; moved: (from: Place, move: ListMove) => Place } {
  const state = placeCursor({ ...emptyList, cursor, top }, cursor, frame);
  return {
    state,
    moved: (from, move) => {
      const next = moveCursor({ ...state, cursor: from.cursor, top: from.top }, move, frame);
      return { cursor: next.cursor, top: next.top };
    },
  };
}

/** The line of the cursor is told by a sign at its edge; what can be opened there, by another at its end. */
export function cursorLine(content: StyledLine, opens: boolean, width: number, unicode: boolean): StyledLine {
  const text = plainText(content).slice(1);
  const end = opens ? (unicode ? ' ↵' : ' >') : '';
  const body = fitLine([span(unicode ? '›' : '>'), span(text)], width - end.length);
  return [{ text: plainText(body) + end, tone: 'selected' }];
}
