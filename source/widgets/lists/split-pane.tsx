/** A list and beside it a preview, which gives way on a narrow screen. */
import { Box } from 'ink';
import { useMemo, type ReactNode } from 'react';
import { useConsole } from '../console.tsx';
import { StyledLines } from '../lines/styled-text.tsx';
import type { SplitWidths } from './split-widths.ts';
import { line } from '../lines/styled.ts';

export interface SplitPaneProps {
  readonly widths: SplitWidths;
  readonly height: number;
  readonly left: ReactNode;
  readonly right: ReactNode;
}

export function SplitPane({ widths, height, left, right }: SplitPaneProps) {
  const { unicode } = useConsole();
  const border = useMemo(
    () => Array.from({ length: height }, () => line(unicode ? '│' : '|', 'border')),
    [height, unicode],
  );
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
