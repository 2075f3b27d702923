/** `F`: going to a saved view of the list, saving this one under a name, renaming and removing. */
import { messages } from '../../language/index.ts';
import { Confirm } from '../../widgets/overlays/confirm.tsx';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { cellWidth } from '../../widgets/lines/text.ts';
import { go, openOverlay, say, type App } from '../app.tsx';
import type { ScreenTab } from '../session/navigation.ts';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import {
  dropView,
  keepView,
  longestName,
  renameView,
  viewId,
  type SavedView,
} from '../session/saved-views.ts';
import { begunAnew } from './list-start.ts';
import { changeList, goToTab, memoryOf, type Change } from '../session/session.ts';

/** Where a tab's saved views hang: a saved view's sisters hang from the same list. */
function baseOf({ id, saved }: ScreenTab): string {
  return saved?.tab ?? id;
}

const setSaved =
  (change: (saved: readonly SavedView[]) => readonly SavedView[]): Change =>
  (state) => ({ ...state, saved: change(state.saved) });

function wordsOf(app: App) {
  return messages(app.session.get().language).console.views;
}

/** What stands now in the list: its filter and order. */
function standing(app: App, tab: ScreenTab, name: string): SavedView {
  const { applied, sort } = memoryOf(app.session.get(), tab.id);
  return { tab: baseOf(tab), name, filter: applied, sort };
}

function keep(app: App, view: SavedView): void {
  go(
    app,
    setSaved((saved) => keepView(saved, view)),
  );
  // One that nobody has looked at begins where such a list begins.
  if (app.session.get().lists[viewId(view)] === undefined) return;
  go(
    app,
    changeList(viewId(view), (old) => ({
      ...old,
      filter: view.filter,
      applied: view.filter,
      sort: view.sort,
    })),
  );
}

/** Asks a name; one that another view of the list has is refused beside the line. */
function askName(
  app: App,
  title: string,
  initial: string,
  base: string,
  onName: (name: string) => void,
): void {
  const words = wordsOf(app);
  const taken = (name: string): boolean =>
    name !== initial && app.session.get().saved.some((one) => one.tab === base && one.name === name);
  const understand = (text: string): Understood => {
    const name = text.trim();
    if (name === '') return { ok: false, text: words.nameHint };
    if (cellWidth(name) > longestName) return { ok: false, text: words.tooLong(longestName) };
    if (taken(name)) return { ok: false, text: words.taken(name) };
    return { ok: true, text: '' };
  };
  openOverlay(app, (close) => (
    <Prompt
      title={title}
      placeholder={words.name}
      initial={initial}
      understand={understand}
      onCancel={close}
      onEnter={(text) => {
        close();
        onName(text.trim());
      }}
    />
  ));
}

function saveAs(app: App, tab: ScreenTab): void {
  const words = wordsOf(app);
  askName(app, words.saveAs, '', baseOf(tab), (name) => {
    const view = standing(app, tab, name);
    keep(app, view);
    // The whole list is whole again: what narrowed it now has a tab of its own.
    if (tab.saved === undefined)
      go(
        app,
        changeList(tab.id, (old) => begunAnew(app, tab, old, { filter: '', applied: '', sort: null })),
      );
    go(app, goToTab(viewId(view)));
    say(app, 'done', words.kept(name), words.keptHint);
  });
}

function rename(app: App, view: SavedView): void {
  const words = wordsOf(app);
  askName(app, words.rename, view.name, view.tab, (name) => {
    const stands = memoryOf(app.session.get(), viewId(view));
    const renamed = { ...view, name };
    go(
      app,
      setSaved((saved) => renameView(saved, view, name)),
    );
    go(
      app,
      changeList(viewId(renamed), () => stands),
    );
    say(app, 'done', words.renamed(name));
  });
}

function askDrop(app: App, view: SavedView): void {
  const words = wordsOf(app);
  openOverlay(app, (close) => (
    <Confirm
      title={words.dropTitle(view.name)}
      text={[words.dropText]}
      confirmLabel={words.drop}
      cancelLabel={words.cancel}
      onCancel={close}
      onConfirm={() => {
        close();
        go(app, goToTab(view.tab));
        go(
          app,
          setSaved((saved) => dropView(saved, view)),
        );
        say(app, 'done', words.dropped(view.name));
      }}
    />
  ));
}

interface MenuChoice {
  readonly value: () => void;
  readonly label: string;
  readonly hint?: string;
}

/** What can be done with the tab that one stands on. */
function ownChoices(app: App, tab: ScreenTab): MenuChoice[] {
  const words = wordsOf(app);
  const { saved } = tab;
  const now = standing(app, tab, saved?.name ?? '');
  const plain = now.filter === '' && now.sort === null;
  const differs = saved !== undefined && (now.filter !== saved.filter || now.sort !== saved.sort);
  return [
    ...(differs
      ? [
          {
            value: () => {
              keep(app, now);
              say(app, 'done', words.kept(now.name));
            },
            label: words.update(now.name),
            hint: now.filter,
          },
        ]
      : []),
    {
      value: () => (plain ? say(app, 'note', words.nothingToSave) : saveAs(app, tab)),
      label: words.saveAs,
      hint: plain ? words.narrowFirst : now.filter,
    },
    ...(saved === undefined
      ? []
      : [
          { value: () => rename(app, saved), label: words.rename },
          { value: () => askDrop(app, saved), label: words.drop },
        ]),
  ];
}

export function openViewsMenu(app: App, tab: ScreenTab): void {
  const words = wordsOf(app);
  const base = baseOf(tab);
  const views = app.session
    .get()
    .saved.filter((one) => one.tab === base)
    .map((view): MenuChoice => ({
      value: () => go(app, goToTab(viewId(view))),
      label: view.name,
      hint: viewId(view) === tab.id ? words.now : view.filter,
    }));
  const whole = tab.saved === undefined ? [] : [{ value: () => go(app, goToTab(base)), label: words.whole }];
  const choices = [...views, ...whole, ...ownChoices(app, tab)];
  openOverlay(app, (close) => (
    <Picker
      title={words.title}
      choices={choices}
      empty={words.none}
      width={60}
      height={Math.min(12, choices.length)}
      onCancel={close}
      onChoose={(run) => {
        close();
        run();
      }}
    />
  ));
}
