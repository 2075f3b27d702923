/**
 * The console in words, for who listens to the screen: nothing is drawn, each thing that changes is a line of its own
 * below the last. Parts say what they show under an id of their own; what is said at one time is told in one order.
 * What is being typed is the last line, written over in place as a shell's is. No Ink here.
 */
import { graphemes } from '../../keys/graphemes.ts';
import { cellWidth, safe } from '../lines/text.ts';

/** In the order in which they are told. */
const kinds = ['toast', 'where', 'text', 'row', 'field', 'note'] as const;
export type SpeechKind = (typeof kinds)[number];

export interface Place {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

export interface Speech {
  readonly kind: SpeechKind;
  readonly text: string;
  /** Of a row: which of how many it is. */
  readonly place?: Place;
  /** Of a field: what is typed in it, and where its cursor stands in code units. */
  readonly typed?: { readonly text: string; readonly cursor: number };
}

export interface Speaker {
  /** Says something anew, or for the first time; the same again says nothing. */
  put(id: string, speech: Speech): void;
  /** It is no longer shown; the row below it is told again. */
  drop(id: string): void;
  /** All that is shown now, once more. */
  repeat(): void;
  stop(): void;
}

export interface SpeakerOptions {
  readonly write: (text: string) => void;
  readonly columns: () => number;
  /** `2 of 14`. */
  readonly position: (nth: number, count: number) => string;
}

/** A note that follows each letter is told once the fingers rest. */
const rest = 350;

function sameSpeech(one: Speech | undefined, other: Speech): boolean {
  return (
    one !== undefined &&
    one.text === other.text &&
    one.place?.index === other.place?.index &&
    one.place?.count === other.place?.count &&
    one.typed?.text === other.typed?.text &&
    one.typed?.cursor === other.typed?.cursor
  );
}

class LineSpeaker implements Speaker {
  private readonly options: SpeakerOptions;
  private readonly shown = new Map<string, Speech>();
  private readonly changed = new Set<string>();
  private live: string | null = null;
  /** Under what name the last line is typed. */
  private name = '';
  private flushing: NodeJS.Immediate | null = null;
  private resting: NodeJS.Timeout | null = null;
  private tellAgain = false;

  constructor(options: SpeakerOptions) {
    this.options = options;
  }

  put(id: string, speech: Speech): void {
    if (sameSpeech(this.shown.get(id), speech)) return;
    // Told last is shown topmost: the row to come back to when what lies over it has gone.
    this.shown.delete(id);
    this.shown.set(id, speech);
    this.changed.add(id);
    this.soon();
  }

  drop(id: string): void {
    const speech = this.shown.get(id);
    if (speech === undefined) return;
    this.shown.delete(id);
    this.changed.delete(id);
    if (speech.kind === 'row' || speech.kind === 'field') this.tellAgain = true;
    if (this.live === id) this.endLive();
    this.soon();
  }

  repeat(): void {
    for (const id of this.shown.keys()) this.changed.add(id);
    this.soon();
  }

  stop(): void {
    if (this.flushing !== null) clearImmediate(this.flushing);
    if (this.resting !== null) clearTimeout(this.resting);
    this.endLive();
  }

  /** After all that one key changes has been drawn. */
  private soon(): void {
    this.flushing ??= setImmediate(() => {
      this.flushing = null;
      this.flush();
    });
  }

  private flush(): void {
    const saysRow = this.changedOf('row').length > 0 || this.changedOf('field').length > 0;
    if (this.tellAgain && !saysRow) {
      const below = [...this.shown].findLast(([, { kind }]) => kind === 'row' || kind === 'field');
      if (below !== undefined) this.changed.add(below[0]);
    }
    this.tellAgain = false;
    for (const kind of ['toast', 'where', 'text', 'row'] as const)
      for (const [id, speech] of this.changedOf(kind)) {
        this.changed.delete(id);
        this.say(this.lineOf(speech));
      }
    for (const [id, speech] of this.changedOf('field')) {
      this.changed.delete(id);
      this.type(id, speech);
    }
    if (this.changedOf('note').length > 0) this.tellNotes();
  }

  private changedOf(kind: SpeechKind): [string, Speech][] {
    return [...this.shown].filter(([id, speech]) => speech.kind === kind && this.changed.has(id));
  }

  private tellNotes(): void {
    if (this.resting !== null) clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.resting = null;
      for (const [id, speech] of this.changedOf('note')) {
        this.changed.delete(id);
        this.say(this.lineOf(speech));
      }
    }, rest);
  }

  private lineOf({ text, place }: Speech): string {
    return place === undefined ? text : `${this.options.position(place.index + 1, place.count)}: ${text}`;
  }

  /** Above the line that is being typed, which is then written again. */
  private say(text: string): void {
    if (text.trim() === '') return;
    const lines = text.split('\n').map((one) => safe(one));
    const live = this.live === null ? undefined : this.shown.get(this.live);
    this.options.write(`${live === undefined ? '' : '\r\x1b[2K'}${lines.join('\r\n')}\r\n`);
    if (live !== undefined) this.options.write(this.typedLine(live));
  }

  private type(id: string, speech: Speech): void {
    if (this.live !== null && (this.live !== id || this.name !== speech.text)) this.endLive();
    this.options.write(`${this.live === id ? '\r\x1b[2K' : ''}${this.typedLine(speech)}`);
    this.live = id;
    this.name = speech.text;
  }

  private endLive(): void {
    if (this.live === null) return;
    this.live = null;
    this.options.write('\r\n');
  }

  /** On one row of the terminal: of what is longer, the end before the cursor. The cursor stands where it types. */
  private typedLine({ text, typed = { text: '', cursor: 0 } }: Speech): string {
    const before = safe(typed.text.slice(0, typed.cursor).replaceAll('\n', ' / '));
    const after = safe(typed.text.slice(typed.cursor).replaceAll('\n', ' / '));
    const room = Math.max(10, this.options.columns() - 1 - cellWidth(`${text}: `));
    let kept = before;
    while (cellWidth(kept) > room) kept = kept.slice(graphemes(kept)[0]?.length ?? 1);
    let behind = after;
    while (cellWidth(kept + behind) > room)
      behind = behind.slice(0, -(graphemes(behind).at(-1)?.length ?? 1));
    const back = cellWidth(behind);
    return `${safe(text)}: ${kept}${behind}${back > 0 ? `\x1b[${back}D` : ''}`;
  }
}

export function createSpeaker(options: SpeakerOptions): Speaker {
  return new LineSpeaker(options);
}
