/** The whole project as it stood at the end of an earlier day, shown in place of the open one until the user comes back. */
import { messages } from '../../language/index.ts';
import { recordIdentity } from '../../services/reading/record-view.ts';
import { closeProject, openProjectAsOf } from '../../services/project/project-file.ts';
import { newestStep, type Project } from '../../services/project/project.ts';
import { go, say, whyOnlyLooked, type App } from '../app.tsx';
import { changed, type Page, type SessionState } from '../session/session.ts';
import { createState } from '../state.ts';
import { readBehind } from './read-behind.ts';
import type { Day } from '../../domain/days/day.ts';

/** Shows the project as of the day. @throws UserError as-of-future, file-moved */
export function lookBack(from: App, day: Day): void {
  const present = from.present ?? from;
  // That day as it lies open: what is shown of it can't have changed.
  if (present.earlier.get()?.project.asOf === day) return;
  const { mendSearch: _, ...open } = present.project;
  const project = openProjectAsOf(open, day);
  const before = present.earlier.get();
  const app = appOn(present, project, from.session.get());
  present.earlier.set(() => app);
  readBehind(app, () => present.earlier.get() === app);
  // What was looked at is closed once nothing shows it any more.
  if (before !== null) setImmediate(() => closeProject(before.project));
}

/** Back to the present: words looked up and views saved meanwhile come along. */
export function comeBack({ present }: App): void {
  const earlier = present?.earlier.get() ?? null;
  if (present === null || earlier === null) return;
  bringAlong(present, earlier);
  // What was written meanwhile is seen from here on.
  go(present, changed);
  present.earlier.set(() => null);
  setImmediate(() => closeProject(earlier.project));
  say(present, 'note', messages(present.session.get().language).earlierDay.came);
}

/**
 * Somebody was made anonymous by another window: what was read of an earlier day still has the name, and holds what was
 * erased in the file.
 */
export function forgetEarlier(present: App): void {
  const earlier = present.earlier.get();
  if (earlier === null) return;
  comeBack(earlier);
  say(present, 'note', messages(present.session.get().language).earlierDay.forgotten);
}

/** The console is left while an earlier day is looked at: nothing shows it any more. */
export function leaveEarlier(present: App): void {
  const earlier = present.earlier.get();
  if (earlier === null) return;
  bringAlong(present, earlier);
  present.earlier.set(() => null);
  closeProject(earlier.project);
}

function bringAlong(present: App, { session }: App): void {
  const { language, preview, recent, saved } = session.get();
  present.session.set((old) => ({ ...old, language, preview, recent, saved }));
}

function appOn(present: App, project: Project, shown: SessionState): App {
  const session = createState<SessionState>({
    ...shown,
    pages: Object.fromEntries(
      Object.entries(shown.pages).map(([screen, pages]) => [screen, pagesThen(pages, project)]),
    ),
  });
  session.subscribe(() => {
    const { language } = session.get();
    // The keys follow the language of the present.
    if (present.session.get().language !== language) present.session.set((old) => ({ ...old, language }));
  });
  const app: App = {
    ...present,
    project,
    session,
    present,
    toast: createState<ReturnType<App['toast']['get']>>(null),
    hint: createState(''),
    overlays: createState<ReturnType<App['overlays']['get']>>([]),
    seen: { step: newestStep(project) },
    followed: new Map(),
    restore: () => say(app, 'note', whyOnlyLooked(app) ?? ''),
  };
  return app;
}

/** The pages that lay open, as far down as they were there then. */
function pagesThen(pages: readonly Page[], project: Project): readonly Page[] {
  const end = pages.findIndex(
    (page) =>
      page.kind === 'form' ||
      page.kind === 'running' ||
      page.kind === 'mentions' ||
      (page.id !== null && recordIdentity(project, page.id) === null),
  );
  return end === -1 ? pages : pages.slice(0, end);
}
