/** An overlay that picks one of many: type to narrow, arrows to move, Enter to choose. */
import { useReducer } from 'react';
import type { Context } from '../../keys/default-keys.ts';
import type { ActionHandlers } from '../../keys/dispatcher.ts';
import { useConsole } from '../console.tsx';
import { OverlayLayer, Overlay, overlayRows, overlayWidth } from './overlay.tsx';
import {
  emptyPicker,
  filterChoices,
  pickerReducer,
  type Choice,
  type PickerEvent,
  type PickerState,
} from './picker-state.ts';
import { fitLine, line, lineWidth, span, spread, wholeLine, type StyledLine } from '../lines/styled.ts';
import { safe, wrap } from '../lines/text.ts';
import { edit } from '../typing/text-editing.ts';
import { fieldLine } from '../typing/text-field.ts';
import { useActions } from '../use-actions.ts';
import { inWords, useSpeech, useTypedSpeech } from '../speech/use-speech.ts';

export interface PickerProps<Value> {
  readonly title: string;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
  readonly onCancel: () => void;
  readonly placeholder?: string;
  /** Shown when nothing matches. */
  readonly empty?: string;
  /** Which part of the keymap it reads: help and palette are pickers too. */
  readonly context?: Extract<Context, 'picker' | 'palette' | 'help'>;
  readonly width?: number;
  readonly height?: number;
  /** So many rows below the list tell all that the chosen row says, where the box is too narrow for its rows. */
  readonly toldRows?: number;
}

/** Under this a row has no room for a sentence. */
const roomForSentence = 80;

/** What the chosen row says, to its end, below a rule. */
function toldLines(choice: Choice<unknown> | undefined, width: number, count: number): string[] {
  const told = wrap(safe(choice?.whole ?? ''), width).slice(0, count);
  return Array.from({ length: count }, (_, row) => told[row] ?? '');
}

function choiceLine(choice: Choice<unknown>, chosen: boolean, width: number, unicode: boolean): StyledLine {
  const sign = chosen ? (unicode ? '› ' : '> ') : '  ';
  const right = choice.hint === undefined ? [] : [span(` ${safe(choice.hint)}`, 'muted')];
  const named = [span(sign), span(safe(choice.label))];
  const left = [...named, ...excerptSpans(choice, width - lineWidth(named) - lineWidth(right) - 1)];
  const whole =
    right.length > 0 && lineWidth(right) < width / 2 ? spread(left, right, width) : fitLine(left, width);
  if (!chosen) return whole;
  if (left.length === named.length) return wholeLine(whole, width, 'selected');
  // The match stays marked in the bar, in every theme: by its line below, and turned round as the bar is.
  return whole.map(({ text, tone }) =>
    tone === 'match' ? { text, tone, inverse: true } : span(text, 'selected'),
  );
}

/** Under this an excerpt would not tell where the words stand. */
const roomForExcerpt = 20;

function excerptSpans(choice: Choice<unknown>, room: number): StyledLine {
  const found = room < roomForExcerpt ? null : (choice.excerpt?.() ?? null);
  if (found === null) return [];
  const before = `  ${safe(found.before)}`;
  const match = span(safe(found.match), 'match');
  // The match is what is looked for: where there is no room for it after what stands before, that goes.
  const isSeen = lineWidth([span(before), match]) < room;
  return [span(isSeen ? before : '  …', 'muted'), match, span(safe(found.after), 'muted')];
}

