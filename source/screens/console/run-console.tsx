/** The second stage: Ink, loaded behind the first paint, and all that runs while the console is open. */
import { copyPlace, hasMade, type Copy, type CopyPlace } from '../../services/safety/copies.ts';
import { newestStep, type Project } from '../../services/project/project.ts';
import type { Dispatcher } from '../../keys/dispatcher.ts';
import type { Keymap, KeymapProblem } from '../../keys/keymap.ts';
import { showKeys } from '../../keys/show-keys.ts';
import type { Terminal } from '../../first-frame/terminal.ts';
import { isUserError } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import { closeProject } from '../../services/project/project-file.ts';
import { copyAtClose } from '../../services/safety/backup.ts';
import { foldersOf } from '../../settings/folders.ts';
import { rememberFile, writeSettings, type Settings } from '../../settings/settings.ts';
import { terminalKind, type TerminalKind, type ThemeChoice } from '../../widgets/lines/terminal-kind.ts';
import { createSpeaker, type Speaker } from '../../widgets/speech/speech.ts';
import { themeNamed, type Theme } from '../../widgets/lines/theme.ts';
import { go, say, warn, type App } from '../app.tsx';
import { forgetEarlier, leaveEarlier, lookBack } from '../earlier-day/look-back.ts';
import { mountConsole, type MountedConsole } from './mount.tsx';
import type { ConsoleOptions } from './open-console.ts';
import { followLanguage } from './follow-language.ts';
import { holdFile } from './presence.tsx';
import { Program } from './program.tsx';
import { keepingViews, type ViewKeeper } from '../session/keep-views.ts';
import { fromRemembered } from '../session/remember.ts';
import { changed, startOf } from '../session/session.ts';
import type { RestoreRequest } from '../copies/restored.ts';
import { createState, type State } from '../state.ts';
import { refusingDispatcher } from './refusing-dispatcher.ts';
import { untilClosed } from './until-closed.ts';
import { tellWhileOpen } from './tell-while-open.ts';
import { watchFile } from './watch-file.ts';
import type { Opened } from '../welcome/open-file.ts';

export interface RunOptions extends ConsoleOptions {
  readonly terminal: Terminal;
  /** Nothing is drawn: what changes is said, a line each. */
  readonly linear: boolean;
  readonly keymap: Keymap;
  /** What of the settings' keys could not be put in force. */
  readonly keyProblems: readonly KeymapProblem[];
  readonly kind: TerminalKind;
}

/** The sample as `luotsi sample` lays it out: the tour is offered there too. */
const isSample = /sample-\d{4}-\d\d-\d\d\.luotsi$/;

/** After this the first screen has been drawn whole. */
const drawnMilliseconds = 200;
/** After this the last file opened is this one for who opens another window; what writes settings takes long to load. */
const rememberedMilliseconds = 2000;

/** One run of the console: the project that is open, once there is one, and what is to be kept when it ends. */
class Run {
  app: App | null = null;
  opened: Opened | null = null;
  dispatcher: Dispatcher;
  request: RestoreRequest | null = null;
  private readonly options: RunOptions;
  private mounted: MountedConsole | null = null;
  private newSettings: Partial<Settings> = {};
  private readonly theme: State<Theme>;
  private followsGround = true;
  private ended = false;
  private remembered: Promise<void> | null = null;
  private stopWatching: () => void = () => {};
  private views: ViewKeeper | null = null;
  private readonly told = new Set<string>();
  private linear: boolean;

  constructor(options: RunOptions) {
    this.options = options;
    this.linear = options.linear;
    this.theme = createState(themeNamed(options.kind.theme));
    this.dispatcher = refusingDispatcher(options.keymap, () => this.app?.earlier.get() ?? this.app);
  }

  /** The terminal's answer: the theme follows it at once, and the next start's first paint does. */
  private readonly hearGround = (ground: 'dark' | 'light'): void => {
    if (!this.followsGround) return;
    this.theme.set(() => themeNamed(ground));
    if (ground !== this.options.settings.ground) this.newSettings = { ...this.newSettings, ground };
  };

