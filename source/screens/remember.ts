/** What of the session is kept over restarts, in the settings: how things are looked at, never data. Pure. */
import { emptyList } from '../widgets/list-state.ts';
import { screenNames } from './navigation.ts';
import { freshList, type ListMemory, type SessionState } from './session.ts';

interface RememberedList {
  readonly filter?: string;
  readonly sort?: string;
  readonly cursor?: number;
}

export interface RememberedView {
  readonly preview?: boolean;
  readonly tabs?: Readonly<Record<string, number>>;
  readonly lists?: Readonly<Record<string, RememberedList>>;
}

function listToKeep({ applied, sort, list }: ListMemory): RememberedList {
  return {
    ...(applied !== '' && { filter: applied }),
    ...(sort !== null && { sort }),
    ...(list.cursor > 0 && { cursor: list.cursor }),
  };
}

export function toRemembered(state: SessionState): RememberedView {
  const lists = Object.entries(state.lists)
    .map(([id, memory]) => [id, listToKeep(memory)] as const)
    // Today begins anew each day.
    .filter(([id]) => id !== 'today');
  return { preview: state.preview, tabs: state.tabs, lists: Object.fromEntries(lists) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function place(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function listFrom(value: unknown): ListMemory | null {
  if (!isObject(value)) return null;
  const { filter, sort, cursor } = value;
  const applied = typeof filter === 'string' ? filter : '';
  return {
    ...freshList,
    filter: applied,
    applied,
    sort: typeof sort === 'string' ? sort : null,
    list: { ...emptyList, cursor: place(cursor) },
  };
}

/** Settings are a person's to edit: what can't be understood is passed over. */
export function fromRemembered(state: SessionState, remembered: unknown): SessionState {
  if (!isObject(remembered)) return state;
  const { preview, tabs, lists } = remembered;
  const known = isObject(lists)
    ? Object.entries(lists).flatMap(([id, value]): [string, ListMemory][] => {
        const list = listFrom(value);
        return list === null ? [] : [[id, list]];
      })
    : [];
  const chosen = isObject(tabs) ? screenNames.map((name) => [name, place(tabs[name])] as const) : [];
  return {
    ...state,
    preview: typeof preview === 'boolean' ? preview : state.preview,
    tabs: Object.fromEntries(chosen),
    lists: Object.fromEntries(known),
  };
}
