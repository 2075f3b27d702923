/** The console's hold on its file, and what a person is told when it is opened. */
import { messages } from '../../language/index.ts';
import { arrive, tellAgain, tellEvery, type Window } from '../../services/project/presence.ts';
import { endedLines, placeWords, presenceWords } from '../../services/reading/opening-words.ts';
import { Notice } from '../../widgets/overlays/notice.tsx';
import { openOverlay, say, type App } from '../app.tsx';

/** How often is looked whether the row of the toasts is free. */
const betweenLines = 300;

export interface Held {
  readonly path: string;
  /** Files of which it has been said where they lie. */
  readonly told: readonly string[];
  /** The newest step when it was opened. */
  readonly step: number;
}

/** Says in the file that it is open, tells what there is to tell, and lets go when the result is called. */
export function holdFile(app: App, { path, told, step }: Held): () => void {
  const { project } = app;
  const { language } = app.session.get();
  const window = arrive(project, step);
  const stopTelling = keepTelling(window);
  const { presence } = window;
  const words = presenceWords(project, { ...presence, ended: null }, language);
  const place = told.includes(path) ? [] : placeWords(path, app.environment, language);
  if (place.length > 0) app.settings({ told: [...told, path] });
  const isGrave = place.length > 0 || presence.others.some(({ isHere }) => !isHere);
  if (isGrave) notice(app, [...words, ...place]);
  const lines = endedLines(project, presence, language);
  const stopSaying = sayInTurn(app, isGrave ? lines : [...lines, ...words]);
  return () => {
    stopTelling();
    stopSaying();
    window.leave();
  };
}

/** Now and then that the window is still there; soon again where the file was busy. */
function keepTelling({ isTold, stay }: Window): () => void {
  let timer: NodeJS.Timeout;
  const later = (isKnown: boolean): void => {
    timer = setTimeout(() => later(stay()), isKnown ? tellEvery : tellAgain);
    timer.unref();
  };
  later(isTold);
  return () => clearTimeout(timer);
}

/** A line at a time, the next when the row is free: none is cut short by another. */
function sayInTurn(app: App, lines: readonly string[]): () => void {
  const left = [...lines];
  const next = (): void => {
    if (left.length === 0) clearInterval(timer);
    if (left.length === 0 || app.toast.get() !== null) return;
    say(app, 'note', left.shift() ?? '');
  };
  const timer = setInterval(next, betweenLines);
  timer.unref();
  next();
  return () => clearInterval(timer);
}

function notice(app: App, text: readonly string[]): void {
  const { title, goOn } = messages(app.session.get().language).safety;
  openOverlay(app, (close) => <Notice title={title} text={text} goOn={goOn} onClose={close} />);
}
