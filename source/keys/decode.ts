/**
 * Raw bytes of the terminal → keys and pastes: a pure state machine, fed in whatever pieces the bytes arrive in.
 *
 * Ink's own reader hands a burst (`jjj`, `abc` and Enter) over as one event, loses function keys and splits emoji; this
 * decoder reads standard input alone, before and after Ink mounts. It owns no timer: a lone Esc can be the start of a
 * sequence, so while `waiting` is not null the caller calls `flush()` after that many milliseconds of silence.
 */
import { graphemes } from './graphemes.ts';
import { readEscape } from './escape.ts';
import type { DecodedEvent, KeyEvent, PasteEvent } from './events.ts';

export interface Decoder {
  push(bytes: Uint8Array): DecodedEvent[];
  /** Silence: what is pending is taken for what it looks like (Esc alone is Esc). */
  flush(): DecodedEvent[];
  /** Milliseconds of silence after which to call `flush()`, or null when nothing is pending. */
  readonly waiting: number | null;
}

/** Short enough not to be felt, long enough for a sequence that a slow line splits. */
const escapeSilence = 30;
/** A paste whose end never comes must not hold the keyboard for good. */
const pasteSilence = 2000;

const pasteEnd = '\x1b[201~';
/** Text runs to the next control character, of C0 or of C1. */
const notText = /[\x00-\x1f\x7f-\x9f]/;

export function typed(name: string): KeyEvent {
  return { type: 'key', name: name === ' ' ? 'Space' : name, text: name };
}

function controlName(code: number): string {
  if (code === 0) return 'Ctrl+Space';
  if (code === 8 || code === 127) return 'Backspace';
  if (code === 9) return 'Tab';
  if (code === 10 || code === 13) return 'Enter';
  if (code === 27) return 'Esc';
  return `Ctrl+${String.fromCharCode(code + 64)}`;
}

/** Pasted text keeps its line ends, all as `\n`; terminals send `\r` for them. */
function pasted(text: string): PasteEvent {
  return { type: 'paste', text: text.replaceAll(/\r\n?/g, '\n') };
}

function readText(text: string, events: DecodedEvent[]): void {
  // A byte that is not UTF-8 is no key, and nobody means to type the sign that stands for it.
  for (const character of graphemes(text.replaceAll('\ufffd', ''))) events.push(typed(character));
}

interface State {
  /** Decoded, not yet understood: the beginning of a sequence, or a paste without its end. */
  rest: string;
  pasting: boolean;
  /** `\r\n` is one Enter, also when it comes in two pieces. */
  afterReturn: boolean;
}

/** Reads one thing from `rest` at `start`; gives where the next begins, or -1 when more is needed. */
function readOne(state: State, start: number, final: boolean, events: DecodedEvent[]): number {
  const { rest } = state;
  const code = rest.charCodeAt(start);
  const afterReturn = state.afterReturn;
  state.afterReturn = false;
  if (code === 27) {
    const sequence = readEscape(rest, start, final);
    if (sequence === null) return -1;
    if (sequence.paste) state.pasting = true;
    events.push(...sequence.events);
    return sequence.end;
  }
  if (code < 32 || code === 127) {
    state.afterReturn = code === 13;
    if (!(code === 10 && afterReturn)) events.push({ type: 'key', name: controlName(code) });
    return start + 1;
  }
  if (code < 0xa0 && code >= 0x80) return start + 1;
  const found = rest.slice(start).search(notText);
  const end = found === -1 ? rest.length : start + found;
  readText(rest.slice(start, end), events);
  return end;
}

function readPaste(state: State, start: number, final: boolean, events: DecodedEvent[]): number {
  const end = state.rest.indexOf(pasteEnd, start);
  if (end === -1 && !final) return -1;
  events.push(pasted(end === -1 ? state.rest.slice(start) : state.rest.slice(start, end)));
  state.pasting = false;
  return end === -1 ? state.rest.length : end + pasteEnd.length;
}

function readAll(state: State, final: boolean): DecodedEvent[] {
  const events: DecodedEvent[] = [];
  let position = 0;
  while (position < state.rest.length) {
    const next = state.pasting
      ? readPaste(state, position, final, events)
      : readOne(state, position, final, events);
    if (next === -1) break;
    position = next;
  }
  state.rest = state.rest.slice(position);
  if (final) state.pasting = false;
  return events;
}

export function createDecoder(): Decoder {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const state: State = { rest: '', pasting: false, afterReturn: false };
  return {
    push(bytes) {
      state.rest += utf8.decode(bytes, { stream: true });
      return readAll(state, false);
    },
    flush() {
      return readAll(state, true);
    },
    get waiting() {
      if (state.pasting) return pasteSilence;
      return state.rest === '' ? null : escapeSilence;
    },
  };
}
