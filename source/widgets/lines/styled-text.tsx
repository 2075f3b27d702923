/** Styled lines in Ink: one `<Text>` a row, memoised on the finished string, as measured to be twice as fast a key. */
import { Box, Text } from 'ink';
import { memo } from 'react';
import { useConsole } from '../console.tsx';
import { fitLine, toAnsi, type StyledLine, type Tone } from './styled.ts';

const Row = memo(function Row({ ansi }: { readonly ansi: string }) {
  // An empty Text has no height, and the rows below would move up.
  return <Text wrap="truncate">{ansi === '' ? ' ' : ansi}</Text>;
});

export interface StyledTextProps {
  readonly line: StyledLine;
  /** Fills the row to this width, so that nothing below an overlay shines through. */
  readonly width?: number;
  readonly tone?: Tone;
}

export function StyledText({ line, width, tone }: StyledTextProps) {
  const { theme } = useConsole();
  return <Row ansi={toAnsi(width === undefined ? line : fitLine(line, width, tone), theme)} />;
}

export interface StyledLinesProps {
  readonly lines: readonly StyledLine[];
  readonly width?: number;
  /** Fills up with empty rows to this height, and shows no more than it. */
  readonly height?: number;
}

/** Rows below each other. They are told apart by their place: rows of a screen have no other identity. */
export function StyledLines({ lines, width, height = lines.length }: StyledLinesProps) {
  const rows = Array.from({ length: height }, (_, index) => lines[index] ?? []);
  return (
    <Box flexDirection="column" flexShrink={0} height={height} {...(width !== undefined && { width })}>
      {rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- see above
        <StyledText key={index} line={row} {...(width !== undefined && { width })} />
      ))}
    </Box>
  );
}
