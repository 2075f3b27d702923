/** What the decoder makes of the terminal's bytes. */

export interface KeyEvent {
  readonly type: 'key';
  /** `j`, `G`, `ä`, `Space`, `Enter`, `Esc`, `F1`, `Ctrl+S`, `Alt+x`, `Shift+Tab`, `Ctrl+Left` … */
  readonly name: string;
  /** What it types, if it types: one grapheme. */
  readonly text?: string;
  /** Esc and a key that arrive at once look like Alt and the key. This is the key alone: for where Alt does nothing. */
  readonly apart?: KeyEvent;
}

export interface PasteEvent {
  readonly type: 'paste';
  readonly text: string;
}

/** What the user did. */
export type InputEvent = KeyEvent | PasteEvent;

/** The terminal's answer to the question of its background, `OSC 11 ; ?`. */
export interface GroundEvent {
  readonly type: 'ground';
  readonly ground: 'dark' | 'light';
}

export type DecodedEvent = InputEvent | GroundEvent;
