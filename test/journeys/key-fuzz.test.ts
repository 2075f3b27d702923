/** A thousand keys at random in a real terminal: whatever is pressed, each frame is whole and the file stays sound. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { frameFaults, isDrawnFor } from '../support/frame-faults.ts';
import { fuzzSizes, randomInputs, shown, type Input } from '../support/random-keys.ts';
import { runLuotsi } from '../support/run.ts';
import { runs } from '../support/runs.ts';
import { frame } from '../support/screen.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';
import { consoleHome, openConsole, type ConsoleHome } from './console-home.ts';

const { numRuns: inputs, seed } = runs(1000);

function give(terminal: Terminal, input: Input): void {
  if (input.kind === 'keys') terminal.press(...input.keys);
  else if (input.kind === 'text') terminal.type(input.text);
  else if (input.kind === 'paste') terminal.paste(input.text);
  else if (input.kind === 'bytes') terminal.send(input.text);
  else terminal.resize(input.columns, input.rows);
}

/** One console after another on one file, as long as there are inputs. */
class Fuzz {
  readonly faults: string[] = [];
  private readonly here: ConsoleHome;
  private readonly environment: Record<string, string>;
  private readonly given: string[] = [];
  private size = { columns: 80, rows: 24 };
  /** Between a new size and its first frame at rest, what is on the screen was drawn for the old one. */
  private isTurning = false;
  /** How much had been written when the size last changed: rows that were cut may look as if they were drawn for it. */
  private turnedAt = 0;
  private scrolled = 0;

  constructor(here: ConsoleHome) {
    this.here = here;
    // No program of the machine's is started, whatever is pressed: no browser, no clipboard, an editor that does nothing.
    const empty = path.join(here.home.folder, 'no-programs');
    mkdirSync(empty);
    this.environment = { PATH: empty, EDITOR: '/bin/true', VISUAL: '/bin/true' };
  }

  async open(): Promise<Terminal> {
    this.scrolled = 0;
    this.turnedAt = 0;
    const terminal = openConsole(this.here, { ...this.size, environment: this.environment });
    await terminal.expect(/Luotsi|40/);
    terminal.onDrawn = (data) => {
      // Lent to an editor or to the shell, and taken back: blank until it is drawn anew.
      if (data.includes('\u001B[?1049')) this.isTurning = true;
      if (terminal.drawing || !terminal.onAlternateScreen() || this.isTurning) return;
      this.look(terminal, 'frame');
    };
    return terminal;
  }

  look(terminal: Terminal, when: string): void {
    const found = frameFaults(terminal, this.size, this.scrolled);
    if (found.length === 0) return;
    const screen = frame(terminal.screen(), this.size.columns);
    this.faults.push(`${when}: ${found.join('; ')} after ${this.given.slice(-14).join('  ')}\n${screen}`);
  }

  private isDrawnAnew(terminal: Terminal): boolean {
    const { rows } = this.size;
    const [, ...whole] = terminal.output.slice(this.turnedAt).split('\u001B[H');
    const isDrawn = whole.some((written) => written.split('\u001B[2K').length >= rows);
    return (
      isDrawn &&
      isDrawnFor(terminal.screen(), this.size) &&
      frameFaults(terminal, this.size, terminal.scrolled).length === 0
    );
  }

  async give(terminal: Terminal, input: Input): Promise<void> {
    this.given.push(shown(input));
    if (input.kind === 'size') {
      this.isTurning = true;
      if (input.columns !== this.size.columns || input.rows !== this.size.rows)
        this.turnedAt = terminal.output.length;
      this.size = { columns: input.columns, rows: input.rows };
    }
    give(terminal, input);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }

  async rest(terminal: Terminal): Promise<void> {
    await terminal.settled(60);
    // A busy machine is quiet before it has drawn what was resized.
    for (let waits = 0; this.isTurning && waits < 100 && !this.isDrawnAnew(terminal); waits += 1)
      await terminal.settled(150);
    if (terminal.ended || !terminal.onAlternateScreen()) return;
    // What was on its way at the old size may scroll the new one: no program can know of it in time.
    if (this.isTurning) this.scrolled = terminal.scrolled;
    this.look(terminal, 'at rest');
    this.isTurning = false;
  }

  async run(all: readonly Input[]): Promise<void> {
    let terminal = await this.open();
    for (const [index, input] of all.entries()) {
      await this.give(terminal, input);
      if (index % 10 === 9) await this.rest(terminal);
      if (this.faults.length > 0) return;
      if (!terminal.ended) continue;
      const { code, signal } = await terminal.exit();
      if (code !== 0 || signal !== 0)
        this.faults.push(
          `ended with ${code}, signal ${signal}, after ${this.given.slice(-14).join('  ')}\n${terminal.screen().join('\n')}`,
        );
      terminal = await this.open();
    }
    await this.rest(terminal);
    terminal.press('Ctrl+C');
    const code = await terminal.exitCode();
    if (code !== 0) this.faults.push(`Ctrl+C at the end: ended with ${code}`);
  }
}

test(
  `${inputs} keys, pastes, sizes and broken sequences`,
  async () => {
    expect(fuzzSizes.length).toBeGreaterThan(4);
    const here = await consoleHome();
    const fuzz = new Fuzz(here);
    await fuzz.run(randomInputs(inputs, seed));
    expect(fuzz.faults).toEqual([]);
    const { code, stdout } = await runLuotsi(['doctor', '--file', here.file, '--language', 'en'], here);
    expect(stdout).toContain('The file is sound.');
    expect(code).toBe(0);
  },
  60_000 + inputs * 100,
);
