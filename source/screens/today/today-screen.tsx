/** Today: what is late, what to do now, what comes. */
import { useEffect, useMemo } from 'react';
import { todayView } from '../../services/reading/today.ts';
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
import { daysAhead, todayLines, todayPlan, todayTop, type TodayLine } from './today-lines.ts';

interface Shown {
  readonly count: number;
  readonly page: readonly TodayLine[];
  readonly height: number;
}

/** Where the cursor and the window stand, and what moves them. */
function useTodayCursor({ count, page, height }: Shown) {
  const app = useApp();
  const { list } = useSession((state) => memoryOf(state, 'today'));
  const frame = { count, height };
  const cursor = Math.max(0, Math.min(list.cursor, count - 1));
  const top = todayTop(page, cursor, list.top, height);
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
  return { cursor, top, move };
}

export function TodayScreen() {
  const app = useApp();
  const { columns, rows: screenRows, unicode } = useConsole();
  const { language } = useWords();
  const preview = useSession((state) => state.preview);
  const view = useData(({ project }) => todayView(project, daysAhead, 500), []);
  const { items, begun, day: today } = view;
  const height = bodyHeight(screenRows);
  const widths = bodyWidths(columns, preview);
  const width = widths.left;
  const plan = useMemo(
    () => todayPlan({ rows: items, begun, today, language, width, unicode }),
    [items, begun, today, language, width, unicode],
  );
  const { cursor, top, move } = useTodayCursor({ count: items.length, page: plan.page, height });
  useActions('list', itemKeys(app, items[cursor], move));
  const lines = todayLines(
    { rows: items, begun, today, cursor, top, width, height, language, unicode },
    plan,
  );
  useSelectedSpeech(lines, { index: cursor, count: items.length });
  return (
    <SplitPane
      widths={widths}
      height={height}
      left={<StyledLines lines={lines} width={width} height={height} />}
      right={<Preview rows={items} cursor={cursor} width={widths.right ?? 0} height={height} />}
    />
  );
}
