/** A box over the middle of the screen. What stands in it hears keys before everything below. */
import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Layer, useConsole } from '../console.tsx';
import { frameLines } from '../lines/frame.ts';
import { StyledLines } from '../lines/styled-text.tsx';
import { useSpeech } from '../speech/use-speech.ts';
import type { StyledLine } from '../lines/styled.ts';

/** As wide as wanted, with a margin where the screen is narrow. */
export function overlayWidth(wanted: number, columns: number): number {
  return Math.max(20, Math.min(wanted, columns - 4));
}

/** Rows that fit into a box, its border taken off. */
export function overlayRows(wanted: number, rows: number): number {
  return Math.max(1, Math.min(wanted, rows - 4));
}

export interface OverlayProps {
  readonly title: string;
  readonly lines: readonly StyledLine[];
  readonly width: number;
}

/**
 * Lines in a frame, in the middle, a little above it. Every line fills its width with characters, and Ink's own
 * `backgroundColor` is not needed: it would paint a colour even where the theme has none.
 */
export function Overlay({ title, lines, width }: OverlayProps) {
  const { columns, rows, unicode } = useConsole();
  useSpeech(() => ({ kind: 'where', text: title }));
  const framed = frameLines(title, lines.slice(0, rows - 2), width, unicode);
  const left = Math.max(0, Math.floor((columns - width) / 2));
  const top = Math.max(0, Math.floor((rows - framed.length) / 3));
  return (
    <Box position="absolute" marginLeft={left} marginTop={top} width={width} flexShrink={0}>
      <StyledLines lines={framed} width={width} />
    </Box>
  );
}

/** Puts the parts of an overlay on a layer of their own. */
export function OverlayLayer({ children }: { readonly children: ReactNode }) {
  return <Layer>{children}</Layer>;
}
