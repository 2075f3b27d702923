/** How far long work has come. It can be stopped; everything below waits. */
import { progressBar } from '../lines/charts.ts';
import { useConsole } from '../console.tsx';
import { Overlay, OverlayLayer, overlayWidth } from './overlay.tsx';
import { line, span, type StyledLine } from '../lines/styled.ts';
import { safe } from '../lines/text.ts';
import { useActions } from '../use-actions.ts';

export interface ProgressProps {
  readonly title: string;
  /** What is being done just now. */
  readonly stage: string;
  /** How much of it is done, in words: `1 200 / 50 000`. */
  readonly count: string;
  /** Between 0 and 1; null where nobody knows how much there is. */
  readonly part: number | null;
  /** What the key does, or that it was pressed. */
  readonly hint: string;
  readonly onStop: () => void;
}

export function progressLines(
  { stage, count, part, hint }: Omit<ProgressProps, 'title' | 'onStop'>,
  width: number,
  unicode: boolean,
): StyledLine[] {
  const percent = part === null ? '' : ` ${String(Math.floor(part * 100)).padStart(3)} %`;
  const bar = part === null ? '' : progressBar(part, width - percent.length, unicode);
  return [
    [span(safe(stage)), span(count === '' ? '' : `  ${safe(count)}`, 'muted')],
    [span(bar, 'accent'), span(percent)],
    line(safe(hint), 'muted'),
  ];
}

function ProgressBox({ title, onStop, ...rest }: ProgressProps) {
  const { columns, unicode } = useConsole();
  useActions('work', { 'work.stop': onStop });
  const width = overlayWidth(60, columns);
  return <Overlay title={title} lines={progressLines(rest, width - 4, unicode)} width={width} />;
}

export function ProgressOverlay(props: ProgressProps) {
  return (
    <OverlayLayer>
      <ProgressBox {...props} />
    </OverlayLayer>
  );
}
