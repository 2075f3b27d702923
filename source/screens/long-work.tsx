/** Work that takes long, done piece by piece under a bar that tells how far it has come and can be stopped. */
import { setTimeout as rest } from 'node:timers/promises';
import { messages } from '../language/index.ts';
import { isUserError } from '../errors.ts';
import { formatNumber } from '../services/reading/days.ts';
import { stepByStep } from '../services/writing/waiting.ts';
import { ProgressOverlay } from '../widgets/overlays/progress.tsx';
import { changed } from './session/session.ts';
import { createState, usePart, type State } from './state.ts';
import { go, openOverlay, say, type App } from './app.tsx';
import { sentenceOf } from './sentence.ts';
import type { Progress, Work } from '../domain/long-work.ts';

interface Shown {
  readonly progress: Progress;
  readonly stopping: boolean;
}

interface BarProps {
  readonly app: App;
  readonly title: string;
  readonly shown: State<Shown>;
}

function Bar({ app, title, shown }: BarProps) {
  const { progress, stopping } = usePart(shown, (value) => value);
  const { language } = app.session.get();
  const words = messages(language).longWork;
  const { stage, done, total } = progress;
  return (
    <ProgressOverlay
      title={title}
      stage={words.stages[stage]}
      count={
        done === 0 && total === null
          ? ''
          : words.count(formatNumber(done, language), total === null ? null : formatNumber(total, language))
      }
      part={total === null || total === 0 ? null : done / total}
      hint={stopping ? words.stopping : words.stop}
      onStop={() => shown.set((old) => ({ ...old, stopping: true }))}
    />
  );
}

/** What is quick is done before there is anything to look at. */
const quick = 120;

/** Long enough for what is told to be drawn, and for an Esc pressed meanwhile to be heard. */
const frameMilliseconds = 60;

/**
 * Does the work; what it made, or null where it failed or was stopped, which is said. Whatever it writes is a step of
 * its own, so that screens read the file anew.
 */
export async function workThrough<Result>(
  app: App,
  title: string,
  work: Work<Result>,
): Promise<Result | null> {
  const began = performance.now();
  let close: () => void = () => {};
  try {
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      if (performance.now() - began < quick && step.value.undivided !== true) continue;
      const shown = createState<Shown>({ progress: step.value, stopping: false });
      openOverlay(app, (shut) => {
        close = shut;
        return <Bar app={app} title={title} shown={shown} />;
      });
      // Nothing is drawn or heard while it lasts: so before and after it there is time for both.
      let pause = 1;
      if (step.value.undivided === true) await rest((pause = frameMilliseconds));
      return await stepByStep(app.project.store, work, {
        tell: (progress) => shown.set((old) => ({ ...old, progress })),
        isStopped: () => shown.get().stopping,
        pause: async () => {
          const now = pause;
          pause = shown.get().progress.undivided === true ? frameMilliseconds : 1;
          await rest(Math.max(now, pause));
        },
      });
    }
  } catch (error) {
    const { language } = app.session.get();
    if (isUserError(error) && error.code === 'stopped') say(app, 'note', messages(language).longWork.stopped);
    else say(app, 'error', sentenceOf(error, language).text);
    return null;
  } finally {
    close();
    go(app, changed);
  }
}
