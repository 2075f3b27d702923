/** A record's page: its facts, its parts and what refers to it; Enter follows what the line names. */
import { useLayoutEffect, useRef } from 'react';
import { useActions } from '../../widgets/use-actions.ts';
import { inWords, useSpeech, useTextSpeech } from '../../widgets/speech/use-speech.ts';
import { useConsole } from '../../widgets/console.tsx';
import { type ListMove } from '../../widgets/lists/list-state.ts';
import { StyledLines, StyledText } from '../../widgets/lines/styled-text.tsx';

import { recordView } from '../../services/reading/record-view.ts';
import { go, useApp, useData, useWords } from '../app.tsx';
import { cursorLine, pageCursor } from '../cursor.ts';
import { bodyHeight } from '../frame/frame-lines.ts';
import { movesBy } from '../list-keys.ts';
import { back, changePage, openRecord, type Page } from '../session/session.ts';
import { recordHandlers } from './record-actions.tsx';
import { recordPage, type PageLine } from './record-lines.ts';
import { sameLine, sectionFrom, sectionsOf, sectionStrip, type Section } from './record-sections.ts';

type RecordPage = Extract<Page, { readonly kind: 'record' }>;

interface Place {
  readonly lines: readonly PageLine[];
  readonly sections: readonly Section[];
  readonly width: number;
  readonly height: number;
}

/** The cursor of the page and its moves; it keeps to its line where the page is broken anew at another width. */
function useCursor(page: RecordPage, { lines, sections, width, height }: Place) {
  const app = useApp();
  const frame = { count: lines.length, height };
  const { state, moved } = pageCursor(page, frame);
  const change = (next: (old: RecordPage) => Partial<RecordPage>): void =>
    go(
      app,
      changePage((old) => (old.kind === 'record' && old.id === page.id ? { ...old, ...next(old) } : old)),
    );
  const drawn = useRef({ width, lines });
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = { width, lines };
    if (width !== before.width) change(({ cursor }) => ({ cursor: sameLine(cursor, before.lines, lines) }));
  });
  const move = (name: ListMove): void => change((old) => moved(old, name));
  const turn = (step: 1 | -1) => () =>
    change(({ cursor }) => {
      const at = sectionFrom(sections, cursor, step);
      return at === null ? {} : { cursor: at, top: at };
    });
  return { state, move, turn };
}

export function RecordScreen({ page }: { readonly page: RecordPage }) {
  const app = useApp();
  const { columns, rows, unicode } = useConsole();
  const { language } = useWords();
  const view = useData(({ project }, spoken) => recordView(project, page.id, spoken, false), [page.id]);
  const width = Math.min(columns, 120);
  const lines = recordPage(view, { project: app.project, width, language, unicode });
  const body = bodyHeight(rows);
  const sections = sectionsOf(lines, body, language);
  const height = body - (sections.length > 0 ? 1 : 0);
  const { state, move, turn } = useCursor(page, { lines, sections, width, height });
  const here = lines[state.cursor];
  const opens = here?.opens;
  useActions('detail', {
    ...movesBy(move),
    'go.back': () => go(app, back),
    ...(sections.length > 0 && { 'tab.previous': turn(-1), 'tab.next': turn(1) }),
    ...(opens !== undefined && { 'list.open': () => go(app, openRecord(opens)) }),
    ...recordHandlers(app, { register: view.definition.name, ids: [page.id] }),
  });
  useTextSpeech(lines.map(({ content }) => content));
  useSpeech(() =>
    state.cursor === 0 || here === undefined
      ? null
      : { kind: 'row', text: inWords(here.content), place: { index: state.cursor, count: lines.length } },
  );
  const shown = lines
    .slice(state.top, state.top + height)
    .map(({ content, opens: target }, index) =>
      state.top + index === state.cursor && state.cursor > 0
        ? cursorLine(content, target !== undefined, width, unicode)
        : content,
    );
  return (
    <>
      {sections.length > 0 && <StyledText line={sectionStrip(sections, state.cursor, columns)} />}
      <StyledLines lines={shown} width={columns} height={height} />
    </>
  );
}
