/**
 * Reads what stood in the file on an earlier day while it is looked at: what is shown is read first and by itself, the
 * rest a piece at a time, so that no key waits long.
 */
import { messages } from '../../language/index.ts';
import { formatNumber } from '../../services/reading/days.ts';
import { readyForLooking } from '../../services/project/project-file.ts';
import { say, type App } from '../app.tsx';
import { sentenceOf } from '../sentence.ts';
import type { Progress, Work } from '../../domain/long-work.ts';

/** Keys are heard and frames drawn between two turns; in a turn one piece is done, or what is quick of several. */
const turnMilliseconds = 15;
const restMilliseconds = 5;

/** What is done by then needs no telling. */
const untilTold = 500;

export function readBehind(
  app: Pick<App, 'project' | 'session' | 'hint' | 'toast'>,
  isLookedAt: () => boolean,
  work: Work<void> = readyForLooking(app.project),
): void {
  const began = performance.now();
  let told = '';
  const tell = (text: string): void => {
    // A line that is being typed has the row for what it means.
    if (['', told].includes(app.hint.get())) app.hint.set(() => text);
    told = text;
  };
  const turn = (): void => {
    if (!isLookedAt()) return;
    try {
      const progress = piecesOf(work);
      if (progress === null) return tell('');
      if (performance.now() - began > untilTold) tell(wordsOf(app, progress));
      setTimeout(turn, restMilliseconds).unref();
    } catch (error) {
      tell('');
      say(app, 'error', sentenceOf(error, app.session.get().language).text);
    }
  };
  setTimeout(turn, restMilliseconds).unref();
}

function piecesOf(work: Work<void>): Progress | null {
  const end = performance.now() + turnMilliseconds;
  for (;;) {
    const step = work.next();
    if (step.done === true) return null;
    if (performance.now() > end) return step.value;
  }
}

function wordsOf({ session }: Pick<App, 'session'>, { stage, done, total }: Progress): string {
  const { language } = session.get();
  const words = messages(language).longWork;
  const count = words.count(
    formatNumber(done, language),
    total === null ? null : formatNumber(total, language),
  );
  return `${words.stages[stage]} ${count}`;
}
