/** A list and beside it a preview, which gives way on a narrow screen. */
import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useConsole } from './console.tsx';
import { StyledLines } from './styled-text.tsx';
import { line } from './styled.ts';

/** Below this a preview would leave neither side enough. */
const narrowest = 100;

export interface SplitWidths {
  readonly left: number;
  /** Null: no preview. */
  readonly right: number | null;
}

/** One cell between the two belongs to the line. */
export function splitWidths(columns: number, ratio = 0.56, wanted = true): SplitWidths {
  if (!wanted || columns < narrowest) return { left: columns, right: null };
  const left = Math.round(columns * ratio);
  return { left, right: columns - left - 1 };
}

export interface SplitPaneProps {
  readonly widths: SplitWidths;
  readonly height: number;
  readonly left: ReactNode;
  readonly right: ReactNode;
}

export function SplitPane({ widths, height, left, right }: SplitPaneProps) {
  const { unicode } = useConsole();
  const border = Array.from({ length: height }, () => line(unicode ? '│' : '|', 'border'));
  return (
    <Box height={height} flexShrink={0} overflow="hidden">
      <Box width={widths.left} flexShrink={0} flexDirection="column" overflow="hidden">
        {left}
      </Box>
      {widths.right !== null && <StyledLines lines={border} width={1} />}
      {widths.right !== null && (
        <Box width={widths.right} flexShrink={0} flexDirection="column" overflow="hidden">
          {right}
        </Box>
      )}
    </Box>
  );
}
