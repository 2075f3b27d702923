/** Escape sequences: CSI, SS3, and Esc before a character (Alt). Split from decode.ts, which calls it at each Esc. */
import type { DecodedEvent, KeyEvent } from './events.ts';
import { groundOf } from './ground.ts';
import {
  isCharacter,
  keypadKeys,
  letterKeys,
  linuxConsoleKeys,
  modifiersOf,
  nameOfCode,
  noModifiers,
  numberKeys,
  withModifiers,
  type Modifiers,
} from './key-names.ts';

export interface Sequence {
  readonly end: number;
  readonly events: readonly DecodedEvent[];
  /** A bracketed paste begins. */
  readonly paste: boolean;
}

/** A report longer than this is none: let go, so that a stray introducer can't swallow the keyboard. */
const longestSequence = 64;
const longestString = 4096;

function sequence(end: number, ...events: DecodedEvent[]): Sequence {
  return { end, events, paste: false };
}

/** A key by its name and modifiers. It types only where nothing but Shift is held. */
function keyEvent(name: string, modifiers: Modifiers, text?: string): KeyEvent[] {
  if (modifiers.other) return [];
  const full = withModifiers(name, modifiers);
  if (modifiers.ctrl || modifiers.alt || !isCharacter(name)) return [{ type: 'key', name: full }];
  const types = text ?? (name === 'Space' ? ' ' : name);
  return [{ type: 'key', name: full, text: types }];
}

/** kitty's `CSI code:shifted:base ; modifiers:event ; text u`, and xterm's `CSI 27 ; modifiers ; code ~` by way of it. */
function unicodeKey(parameters: readonly string[]): KeyEvent[] {
  const [codes = '', flags = '', textCodes = ''] = parameters;
  const [modifierNumber = '1', event = '1'] = flags.split(':');
  if (event === '3') return []; // let go of the key
  const modifiers = modifiersOf(Number(modifierNumber || '1'));
  const [code = '0', shifted = ''] = codes.split(':');
  let name = nameOfCode(Number(code));
  if (name === undefined) return [];
  if (modifiers.shift && isCharacter(name) && name !== 'Space')
    name = shifted === '' ? name.toUpperCase() : (nameOfCode(Number(shifted)) ?? name);
  const text = textCodes
    .split(':')
    .filter((part) => /^\d+$/.test(part) && Number(part) >= 32 && Number(part) <= 0x10_ffff)
    .map((part) => String.fromCodePoint(Number(part)))
    .join('');
  if (text !== '' && isCharacter(name) && !modifiers.ctrl && !modifiers.alt)
    return keyEvent(text === ' ' ? 'Space' : text, modifiers, text);
  return keyEvent(name, modifiers);
}

/** `CSI number ; modifiers ~`, with rxvt's endings: `^` for Ctrl, `$` for Shift, `@` for both. */
function numberedKey(parameters: readonly string[], ending: string): KeyEvent[] {
  if (parameters[0] === '27' && parameters.length === 3)
    return unicodeKey([parameters[2] ?? '', parameters[1] ?? '']);
  const name = numberKeys[Number(parameters[0] ?? '')];
  if (name === undefined) return [];
  const [modifierNumber = '1', event = '1'] = (parameters[1] ?? '1').split(':');
  if (event === '3') return [];
  const modifiers = modifiersOf(Number(modifierNumber || '1'));
  const ctrl = modifiers.ctrl || ending === '^' || ending === '@';
  const shift = modifiers.shift || ending === '$' || ending === '@';
  return keyEvent(name, { ...modifiers, ctrl, shift });
}

function letterKey(parameters: readonly string[], letter: string, alt: boolean): KeyEvent[] {
  const name = letterKeys[letter];
  if (name === undefined) return [];
  const [modifierNumber = '1', event = '1'] = (parameters[1] ?? parameters[0] ?? '1').split(':');
  if (event === '3') return [];
  const modifiers = modifiersOf(Number(modifierNumber || '1'));
  return keyEvent(name, { ...modifiers, alt: modifiers.alt || alt });
}

function controlSequence(body: string, ending: string, alt: boolean): KeyEvent[] {
  // Private markers and intermediates belong to reports (mouse, device, mode), never to keys.
  if (/[^0-9;:]/.test(body)) return [];
  const parameters = body.split(';');
  if (ending === 'u') return unicodeKey(parameters);
  if (ending === '~' || ending === '^' || ending === '$' || ending === '@')
    return numberedKey(parameters, ending);
  if (ending === 'Z') return [{ type: 'key', name: alt ? 'Alt+Shift+Tab' : 'Shift+Tab' }];
  const rxvtShift = letterKeys[ending.toUpperCase()];
  if (/[a-d]/.test(ending) && rxvtShift !== undefined)
    return keyEvent(rxvtShift, { ...noModifiers, shift: true, alt });
  return letterKey(parameters, ending, alt);
}

