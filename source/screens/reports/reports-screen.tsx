/** Reports: the status report for the steering group, read here and written to a file. */
import { useState } from 'react';
import { makeReport } from '../../services/reporting/report.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useConsole } from '../../widgets/console.tsx';
import type { ListMove } from '../../widgets/list-state.ts';
import { scroll, ScrollView } from '../../widgets/scroll-view.tsx';
import { StyledText } from '../../widgets/styled-text.tsx';
import { fitLine, span, spread } from '../../widgets/styled.ts';
import { useApp, useData, useWords } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { askFile } from '../prompt/ask-file.tsx';
import { reportLines } from '../report-lines.ts';

export function ReportsScreen() {
  const app = useApp();
  const { columns, rows, unicode } = useConsole();
  const { words } = useWords();
  const [top, setTop] = useState(0);
  const [sinceStart, setSinceStart] = useState(false);
  const report = useData(
    ({ project }, language) =>
      makeReport(project, { kind: 'status', language, format: 'md', ...(sinceStart && { since: null }) }),
    [sinceStart],
  );
  const width = Math.min(columns - 2, 110); // the arrows of what is above and below stand at the edge
  const lines = reportLines(report.text, width, unicode);
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
    'report.export': () =>
      askFile(app, words.reports.exportTitle, report.text, `${words.reports.file}-${report.to}.md`),
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
