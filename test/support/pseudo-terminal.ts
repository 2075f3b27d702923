import { spawn, type IPty } from '@lydell/node-pty';
import { UnicodeGraphemesAddon } from '@xterm/addon-unicode-graphemes';
import headless from '@xterm/headless';
import { keyBytes, pasteBytes } from './keyboard.ts';
import { childEnvironment, makePrivateHome, type Environment, type PrivateHome } from './private-home.ts';
import { launcher } from './run.ts';
import { frame, readCell, type Cell } from './screen.ts';

export type TerminalOptions = {
  columns?: number;
  rows?: number;
  /** The words after `luotsi` (or after `program`). */
  arguments?: readonly string[];
  environment?: Environment;
  cwd?: string;
  /** Given to several terminals or runs, they share settings and data. */
  home?: PrivateHome;
  /** The moment the program takes for now, put into LUOTSI_CLOCK. */
  clock?: string;
  /** Another program than Luotsi, with the words that come before `arguments`. */
  program?: readonly [string, ...string[]];
};

/** How the program ended; `signal` is 0 unless one ended it. */
export type Exit = { code: number; signal: number };

/** A machine that is busy with much else still gets there; waiting longer finds no fewer faults. */
const PATIENCE = 20_000;
const GLANCE = 10;

/** A pseudoterminal with an emulator that reads it: what a user presses and sees. */
export class Terminal {
  readonly home: PrivateHome;
  /** Everything the program wrote, escape codes and all. */
  output = '';
  /** Told of everything the program writes as it comes. */
  onOutput: (data: string) => void = () => {};
  /** Told when what was written stands on the screen. */
  onDrawn: (data: string) => void = () => {};
  #pty: IPty;
  #emulator: headless.Terminal;
  #exit: Promise<Exit>;
  #ended = false;
  #scrolled = 0;
  #scrolledOn = 'normal';
  #lastOutput = 0;

