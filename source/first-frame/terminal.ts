/**
 * The only keeper of the terminal's modes: alternate screen, raw mode, bracketed paste, hidden cursor. It takes them
 * at once, so that no key typed while the console loads is echoed or lost, and gives them back however the program
 * ends: closing, a signal, an uncaught error, Ctrl+Z, or an editor that borrows the screen. No Ink here: the first
 * paint is plain text, and Ink is later drawn over it (see screens/console/mount.tsx).
 */
import process from 'node:process';
import type { ReadStream, WriteStream } from 'node:tty';
import { toAnsi, type StyledLine } from '../widgets/lines/styled.ts';
import type { Theme } from '../widgets/lines/theme.ts';
import { createListeners } from './listeners.ts';
import { watchForEnd, type EndReason, type EndWatch } from './ending.ts';
import { holdWarnings } from './warnings.ts';

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export interface Terminal {
  readonly stdout: WriteStream;
  /** False once the screen has been given back for good: nobody may write to it any more. */
  readonly isOpen: boolean;
  size(): TerminalSize;
  /** The plain first paint: from the top left corner, each row cleared, no scrolling. */
  paint(lines: readonly StyledLine[], theme: Theme): void;
  /** Raw bytes as they come. What comes while nobody listens is kept, and the next listener first gets it, in order. */
  onInput(listener: (bytes: Uint8Array) => void): () => void;
  onResize(listener: () => void): () => void;
  /** The screen is ours again after `suspend` or `lend`, and blank: paint all of it. */
  onResume(listener: () => void): () => void;
  /** A signal or a lost terminal ends the program. The screen has been given back already; save and let go. */
  onEnd(listener: (reason: EndReason) => void): () => void;
  /** Ctrl+Z: gives the screen back and stops the process until it is continued. Nothing where there is no job control. */
  suspend(): void;
  /** Lends the screen and keyboard to work that must run synchronously, such as an editor with inherited streams. */
  lend<Result>(work: () => Result): Result;
  /** Lines below each other from now on, or a screen of its own again. */
  speakOrDraw(linear: boolean): void;
  /** Names the window until it is given back; the name that was there comes back with it. Text that is safe to show. */
  title(text: string): void;
  close(): void;
}

const escape = '\x1b[';
const takeScreen = `${escape}?1049h${escape}?25l${escape}?2004h${escape}H`;
/** Also ends a synchronised update that was cut in the middle, and any style left open. */
const giveScreenBack = `${escape}?2026l${escape}0m${escape}?2004l${escape}?25h${escape}?1049l`;
const screenModes = { take: takeScreen, giveBack: giveScreenBack };
/** What is said line by line stays where a terminal's lines stay, and its own cursor shows where one types. */
const linearModes = { take: `${escape}?2004h`, giveBack: `${escape}0m${escape}?2004l` };
/** The terminal keeps its own title while ours stands; one that keeps none gets an empty one, and its shell sets its own. */
const keepTitle = `${escape}22;2t`;
const giveTitleBack = `\x1b]2;\x07${escape}23;2t`;
const longestTitle = 90;
const syncStart = `${escape}?2026h`;
const syncEnd = `${escape}?2026l`;

/** Writing to a terminal that has gone away must not turn into a second error. */
function tryQuietly(work: () => void): void {
  try {
    work();
  } catch {
    // The terminal is gone; there is nobody to tell.
  }
}

/**
 * Rows as one write, from the top left corner. Each row is cleared before it is drawn (clearing after would eat the
 * last cell of a full row), and before the last one everything below goes too. The cursor stays where it ends.
 */
export function wholeFrame(rows: readonly string[]): string {
  const last = rows.length - 1;
  return `${escape}H${rows.map((row, index) => escape + (index === last ? 'J' : '2K') + row).join('\r\n')}`;
}

function titleSequence(text: string): string {
  return `\x1b]2;${text.slice(0, longestTitle)}\x07`;
}

class OpenTerminal implements Terminal {
  readonly stdout: WriteStream;
  isOpen = true;
  private readonly stdin: ReadStream;
  private readonly input = createListeners<Uint8Array>();
  private readonly resized = createListeners<undefined>();
  private readonly resumed = createListeners<undefined>();
  private readonly ended = createListeners<EndReason>();
  /** What was typed while nobody listened. */
  private early: Uint8Array[] | null = [];
  private listening = 0;
  private modes: typeof screenModes;
  private ours = false;
  private titled = '';
  /** By this signal of a new size. */
  private isTold = false;
  private readonly watch: EndWatch;
  private readonly tellWarnings = holdWarnings();

