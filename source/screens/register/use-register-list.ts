/** The window of a register's list that is on the screen: only its rows are read, whatever the register holds. */
import { useEffect, useMemo } from 'react';
import { registerOf, type AnyRecord, type Definition } from '../../registers/index.ts';
import { countOf, listOf } from '../../services/reading/listing.ts';
import { placeCursor, type ListFrame, type ListState } from '../../widgets/lists/list-state.ts';
import { go, useApp, useData, useSession } from '../app.tsx';
import type { ScreenTab } from '../session/navigation.ts';
import { listingOf, startOf } from './list-start.ts';
import { changeList, memoryOf, type ListMemory } from '../session/session.ts';

export interface RegisterList {
  readonly definition: Definition;
  readonly memory: ListMemory;
  readonly list: ListState;
  readonly count: number;
  /** The rows shown, from `list.top` on. */
  readonly rows: readonly AnyRecord[];
  readonly current: AnyRecord | null;
}

export function useRegisterList(tab: ScreenTab, height: number): RegisterList {
  const app = useApp();
  const definition = registerOf(tab.register);
  const isNew = useSession((state) => state.lists[tab.id] === undefined);
  const known = useSession((state) => memoryOf(state, tab.id));
  const memory = useMemo(
    () => (isNew ? { ...known, list: { ...known.list, cursor: startOf(app, tab, known) } } : known),
    [app, tab, isNew, known],
  );
  const { applied, sort } = memory;
  const count = useData(
    ({ project }, language) => countOf(project, definition, listingOf(memory, tab), language),
    [definition, tab, applied],
  );
  const list = placeCursor(memory.list, memory.list.cursor, { count, height });
  const rows = useData(
    ({ project }, language) =>
      listOf(project, definition, { ...listingOf(memory, tab), limit: height, offset: list.top }, language),
    [definition, tab, applied, sort, list.top, height],
  );
  const current = rows[list.cursor - list.top] ?? null;
  useFollowing(tab, definition, { memory: { ...memory, list }, from: known.list }, current, {
    count,
    height,
  });
  return { definition, memory, list, count, rows, current };
}

/** Beyond so many rows a record that has moved is not looked for: the whole order would have to be read. */
const mostFollowed = 2000;

/** The list keeps where it stands; after a change the cursor stays on its record, wherever the order has put it. */
function useFollowing(
  tab: ScreenTab,
  definition: Definition,
  { memory, from }: { readonly memory: ListMemory; readonly from: ListState },
  current: AnyRecord | null,
  frame: ListFrame,
): void {
  const app = useApp();
  const revision = useSession((state) => state.revision);
  const { list } = memory;
  const { id } = tab;
  useEffect(() => {
    const keep = (stands: ListState): void =>
      go(
        app,
        // A key may have come since this was drawn: then the list has gone on, and its next drawing tells where to.
        changeList(id, (old) => (old.list === from ? { ...old, list: stands } : old)),
      );
    const { record, revision: seen } = app.followed.get(id) ?? { record: null, revision };
    const moved = seen !== revision && record !== null && current?.id !== record;
    if (moved && frame.count <= mostFollowed) {
      const { language } = app.session.get();
      const place = listOf(app.project, definition, listingOf(memory, tab), language).findIndex(
        (one) => one.id === record,
      );
      if (place !== -1) {
        app.followed.set(id, { record, revision });
        return keep(placeCursor(list, place, frame));
      }
    }
    app.followed.set(id, { record: current?.id ?? null, revision });
    // Where a list stands is kept only when it differs: each change of the session is drawn.
    if (app.session.get().lists[id]?.list !== list) keep(list);
    return undefined;
  });
}