  constructor(options: TerminalOptions) {
    const { columns: cols = 120, rows = 36, program = [process.execPath, launcher] } = options;
    this.home = options.home ?? makePrivateHome();
    this.#emulator = new headless.Terminal({ cols, rows, allowProposedApi: true, scrollback: 1000 });
    // Without it the emulator counts the parts of 👩‍👧 one by one, as no terminal of today does.
    this.#emulator.loadAddon(new UnicodeGraphemesAddon());
    const [file, ...words] = program;
    this.#pty = spawn(file, [...words, ...(options.arguments ?? [])], {
      cols,
      rows,
      name: options.environment?.['TERM'] ?? 'xterm-256color',
      cwd: options.cwd ?? this.home.folder,
      env: terminalEnvironment(this.home, options),
    });
    // The emulator answers the program's questions (where is the cursor, what are you) as a terminal does.
    this.#emulator.onData((answer) => this.#send(answer));
    this.#pty.onData((data) => this.#receive(data));
    this.#emulator.onScroll(() => {
      const { type } = this.#emulator.buffer.active;
      // Going to the other screen is told as scrolling too.
      if (type === 'alternate' && this.#scrolledOn === type) this.#scrolled += 1;
      this.#scrolledOn = type;
    });
    this.#exit = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal = 0 }) => {
        this.#ended = true;
        resolve({ code: exitCode, signal });
      });
    });
  }

  /** Presses keys one after another: `press('j', 'Enter', 'Ctrl+S')`. */
  press(...keys: string[]): void {
    for (const key of keys) this.#send(keyBytes(key));
  }

  /** Types text in one burst, as quick fingers or a slow program make it. */
  type(text: string): void {
    this.#send(text);
  }

  paste(text: string): void {
    this.#send(pasteBytes(text, this.#emulator.modes.bracketedPasteMode));
  }

  /** Sends bytes that no key has a name for. */
  send(bytes: string): void {
    this.#send(bytes);
  }

  /** The screen as lines, without the spaces at their ends. */
  screen(): string[] {
    const { active } = this.#emulator.buffer;
    return Array.from({ length: this.#emulator.rows }, (_, row) => {
      return (
        active
          .getLine(active.viewportY + row)
          ?.translateToString(false, 0, this.#emulator.cols)
          .trimEnd() ?? ''
      );
    });
  }

  /** A cell's character and looks; rows and columns count from 0. */
  cell(row: number, column: number): Cell {
    const { active } = this.#emulator.buffer;
    return readCell(active.getLine(active.viewportY + row)?.getCell(column));
  }

  cursor(): { row: number; column: number } {
    const { cursorY: row, cursorX: column } = this.#emulator.buffer.active;
    return { row, column };
  }

  onAlternateScreen(): boolean {
    return this.#emulator.buffer.active.type === 'alternate';
  }

  /** How many lines were pushed out of the top of the alternate screen so far. */
  get scrolled(): number {
    return this.#scrolled;
  }

  /** The rows that ran on into the next one, since they were wider than the screen; rows count from 0. */
  overlong(): number[] {
    const { active } = this.#emulator.buffer;
    return Array.from({ length: this.#emulator.rows }, (_, row) => row).filter(
      (row) => active.getLine(active.viewportY + row + 1)?.isWrapped === true,
    );
  }

  /** In the middle of a frame: what is on the screen is not meant to be seen yet. */
  get drawing(): boolean {
    return this.#emulator.modes.synchronizedOutputMode;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Waits until nothing has been written for a while, and gives the screen. */
  async settled(quiet = 120): Promise<string[]> {
    const began = performance.now();
    const rest = (): number => Math.max(began, this.#lastOutput) + quiet - performance.now();
    while (!this.#ended && rest() > 0)
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, rest())));
    await new Promise<void>((resolve) => this.#emulator.write('', resolve));
    return this.screen();
  }

  /** Waits until the screen shows what is wanted; a screen that never does is printed with the failure. */
  async expect(wanted: string | RegExp, { timeout = PATIENCE } = {}): Promise<void> {
    await this.#waitUntil(() => this.#shows(wanted), `The screen never showed ${show(wanted)}`, timeout);
  }

  /** Waits until the screen no longer shows it. */
  async expectNot(unwanted: string | RegExp, { timeout = PATIENCE } = {}): Promise<void> {
    await this.#waitUntil(() => !this.#shows(unwanted), `The screen still shows ${show(unwanted)}`, timeout);
  }

  /** Presses keys that change the screen, waits until it has changed, and gives it once it rests. */
  async answer(...keys: string[]): Promise<string[]> {
    const before = this.screen().join('\n');
    this.press(...keys);
    const complaint = `The screen never answered ${keys.join(' ')}`;
    await this.#waitUntil(() => this.screen().join('\n') !== before, complaint, PATIENCE);
    return this.settled(60);
  }

  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Resolves when the program has ended and all it wrote is on the screen. */
  async exit(): Promise<Exit> {
    const exit = await this.#exit;
    await new Promise<void>((resolve) => this.#emulator.write('', resolve));
    return exit;
  }

  async exitCode(): Promise<number> {
    return (await this.exit()).code;
  }

  get pid(): number {
    return this.#pty.pid;
  }

  kill(signal: NodeJS.Signals = 'SIGTERM'): void {
    this.#pty.kill(signal);
  }

  async close(): Promise<void> {
    if (!this.#ended) this.kill('SIGKILL');
    await this.exit();
    this.#emulator.dispose();
  }

  #send(bytes: string): void {
    if (!this.#ended) this.#pty.write(bytes);
  }

  #receive(data: string): void {
    this.output += data;
    this.onOutput(data);
    this.#lastOutput = performance.now();
    this.#emulator.write(data, () => this.onDrawn(data));
  }

  #shows(wanted: string | RegExp): boolean {
    const text = this.screen().join('\n');
    return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
  }

  async #waitUntil(holds: () => boolean, complaint: string, timeout: number): Promise<void> {
    const end = performance.now() + timeout;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`${complaint} in ${timeout} ms:\n${this.#framed()}`);
      await new Promise((resolve) => setTimeout(resolve, GLANCE));
    }
  }

  #framed(): string {
    return frame(this.screen(), this.#emulator.cols);
  }
}

function terminalEnvironment(
  home: PrivateHome,
  { environment, clock }: TerminalOptions,
): Record<string, string> {
  const own: Environment = {
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    LUOTSI_CLOCK: clock,
    ...environment,
  };
  return childEnvironment(home, own);
}

function show(text: string | RegExp): string {
  return typeof text === 'string' ? JSON.stringify(text) : String(text);
}