  constructor(stdin: ReadStream, stdout: WriteStream, linear: boolean) {
    this.modes = linear ? linearModes : screenModes;
    this.stdin = stdin;
    this.stdout = stdout;
    this.take();
    stdin.on('data', this.receive);
    stdout.on('resize', this.tellResize);
    process.on('SIGWINCH', this.hearSignal);
    this.watch = watchForEnd([stdin, stdout], {
      restore: () => this.close(),
      tell: (reason) => this.ended.tell(reason),
      suspend: () => this.suspend(),
      continued: () => this.takeAgain(),
    });
  }

  size(): TerminalSize {
    // Both are 0 on some pseudo-terminals until the first resize.
    return { columns: this.stdout.columns || 80, rows: this.stdout.rows || 24 };
  }

  paint(lines: readonly StyledLine[], theme: Theme): void {
    if (!this.ours) return;
    const rows = lines.slice(0, this.size().rows).map((one) => toAnsi(one, theme));
    this.stdout.write(syncStart + wholeFrame(rows) + syncEnd);
  }

  onInput(listener: (bytes: Uint8Array) => void): () => void {
    const stop = this.input.add(listener);
    const { early } = this;
    this.early = null;
    this.listening += 1;
    for (const bytes of early ?? []) listener(bytes);
    return () => {
      stop();
      this.listening -= 1;
      if (this.listening === 0) this.early = [];
    };
  }

  onResize(listener: () => void): () => void {
    return this.resized.add(listener);
  }

  onResume(listener: () => void): () => void {
    return this.resumed.add(listener);
  }

  onEnd(listener: (reason: EndReason) => void): () => void {
    return this.ended.add(listener);
  }

  suspend(): void {
    if (!this.isOpen || !this.ours || process.platform === 'win32') return;
    this.giveBack();
    this.watch.letStop();
    // The whole group, as the terminal's own Ctrl+Z would: a launcher above us must stop too, or the shell waits on.
    process.kill(0, 'SIGTSTP');
    // We run again: continued, or never stopped (the system ignores the signal where no shell could continue us).
    // SIGCONT comes as an event of its own in the first case; this is for the second.
    setTimeout(() => setImmediate(() => this.ours || this.takeAgain()), 20);
  }

  title(text: string): void {
    // The Linux console has no title, and shows what it doesn't know.
    if (!this.ours || process.env['TERM'] === 'linux' || text === this.titled) return;
    const first = this.titled === '';
    this.titled = text;
    tryQuietly(() => this.stdout.write((first ? keepTitle : '') + titleSequence(text)));
  }

  speakOrDraw(linear: boolean): void {
    const { modes } = this;
    this.modes = linear ? linearModes : screenModes;
    if (this.ours && modes !== this.modes)
      tryQuietly(() => this.stdout.write(modes.giveBack + this.modes.take));
  }

  lend<Result>(work: () => Result): Result {
    const wasOurs = this.ours;
    if (wasOurs) this.giveBack();
    try {
      return work();
    } finally {
      if (wasOurs) this.takeAgain();
    }
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.watch.stop();
    this.stdin.off('data', this.receive);
    this.stdout.off('resize', this.tellResize);
    process.off('SIGWINCH', this.hearSignal);
    if (this.ours) this.giveBack();
    this.tellWarnings();
  }

  private readonly receive = (bytes: Uint8Array): void => {
    if (this.early === null) this.input.tell(bytes);
    else this.early.push(bytes);
  };

  private readonly tellResize = (): void => {
    this.isTold = true;
    if (this.ours) this.resized.tell(undefined);
  };

  /** Made small and large again while one key was worked on, the size is what Node knew, and the screen is not. */
  private readonly hearSignal = (): void => {
    if (!this.isTold) this.tellResize();
    this.isTold = false;
  };

  /** Raw mode before anything is written: from here on no typed key is echoed. */
  private take(): void {
    this.ours = true;
    tryQuietly(() => this.stdin.setRawMode(true));
    tryQuietly(() =>
      this.stdout.write(this.modes.take + (this.titled === '' ? '' : keepTitle + titleSequence(this.titled))),
    );
    this.stdin.resume();
  }

  private giveBack(): void {
    this.ours = false;
    tryQuietly(() => this.stdout.write((this.titled === '' ? '' : giveTitleBack) + this.modes.giveBack));
    tryQuietly(() => this.stdin.setRawMode(false));
    this.stdin.pause();
  }

  private takeAgain(): void {
    if (!this.isOpen) return;
    this.watch.holdBack();
    this.take();
    this.resumed.tell(undefined);
  }
}

/** Both streams must be terminals; the caller has checked. `linear`: lines below each other, no screen of its own. */
export function openTerminal(
  stdin: ReadStream = process.stdin,
  stdout: WriteStream = process.stdout,
  linear = false,
): Terminal {
  return new OpenTerminal(stdin, stdout, linear);
}
