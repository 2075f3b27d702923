/** What was done, newest first: to one record, or to the whole project. */
import { formatDay } from '../../services/reading/days.ts';
import { recordChanges, type FieldChange } from '../../services/writing/record-changes.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { lastSteps } from '../../services/writing/step-words.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useConsole } from '../../widgets/console.tsx';
import type { ListMove } from '../../widgets/lists/list-state.ts';
import { scroll, ScrollView } from '../../widgets/lists/scroll-view.tsx';
import { line, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { safe, wrap } from '../../widgets/lines/text.ts';
import { go, useApp, useData, useWords, type App } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { movesBy } from '../list-keys.ts';
import { back, changePage, type Page } from '../session/session.ts';
import type { Language } from '../../language/index.ts';

type HistoryPage = Extract<Page, { readonly kind: 'history' }>;

const mostSteps = 300;

function stepHead(day: string, label: string, undone: boolean, language: Language): StyledLine {
  return [
    span(` ${formatDay(day, language, 'full')}  `, 'accent'),
    span(safe(label), undone ? 'muted' : 'title'),
    span(undone ? '  ↶' : '', 'muted'),
  ];
}

/** `Tila: avoin → suljettu`; what was empty before is just told. */
function changeLines({ label, before, after }: FieldChange, width: number): StyledLine[] {
  const text = before === '' ? `${label}: ${after}` : `${label}: ${before} → ${after === '' ? '–' : after}`;
  return wrap(safe(text.replaceAll('\n', ' / ')), Math.max(20, width - 16)).map((part) =>
    line(`              ${part}`, 'muted'),
  );
}

export function historyLines(
  { project }: App,
  id: number | null,
  language: Language,
  width: number,
): StyledLine[] {
  if (id === null)
    return lastSteps(project, mostSteps, language).map(({ day, label, undone }) =>
      stepHead(day, label, undone, language),
    );
  const record = getRecord(project, id);
  const steps = recordChanges(project, id, mostSteps, language).flatMap(({ step, changes }) => [
    stepHead(step.day, step.label, step.undone, language),
    ...changes.flatMap((change) => changeLines(change, width)),
  ]);
  return [[span(` ${record.code ?? ''}  `, 'accent'), span(safe(record.heading), 'title')], [], ...steps];
}

export function HistoryScreen({ page }: { readonly page: HistoryPage }) {
  const app = useApp();
  const { columns, rows } = useConsole();
  const { words } = useWords();
  const height = bodyHeight(rows);
  const lines = useData(
    (here, language) => historyLines(here, page.id, language, columns),
    [page.id, columns],
  );
  const move = (name: ListMove): void =>
    go(
      app,
      changePage((old) =>
        old.kind === 'history' ? { ...old, top: scroll(old.top, name, lines.length, height) } : old,
      ),
    );
  useActions('detail', {
    ...movesBy(move),
    'go.back': () => go(app, back),
  });
  const shown = lines.length === 0 ? [line(`  ${words.history.none}`, 'muted')] : lines;
  return <ScrollView lines={shown} top={page.top} width={columns} height={height} />;
}