  /** A theme chosen in place; `auto` is what the terminal is known to be. */
  private readonly choose = (choice: ThemeChoice): void => {
    const { environment, settings } = this.options;
    const ground = this.newSettings.ground ?? settings.ground ?? undefined;
    this.followsGround = choice === 'auto';
    this.theme.set(() => themeNamed(terminalKind(environment, choice, ground).theme));
    this.newSettings = { ...this.newSettings, theme: choice === 'auto' ? null : choice };
  };

  /** The file is free to be replaced once the console has let go of it. */
  private readonly restore = (copy: Copy): void => {
    const { project, path } = this.opened ?? {};
    if (project?.copies === undefined || path === undefined) return;
    this.request = { path, copy, place: project.copies };
    this.quit();
  };

  /** Where the copies of a file go that is opened from the greeting. */
  readonly placeOf = (path: string): CopyPlace => {
    const { environment, settings, tell } = this.options;
    const { data } = foldersOf(environment, process.platform);
    return copyPlace(data, settings.backupFolder, path, tell, settings.backupKey !== null);
  };

  readonly quit = (): void => this.mounted?.close();

  /** Said or drawn from now on: what is open stays open, and is mounted anew once the key that asked for it is done with. */
  private readonly speakOrDraw = (linear: boolean): void => {
    this.newSettings = { ...this.newSettings, linear };
    if (linear === this.linear) return;
    this.linear = linear;
    setImmediate(() => {
      this.mounted?.detach();
      this.options.terminal.speakOrDraw(linear);
    });
  };

  open(opened: Opened): App {
    const { language, settings, terminal } = this.options;
    this.opened = opened;
    const session = createState(fromRemembered(startOf(language), settings.views[opened.path]));
    const app: App = {
      project: {
        ...opened.project,
        warned: (warnings) => warn(app, warnings),
        mendSearch: () => void import('../palette/reindex.ts').then(({ mendSearch }) => mendSearch(app)),
      },
      earlier: createState<App | null>(null),
      present: null,
      session,
      toast: createState<ReturnType<App['toast']['get']>>(null),
      hint: createState(''),
      overlays: createState<ReturnType<App['overlays']['get']>>([]),
      seen: { step: newestStep(opened.project) },
      followed: new Map(),
      anonymised: new Set(),
      restore: this.restore,
      quit: this.quit,
      suspend: () => terminal.suspend(),
      redraw: () => this.mounted?.repaint(),
      lend: (work) => terminal.lend(work),
      unicode: this.options.kind.unicode,
      environment: this.options.environment,
      keymap: () => this.dispatcher.keymap(),
      chooseTheme: this.choose,
      speakOrDraw: this.speakOrDraw,
      // OSC 52: the terminal itself puts the text on the clipboard, over ssh too.
      copy: (text) =>
        void terminal.stdout.write(`\x1b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\x07`),
      settings: (settings_) => {
        this.newSettings = { ...this.newSettings, ...settings_ };
      },
    };
    followLanguage(session, this.dispatcher, settings);
    this.follow(app, opened);
    this.app = app;
    if (isSample.test(opened.path) && !settings.toured)
      say(app, 'note', messages(language).console.tour.offer);
    this.tellKeyProblem(app);
    const { notice } = this.options;
    if (notice !== undefined) say(app, notice.kind, notice.text, notice.hint);
    if (this.options.asOf !== null) lookBack(app, this.options.asOf);
    return app;
  }

