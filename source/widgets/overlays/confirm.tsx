/** Asks before what can't be seen coming. Cancel is the chosen button at first: a stray Enter changes nothing. */
import { useState } from 'react';
import { useConsole } from '../console.tsx';
import { Overlay, OverlayLayer, overlayWidth } from './overlay.tsx';
import { line, lineWidth, span, type Span, type StyledLine } from '../lines/styled.ts';
import { safe, wrap } from '../lines/text.ts';
import { useActions } from '../use-actions.ts';
import { useSpeech, useTextSpeech } from '../speech/use-speech.ts';

export interface ConfirmProps {
  readonly title: string;
  /** What will happen, and to what. */
  readonly text: readonly string[];
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function button(label: string, chosen: boolean, unicode: boolean): Span {
  const sign = chosen ? (unicode ? '›' : '>') : ' ';
  return { text: `${sign} ${safe(label)}  `, ...(chosen && { tone: 'selected' as const }) };
}

export function confirmLines(
  props: ConfirmProps,
  confirming: boolean,
  width: number,
  unicode: boolean,
): StyledLine[] {
  const text = props.text.flatMap((one) => wrap(safe(one), width)).map((one) => line(one));
  const buttons = [
    button(props.cancelLabel, !confirming, unicode),
    span('   '),
    button(props.confirmLabel, confirming, unicode),
  ];
  const before = Math.max(0, width - lineWidth(buttons));
  return [...text, [], [span(' '.repeat(before)), ...buttons]];
}

function ConfirmBox(props: ConfirmProps) {
  const { columns, unicode } = useConsole();
  const [confirming, setConfirming] = useState(false);
  const { onConfirm, onCancel } = props;
  useActions('confirm', {
    'confirm.switch': () => setConfirming((old) => !old),
    'confirm.choose': () => (confirming ? onConfirm() : onCancel()),
    'confirm.yes': onConfirm,
    'confirm.no': onCancel,
  });
  const width = overlayWidth(60, columns);
  const { confirmLabel, cancelLabel } = props;
  useTextSpeech(props.text.map((one) => line(safe(one))));
  useSpeech(() => ({
    kind: 'row',
    text: confirming ? confirmLabel : cancelLabel,
    place: { index: confirming ? 1 : 0, count: 2 },
  }));
  return (
    <Overlay title={props.title} lines={confirmLines(props, confirming, width - 4, unicode)} width={width} />
  );
}

export function Confirm(props: ConfirmProps) {
  return (
    <OverlayLayer>
      <ConfirmBox {...props} />
    </OverlayLayer>
  );
}
