/** The keys that every list and every long page has: they move its cursor or its window, and turn to the tabs beside it. */
import type { ActionHandlers } from '../keys/dispatcher.ts';
import type { ListMove } from '../widgets/lists/list-state.ts';
import { go, type App } from './app.tsx';
import { moveTab } from './session/session.ts';

export function movesBy(move: (name: ListMove) => void): ActionHandlers {
  return {
    'list.down': () => move('down'),
    'list.up': () => move('up'),
    'list.pageDown': () => move('pageDown'),
    'list.pageUp': () => move('pageUp'),
    'list.first': () => move('first'),
    'list.last': () => move('last'),
  };
}

export function turnsTabs(app: App): ActionHandlers {
  return {
    'tab.next': () => go(app, moveTab(1)),
    'tab.previous': () => go(app, moveTab(-1)),
  };
}
