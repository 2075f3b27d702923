/** The whole project as it stood at the end of an earlier day, shown in place of the open one until the user comes back. */
import { messages } from '../../language/index.ts';
import { recordIdentity } from '../../services/reading/record-view.ts';
import { closeProject, openProjectAsOf } from '../../services/project/project-file.ts';
import { newestStep, type Project } from '../../services/project/project.ts';
import { say, whyOnlyLooked, type App } from '../app.tsx';
import { changed, type Page, type SessionState } from '../session/session.ts';
import { createState } from '../state.ts';
import { readBehind } from './read-behind.ts';
import type { Day } from '../../domain/days/day.ts';

/** Shows the project as of the day. @throws UserError as-of-future */
export function lookBack(from: App, day: Day): void {
  const present = from.present ?? from;
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
export function comeBack({ present, session }: App): void {
  if (present === null) return;
  const { language, preview, recent, saved } = session.get();
  present.session.set((old) => ({ ...changed(old), language, preview, recent, saved }));
  const earlier = present.earlier.get();
  present.earlier.set(() => null);
  if (earlier !== null) setImmediate(() => closeProject(earlier.project));
  say(present, 'note', messages(language).earlierDay.came);
}

/** The console is left while an earlier day is looked at: nothing shows it any more. */
export function leaveEarlier({ earlier }: App): void {
  const app = earlier.get();
  earlier.set(() => null);
  if (app !== null) closeProject(app.project);
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
