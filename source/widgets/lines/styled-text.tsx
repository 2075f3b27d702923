/** Styled lines in Ink: many of them are one node, a single one is memoised on its finished string. */
import { Box, Text, Transform } from 'ink';
import { memo } from 'react';
import { useConsole } from '../console.tsx';
import { fitLine, toAnsi, type StyledLine, type Tone } from './styled.ts';
import type { Theme } from './theme.ts';

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

interface Made {
  readonly width: number;
  readonly theme: Theme;
  readonly ansi: string;
}

const made = new WeakMap<StyledLine, Made>();

/** A line that is the same object as before is not made again: of a list where the cursor moves, all but two. */
function ansiOf(line: StyledLine, width: number, theme: Theme): string {
  const before = made.get(line);
  if (before?.width === width && before.theme === theme) return before.ansi;
  const ansi = toAnsi(fitLine(line, width), theme);
  made.set(line, { width, theme, ansi });
  return ansi;
}

const nothing: StyledLine = [];

interface BlockProps {
  readonly rows: readonly string[];
}

/**
 * Rows below each other as one text. What is laid out is always the same, a space a row, and what is drawn takes its place: a
 * key that changes rows has nothing measured and nothing laid out anew, and React goes through one node where there were forty.
 */
const Block = memo(
  function Block({ rows }: BlockProps) {
    return (
      <Transform transform={(_, index) => rows[index] ?? ''}>{rows.map(() => ' ').join('\n')}</Transform>
    );
  },
  ({ rows: old }, { rows }) => old.length === rows.length && rows.every((row, index) => row === old[index]),
);

export interface StyledLinesProps {
  readonly lines: readonly StyledLine[];
  readonly width: number;
  /** Fills up with empty rows to this height, and shows no more than it. */
  readonly height?: number;
}

export function StyledLines({ lines, width, height = lines.length }: StyledLinesProps) {
  const { theme } = useConsole();
  const rows = Array.from({ length: height }, (_, index) => ansiOf(lines[index] ?? nothing, width, theme));
  return (
    <Box flexDirection="column" flexShrink={0} height={height} width={width}>
      {height > 0 && <Block rows={rows} />}
    </Box>
  );
}
