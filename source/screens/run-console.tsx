/** The second stage: Ink, loaded behind the first paint, and all that runs while the console is open. */
import { useState } from 'react';
import { createDispatcher, type Dispatcher } from '../keys/dispatcher.ts';
import type { Keymap } from '../keys/keymap.ts';
import type { Terminal } from '../first-frame/terminal.ts';
import { closeProject } from '../services/project-file.ts';
import { todayView } from '../services/today.ts';
import { rememberFile, writeSettings, type Settings } from '../settings/settings.ts';
import type { Theme } from '../widgets/theme.ts';
import { AppProvider, go, say, type App } from './app.tsx';
import { Console } from './console.tsx';
import { mountConsole, type MountedConsole } from './mount.tsx';
import type { ConsoleOptions } from './open-console.ts';
import { fromRemembered, toRemembered } from './remember.ts';
import { changed, startOf } from './session.ts';
import { createState } from './state.ts';
import { daysAhead } from './today/today-lines.ts';
import { watchFile } from './watch-file.ts';
import type { Opened } from './welcome/open-file.ts';
import { Welcome } from './welcome/welcome-screen.tsx';

export interface RunOptions extends ConsoleOptions {
  readonly terminal: Terminal;
  readonly keymap: Keymap;
  readonly theme: Theme;
  readonly unicode: boolean;
}

/** One run of the console: the project that is open, once there is one, and what is to be kept when it ends. */
class Run {
  app: App | null = null;
  opened: Opened | null = null;
  dispatcher: Dispatcher;
  private readonly options: RunOptions;
  private mounted: MountedConsole | null = null;
  private newSettings: Partial<Settings> = {};
  private stopWatching: () => void = () => {};

  constructor(options: RunOptions) {
    this.options = options;
    const onRefused = (_action: string, why: string): void => {
      if (this.app !== null) say(this.app, 'note', why);
    };
    this.dispatcher = createDispatcher({ keymap: options.keymap, onRefused });
  }

  readonly quit = (): void => this.mounted?.close();

  open(opened: Opened): App {
    const { language, settings, terminal } = this.options;
    this.opened = opened;
    const session = createState(fromRemembered(startOf(language), settings.views[opened.path]));
    const app: App = {
      project: opened.project,
      session,
      toast: createState<ReturnType<App['toast']['get']>>(null),
      overlays: createState<ReturnType<App['overlays']['get']>>([]),
      followed: new Map(),
      quit: this.quit,
      suspend: () => terminal.suspend(),
      redraw: () => this.mounted?.repaint(),
      // OSC 52: the terminal itself puts the text on the clipboard, over ssh too.
      copy: (text) =>
        void terminal.stdout.write(`\x1b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\x07`),
      settings: (settings_) => {
        this.newSettings = { ...this.newSettings, ...settings_ };
      },
    };
    this.stopWatching = watchFile(opened.project, () => go(app, changed));
    this.app = app;
    return app;
  }

  async untilLeft(): Promise<void> {
    const { terminal, theme, unicode } = this.options;
    this.mounted = mountConsole(<Program run={this} options={this.options} />, terminal, {
      dispatcher: this.dispatcher,
      theme,
      unicode,
    });
    try {
      await this.mounted.closed;
    } finally {
      this.stopWatching();
      await this.keep();
      if (this.opened !== null) closeProject(this.opened.project);
    }
  }

  /** Settings are written when all is done: their writer takes longer to load than the first frame. */
  private async keep(): Promise<void> {
    const { environment, settings, path } = this.options;
    const { app, opened } = this;
    if (app === null || opened === null) return;
    const view = toRemembered(app.session.get());
    const isNew = JSON.stringify(view) !== JSON.stringify(settings.views[opened.path]);
    const views = isNew ? { views: { ...settings.views, [opened.path]: view } } : {};
    const all = { ...this.newSettings, ...views };
    if (Object.keys(all).length > 0) await writeSettings(environment, all);
    if (path === null) await rememberFile(environment, opened.path);
  }
}

/** The console on its project; before there is one, the greeting that leads to it. */
function Program({ run, options }: { readonly run: Run; readonly options: RunOptions }) {
  const { project, path, language, environment } = options;
  const [app, setApp] = useState(() => (project === null ? null : run.open({ project, path: path ?? '' })));
  if (app === null) {
    const onOpened = (opened: Opened, wantsTable: boolean): void => {
      const made = run.open(opened);
      setApp(made);
      if (wantsTable) void import('./import/import-table.tsx').then(({ askTable }) => askTable(made));
    };
    return <Welcome language={language} environment={environment} onOpened={onOpened} quit={run.quit} />;
  }
  const first = todayView(app.project, daysAhead, 1).items[0];
  return (
    <AppProvider app={app}>
      <Console firstRegister={first?.register ?? null} />
    </AppProvider>
  );
}

export async function runConsole(options: RunOptions): Promise<void> {
  await new Run(options).untilLeft();
}
