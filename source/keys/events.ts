/** What the decoder makes of the terminal's bytes. */

export interface KeyEvent {
  readonly type: 'key';
  /** `j`, `G`, `ä`, `Space`, `Enter`, `Esc`, `F1`, `Ctrl+S`, `Alt+x`, `Shift+Tab`, `Ctrl+Left` … */
  readonly name: string;
  /** What it types, if it types: one grapheme. */
  readonly text?: string;
}

export interface PasteEvent {
  readonly type: 'paste';
  readonly text: string;
}

export type InputEvent = KeyEvent | PasteEvent;