/** `start` is at the character after `ESC [`. Null: the end of the sequence has not come yet. */
function readControlSequence(text: string, start: number, alt: boolean): Sequence | null {
  const first = text[start];
  if (first === undefined) return null;
  if (first === '[') {
    const letter = text[start + 1];
    if (letter === undefined) return null;
    const name = linuxConsoleKeys[letter];
    return name === undefined
      ? sequence(start + 1)
      : sequence(start + 2, ...keyEvent(name, { ...noModifiers, alt }));
  }
  // The old mouse report carries three raw characters after its M.
  if (first === 'M') return text.length < start + 4 ? null : sequence(start + 4);
  for (let position = start; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (position - start > longestSequence) return sequence(position);
    const body = text.slice(start, position);
    const rxvtShift = code === 0x24 && /^\d+$/.test(body);
    if ((code >= 0x40 && code <= 0x7e) || rxvtShift) {
      if (body === '200' && code === 0x7e) return { end: position + 1, events: [], paste: true };
      return sequence(position + 1, ...controlSequence(body, text.charAt(position), alt));
    }
    // Something that has no place in a sequence: what came is broken, this is read anew.
    if (code < 0x20 || code > 0x3f) return sequence(position);
  }
  return null;
}

/** `start` is at the character after `ESC O`. */
function readSingleShift(text: string, start: number, alt: boolean): Sequence | null {
  let position = start;
  while (/[0-9;]/.test(text.charAt(position))) position++;
  const letter = text[position];
  if (position - start > longestSequence) return sequence(position);
  if (letter === undefined) return null;
  const number = text.slice(start, position).split(';').at(-1) ?? '';
  const modifiers = { ...modifiersOf(Number(number || '1')) };
  const name = letterKeys[letter] ?? keypadKeys[letter];
  if (name !== undefined)
    return sequence(position + 1, ...keyEvent(name, { ...modifiers, alt: modifiers.alt || alt }));
  const rxvtCtrl = letterKeys[letter.toUpperCase()];
  if (/[a-d]/.test(letter) && rxvtCtrl !== undefined)
    return sequence(position + 1, ...keyEvent(rxvtCtrl, { ...noModifiers, ctrl: true, alt }));
  if (/[A-Za-z]/.test(letter)) return sequence(position + 1);
  // No single shift after all: Alt+O, and what follows is read by itself.
  return sequence(start, { type: 'key', name: 'Alt+O' });
}

/** Answers of the terminal that run to a terminator (OSC, DCS, APC): all but that of its background are dropped. */
function readString(text: string, start: number): Sequence | null {
  const answered = (position: number): DecodedEvent[] => {
    const ground = groundOf(text.slice(start, position));
    return ground === null ? [] : [{ type: 'ground', ground }];
  };
  for (let position = start; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === 7 || code === 0x9c) return sequence(position + 1, ...answered(position));
    if (code === 27) {
      if (position + 1 >= text.length) return null;
      return text[position + 1] === '\\' ? sequence(position + 2, ...answered(position)) : sequence(position);
    }
    if (position - start > longestString) return sequence(position);
  }
  return null;
}

function altKey(text: string, position: number): Sequence {
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
  const end = position + character.length;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code !== 0x7f) {
    if (code < 0xa0 && code >= 0x80) return sequence(end);
    const [apart] = keyEvent(character === ' ' ? 'Space' : character, noModifiers);
    return sequence(end, { type: 'key', name: `Alt+${apart?.name ?? ''}`, ...(apart && { apart }) });
  }
  const name = nameOfCode(code);
  if (name !== undefined)
    return sequence(end, { type: 'key', name: `Alt+${name}`, apart: { type: 'key', name } });
  return sequence(end, {
    type: 'key',
    name: code === 0 ? 'Ctrl+Alt+Space' : `Ctrl+Alt+${String.fromCharCode(code + 64)}`,
  });
}

/** Silence has fallen in the middle of a sequence: two characters are Alt and a key, more are a broken sequence. */
function unfinished(text: string, start: number): Sequence {
  const after = text.codePointAt(start + 1);
  if (after === undefined) return sequence(start + 1, { type: 'key', name: 'Esc' });
  const end = start + 1 + String.fromCodePoint(after).length;
  return text.length === end ? altKey(text, start + 1) : sequence(text.length);
}

/** Reads the sequence whose Esc stands at `start`. Null: more is needed, and `final` says that no more comes. */
export function readEscape(text: string, start: number, final: boolean): Sequence | null {
  const next = text[start + 1];
  // Esc Esc: some terminals send Alt+arrow so; otherwise the first is a key of its own.
  if (next === '\x1b') {
    const third = text[start + 2];
    if (third === '[' || third === 'O') {
      const nested =
        third === '[' ? readControlSequence(text, start + 3, true) : readSingleShift(text, start + 3, true);
      if (nested !== null) return nested;
    }
    if ((third === undefined || third === '[' || third === 'O') && !final) return null;
    return sequence(start + 1, { type: 'key', name: 'Esc' });
  }
  const result =
    next === undefined
      ? null
      : next === '['
        ? readControlSequence(text, start + 2, false)
        : next === 'O'
          ? readSingleShift(text, start + 2, false)
          : /[\]P_]/.test(next)
            ? readString(text, start + 2)
            : altKey(text, start + 1);
  return result ?? (final ? unfinished(text, start) : null);
}
