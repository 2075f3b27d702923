import type { ActionHandlers } from '../../keys/dispatcher.ts';
import type { ListMove } from '../../widgets/lists/list-state.ts';
import { go, type App } from '../app.tsx';
import { movesBy } from '../list-keys.ts';
import { openRecord } from '../session/session.ts';
import { askNew, recordHandlers } from './record-actions.tsx';

interface Item {
  readonly id: number;
  readonly register: string;
  readonly kind: string;
}

/** The keys of a list of what is wanted on days, whatever it is of: Today's, and a day's. */
export function itemKeys(
  app: App,
  current: Item | undefined,
  move: (name: ListMove) => void,
): ActionHandlers {
  return {
    ...movesBy(move),
    'list.preview': () => go(app, (state) => ({ ...state, preview: !state.preview })),
    ...(current !== undefined && { 'list.open': () => go(app, openRecord(current.id)) }),
    ...recordHandlers(
      app,
      current === undefined ? null : { register: current.register, ids: [current.id], kind: current.kind },
    ),
    'record.new': () => askNew(app),
  };
}