/** The lines of the box: the field, a rule, and the choices around the cursor. */
export function pickerLines<Value>(
  state: PickerState,
  choices: readonly Choice<Value>[],
  view: { width: number; height: number; placeholder: string; empty: string; unicode: boolean },
): StyledLine[] {
  const { width, height, placeholder, empty, unicode } = view;
  const shown = choices.slice(state.list.top, state.list.top + height);
  const rows = shown.map((choice, index) =>
    choiceLine(choice, state.list.top + index === state.list.cursor, width, unicode),
  );
  const more = choices.find((choice) => choice.more !== undefined)?.more;
  const count = line(` ${choices.length}${more === undefined ? '' : `+ · ${safe(more)}`}`, 'muted');
  const field = fieldLine(state.filter, { width: width - lineWidth(count) - 2, focused: true, placeholder });
  const filled = rows.length === 0 ? [line(safe(empty), 'muted')] : rows;
  // The box keeps its height while the list shortens: nothing jumps as one types.
  const rest = Array.from({ length: Math.max(0, height - filled.length) }, (): StyledLine => []);
  return [
    [span(unicode ? '› ' : '> ', 'key'), ...field, ...count],
    line((unicode ? '─' : '-').repeat(width), 'border'),
    ...filled,
    ...rest,
  ];
}

function excerptWords(choice: Choice<unknown>): string {
  const { before, match, after } = choice.excerpt?.() ?? { before: '', match: '', after: '' };
  return before + match + after;
}

/** In words: what is typed, and of the choices the one that Enter takes. */
export function usePickerSpeech<Value>(
  name: string,
  state: PickerState,
  found: readonly Choice<Value>[],
  empty: string,
): void {
  const { cursor } = state.list;
  const choice = found[cursor];
  useTypedSpeech(name, state.filter);
  // Each letter makes another choice the first: it is said when the fingers rest.
  useSpeech(() => ({
    kind: 'note',
    text:
      choice === undefined
        ? empty
        : inWords([choice.label, excerptWords(choice), choice.hint ?? ''].join('  ')),
    ...(choice !== undefined && { place: { index: cursor, count: found.length } }),
  }));
}

function usePicker<Value>(
  { choices, onChoose, onCancel, context = 'picker' }: PickerProps<Value>,
  height: number,
) {
  const [state, dispatch] = useReducer<PickerState, [PickerEvent]>(pickerReducer, emptyPicker);
  const found = filterChoices(choices, state.filter.text);
  const move = (name: 'down' | 'up' | 'pageDown' | 'pageUp') => () =>
    dispatch({ type: 'move', move: name, count: found.length, height });
  const handlers: ActionHandlers = {
    'pick.down': move('down'),
    'pick.up': move('up'),
    'pick.pageDown': move('pageDown'),
    'pick.pageUp': move('pageUp'),
    'pick.choose': () => {
      const chosen = found[state.list.cursor];
      if (chosen !== undefined) onChoose(chosen.value);
    },
    'pick.cancel': onCancel,
  };
  useActions(context, handlers, {
    onKey: (event) => {
      if (edit(state.filter, event) === null) return false;
      dispatch({ type: 'key', event });
      return true;
    },
    onPaste: (text) => {
      dispatch({ type: 'paste', text });
      return true;
    },
  });
  return { state, found };
}

function PickerBox<Value>(props: PickerProps<Value>) {
  const { columns, rows, unicode } = useConsole();
  const {
    title,
    placeholder = '',
    empty = '',
    width: wanted = 64,
    height: wantedHeight = 12,
    toldRows = 0,
  } = props;
  const width = overlayWidth(wanted, columns);
  const isNarrow = toldRows > 0 && width - 4 < roomForSentence;
  const height = overlayRows(wantedHeight, rows - 2 - (isNarrow ? toldRows + 1 : 0));
  const { state, found } = usePicker(props, height);
  const lines = [
    ...pickerLines(state, found, { width: width - 4, height, placeholder, empty, unicode }),
    ...(isNarrow ? [line((unicode ? '─' : '-').repeat(width - 4), 'border')] : []),
    ...(isNarrow ? toldLines(found[state.list.cursor], width - 4, toldRows).map((one) => line(one)) : []),
  ];
  usePickerSpeech(placeholder === '' ? title : placeholder, state, found, empty);
  return <Overlay title={title} lines={lines} width={width} />;
}

export function Picker<Value>(props: PickerProps<Value>) {
  return (
    <OverlayLayer>
      <PickerBox {...props} />
    </OverlayLayer>
  );
}
