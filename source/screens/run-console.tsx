/** The second stage: Ink, loaded behind the first paint, and all that runs while the console is open. */
import { createDispatcher } from '../keys/dispatcher.ts';
import type { Keymap } from '../keys/keymap.ts';
import type { Terminal } from '../first-frame/terminal.ts';
import { writeSettings, type Settings } from '../settings/settings.ts';
import type { Theme } from '../widgets/theme.ts';
import { todayView } from '../services/today.ts';
import { AppProvider, go, say, type App } from './app.tsx';
import { Console } from './console.tsx';
import type { ConsoleOptions } from './open-console.ts';
import { mountConsole } from './mount.tsx';
import { changed, startOf } from './session.ts';
import { createState } from './state.ts';
import { daysAhead } from './today/today-lines.ts';
import { watchFile } from './watch-file.ts';

export interface RunOptions extends ConsoleOptions {
  readonly terminal: Terminal;
  readonly keymap: Keymap;
  readonly theme: Theme;
  readonly unicode: boolean;
}

export async function runConsole(options: RunOptions): Promise<void> {
  const { terminal, project, language, keymap, theme, unicode, environment } = options;
  if (project === null) return;
  const session = createState(startOf(language));
  let newSettings: Partial<Settings> = {};
  const app: App = {
    project,
    session,
    toast: createState<ReturnType<App['toast']['get']>>(null),
    overlays: createState<ReturnType<App['overlays']['get']>>([]),
    quit: () => mounted.close(),
    suspend: () => terminal.suspend(),
    redraw: () => mounted.repaint(),
    // OSC 52: the terminal itself puts the text on the clipboard, over ssh too.
    copy: (text) =>
      void terminal.stdout.write(`\x1b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\x07`),
    settings: (settings) => {
      newSettings = { ...newSettings, ...settings };
    },
  };
  const dispatcher = createDispatcher({ keymap, onRefused: (_action, why) => say(app, 'note', why) });
  const firstRegister = todayView(project, daysAhead, 1).items[0]?.register ?? null;
  const mounted = mountConsole(
    <AppProvider app={app}>
      <Console firstRegister={firstRegister} />
    </AppProvider>,
    terminal,
    { dispatcher, theme, unicode },
  );
  const stopWatching = watchFile(project, () => go(app, changed));
  try {
    await mounted.closed;
  } finally {
    stopWatching();
    if (Object.keys(newSettings).length > 0) await writeSettings(environment, newSettings);
  }
}
