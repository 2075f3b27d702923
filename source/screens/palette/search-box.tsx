/** A picker whose choices are looked up as one types: for records, of which there may be many thousand. */
import { useMemo, useReducer } from 'react';
import { useConsole } from '../../widgets/console.tsx';
import type { ListMove } from '../../widgets/lists/list-state.ts';
import { Overlay, OverlayLayer, overlayRows, overlayWidth } from '../../widgets/overlays/overlay.tsx';
import { pickerLines, usePickerSpeech } from '../../widgets/overlays/picker.tsx';
import {
  emptyPicker,
  pickerReducer,
  type Choice,
  type PickerEvent,
  type PickerState,
} from '../../widgets/overlays/picker-state.ts';
import { edit, editing } from '../../widgets/typing/text-editing.ts';
import { useActions } from '../../widgets/use-actions.ts';

export interface SearchBoxProps<Value> {
  readonly title: string;
  readonly placeholder: string;
  readonly empty: string;
  readonly find: (text: string) => readonly Choice<Value>[];
  readonly onChoose: (value: Value, text: string) => void;
  /** Tab: to a form with what is chosen, or with what is typed. */
  readonly onForm?: (value: Value | undefined, text: string) => void;
  /** Tab: what of a choice is put into the line, to be gone on with. */
  readonly fill?: (choice: Choice<Value>) => string;
  readonly onCancel: () => void;
  readonly context: 'palette' | 'picker';
  readonly width?: number;
  /** What is looked for at first: what was typed where the box was opened. */
  readonly initial?: string;
  /** Changes when what is found may be another for the same text. */
  readonly revision?: number;
}

function SearchBoxInside<Value>(props: SearchBoxProps<Value>) {
  const { columns, rows, unicode } = useConsole();
  const {
    title,
    placeholder,
    empty,
    find,
    onChoose,
    onForm,
    fill,
    onCancel,
    context,
    width: wanted = 84,
    initial = '',
    revision = 0,
  } = props;
  const [state, dispatch] = useReducer<PickerState, [PickerEvent]>(pickerReducer, {
    ...emptyPicker,
    filter: editing(initial),
  });
  const width = overlayWidth(wanted, columns);
  const height = overlayRows(14, rows - 4);
  const { text } = state.filter;
  // oxlint-disable-next-line react/exhaustive-deps -- looked up again when the text or the file changes, not at each drawing
  const found = useMemo(() => find(text), [text, revision]);
  const chosen = found[state.list.cursor];
  const move = (name: ListMove) => () => dispatch({ type: 'move', move: name, count: found.length, height });
  useActions(
    context,
    {
      'pick.down': move('down'),
      'pick.up': move('up'),
      'pick.pageDown': move('pageDown'),
      'pick.pageUp': move('pageUp'),
      'pick.choose': () => {
        if (chosen !== undefined) onChoose(chosen.value, text);
      },
      ...(onForm !== undefined && { 'pick.form': () => onForm(chosen?.value, text) }),
      ...(fill !== undefined && {
        'pick.fill': () => {
          if (chosen !== undefined) dispatch({ type: 'fill', text: fill(chosen) });
        },
      }),
      'pick.cancel': onCancel,
    },
    {
      onKey: (event) => {
        if (edit(state.filter, event) === null) return false;
        dispatch({ type: 'key', event });
        return true;
      },
      onPaste: (pasted) => {
        dispatch({ type: 'paste', text: pasted });
        return true;
      },
    },
  );
  usePickerSpeech(placeholder, state, found, empty);
  const lines = pickerLines(state, found, { width: width - 4, height, placeholder, empty, unicode });
  return <Overlay title={title} lines={lines} width={width} />;
}

export function SearchBox<Value>(props: SearchBoxProps<Value>) {
  return (
    <OverlayLayer>
      <SearchBoxInside {...props} />
    </OverlayLayer>
  );
}
