/** Named filters and orders of a list, each a tab of its own beside the list. Pure; kept in the settings. */
import { tabsOfScreen, type ScreenName, type ScreenTab } from './navigation.ts';

export interface SavedView {
  /** The tab whose list it narrows. */
  readonly tab: string;
  readonly name: string;
  /** The filter's words; '' is none. */
  readonly filter: string;
  /** `field` or `-field`; null is the register's own order. */
  readonly sort: string | null;
}

/** Longer names would push the other tabs off the strip. */
export const longestName = 24;

export function viewId({ tab, name }: Pick<SavedView, 'tab' | 'name'>): string {
  return `${tab}/${name}`;
}

function tabOfView(base: ScreenTab, view: SavedView): ScreenTab {
  return { ...base, id: viewId(view), label: { fi: view.name, en: view.name }, saved: view };
}

function withSaved(tabs: readonly ScreenTab[], saved: readonly SavedView[]): readonly ScreenTab[] {
  return tabs.flatMap((base) => [
    base,
    ...saved.filter(({ tab }) => tab === base.id).map((view) => tabOfView(base, view)),
  ]);
}

const known = new WeakMap<readonly SavedView[], Map<ScreenName, readonly ScreenTab[]>>();

/** The tabs of a screen, each followed by its saved views: the same objects as long as those are the same. */
export function tabsWith(saved: readonly SavedView[], screen: ScreenName): readonly ScreenTab[] {
  if (saved.length === 0) return tabsOfScreen[screen];
  const screens = known.get(saved) ?? new Map<ScreenName, readonly ScreenTab[]>();
  known.set(saved, screens);
  const tabs = screens.get(screen) ?? withSaved(tabsOfScreen[screen], saved);
  screens.set(screen, tabs);
  return tabs;
}

/** Puts a view in the place of the one of the same name, or last. */
export function keepView(saved: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const same = saved.findIndex((one) => viewId(one) === viewId(view));
  return same === -1 ? [...saved, view] : saved.with(same, view);
}

export function renameView(saved: readonly SavedView[], old: SavedView, name: string): readonly SavedView[] {
  return saved.map((one) => (one === old ? { ...one, name } : one));
}

export function dropView(saved: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return saved.filter((one) => one !== view);
}
