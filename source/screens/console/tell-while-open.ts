/** What the console tells past its own rows: where one is as the terminal's title, and what becomes due, with a bell for who wants it. */
import type { Terminal } from '../../first-frame/terminal.ts';
import { messages } from '../../language/index.ts';
import type { TodayItem } from '../../services/reading/today.ts';
import type { Settings } from '../../settings/settings.ts';
import { go, say, type App } from '../app.tsx';
import { crumbsOf } from '../frame/crumbs.ts';
import { changed } from '../session/session.ts';
import { watchDue } from './watch-due.ts';

const bell = '\x07';

function tellDue(app: App, items: readonly TodayItem[]): void {
  const { language } = app.session.get();
  const [first] = items;
  if (first === undefined) return;
  const more = items.length > 1 ? ` +${items.length - 1}` : '';
  say(
    app.earlier.get() ?? app,
    'note',
    messages(language).console.due(`${first.code ?? ''} ${first.heading}`.trim() + more),
  );
}

/** Until what it gives back is called. */
export function tellWhileOpen(
  app: App,
  terminal: Pick<Terminal, 'title' | 'stdout'>,
  settings: Pick<Settings, 'title' | 'bell'>,
): () => void {
  const stopDue = watchDue(app.project, {
    due: (items) => {
      tellDue(app, items);
      if (settings.bell) terminal.stdout.write(bell);
    },
    newDay: () => go(app, changed),
  });
  if (!settings.title) return stopDue;
  const tell = (): void =>
    terminal.title(`Luotsi · ${crumbsOf(app.project, app.session.get()).slice(-2).join(' › ')}`);
  tell();
  const stopTitle = app.session.subscribe(tell);
  return () => {
    stopDue();
    stopTitle();
  };
}
