/** One line asked over the screen: a day, a diary line, a path. What was understood is shown as one types. */
import { useState } from 'react';
import type { ActionId } from '../../keys/actions.ts';
import type { ActionHandlers } from '../../keys/dispatcher.ts';
import { useConsole } from '../../widgets/console.tsx';
import { Overlay, OverlayLayer, overlayWidth } from '../../widgets/overlays/overlay.tsx';
import { span, line, type StyledLine } from '../../widgets/lines/styled.ts';
import { safeLines, wrap } from '../../widgets/lines/text.ts';
import type { DayTurn } from '../form/day-field.ts';
import { edit, editing, insertLine, type EditState } from '../../widgets/typing/text-editing.ts';
import { fieldLine } from '../../widgets/typing/text-field.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useSpeech, useTypedSpeech } from '../../widgets/speech/use-speech.ts';

export interface Understood {
  readonly ok: boolean;
  /** Shown under the line: what it means, or why it can't be taken. */
  readonly text: string;
}

export interface PromptProps {
  readonly title: string;
  readonly placeholder: string;
  readonly initial?: string;
  /** Null while there is nothing to say. */
  readonly understand: (text: string) => Understood | null;
  /** Rows for what was understood. */
  readonly rows?: number;
  readonly onEnter: (text: string) => void;
  /** What Enter does, in a word for the footer. */
  readonly enter?: string;
  /** The line after the arrows have turned what it says: a day on, a month back. */
  readonly turn?: (text: string, turn: DayTurn) => string;
  /** A picture of what it says; always of one height. */
  readonly below?: (text: string) => readonly StyledLine[];
  /** To the form with what the line says. */
  readonly onForm?: (text: string) => void;
  readonly onCancel: (text: string) => void;
  /** What is pasted, if it is more than a line; true when taken. */
  readonly onPaste?: (text: string) => boolean;
}

const turnKeys = {
  'pick.down': 'later',
  'pick.up': 'earlier',
  'pick.pageDown': 'monthLater',
  'pick.pageUp': 'monthEarlier',
} as const satisfies Readonly<Partial<Record<ActionId, DayTurn>>>;

/** Keys that turn a day turn the one that is typed. */
const turns = (
  change: NonNullable<PromptProps['turn']>,
  set: (next: (old: EditState) => EditState) => void,
): ActionHandlers =>
  Object.fromEntries(
    Object.entries(turnKeys).map(([action, way]) => [
      action,
      () => set((old) => editing(change(old.text, way))),
    ]),
  );

function PromptBox(props: PromptProps) {
  const {
    title,
    placeholder,
    initial = '',
    understand,
    rows = 2,
    onEnter,
    onForm,
    onCancel,
    onPaste,
    turn,
    below,
    enter,
  } = props;
  const { columns, unicode } = useConsole();
  const [state, setState] = useState(() => editing(initial));
  const width = overlayWidth(68, columns);
  const inner = width - 4;
  const understood = understand(state.text);
  useActions(
    'picker',
    {
      'pick.choose': {
        run: () => {
          if (understood?.ok !== false) onEnter(state.text);
        },
        ...(enter !== undefined && { label: enter }),
      },
      'pick.cancel': () => onCancel(state.text),
      ...(turn !== undefined && turns(turn, setState)),
      ...(onForm !== undefined && { 'pick.form': () => onForm(state.text) }),
    },
    {
      onKey: (event) => {
        if (edit(state, event) === null) return false;
        setState((old) => edit(old, event) ?? old);
        return true;
      },
      onPaste: (text) => {
        if (onPaste?.(text) === true) return true;
        setState((old) => insertLine(old, text));
        return true;
      },
    },
  );
  useTypedSpeech(placeholder === '' ? title : placeholder, state);
  useSpeech(() => (understood === null ? null : { kind: 'note', text: understood.text }));
  const notes = safeLines(understood?.text ?? '').flatMap((text) => wrap(text, inner));
  const tone = understood?.ok === false ? 'warn' : 'muted';
  const lines: StyledLine[] = [
    [
      span(unicode ? '› ' : '> ', 'key'),
      ...fieldLine(state, { width: inner - 2, focused: true, placeholder }),
    ],
    ...Array.from({ length: rows }, (_, index) => line(notes[index] ?? '', tone)),
    ...(below?.(state.text) ?? []),
  ];
  return <Overlay title={title} lines={lines} width={width} />;
}

export function Prompt(props: PromptProps) {
  return (
    <OverlayLayer>
      <PromptBox {...props} />
    </OverlayLayer>
  );
}
