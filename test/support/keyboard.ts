const escape = '\u001B';

const named: Record<string, string> = {
  Enter: '\r',
  Esc: escape,
  Tab: '\t',
  'Shift+Tab': `${escape}[Z`,
  Space: ' ',
  Backspace: '\u007F',
  Up: `${escape}[A`,
  Down: `${escape}[B`,
  Right: `${escape}[C`,
  Left: `${escape}[D`,
  Home: `${escape}[H`,
  End: `${escape}[F`,
  Insert: `${escape}[2~`,
  Delete: `${escape}[3~`,
  PageUp: `${escape}[5~`,
  PageDown: `${escape}[6~`,
  'Shift+Up': `${escape}[1;2A`,
  'Shift+Down': `${escape}[1;2B`,
  'Ctrl+Right': `${escape}[1;5C`,
  'Ctrl+Left': `${escape}[1;5D`,
  F1: `${escape}OP`,
  F2: `${escape}OQ`,
  F3: `${escape}OR`,
  F4: `${escape}OS`,
  F5: `${escape}[15~`,
  F6: `${escape}[17~`,
  F7: `${escape}[18~`,
  F8: `${escape}[19~`,
  F9: `${escape}[20~`,
  F10: `${escape}[21~`,
  F11: `${escape}[23~`,
  F12: `${escape}[24~`,
};

/** What an xterm sends for a key: a character as itself, `Ctrl+S`, `Alt+x`, or a name from the table above. */
export function keyBytes(key: string): string {
  const known = named[key];
  if (known !== undefined) return known;
  const [, modifier, letter] = /^(Ctrl|Alt)\+(.)$/u.exec(key) ?? [];
  if (modifier === 'Alt') return escape + letter;
  if (modifier === 'Ctrl' && letter) return String.fromCharCode(letter.toUpperCase().charCodeAt(0) & 31);
  if ([...new Intl.Segmenter().segment(key)].length === 1) return key;
  throw new Error(`No key is called ${key}: see test/support/keyboard.ts, or use type() for text.`);
}

/** What a terminal sends for pasted text, once the program has asked for bracketed paste. */
export function pasteBytes(text: string, bracketed: boolean): string {
  const lines = text.replaceAll('\n', '\r');
  return bracketed ? `${escape}[200~${lines}${escape}[201~` : lines;
}
