/** Editing text by graphemes: a pure reducer, shared by the one-line field and the text area. */
import type { KeyEvent } from '../../keys/events.ts';
import { graphemes } from '../../keys/graphemes.ts';

export interface EditState {
  readonly text: string;
  /** Place of the cursor in code units, always between two graphemes. */
  readonly cursor: number;
}

export function editing(text: string, cursor = text.length): EditState {
  return { text, cursor };
}

function lastGrapheme(text: string): string {
  // A grapheme is short: looking at the end is enough, and long text is not split at every key.
  return graphemes(text.slice(-40)).at(-1) ?? '';
}

function firstGrapheme(text: string): string {
  return graphemes(text.slice(0, 40))[0] ?? '';
}

function split({ text, cursor }: EditState): [before: string, after: string] {
  return [text.slice(0, cursor), text.slice(cursor)];
}

function between(before: string, after: string): EditState {
  return { text: before + after, cursor: before.length };
}

/** Characters that would obey or hide stay out; line ends are kept for the caller to judge. */
function withoutControls(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '');
}

export function insertText(state: EditState, text: string): EditState {
  const [before, after] = split(state);
  return between(before + withoutControls(text), after);
}

/** Pasted lines become one, with a space between them. */
export function insertLine(state: EditState, text: string): EditState {
  return insertText(state, text.replaceAll(/\s*[\r\n]+\s*/g, ' '));
}

/** Where the word before the cursor begins: over spaces, then over what is not space. */
function wordStart(before: string): number {
  return before.length - (/\S*\s*$/u.exec(before)?.[0].length ?? 0);
}

function wordEnd(text: string, cursor: number): number {
  return cursor + (/^\s*\S*/u.exec(text.slice(cursor))?.[0].length ?? 0);
}

function lineStart({ text, cursor }: EditState): number {
  return text.lastIndexOf('\n', cursor - 1) + 1;
}

function lineEnd({ text, cursor }: EditState): number {
  const end = text.indexOf('\n', cursor);
  return end === -1 ? text.length : end;
}

type Edit = (state: EditState) => EditState;

function moveTo(place: (state: EditState) => number): Edit {
  return (state) => ({ ...state, cursor: Math.min(state.text.length, Math.max(0, place(state))) });
}

function removeTo(place: (state: EditState) => number): Edit {
  return (state) => {
    const to = Math.min(state.text.length, Math.max(0, place(state)));
    const [from, end] = to < state.cursor ? [to, state.cursor] : [state.cursor, to];
    return between(state.text.slice(0, from), state.text.slice(end));
  };
}

const previous = ({ text, cursor }: EditState): number => cursor - lastGrapheme(text.slice(0, cursor)).length;
const next = ({ text, cursor }: EditState): number => cursor + firstGrapheme(text.slice(cursor)).length;
const previousWord = ({ text, cursor }: EditState): number => wordStart(text.slice(0, cursor));
const nextWord = ({ text, cursor }: EditState): number => wordEnd(text, cursor);

const edits: Readonly<Record<string, Edit>> = {
  Left: moveTo(previous),
  Right: moveTo(next),
  Home: moveTo(lineStart),
  End: moveTo(lineEnd),
  'Ctrl+A': moveTo(lineStart),
  'Ctrl+Left': moveTo(previousWord),
  'Ctrl+Right': moveTo(nextWord),
  'Alt+Left': moveTo(previousWord),
  'Alt+Right': moveTo(nextWord),
  'Alt+b': moveTo(previousWord),
  'Alt+f': moveTo(nextWord),
  'Ctrl+Home': moveTo(() => 0),
  'Ctrl+End': moveTo(({ text }) => text.length),
  Backspace: removeTo(previous),
  Delete: removeTo(next),
  'Ctrl+W': removeTo(previousWord),
  'Alt+Backspace': removeTo(previousWord),
  'Ctrl+Delete': removeTo(nextWord),
  'Ctrl+U': removeTo(lineStart),
  'Ctrl+K': removeTo(lineEnd),
};

/** What a key does to the text; null when it is no editing key, and is for somebody else. */
export function edit(state: EditState, event: KeyEvent): EditState | null {
  if (event.text !== undefined) return insertText(state, event.text);
  return edits[event.name]?.(state) ?? null;
}
