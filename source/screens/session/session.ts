/** Where the user is and how each list stands. It outlasts screens, and a part of it restarts. Pure; no Ink, no data. */
import type { Language } from '../../language/index.ts';
import type { ScreenTab, ScreenName } from './navigation.ts';
import type { Shown } from '../reporting/shown-report.ts';
import { tabsWith, viewId, type SavedView } from './saved-views.ts';
import { emptyList, type ListState } from '../../widgets/lists/list-state.ts';

/** How a list stands: cursor and marks, what is typed into its filter, and its order. */
export interface ListMemory {
  readonly list: ListState;
  /** As typed. */
  readonly filter: string;
  /** The last one that could be read; an unfinished or wrong one leaves the list as it was. */
  readonly applied: string;
  /** `field` or `-field`; null is the register's own order. */
  readonly sort: string | null;
}

export const freshList: ListMemory = {
  list: emptyList,
  filter: '',
  applied: '',
  sort: null,
};

/** What lies over a screen's own page. */
export type Page =
  | { readonly kind: 'record'; readonly id: number; readonly cursor: number; readonly top: number }
  | {
      readonly kind: 'form';
      readonly register: string;
      /** Null for a new record. */
      readonly id: number | null;
      /** Values that a new record starts with, by field. */
      readonly preset: Readonly<Record<string, unknown>>;
      /** The field that the cursor stood in when another form was opened from this one. */
      readonly field?: string;
      /** What the other form has come to: the code of the record made there, for the field that it was opened from. */
      readonly made?: string;
      /** Opened from a field of the form below, which it fills. */
      readonly fills?: string;
    }
  | { readonly kind: 'history'; readonly id: number | null; readonly cursor: number; readonly top: number }
  /** A session that is run, or its attendance told; a null cursor stands at the item that is under way. */
  | {
      readonly kind: 'running';
      readonly id: number;
      readonly pane: 'agenda' | 'roster';
      readonly item: number | null;
      readonly seat: number;
    }
  /** Minutes or invitation of a session. */
  | {
      readonly kind: 'papers';
      readonly id: number;
      readonly paper: 'minutes' | 'invitation';
      readonly top: number;
    }
  /** A month or a week, with the cursor on a day. */
  | { readonly kind: 'calendar'; readonly id: null; readonly day: string; readonly span: 'month' | 'week' }
  /** Texts that still have the name of somebody who was anonymised: kept here and nowhere else. */
  | {
      readonly kind: 'mentions';
      readonly id: null;
      readonly person: number;
      readonly names: readonly string[];
      readonly cursor: number;
      readonly top: number;
    }
  | {
      readonly kind: 'day';
      readonly id: null;
      readonly day: string;
      readonly cursor: number;
      readonly top: number;
    };

export type PageOf<Kind extends Page['kind']> = Extract<Page, { readonly kind: Kind }>;

export interface SessionState {
  readonly language: Language;
  readonly screen: ScreenName;
  readonly last: ScreenName | null;
  readonly tabs: Readonly<Partial<Record<ScreenName, number>>>;
  readonly pages: Readonly<Partial<Record<ScreenName, readonly Page[]>>>;
  readonly lists: Readonly<Record<string, ListMemory>>;
  /** What was opened and done last through the palette or by its page, the latest first: `record 12`, `action undo`. */
  readonly recent: readonly string[];
  /** Named filters and orders, tabs beside their lists. */
  readonly saved: readonly SavedView[];
  /** The report that was read last; the status report before any was chosen. */
  readonly report: Shown | null;
  readonly preview: boolean;
  /** Grows when the file has changed: what is shown is read anew. */
  readonly revision: number;
}

export function startOf(language: Language): SessionState {
  return {
    language,
    screen: 'today',
    last: null,
    tabs: {},
    pages: {},
    lists: {},
    recent: [],
    saved: [],
    report: null,
    preview: true,
    revision: 0,
  };
}

export type Change = (state: SessionState) => SessionState;

export function pagesOf(state: SessionState, screen: ScreenName = state.screen): readonly Page[] {
  return state.pages[screen] ?? [];
}

export function topPage(state: SessionState): Page | null {
  return pagesOf(state).at(-1) ?? null;
}

export function memoryOf(state: SessionState, id: string): ListMemory {
  return state.lists[id] ?? asSaved(state, id) ?? freshList;
}

/** A saved view that has not been looked at yet stands as it was saved. */
function asSaved({ saved }: SessionState, id: string): ListMemory | null {
  const view = saved.find((one) => viewId(one) === id);
  return view === undefined
    ? null
    : { ...freshList, filter: view.filter, applied: view.filter, sort: view.sort };
}

export function tabsOf(state: SessionState, screen: ScreenName = state.screen): readonly ScreenTab[] {
  return tabsWith(state.saved, screen);
}

