/** How a file is looked at is kept in the settings: in still moments, and when the console is left. */
import { isAnonymisedSince } from '../../services/safety/anonymise-log.ts';
import { newestStep } from '../../services/project/project.ts';
import { tidyProject } from '../../services/project/project-file.ts';
import { changeView } from '../../settings/settings.ts';
import { go, type App } from '../app.tsx';
import { narrowing, onlyAsKept, toRemembered } from './remember.ts';

const idleMilliseconds = 1500;

export interface ViewKeeper {
  /**
   * Another connection has written: what it took out of the settings with a person does not come back from here.
   * @returns whether it made somebody anonymous
   */
  readonly look: () => boolean;
  readonly keep: () => Promise<void>;
  readonly stop: () => void;
}

/**
 * In a still moment filters, orders and saved views are kept, so that a console that is killed loses none of them, and
 * what was written is folded into the file. `write` hears of settings that can't be written.
 */
export function keepingViews(
  app: App,
  path: string,
  write: (work: () => Promise<void>) => Promise<void>,
): ViewKeeper {
  const { session, project, environment } = app;
  let kept = JSON.stringify(narrowing(session.get()));
  let looked = newestStep(project);
  let isStale = false;
  const keep = async (): Promise<void> =>
    write(async () =>
      changeView(environment, path, (view) => {
        if (isStale) go(app, (state) => onlyAsKept(state, view));
        isStale = false;
        return toRemembered(session.get());
      }),
    );
  const timer = setTimeout(() => {
    tidyProject(project);
    const now = JSON.stringify(narrowing(session.get()));
    if (now === kept && !isStale) return;
    kept = now;
    void keep();
  }, idleMilliseconds);
  timer.unref();
  const unsubscribe = session.subscribe(() => timer.refresh());
  return {
    look: () => {
      const newest = newestStep(project);
      const isAnonymised = isAnonymisedSince(project, looked, app.anonymised);
      isStale ||= isAnonymised;
      looked = newest;
      return isAnonymised;
    },
    keep,
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
