/** What a register's list shows, and on which of its rows it begins. */
import { registerOf } from '../../registers/index.ts';
import { todayOf } from '../../services/project/project.ts';
import { countOf, type Listing } from '../../services/reading/listing.ts';
import { emptyList } from '../../widgets/lists/list-state.ts';
import type { App } from '../app.tsx';
import type { ScreenTab } from '../session/navigation.ts';
import type { ListMemory } from '../session/session.ts';

type Narrowing = Pick<ListMemory, 'applied' | 'sort'>;

export function listingOf({ applied, sort }: Narrowing, { naming, narrowed }: ScreenTab): Listing {
  const order = sort ?? narrowed?.sort;
  return {
    where: narrowed === undefined ? applied : `${narrowed.where} ${applied}`,
    ...(order !== undefined && { sort: order }),
    ...(naming !== undefined && { naming }),
  };
}

/**
 * Where a list begins that nobody has moved in since it was narrowed: one that is ordered by day, at today, filtered or
 * whole. Rows before it are counted, not read.
 */
export function startOf(app: App, tab: ScreenTab, memory: Narrowing): number {
  if (tab.narrowed !== undefined || memory.sort !== null) return 0;
  const definition = registerOf(tab.register);
  const [sort = ''] = definition.list.sort;
  const name = sort.replace(/^-/, '');
  const field = definition.fields[name];
  if (field === undefined || !['day', 'localTime'].includes(field.kind)) return 0;
  const listing = listingOf(memory, tab);
  const today = todayOf(app.project);
  const count = (where: string): number =>
    countOf(
      app.project,
      definition,
      { ...listing, where: `${where} ${listing.where ?? ''}`.trim() },
      app.session.get().language,
    );
  return sort.startsWith('-') ? Math.max(0, count(`${name}>=${today}`) - 1) : count(`${name}<${today}`);
}

/** The list narrowed or ordered otherwise: it begins anew, and what is marked stays so. */
export function begunAnew(
  app: App,
  tab: ScreenTab,
  old: ListMemory,
  change: Partial<Pick<ListMemory, 'filter' | 'applied' | 'sort'>>,
): ListMemory {
  const memory = { ...old, ...change };
  const list = { ...emptyList, marks: old.list.marks, cursor: startOf(app, tab, memory) };
  return { ...memory, list };
}
