/** Names of keys, and the tables from which escape sequences get theirs. */

export interface Modifiers {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** Super, hyper or meta: the window system's keys, never ours. */
  readonly other: boolean;
}

export const noModifiers: Modifiers = { ctrl: false, alt: false, shift: false, other: false };

/** xterm's and kitty's number: one more than a sum of bits (Caps Lock and Num Lock count for nothing). */
export function modifiersOf(number: number): Modifiers {
  const bits = Math.max(0, number - 1);
  return {
    shift: (bits & 1) !== 0,
    alt: (bits & 2) !== 0,
    ctrl: (bits & 4) !== 0,
    other: (bits & (8 | 16 | 32)) !== 0,
  };
}

/** `CSI … letter` and `SS3 letter` (application mode) of the keys that are not characters. */
// prettier-ignore
export const letterKeys: Readonly<Record<string, string>> = {
  A: 'Up', B: 'Down', C: 'Right', D: 'Left', F: 'End', H: 'Home', P: 'F1', Q: 'F2', R: 'F3', S: 'F4',
};

/** `CSI number ~`, as the VT220, xterm, rxvt and the Linux console say it. */
// prettier-ignore
export const numberKeys: Readonly<Record<number, string>> = {
  1: 'Home', 2: 'Insert', 3: 'Delete', 4: 'End', 5: 'PageUp', 6: 'PageDown', 7: 'Home', 8: 'End',
  11: 'F1', 12: 'F2', 13: 'F3', 14: 'F4', 15: 'F5', 17: 'F6', 18: 'F7', 19: 'F8', 20: 'F9', 21: 'F10', 23: 'F11', 24: 'F12',
  25: 'F13', 26: 'F14', 28: 'F15', 29: 'F16', 31: 'F17', 32: 'F18', 33: 'F19', 34: 'F20',
};

/** `CSI [ letter`: the Linux console, and what libuv makes on Windows. */
export const linuxConsoleKeys: Readonly<Record<string, string>> = {
  A: 'F1',
  B: 'F2',
  C: 'F3',
  D: 'F4',
  E: 'F5',
};

/** `SS3 letter` of the numeric keypad: the character it prints, or Enter. */
// prettier-ignore
export const keypadKeys: Readonly<Record<string, string>> = {
  I: 'Tab', M: 'Enter', X: '=', j: '*', k: '+', l: ',', m: '-', n: '.', o: '/',
  p: '0', q: '1', r: '2', s: '3', t: '4', u: '5', v: '6', w: '7', x: '8', y: '9',
};

/** Keys that have a name though they have a character code. */
const codeNames: Readonly<Record<number, string>> = {
  8: 'Backspace',
  9: 'Tab',
  10: 'Enter',
  13: 'Enter',
  27: 'Esc',
  32: 'Space',
  127: 'Backspace',
};

/** kitty's codes in the private use area: the keypad (as the main keys), then F13 and on. */
// prettier-ignore
const kittyNames: readonly string[] = [
  '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '/', '*', '-', '+', 'Enter', '=', ',',
  'Left', 'Right', 'Up', 'Down', 'PageUp', 'PageDown', 'Home', 'End', 'Insert', 'Delete',
];
const kittyKeypad = 57_399;
const kittyF13 = 57_376;

/** The name of a key by its character code, or nothing for keys we don't know (media keys, lone modifiers). */
export function nameOfCode(code: number): string | undefined {
  const named = codeNames[code] ?? kittyNames[code - kittyKeypad];
  if (named !== undefined) return named;
  if (code >= kittyF13 && code < kittyF13 + 8) return `F${code - kittyF13 + 13}`;
  if (code < 32 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code <= 0xf8ff) || code > 0x10_ffff)
    return undefined;
  return String.fromCodePoint(code);
}

export function isCharacter(name: string): boolean {
  return name.length === 1 || name === 'Space' || /^.\p{M}*$/u.test(name);
}

/**
 * A key with its modifiers. Characters keep Shift in themselves (`G`, not `Shift+g`), but with Ctrl they stand as
 * on the key cap (`Ctrl+S`), because terminals can't tell Ctrl+s from Ctrl+S.
 */
export function withModifiers(name: string, modifiers: Modifiers): string {
  const character = isCharacter(name) && name !== 'Space';
  const base = character && modifiers.ctrl ? name.toUpperCase() : name;
  const shift = modifiers.shift && !character ? 'Shift+' : '';
  return `${modifiers.ctrl ? 'Ctrl+' : ''}${modifiers.alt ? 'Alt+' : ''}${shift}${base}`;
}
