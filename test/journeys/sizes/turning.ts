/** Journeys at four sizes, in windows that are made larger or smaller while things are open. */
import { vi } from 'vitest';
import { frameFaults, isDrawnFor, standingFaults, type Size } from '../../support/frame-faults.ts';
import type { Terminal, TerminalOptions } from '../../support/pseudo-terminal.ts';
import { frame } from '../../support/screen.ts';
import { consoleHome, live, openConsole, type ConsoleHome } from '../console-home.ts';

const size = (columns: number, rows: number): Size => ({ columns, rows });

/** Every size is begun at, and every size is turned to. */
export const turns: readonly (readonly [from: Size, to: Size])[] = [
  [size(60, 20), size(120, 36)],
  [size(80, 24), size(60, 20)],
  [size(120, 36), size(200, 60)],
  [size(200, 60), size(80, 24)],
];

type Wanted = string | RegExp;

/** A console whose every frame is looked at as it is drawn, so that no step can forget to. */
export class Turning {
  readonly terminal: Terminal;
  readonly here: ConsoleHome;
  private now: Size;
  private other: Size;
  /** Nothing of the console's is drawn, or what is drawn was meant for the size before. */
  private isUnready = true;
  private scrolled = 0;
  private readonly given: string[] = [];
  private readonly found: string[] = [];

  constructor(terminal: Terminal, here: ConsoleHome, [from, to]: readonly [Size, Size]) {
    this.terminal = terminal;
    this.here = here;
    this.now = from;
    this.other = to;
    terminal.onDrawn = () => this.look();
  }

  get size(): Size {
    return this.now;
  }

  async begin(first?: readonly Wanted[]): Promise<void> {
    if (first === undefined) await live(this.terminal);
    else await this.shows(...first);
    this.scrolled = this.terminal.scrolled;
    this.isUnready = false;
  }

  press(...keys: readonly string[]): void {
    this.given.push(...keys);
    this.terminal.press(...keys);
  }

  type(text: string): void {
    this.given.push(text);
    this.terminal.type(text);
  }

  paste(text: string): void {
    this.given.push(`paste ${JSON.stringify(text)}`);
    this.terminal.paste(text);
  }

  /** Waits for each of them in turn. */
  async shows(...wanted: readonly Wanted[]): Promise<void> {
    for (const one of wanted) await this.terminal.expect(one);
  }

  async hides(...unwanted: readonly Wanted[]): Promise<void> {
    for (const one of unwanted) await this.terminal.expectNot(one);
  }

  text(): string {
    return this.terminal.screen().join('\n');
  }

  /** Esc, and what it closes is gone: right before another key it would be Alt. */
  async leave(closed: Wanted): Promise<void> {
    await this.shows(closed);
    this.press('Esc');
    await this.hides(closed);
  }

  /** Finds a command by its words, and does it. */
  async command(words: string, found: Wanted): Promise<void> {
    this.press(':');
    this.type(words);
    await this.shows(found);
    this.press('Enter');
  }

  /** To the other of its two sizes. What is open stands there at both, with all that was typed. */
  async turn(...shown: readonly Wanted[]): Promise<void> {
    const { terminal } = this;
    await this.shows(...shown);
    await terminal.settled(40);
    [this.now, this.other] = [this.other, this.now];
    this.given.push(`${this.now.columns}×${this.now.rows}`);
    this.isUnready = true;
    const before = terminal.output.length;
    terminal.resize(this.now.columns, this.now.rows);
    // A busy machine may draw for the size before once more.
    const mustBeWhole = async (): Promise<void> => {
      const screen = await terminal.settled(40);
      // The head ends right before the edge; of what was drawn for another width it does not.
      const isOfWidth = screen[0]?.length === this.now.columns - 1;
      const isDrawn = terminal.output.length > before && isOfWidth && isDrawnFor(screen, this.now);
      const faults = isDrawn
        ? frameFaults(terminal, this.now, terminal.scrolled)
        : ['not drawn for its new size'];
      if (faults.length > 0) throw new Error(this.told(faults));
    };
    await vi.waitFor(mustBeWhole, { timeout: 20_000 });
    this.scrolled = terminal.scrolled;
    this.isUnready = false;
    this.look();
    await this.shows(...shown);
  }

  /** The same where nothing is drawn, so nothing tells when it is done: what is typed next does. */
  turnUnseen(): void {
    [this.now, this.other] = [this.other, this.now];
    this.terminal.resize(this.now.columns, this.now.rows);
  }

  /** Of all frames so far, the first two that had a fault. */
  async faults(): Promise<readonly string[]> {
    await this.terminal.settled(40);
    return this.found.slice(0, 2);
  }

  private told(faults: readonly string[]): string {
    const steps = this.given.slice(-14).join('  ');
    return `${faults.join('; ')} after ${steps}\n${frame(this.terminal.screen(), this.now.columns)}`;
  }

  private look(): void {
    const { terminal } = this;
    if (this.isUnready || terminal.drawing || !terminal.onAlternateScreen()) return;
    const faults = [
      ...frameFaults(terminal, this.now, this.scrolled),
      ...standingFaults(terminal.screen(), this.now, 'boxes'),
    ];
    if (faults.length > 0) this.found.push(this.told(faults));
  }
}

interface Begun extends TerminalOptions {
  /** What the file or the settings are to hold before the console is opened. */
  readonly prepare?: (here: ConsoleHome) => void | Promise<void>;
  /** What is shown or said first, where the console is not to be asked whether it is there. */
  readonly begins?: readonly Wanted[];
}

/** A console on the sample, in a window of the first of two sizes. */
export async function openTurning(
  turn: readonly [from: Size, to: Size],
  { prepare, begins, ...options }: Begun = {},
): Promise<Turning> {
  const here = await consoleHome();
  await prepare?.(here);
  const window = new Turning(openConsole(here, { ...turn[0], ...options }), here, turn);
  await window.begin(begins);
  return window;
}
