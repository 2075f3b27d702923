/** A record's page: its facts, its parts and what refers to it; Enter follows what the line names. */
import { useActions } from '../../widgets/use-actions.ts';
import { inWords, useSpeech, useTextSpeech } from '../../widgets/use-speech.ts';
import { useConsole } from '../../widgets/console.tsx';
import { moveCursor, placeCursor, type ListMove } from '../../widgets/list-state.ts';
import { StyledLines } from '../../widgets/styled-text.tsx';
import { fitLine, plainText, span, type StyledLine } from '../../widgets/styled.ts';
import { recordView } from '../../services/reading/record-view.ts';
import { go, useApp, useData, useWords } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { movesBy } from '../list-keys.ts';
import { back, changePage, openRecord, type Page } from '../session.ts';
import { recordHandlers } from './record-actions.tsx';
import { recordPage } from './record-lines.ts';

type RecordPage = Extract<Page, { readonly kind: 'record' }>;

/** The line of the cursor is told by a sign at its edge; what can be opened there, by another at its end. */
function cursorLine(content: StyledLine, opens: boolean, width: number, unicode: boolean): StyledLine {
  const text = plainText(content).slice(1);
  const end = opens ? (unicode ? ' ↵' : ' >') : '';
  const body = fitLine([span(unicode ? '›' : '>'), span(text)], width - end.length);
  return [{ text: plainText(body) + end, tone: 'selected' }];
}

export function RecordScreen({ page }: { readonly page: RecordPage }) {
  const app = useApp();
  const { columns, rows, unicode } = useConsole();
  const { language } = useWords();
  const view = useData(({ project }, spoken) => recordView(project, page.id, spoken, false), [page.id]);
  const width = Math.min(columns, 120);
  const lines = recordPage(view, { project: app.project, width, language, unicode });
  const height = bodyHeight(rows);
  const frame = { count: lines.length, height };
  const state = placeCursor({ cursor: page.cursor, top: page.top, marks: new Set(), anchor: null }, page.cursor, frame); // prettier-ignore
  const move = (name: ListMove): void =>
    go(
      app,
      changePage((old) => {
        if (old.kind !== 'record') return old;
        const { cursor, top } = moveCursor({ ...state, cursor: old.cursor, top: old.top }, name, frame);
        return { ...old, cursor, top };
      }),
    );
  const opens = lines[state.cursor]?.opens;
  useActions('detail', {
    ...movesBy(move),
    'go.back': () => go(app, back),
    ...(opens !== undefined && { 'list.open': () => go(app, openRecord(opens)) }),
    ...recordHandlers(app, { register: view.definition.name, ids: [page.id] }),
  });
  useTextSpeech(lines.map(({ content }) => content));
  const here = lines[state.cursor];
  useSpeech(() => (state.cursor === 0 || here === undefined ? null : { kind: 'row', text: inWords(here.content), place: { index: state.cursor, count: lines.length } })); // prettier-ignore
  const shown = lines
    .slice(state.top, state.top + height)
    .map(({ content, opens: target }, index) =>
      state.top + index === state.cursor && state.cursor > 0
        ? cursorLine(content, target !== undefined, width, unicode)
        : content,
    );
  return <StyledLines lines={shown} width={columns} height={height} />;
}
