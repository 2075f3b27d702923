/**
 * A table with a cursor and marks. Props in the manner of ink-table (`data`, `columns`), which itself can't be loaded
 * by Ink 4 or later. Only the rows on the screen are drawn.
 */
import { useMemo } from 'react';
import { useConsole } from '../console.tsx';
import { StyledLines } from '../lines/styled-text.tsx';
import { fitLine, line, span, wholeLine, type StyledLine, type Tone } from '../lines/styled.ts';
import { headLine, layout, rowLine, spokenRow, type Column } from './table-layout.ts';
import type { Place } from '../speech/speech.ts';
import { safe, wrap } from '../lines/text.ts';
import { useSpeech } from '../speech/use-speech.ts';

export type { Column } from './table-layout.ts';

/** Room before the first column: the cursor's sign and the mark's, since colour is never the only sign. */
const gutter = 2;

export interface TableProps<Row extends object> {
  readonly data: readonly Row[];
  /** Where there are none, there is no head either. */
  readonly columns: readonly Column<Row>[];
  readonly width: number;
  /** Rows of the screen, the head included. */
  readonly height: number;
  readonly cursor: number;
  /** First row shown, see list-state.ts. */
  readonly top: number;
  readonly isMarked?: (row: Row) => boolean;
  /** A tone for a whole row; the cursor's row has its own. */
  readonly toneOf?: (row: Row) => Tone | undefined;
  /** Which of how many rows the cursor is on, where `data` holds only those on the screen. */
  readonly place?: Place;
  /** Shown instead of rows when there are none: what to do next. */
  readonly empty?: string;
  /** False when another part has the keys: the cursor is then shown without its bar. */
  readonly focused?: boolean;
}

/** Rows of data that fit under the head. */
export function tableRows(height: number): number {
  return Math.max(0, height - 1);
}

interface Looks {
  readonly selected: boolean;
  readonly marked: boolean;
  readonly focused: boolean;
  readonly unicode: boolean;
  readonly tone: Tone | undefined;
}

/** A row with its signs: `›` for the cursor, `✓` for a mark. */
export function decorate(content: StyledLine, width: number, looks: Looks): StyledLine {
  const cursorSign = looks.selected ? (looks.unicode ? '›' : '>') : ' ';
  const markSign = looks.marked ? (looks.unicode ? '✓' : '*') : ' ';
  const whole = [span(cursorSign + markSign, looks.marked ? 'marked' : undefined), ...content];
  if (looks.selected && looks.focused) return wholeLine(whole, width, 'selected');
  const tone = looks.tone ?? (looks.marked ? 'marked' : undefined);
  return tone === undefined ? fitLine(whole, width) : wholeLine(whole, width, tone);
}

export function Table<Row extends object>(props: TableProps<Row>) {
  const { data, columns, width, height, cursor, top, isMarked, toneOf, empty = '', focused = true } = props;
  const { unicode } = useConsole();
  const placed = useMemo(() => layout(columns, width - gutter), [columns, width]);
  const shown = data.slice(top, top + tableRows(height));
  const { place = { index: cursor, count: data.length } } = props;
  useSpeech(() => {
    const row = data[cursor];
    if (row === undefined) return { kind: 'row', text: empty };
    const mark = isMarked?.(row) === true ? '✓ ' : '';
    return { kind: 'row', text: mark + spokenRow(row, columns), place };
  });
  const head = fitLine([span(' '.repeat(gutter)), ...headLine(placed)], width);
  const none = wrap(safe(empty), width - 4).map((text) => line(`  ${text}`, 'muted'));
  const rows = shown.map((row, index) => {
    const looks: Looks = {
      selected: top + index === cursor,
      marked: isMarked?.(row) ?? false,
      focused,
      unicode,
      tone: toneOf?.(row),
    };
    return decorate(rowLine(row, placed), width, looks);
  });
  const lines = [...(placed.length > 0 ? [head] : []), ...(rows.length === 0 ? none : rows)];
  return <StyledLines lines={lines} width={width} height={height} />;
}
