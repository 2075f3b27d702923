/**
 * The stream that Ink draws into. It passes all on to the terminal but for four things that Ink 8 can't do by itself:
 * to draw its first frame over what is there (it would leave the old ends of shorter rows), to forget a frame without
 * erasing the screen first (no blank flash), to be silent once the screen has been given back, and to write a frame
 * together with its marks, which Ink writes apart: one call of the system and one piece for the terminal, not three.
 */
import { Writable } from 'node:stream';
import { wholeFrame, type Terminal } from '../../first-frame/terminal.ts';

/** Modes that Ink sets around a frame: hidden cursor, synchronised update. They draw nothing. */
const onlyModes = /^(\x1b\[\?\d+[hl])*$/;

const updateBegins = '\x1b[?2026h';
const updateEnds = '\x1b[?2026l';

export class InkOutput extends Writable {
  readonly isTTY = true;
  /** What is written is lost: used where Ink would erase. */
  muted = false;
  /** Nothing is ever drawn: what changes is said line by line instead. */
  silent = false;
  /** The next frame is drawn from the top left corner, each row cleared. */
  overpaint = true;
  /** A synchronised update that has begun, until it is whole; null between two. */
  private begun: string | null = null;
  private readonly terminal: Terminal;

  constructor(terminal: Terminal) {
    super({ decodeStrings: false });
    this.terminal = terminal;
  }

  get columns(): number {
    return this.terminal.size().columns;
  }

  get rows(): number {
    return this.terminal.size().rows;
  }

  override _write(chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    if (typeof chunk === 'string' && !this.muted && !this.silent && this.terminal.isOpen)
      this.gather(this.drawn(chunk));
    done();
  }

  private gather(text: string): void {
    const whole = (this.begun ?? '') + text;
    const isWhole = text === updateEnds || (this.begun === null && text !== updateBegins);
    this.begun = isWhole ? null : whole;
    if (isWhole) this.terminal.stdout.write(whole);
  }

  private drawn(chunk: string): string {
    if (!this.overpaint || onlyModes.test(chunk)) return chunk;
    this.overpaint = false;
    return wholeFrame(chunk.split('\n'));
  }
}
