/** Texts that still have the name of somebody who was anonymised: each opens, and what was edited leaves the list. */
import { contextOrder } from '../../keys/default-keys.ts';
import { keysOf } from '../../keys/keymap.ts';
import { showKeys } from '../../keys/show-keys.ts';
import { messages } from '../../language/index.ts';
import { stillNaming } from '../../services/safety/anonymise.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { useConsole } from '../../widgets/console.tsx';
import { StyledLines } from '../../widgets/lines/styled-text.tsx';
import { fitLine, plainText, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { fit, safe } from '../../widgets/lines/text.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { go, useApp, useData, useWords, type App } from '../app.tsx';
import { pageCursor } from '../cursor.ts';
import { movesBy } from '../list-keys.ts';
import { bodyHeight } from '../frame/frame-lines.ts';
import { back, changePage, openRecord, type PageOf } from '../session/session.ts';
import { anonymise } from './anonymise.tsx';
import type { Language } from '../../language/language.ts';

interface Row {
  readonly opens: number;
  readonly content: StyledLine;
}

function rowsOf({ project }: App, language: Language, { person, names }: PageOf<'mentions'>): Row[] {
  const words = messages(language).people.anonymise;
  const { mentions, perhaps } = stillNaming(project, person, names);
  const row = (code: string, opens: number, field: string): Row => ({
    opens,
    content: [
      span(`  ${fit(safe(code), 9)} `, 'accent'),
      span(fit(field, 18)),
      span(` ${safe(getRecord(project, opens).heading)}`, 'muted'),
    ],
  });
  return [
    ...mentions.map(({ code, opens, field }) => row(code, opens, field[language])),
    ...perhaps.map(({ code, opens }) => row(code, opens, words.maybe)),
  ];
}

function useMoves(count: number, height: number, page: PageOf<'mentions'>) {
  const app = useApp();
  const frame = { count, height };
  const { state, moved } = pageCursor(page, frame);
  const moves = movesBy((name) =>
    go(
      app,
      changePage((old) => (old.kind === 'mentions' ? { ...old, ...moved(old, name) } : old)),
    ),
  );
  return { state, moves };
}

export function MentionsScreen({ page }: { readonly page: PageOf<'mentions'> }) {
  const app = useApp();
  const { columns, rows: screenRows, unicode, dispatcher } = useConsole();
  const { language } = useWords();
  const words = messages(language).people.anonymise;
  const rows = useData((given, spoken) => rowsOf(given, spoken, page), [page.person, page.names]);
  const { heading } = useData(({ project }) => getRecord(project, page.person), [page.person]);
  const height = bodyHeight(screenRows) - 2;
  const { state, moves } = useMoves(rows.length, height, page);
  const current = rows[state.cursor];
  useActions('detail', {
    ...moves,
    'go.back': () => go(app, back),
    'person.anonymise': () => {
      go(app, back);
      void anonymise(app, page.person, { texts: true, names: page.names });
    },
    ...(current !== undefined && { 'list.open': () => go(app, openRecord(current.opens)) }),
  });
  const cursorLine = (content: StyledLine): StyledLine => {
    const text = fitLine([span(unicode ? '›' : '>'), span(plainText(content).slice(1))], columns);
    return [{ text: plainText(text), tone: 'selected' }];
  };
  const key = showKeys(keysOf(dispatcher.keymap(), contextOrder, 'person.anonymise')[0] ?? ':', language);
  const lines: StyledLine[] = [
    [span(` ${words.listTitle(heading)}`, 'heading'), span(`  ${rows.length}`, 'muted')],
    [span(` ${rows.length === 0 ? words.none : words.listHint(key)}`, 'muted')],
    ...rows
      .slice(state.top, state.top + height)
      .map(({ content }, index) => (state.top + index === state.cursor ? cursorLine(content) : content)),
  ];
  return <StyledLines lines={lines} width={columns} height={height + 2} />;
}
