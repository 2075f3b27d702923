/** Today: what is late, what to do now, what comes. */
import { useEffect } from 'react';
import { todayView } from '../../services/reading/today.ts';
import { todayOf } from '../../services/project/project.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useSelectedSpeech } from '../../widgets/speech/use-speech.ts';
import { useConsole } from '../../widgets/console.tsx';
import { moveCursor, placeCursor, type ListMove } from '../../widgets/lists/list-state.ts';
import { SplitPane } from '../../widgets/lists/split-pane.tsx';
import { StyledLines } from '../../widgets/lines/styled-text.tsx';
import { go, useApp, useData, useSession, useWords } from '../app.tsx';
import { bodyHeight, bodyWidths } from '../frame/frame-lines.ts';
import { Preview } from '../record/preview.tsx';
import { itemKeys } from '../record/item-keys.ts';
import { changeList, memoryOf } from '../session/session.ts';
import { daysAhead, todayLines, todayPage, todayTop } from './today-lines.ts';

export function TodayScreen() {
  const app = useApp();
  const { columns, rows: screenRows, unicode } = useConsole();
  const { language } = useWords();
  const { list } = useSession((state) => memoryOf(state, 'today'));
  const preview = useSession((state) => state.preview);
  const view = useData(({ project }) => todayView(project, daysAhead, 500), []);
  const { items, begun } = view;
  const height = bodyHeight(screenRows);
  const frame = { count: items.length, height };
  const cursor = Math.max(0, Math.min(list.cursor, items.length - 1));
  const top = todayTop(todayPage(items, language, begun), cursor, list.top, height);
  const current = items[cursor];
  // What was late is done and gone: the cursor stays inside, and the window where it was drawn.
  useEffect(() => {
    if (cursor !== list.cursor || top !== list.top)
      go(
        app,
        // Not where a key has moved it on since this was drawn.
        changeList('today', (old) =>
          old.list === list ? { ...old, list: { ...old.list, cursor, top } } : old,
        ),
      );
  }, [app, cursor, top, list]);
  const move = (name: ListMove): void =>
    go(
      app,
      changeList('today', (old) => ({
        ...old,
        list: {
          ...moveCursor(placeCursor(old.list, old.list.cursor, frame), name, frame),
          top: old.list.top,
        },
      })),
    );
  useActions('list', itemKeys(app, current, move));
  const widths = bodyWidths(columns, preview);
  const lines = todayLines({
    rows: items,
    begun,
    today: todayOf(app.project),
    cursor,
    top,
    width: widths.left,
    height,
    language,
    unicode,
  });
  useSelectedSpeech(lines, { index: cursor, count: items.length });
  return (
    <SplitPane
      widths={widths}
      height={height}
      left={<StyledLines lines={lines} width={widths.left} height={height} />}
      right={<Preview id={current?.id ?? null} width={widths.right ?? 0} height={height} />}
    />
  );
}
