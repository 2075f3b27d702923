/** What a row's record says, beside the list. */
import { useEffect, useMemo } from 'react';
import { StyledLines } from '../../widgets/lines/styled-text.tsx';
import type { StyledLine } from '../../widgets/lines/styled.ts';
import { useConsole } from '../../widgets/console.tsx';
import { recordView } from '../../services/reading/record-view.ts';
import { useApp, useData, useWords } from '../app.tsx';
import { recordPage } from './record-lines.ts';

export interface PreviewProps {
  readonly rows: readonly { readonly id: number }[];
  /** Of the rows, the one whose record is shown; those above and below it are read once it has been drawn. */
  readonly cursor: number;
  readonly width: number;
  readonly height: number;
}

const mostKept = 20;
const nothing: readonly StyledLine[] = [];

/** The lines of records, kept until the file, the language or the room for them has changed. */
function usePages(width: number): (id: number) => readonly StyledLine[] {
  const { unicode } = useConsole();
  const app = useApp();
  const { language } = useWords();
  const kept = useData(() => new Map<number, readonly StyledLine[]>(), [width, unicode]);
  return useMemo(
    () => (id) => {
      const before = kept.get(id);
      if (before !== undefined) return before;
      const { project } = app;
      const view = recordView(project, id, language, true);
      const lines = recordPage(view, { project, width, language, unicode }).map(({ content }) => content);
      if (kept.size >= mostKept) kept.clear();
      kept.set(id, lines);
      return lines;
    },
    [kept, app, language, width, unicode],
  );
}

export function Preview({ rows, cursor, width, height }: PreviewProps) {
  const pageOf = usePages(width);
  const [row, below, above] = [rows[cursor], rows[cursor + 1], rows[cursor - 1]];
  const { project } = useApp();
  // After every drawing: what has been read before costs nothing. Of an earlier day nothing is read that nobody asked for.
  useEffect(() => {
    if (row === undefined || width === 0 || project.asOf !== null) return undefined;
    const reading = setImmediate(() => {
      for (const next of [below, above]) if (next !== undefined) pageOf(next.id);
    });
    return () => clearImmediate(reading);
  });
  const lines = row === undefined || width === 0 ? nothing : pageOf(row.id);
  return <StyledLines lines={lines} width={width} height={height} />;
}
