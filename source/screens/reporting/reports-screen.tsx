/** Reports: drawn as of now or read as they were handed over; written for, exported and handed over from here. */
import { useState } from 'react';
import { registerOf } from '../../registers/index.ts';
import { comingLines, draftForForm, linesOn } from '../../services/reporting/report-writing.ts';
import { readKept } from '../../services/reporting/keeping.ts';
import { makeReport } from '../../services/reporting/report.ts';
import { formatSpan } from '../../services/reading/days.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import type { Language } from '../../language/index.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useConsole } from '../../widgets/console.tsx';
import type { ListMove } from '../../widgets/lists/list-state.ts';
import { scroll, ScrollView } from '../../widgets/lists/scroll-view.tsx';
import { StyledText } from '../../widgets/lines/styled-text.tsx';
import { fitLine, span } from '../../widgets/lines/styled.ts';
import { go, say, useApp, useData, useSession, useWords, type App } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { movesBy, turnsTabs } from '../list-keys.ts';
import { tabsOfScreen } from '../session/navigation.ts';
import { wordsOf } from '../record/change-actions.tsx';
import { capital } from '../record/record-lines.ts';
import { stripLine } from '../register/strip-line.ts';
import { reportLines } from './report-lines.ts';
import { formPage, freshList, open, tabOf } from '../session/session.ts';
import { askExport, askKeep, askReport, askSpan } from './report-menus.tsx';
import { askLines } from './put-lines.tsx';
import { first, spanOptions, type Shown } from './shown-report.ts';

interface Read {
  readonly text: string;
  readonly title: string;
  readonly about: string;
  /** What a file of it is called. */
  readonly file: string;
}

/** A report that was handed over and taken back since is drawn anew. */
function read(app: App, shown: Shown, language: Language): Read {
  const { project } = app;
  const words = wordsOf(app).reports;
  if (shown.kind === 'kept') {
    const record = getRecord(project, shown.id);
    if (record.removedStep !== null || record['state'] !== 'kept') return read(app, first, language);
    const text = readKept(project, shown.id, 'md').toString('utf8');
    const days = formatSpan({ from: String(record['starts']), to: String(record['ends']) }, language);
    const title = `${record.code ?? ''} ${record.heading}`;
    return { text, title, about: `${words.keptAsWas} · ${days}`, file: `${words.file}-${record.code ?? ''}` };
  }
  const made = makeReport(project, {
    kind: shown.report,
    language,
    format: 'md',
    ...spanOptions(shown.report, shown.span),
  });
  const kind = registerOf('report').fields['kind']?.choices?.[shown.report]?.[language] ?? shown.report;
  return {
    text: made.text,
    title: capital(kind),
    about: formatSpan({ from: made.from, to: made.to }, language),
    file: `${kind.replaceAll(/\s+/gu, '-')}-${made.to}`,
  };
}

/** Only the status report is written for; the others are drawn from the records alone. */
function takesTexts({ project }: App, shown: Shown): boolean {
  return (shown.kind === 'drawn' ? shown.report : getRecord(project, shown.id)['kind']) === 'status';
}

/** The texts are those of the coming report: said where another is being read. */
function writeTexts(app: App, shown: Shown): void {
  const words = wordsOf(app).reports;
  const [id, preset] = draftForForm(app.project);
  go(app, open(formPage('report', id, preset)));
  const lines = id === null ? [] : linesOn(app.project, id);
  const said = [
    ...(shown.kind === 'kept' ? [words.writesComing(getRecord(app.project, shown.id).code ?? '')] : []),
    ...(lines.length === 0 ? [] : [words.alsoOn(lines.length, lines.join(', '))]),
  ];
  if (said.length > 0) say(app, 'note', said.join(' '));
}

export function ReportsScreen() {
  const app = useApp();
  const { columns, rows, unicode, speaker = null } = useConsole();
  const { language, words } = useWords();
  const [top, setTop] = useState(0);
  const shown = useSession((state) => state.report ?? first);
  const put = useData(({ project }) => comingLines(project).length, []);
  const index = useSession((state) => tabOf(state).index);
  const report = useData((_, spoken) => read(app, shown, spoken), [shown]);
  const isKept = shown.kind === 'kept';
  const width = Math.min(columns - 2, 110); // the arrows of what is above and below stand at the edge
  const lines = reportLines(report.text, width, { unicode, spoken: speaker !== null });
  const height = bodyHeight(rows) - 2;
  const show = (next: Shown): void => {
    setTop(0);
    go(app, (state) => ({ ...state, report: next }));
  };
  useActions('report', {
    ...movesBy((name: ListMove) => setTop((old) => scroll(old, name, lines.length, height))),
    ...turnsTabs(app),
    'report.kind': () => askReport(app, show),
    'report.span': {
      run: () => askSpan(app, (chosen) => show(shown.kind === 'drawn' ? { ...shown, span: chosen } : shown)),
      whyNot: () => (isKept ? words.reports.isKept : null),
    },
    // What is still written goes on the coming report, not on this one.
    'report.write': {
      aside: isKept,
      run: () => writeTexts(app, shown),
      whyNot: () => (takesTexts(app, shown) ? null : words.reports.noTexts),
    },
    'report.lines': { aside: isKept, run: () => askLines(app) },
    'report.keep': {
      run: () => askKeep(app, shown, (id) => show({ kind: 'kept', id })),
      whyNot: () => (isKept ? words.reports.isKept : null),
    },
    'report.export': () => askExport(app, shown, report.file),
    'copy.markdown': () => {
      app.copy(report.text);
      say(app, 'done', words.toast.copied(report.title));
    },
  });
  const tabs = { tabs: tabsOfScreen.reports, index, count: null, memory: freshList, definition: null };
  const lineCount = put > 0 && takesTexts(app, shown) ? ` · ${words.reports.lineCount(put)} (B)` : '';
  const head = [span(` ${report.title} `, 'title'), span(` ${report.about}${lineCount}`, 'muted')];
  return (
    <>
      <StyledText line={stripLine(tabs, { width: columns, language, unicode })} />
      <StyledText line={fitLine(head, columns)} />
      <ScrollView
        lines={lines}
        top={Math.min(top, Math.max(0, lines.length - height))}
        width={columns}
        height={height}
      />
    </>
  );
}
