/** Reports: the status report for the steering group, read here and written to a file. */
import { useState } from 'react';
import { makeReport } from '../../services/report.ts';
import { writeReport } from '../../services/report-file.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useConsole } from '../../widgets/console.tsx';
import type { ListMove } from '../../widgets/list-state.ts';
import { scroll, ScrollView } from '../../widgets/scroll-view.tsx';
import { StyledText } from '../../widgets/styled-text.tsx';
import { fitLine, line, span, spread, type StyledLine } from '../../widgets/styled.ts';
import { safe, wrap } from '../../widgets/text.ts';
import { openOverlay, perform, useApp, useData, useWords, type App } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { Prompt } from '../prompt/prompt.tsx';
import { wordsOf } from '../record/change-actions.tsx';

/** `**so**` becomes bold; the stars that a wrapped line has cut apart stay. */
function boldSpans(text: string): StyledLine {
  return text
    .split(/\*\*([^*]+)\*\*/)
    .map((part, index) => (index % 2 === 1 ? { text: part, bold: true } : { text: part }))
    .filter((part) => part.text !== '');
}

/** Markdown reads well raw; headings and table rules get their tones, and long lines the width of the screen. */
function reportLines(text: string, width: number): StyledLine[] {
  return text.split('\n').flatMap((raw): StyledLine[] => {
    const shown = safe(raw);
    if (/^#+ /.test(shown)) return [line(` ${shown.replace(/^#+ /, '')}`, 'heading')];
    if (/^\|[ :|-]+\|$/.test(shown)) return [line(` ${shown}`, 'border')];
    const indent = /^(\| |[-*] |\d+\. )/.test(shown) ? '    ' : ' ';
    return wrap(shown, Math.max(20, width - 6)).map((part, index) =>
      part === '' ? [] : [span(index === 0 ? ' ' : indent), ...boldSpans(part)],
    );
  });
}

function askExport(app: App, text: string, name: string): void {
  const words = wordsOf(app);
  openOverlay(app, (close) => (
    <Prompt
      title={words.reports.exportTitle}
      placeholder={words.reports.exportHint}
      initial={name}
      understand={() => ({ ok: true, text: words.reports.exportHint })}
      onCancel={close}
      onEnter={(path) => {
        close();
        perform(
          app,
          () => writeReport(path, text),
          (written) => ({ kind: 'done', text: words.reports.written(written), hint: '' }),
        );
      }}
    />
  ));
}

export function ReportsScreen() {
  const app = useApp();
  const { columns, rows } = useConsole();
  const { words } = useWords();
  const [top, setTop] = useState(0);
  const [sinceStart, setSinceStart] = useState(false);
  const report = useData(
    ({ project }, language) =>
      makeReport(project, { kind: 'status', language, format: 'md', ...(sinceStart && { since: null }) }),
    [sinceStart],
  );
  const width = Math.min(columns, 110);
  const lines = reportLines(report.text, width);
  const height = bodyHeight(rows) - 1;
  const move = (name: ListMove) => () => setTop((old) => scroll(old, name, lines.length, height));
  const other = (): void => {
    setTop(0);
    setSinceStart((old) => !old);
  };
  useActions('detail', {
    'list.down': move('down'),
    'list.up': move('up'),
    'list.pageDown': move('pageDown'),
    'list.pageUp': move('pageUp'),
    'list.first': move('first'),
    'list.last': move('last'),
    'tab.next': other,
    'tab.previous': other,
    'report.export': () => askExport(app, report.text, `${words.reports.file}-${report.to}.md`),
  });
  const strip = spread(
    [span(` ${words.reports.status} `, 'title'), span(` ${sinceStart ? words.reports.whole : words.reports.last}`, 'muted')], // prettier-ignore
    [span(`${words.reports.keys} `, 'muted')],
    columns,
  );
  return (
    <>
      <StyledText line={fitLine(strip, columns)} />
      <ScrollView
        lines={lines}
        top={Math.min(top, Math.max(0, lines.length - height))}
        width={columns}
        height={height}
      />
    </>
  );
}
