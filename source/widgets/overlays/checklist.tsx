/** What is proposed, each to be ticked or not: Space ticks, Enter takes the ticked ones. */
import { useState } from 'react';
import type { ActionId } from '../../keys/actions.ts';
import type { Context } from '../../keys/default-keys.ts';
import { useConsole } from '../console.tsx';
import { Overlay, OverlayLayer, overlayRows, overlayWidth } from './overlay.tsx';
import { fitLine, line, span, wholeLine, type StyledLine } from '../lines/styled.ts';
import { safe, wrap } from '../lines/text.ts';
import { useActions } from '../use-actions.ts';
import { useSelectedSpeech, useTextSpeech } from '../speech/use-speech.ts';

export interface ChecklistItem {
  readonly label: string;
  /** Shown after it, muted. */
  readonly hint: string;
}

export interface ChecklistProps {
  readonly title: string;
  /** Said above the items. */
  readonly text: readonly string[];
  readonly items: readonly ChecklistItem[];
  /** What the keys do, below the items. */
  readonly hint: string;
  /** The places of the ticked items. */
  readonly onAccept: (ticked: readonly number[]) => void;
  readonly onCancel: () => void;
  /** Keys with words of their own: “choose” would say something else than what is done. */
  readonly keys: ChecklistKeys;
}

export interface ChecklistKeys {
  readonly context: Context;
  readonly accept: ActionId;
  readonly cancel: ActionId;
}

export interface ChecklistView {
  readonly cursor: number;
  readonly ticked: ReadonlySet<number>;
  readonly width: number;
  readonly height: number;
  readonly unicode: boolean;
}

export function checklistLines(
  { text, items, hint }: Pick<ChecklistProps, 'text' | 'items' | 'hint'>,
  { cursor, ticked, width, height, unicode }: ChecklistView,
): StyledLine[] {
  const said = text.flatMap((one) => wrap(safe(one), width)).map((one) => line(one));
  const room = Math.max(1, height - said.length - 2);
  const top = Math.max(0, Math.min(cursor - room + 1, items.length - room));
  const rows = items.slice(top, top + room).map((item, index): StyledLine => {
    const place = top + index;
    const isHere = place === cursor;
    const row = [
      span(
        `${isHere ? (unicode ? '›' : '>') : ' '} ${ticked.has(place) ? '[x]' : '[ ]'} ${safe(item.label)}`,
      ),
      span(item.hint === '' ? '' : `  ${safe(item.hint)}`, 'muted'),
    ];
    return isHere ? wholeLine(row, width, 'selected') : fitLine(row, width);
  });
  return [...said, ...rows, [], ...wrap(safe(hint), width).map((one) => line(one, 'muted'))];
}

function ChecklistBox(props: ChecklistProps) {
  const { columns, rows, unicode } = useConsole();
  const { title, items, onAccept, onCancel, keys } = props;
  const [cursor, setCursor] = useState(0);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(() => new Set(items.keys()));
  const move = (step: number) => () =>
    setCursor((old) => Math.max(0, Math.min(items.length - 1, old + step)));
  const toggle = (): void =>
    setTicked((old) => {
      const next = new Set(old);
      if (!next.delete(cursor) && items.length > 0) next.add(cursor);
      return next;
    });
  useActions(keys.context, {
    // Where there is nothing to tick, no key says that it ticks.
    ...(items.length > 0 && {
      'list.down': move(1),
      'list.up': move(-1),
      'check.toggle': toggle,
      'list.markAll': () => setTicked((old) => new Set(old.size === items.length ? [] : items.keys())),
    }),
    [keys.accept]: () => onAccept([...ticked].toSorted((one, other) => one - other)),
    [keys.cancel]: onCancel,
  });
  const width = overlayWidth(100, columns);
  const height = overlayRows(22, rows - 2);
  useTextSpeech([...props.text, props.hint].map((one) => line(safe(one))));
  const lines = checklistLines(props, { cursor, ticked, width: width - 4, height, unicode });
  useSelectedSpeech(lines, { index: cursor, count: items.length });
  return <Overlay title={title} lines={lines} width={width} />;
}

export function Checklist(props: ChecklistProps) {
  return (
    <OverlayLayer>
      <ChecklistBox {...props} />
    </OverlayLayer>
  );
}