  /** What goes on beside the screens while the file is open. */
  private follow(app: App, { project, path }: Opened): void {
    const { settings, terminal } = this.options;
    const views = keepingViews(app, path, this.write);
    this.views = views;
    const stopWatching = watchFile(project, () => {
      if (views.look()) forgetEarlier(app);
      go(app, changed);
    });
    const stopTelling = tellWhileOpen(app, terminal, settings);
    let letGo = (): void => {};
    const { step } = app.seen;
    const drawn = setTimeout(() => {
      letGo = holdFile(app, { path, told: settings.told, step });
    }, drawnMilliseconds);
    const settled = setTimeout(() => void this.remember(path), rememberedMilliseconds);
    this.stopWatching = () => {
      clearTimeout(drawn);
      clearTimeout(settled);
      stopWatching();
      views.look();
      views.stop();
      stopTelling();
      letGo();
    };
  }

  private makeSpeaker(): Speaker {
    const { terminal, language } = this.options;
    return createSpeaker({
      write: (text) => void terminal.stdout.write(text),
      columns: () => terminal.size().columns,
      position: (nth, count) =>
        messages(this.app?.session.get().language ?? language).console.linear.position(nth, count),
    });
  }

  private mount(): MountedConsole {
    const { terminal, kind, project, path, language, environment, settings } = this.options;
    const program = { project, path, language, environment, toured: settings.toured };
    this.mounted = mountConsole(<Program run={this} {...program} />, terminal, {
      dispatcher: this.dispatcher,
      theme: this.theme,
      unicode: kind.unicode,
      speaker: this.linear ? this.makeSpeaker() : null,
      ...(kind.asksGround && !this.linear && { onGround: this.hearGround }),
    });
    return this.mounted;
  }

  private async untilClosed(): Promise<void> {
    while ((await this.mount().closed) === 'detached');
  }

  async untilLeft(): Promise<void> {
    const { terminal } = this.options;
    const closed = this.untilClosed();
    const stopHearing = terminal.onEnd(() => {
      this.ended = true;
      this.letGo();
    });
    try {
      await untilClosed(closed, this.quit);
    } finally {
      stopHearing();
      // What is replaced is kept whole; a signal leaves no time.
      if (!this.ended && this.request === null && this.opened !== null)
        await this.copyOnLeaving(this.opened.project);
      this.letGo();
      await this.keep();
    }
  }

  /** The terminal has been given back by now. */
  private async copyOnLeaving(project: Project): Promise<void> {
    copyAtClose(project);
    const { backupKey } = this.options.settings;
    if (backupKey === null || project.copies === undefined || !hasMade(project.copies)) return;
    const { sealOutward } = await import('../../services/safety/sealed-copies.ts');
    await sealOutward(project.copies, backupKey);
  }

  /** A signal leaves no time to wait: drafts are written by what is unmounted, then the file is let go of. */
  private letGo(): void {
    this.mounted?.close();
    if (this.app !== null) leaveEarlier(this.app);
    this.stopWatching();
    if (this.opened !== null) closeProject(this.opened.project);
  }

  /** Said once, the first of them: `luotsi config keys` tells all. */
  private tellKeyProblem(app: App): void {
    const [problem] = this.options.keyProblems;
    if (problem === undefined) return;
    const { language } = this.options;
    const words = messages(language).console;
    const shown = 'keys' in problem ? { ...problem, keys: showKeys(problem.keys, language) } : problem;
    say(app, 'error', words.keyProblem(shown), words.keyProblemHint);
  }

  /** Settings are written when all is done: their writer takes longer to load than the first frame. */
  private async keep(): Promise<void> {
    if (this.opened === null) return;
    await this.views?.keep();
    if (Object.keys(this.newSettings).length > 0)
      await this.write(async () => writeSettings(this.options.environment, this.newSettings));
    await this.remember(this.opened.path);
  }

  private remember(path: string): Promise<void> {
    return (this.remembered ??= this.write(async () => rememberFile(this.options.environment, path)));
  }

  /** Settings that can't be kept are told of once, when the screen is given back. */
  private readonly write = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!isUserError(error)) throw error;
      if (!this.told.has(error.code)) this.options.tell(error);
      this.told.add(error.code);
    }
  };
}

export async function runConsole(options: RunOptions): Promise<RestoreRequest | null> {
  const run = new Run(options);
  await run.untilLeft();
  return run.request;
}
