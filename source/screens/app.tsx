/** What every screen has at hand: the project, where the user is, words, toasts and overlays. */
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { messages, type Language, type Messages } from '../language/index.ts';
import { formatDay } from '../services/reading/days.ts';
import { newestStep, type Project } from '../services/project/project.ts';
import type { Copy } from '../services/safety/copies.ts';
import { warningSentence, type Warning } from '../services/writing/warnings.ts';
import type { Settings } from '../settings/settings.ts';
import type { ToastKind } from '../widgets/lines/bars.ts';
import type { Keymap } from '../keys/keymap.ts';
import type { ThemeChoice } from '../widgets/lines/terminal-kind.ts';
import { sentenceOf } from './sentence.ts';
import { changed, topPage, type Change, type Page, type SessionState } from './session/session.ts';
import { usePart, type State } from './state.ts';

export interface Toast {
  readonly kind: ToastKind;
  readonly text: string;
  readonly hint: string;
}

export interface OverlayEntry {
  readonly id: number;
  readonly draw: (close: () => void) => ReactNode;
}

export interface App {
  readonly project: Project;
  /** The same as of an earlier day, while that is looked at in place of this. */
  readonly earlier: State<App | null>;
  /** What is gone back to from an earlier day; null in the present. */
  readonly present: App | null;
  readonly session: State<SessionState>;
  readonly toast: State<Toast | null>;
  /** What the line being typed means, in the row of the toasts while there is none. */
  readonly hint: State<string>;
  readonly overlays: State<readonly OverlayEntry[]>;
  /** The newest step when the screens were last read: what is changed from them is changed from what it had made of the file. */
  readonly seen: { step: number };
  /** The record under the cursor of each list, and when it was seen there: after a change the cursor goes after it. */
  readonly followed: Map<string, { readonly record: number | null; readonly revision: number }>;
  /** Steps by which somebody was made anonymous from here: the views of this window are without the name already. */
  readonly anonymised: Set<number>;
  /** Leaves the console, puts a copy in place of the file, and opens the console again. */
  readonly restore: (copy: Copy) => void;
  /** Leaves the program. */
  readonly quit: () => void;
  readonly suspend: () => void;
  readonly redraw: () => void;
  /** Lends screen and keyboard to what must run synchronously: the user's editor. */
  readonly lend: <Result>(work: () => Result) => Result;
  /** False where only ASCII can be trusted to show. */
  readonly unicode: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes to the terminal past what is drawn: the clipboard's sequence. */
  readonly copy: (text: string) => void;
  /** The keys in force. */
  readonly keymap: () => Keymap;
  readonly chooseTheme: (choice: ThemeChoice) => void;
  /** True: from now on what changes is said, a line each; false: it is drawn. Kept for the next start. */
  readonly speakOrDraw: (linear: boolean) => void;
  /** Keeps settings for the next start; written when the console is left, since writing them is slow. */
  readonly settings: (changed: Partial<Settings>) => void;
}

const AppContext = createContext<App | null>(null);

export function AppProvider({ app, children }: { readonly app: App; readonly children: ReactNode }) {
  return <AppContext value={app}>{children}</AppContext>;
}

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('A screen stands outside AppProvider.');
  return app;
}

export function useSession<Part>(part: (state: SessionState) => Part): Part {
  return usePart(useApp().session, part);
}

export function useWords(): { readonly language: Language; readonly words: Messages['console'] } {
  const language = useSession((state) => state.language);
  return { language, words: messages(language).console };
}

/** What is read from the file: again when the file, the language or what it is read by has changed. */
export function useData<Data>(read: (app: App, language: Language) => Data, by: readonly unknown[]): Data {
  const app = useApp();
  const revision = useSession((state) => state.revision);
  const language = useSession((state) => state.language);
  // oxlint-disable-next-line react/exhaustive-deps -- `by` stands for what `read` closes over
  return useMemo(() => read(app, language), [app, revision, language, ...by]);
}

export function go(app: App, change: Change): void {
  if (change === changed) app.seen.step = newestStep(app.project);
  const next = change(app.session.get());
  const why = isForWriting(topPage(next)) ? whyOnlyLooked(app) : null;
  if (why === null) app.session.set(() => next);
  else say(app, 'note', why);
}

const isForWriting = (page: Page | null): boolean => page?.kind === 'form' || page?.kind === 'running';

/** Why nothing can be changed, and how one comes back to where it can; null in the present. */
export function whyOnlyLooked({ project, session }: Pick<App, 'project' | 'session'>): string | null {
  if (project.asOf === null) return null;
  const { language } = session.get();
  return messages(language).earlierDay.refused(formatDay(project.asOf, language));
}

let lastOverlay = 0;

export function openOverlay(app: App, draw: OverlayEntry['draw']): void {
  lastOverlay += 1;
  const id = lastOverlay;
  app.overlays.set((old) => [...old, { id, draw }]);
}

export function closeOverlay(app: App, id: number): void {
  app.overlays.set((old) => old.filter((one) => one.id !== id));
}

export function say(app: Pick<App, 'toast'>, kind: ToastKind, text: string, hint = ''): void {
  app.toast.set(() => ({ kind, text, hint }));
}

/** What was kept but may be a slip is told in place of what was done; how to take it back stays beside it. */
export function warn(app: App, warnings: readonly Warning[]): void {
  const { language } = app.session.get();
  const text = warnings.map((warning) => warningSentence(warning, language)).join(' ');
  if (text === '') return;
  queueMicrotask(() =>
    app.toast.set((told) => ({
      kind: 'warning',
      text,
      hint: told?.kind === 'done' ? told.hint : '',
    })),
  );
}

/** Does what changes the file, and has the screens read it anew. False when it was refused, which is said. */
export function perform<Result>(
  app: App,
  work: () => Result,
  report?: (result: Result) => Toast | null,
): boolean {
  try {
    const result = work();
    go(app, changed);
    const toast = report?.(result) ?? null;
    if (toast !== null) app.toast.set(() => toast);
    return true;
  } catch (error) {
    say(app, 'error', sentenceOf(error, app.session.get().language).text);
    go(app, changed);
    return false;
  }
}
