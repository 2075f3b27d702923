/** Lines longer than the screen, with a sign at the edge when there is more. */
import { useConsole } from '../console.tsx';
import type { ListMove } from './list-state.ts';
import { StyledLines } from '../lines/styled-text.tsx';
import { fitLine, span, type StyledLine } from '../lines/styled.ts';
import { useTextSpeech } from '../speech/use-speech.ts';

/** The first line shown after a move; the last line never leaves the bottom of the view. */
export function scroll(top: number, move: ListMove, count: number, height: number): number {
  const lowest = Math.max(0, count - height);
  const page = Math.max(1, height - 1);
  const target = {
    down: top + 1,
    up: top - 1,
    pageDown: top + page,
    pageUp: top - page,
    first: 0,
    last: lowest,
  }[move];
  return Math.max(0, Math.min(target, lowest));
}

export interface ScrollView {
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly unicode: boolean;
}

export function scrolledLines(
  lines: readonly StyledLine[],
  { top, width, height, unicode }: ScrollView,
): StyledLine[] {
  const shown = lines.slice(top, top + height);
  const above = top > 0;
  const below = top + height < lines.length;
  return shown.map((one, index) => {
    const sign =
      index === 0 && above
        ? unicode
          ? '↑'
          : '^'
        : index === height - 1 && below
          ? unicode
            ? '↓'
            : 'v'
          : ' ';
    return [...fitLine(one, width - 1), span(sign, 'muted')];
  });
}

export interface ScrollViewProps {
  /** False where a cursor moves in it: then its row is said, not all of it. */
  readonly spoken?: boolean;
  readonly lines: readonly StyledLine[];
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function ScrollView({ lines, spoken = true, ...view }: ScrollViewProps) {
  const { unicode } = useConsole();
  useTextSpeech(spoken ? lines : []);
  return (
    <StyledLines lines={scrolledLines(lines, { ...view, unicode })} width={view.width} height={view.height} />
  );
}
