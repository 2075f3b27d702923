/** The window of a register's list that is on the screen: only its rows are read, whatever the register holds. */
import { useEffect } from 'react';
import { registerOf, type AnyRecord, type Definition } from '../../registers/index.ts';
import { countOf, listOf, type Listing } from '../../services/listing.ts';
import { placeCursor, type ListState } from '../../widgets/list-state.ts';
import { go, useApp, useData, useSession } from '../app.tsx';
import type { RegisterTab } from '../navigation.ts';
import { changeList, memoryOf, type ListMemory } from '../session.ts';

export interface RegisterList {
  readonly definition: Definition;
  readonly memory: ListMemory;
  readonly list: ListState;
  readonly count: number;
  /** The rows shown, from `list.top` on. */
  readonly rows: readonly AnyRecord[];
  readonly current: AnyRecord | null;
}

export function listingOf({ applied, sort }: ListMemory): Listing {
  return { where: applied, ...(sort !== null && { sort }) };
}

export function useRegisterList(tab: RegisterTab, height: number): RegisterList {
  const app = useApp();
  const memory = useSession((state) => memoryOf(state, tab.id));
  const definition = registerOf(tab.register);
  const { applied, sort } = memory;
  const count = useData(
    ({ project }, language) => countOf(project, definition, listingOf(memory), language),
    [definition, applied],
  );
  const list = placeCursor(memory.list, memory.list.cursor, { count, height });
  const rows = useData(
    ({ project }, language) =>
      listOf(project, definition, { ...listingOf(memory), limit: height, offset: list.top }, language),
    [definition, applied, sort, list.top, height],
  );
  // The list has become shorter or the screen lower: where the cursor came to stand is where it goes on from.
  useEffect(() => {
    if (list !== memory.list)
      go(
        app,
        changeList(tab.id, (old) => ({ ...old, list })),
      );
  }, [app, tab.id, list, memory.list]);
  return { definition, memory, list, count, rows, current: rows[list.cursor - list.top] ?? null };
}