export function tabOf(state: SessionState): { index: number; tab: ScreenTab | null } {
  const tabs = tabsOf(state);
  const index = Math.min(state.tabs[state.screen] ?? 0, Math.max(0, tabs.length - 1));
  return { index, tab: tabs[index] ?? null };
}

/** To another screen, as it was left; to the one we are on: to its own page. */
export function goTo(screen: ScreenName): Change {
  return (state) => {
    if (state.screen === screen) return withPages(state, []);
    return { ...state, screen, last: state.screen };
  };
}

export const goToLast: Change = (state) => (state.last === null ? state : goTo(state.last)(state));

function withPages(state: SessionState, pages: readonly Page[]): SessionState {
  return { ...state, pages: { ...state.pages, [state.screen]: pages } };
}

export function open(page: Page): Change {
  return (state) => withPages(state, [...pagesOf(state), page]);
}

const mostRecent = 12;

/** Puts what was opened or done first among what the palette shows before a letter is typed. */
export function remembering(what: string): Change {
  return (state) => ({
    ...state,
    recent: [what, ...state.recent.filter((one) => one !== what)].slice(0, mostRecent),
  });
}

export function openRecord(id: number): Change {
  return (state) => remembering(`record ${id}`)(open({ kind: 'record', id, cursor: 0, top: 0 })(state));
}

/** Closes the topmost page. */
export const back: Change = (state) => withPages(state, pagesOf(state).slice(0, -1));

export function changePage(change: (page: Page) => Page): Change {
  return (state) => {
    const pages = pagesOf(state);
    const page = pages.at(-1);
    return page === undefined ? state : withPages(state, [...pages.slice(0, -1), change(page)]);
  };
}

type FormPage = Extract<Page, { readonly kind: 'form' }>;

/** A form for what a field of the form below is to name; that field is come back to. */
export function openFormFor(field: string, page: FormPage): Change {
  return (state) =>
    open({ ...page, fills: field })(
      changePage((old) => (old.kind === 'form' ? { ...old, field } : old))(state),
    );
}

/** Back to the form below, with the code of what was made for its field. */
export function backWith(code: string): Change {
  return (state) => changePage((old) => (old.kind === 'form' ? { ...old, made: code } : old))(back(state));
}

/** What was made has been written into the form. */
export const takeMade: Change = changePage((old) => {
  if (old.kind !== 'form' || old.made === undefined) return old;
  const { made, ...page } = old;
  void made;
  return page;
});

/** To the calendar at a day, as a month; where it lies open already, back to that day. */
export function openCalendar(day: string): Change {
  return (state) => {
    if (topPage(state)?.kind === 'calendar')
      return changePage((page) => (page.kind === 'calendar' ? { ...page, day } : page))(state);
    return open({ kind: 'calendar', id: null, day, span: 'month' })(state);
  };
}

/** The page of a day turns to another, and so does the calendar from which it was opened. */
export function turnDay(turn: (day: string) => string): Change {
  return (state) => {
    const pages = pagesOf(state);
    const top = pages.at(-1);
    if (top?.kind !== 'day') return state;
    const day = turn(top.day);
    const below = pages.slice(0, -1).map((page) => (page.kind === 'calendar' ? { ...page, day } : page));
    return withPages(state, [...below, { ...top, day, cursor: 0, top: 0 }]);
  };
}

/** Closes pages that show a record which is no longer there. */
export function dropPages(isGone: (page: Page) => boolean): Change {
  return (state) => {
    const pages = pagesOf(state);
    const left = pages.filter((page) => !isGone(page));
    return left.length === pages.length ? state : withPages(state, left);
  };
}

export function changeList(id: string, change: (memory: ListMemory) => ListMemory): Change {
  return (state) => {
    const old = memoryOf(state, id);
    const memory = change(old);
    return memory === old ? state : { ...state, lists: { ...state.lists, [id]: memory } };
  };
}

export function moveTab(step: 1 | -1): Change {
  return (state) => {
    const count = tabsOf(state).length;
    if (count < 2 || topPage(state) !== null) return state;
    const index = (tabOf(state).index + step + count) % count;
    return { ...state, tabs: { ...state.tabs, [state.screen]: index } };
  };
}

/** To a tab of this screen, by its id. */
export function goToTab(id: string): Change {
  return (state) => {
    const index = tabsOf(state).findIndex((tab) => tab.id === id);
    return index === -1 ? state : { ...state, tabs: { ...state.tabs, [state.screen]: index } };
  };
}

export const changed: Change = (state) => ({ ...state, revision: state.revision + 1 });

export function formPage(
  register: string,
  id: number | null,
  preset: Readonly<Record<string, unknown>> = {},
): FormPage {
  return { kind: 'form', register, id, preset };
}
