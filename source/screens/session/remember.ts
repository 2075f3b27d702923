/** What of the session is kept over restarts, in the settings: how things are looked at, never data. Pure. */
import { without } from '../../services/safety/forgetting.ts';
import { emptyList } from '../../widgets/lists/list-state.ts';
import { screenNames } from './navigation.ts';
import type { SavedView } from './saved-views.ts';
import { freshList, type Change, type ListMemory, type SessionState } from './session.ts';

interface RememberedList {
  readonly filter?: string;
  readonly sort?: string;
  readonly cursor?: number;
}

export interface RememberedView {
  readonly preview?: boolean;
  readonly tabs?: Readonly<Record<string, number>>;
  readonly lists?: Readonly<Record<string, RememberedList>>;
  readonly saved?: readonly SavedView[];
  readonly recent?: readonly string[];
}

function listToKeep({ applied, sort, list }: ListMemory): RememberedList {
  return {
    ...(applied !== '' && { filter: applied }),
    ...(sort !== null && { sort }),
    ...(list.cursor > 0 && { cursor: list.cursor }),
  };
}

/** What of the lists was typed and chosen, without where their cursors stand. */
export function narrowing({ lists, saved }: SessionState): unknown {
  const chosen = Object.entries(lists).filter(([, { applied, sort }]) => applied !== '' || sort !== null);
  return [saved, chosen.map(([id, { applied, sort }]) => [id, applied, sort])];
}

export function toRemembered(state: SessionState): RememberedView {
  const lists = Object.entries(state.lists)
    .map(([id, memory]) => [id, listToKeep(memory)] as const)
    // Today begins anew each day.
    .filter(([id]) => id !== 'today');
  return {
    preview: state.preview,
    tabs: state.tabs,
    lists: Object.fromEntries(lists),
    saved: state.saved,
    recent: state.recent,
  };
}

/** The lists and views as they stand, without what names a person. */
export function forgetting(finder: RegExp): Change {
  return (state) => fromRemembered(state, without(toRemembered(state), finder));
}

/** The filters, views and words looked up that stand in the settings as well: another window took the others out of them. */
export function onlyAsKept(state: SessionState, view: unknown): SessionState {
  const { lists = {}, saved = [], recent = [], ...rest } = toRemembered(state);
  const kept = fromRemembered(state, isObject(view) ? view : {});
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const known = Object.entries(lists).map(([id, { filter, ...list }]): [string, RememberedList] => [
    id,
    { ...list, ...(filter !== undefined && filter === kept.lists[id]?.applied && { filter }) },
  ]);
  return fromRemembered(state, {
    ...rest,
    lists: Object.fromEntries(known),
    saved: saved.filter((one) => kept.saved.some((other) => same(one, other))),
    recent: recent.filter((word) => kept.recent.includes(word)),
  });
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

function savedFrom(value: unknown): SavedView[] {
  if (!isObject(value)) return [];
  const { tab, name, filter, sort } = value;
  if (typeof tab !== 'string' || typeof name !== 'string' || name === '') return [];
  return [
    {
      tab,
      name,
      filter: typeof filter === 'string' ? filter : '',
      sort: typeof sort === 'string' ? sort : null,
    },
  ];
}

/** Settings are a person's to edit: what can't be understood is passed over. */
export function fromRemembered(state: SessionState, remembered: unknown): SessionState {
  if (!isObject(remembered)) return state;
  const { preview, tabs, lists, saved, recent } = remembered;
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
    recent: Array.isArray(recent) ? recent.filter((one) => typeof one === 'string').slice(0, 12) : [],
    saved: Array.isArray(saved) ? saved.flatMap(savedFrom) : [],
  };
}
