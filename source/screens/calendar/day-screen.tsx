/** One day: the list of all that is wanted or has taken place on it, each with its preview and its keys. */
import { calendarOf } from '../../services/reading/calendar.ts';
import { addDays } from '../../services/reading/days.ts';
import { useConsole } from '../../widgets/console.tsx';
import type { ListMove } from '../../widgets/lists/list-state.ts';
import { SplitPane } from '../../widgets/lists/split-pane.tsx';
import { StyledLines } from '../../widgets/lines/styled-text.tsx';
import { fitLine, line, span } from '../../widgets/lines/styled.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useSpeech } from '../../widgets/speech/use-speech.ts';
import { pageCursor } from '../cursor.ts';
import { go, useApp, useData, useSession, useWords } from '../app.tsx';
import { bodyHeight, bodyWidths } from '../frame/frame-lines.ts';
import { Preview } from '../record/preview.tsx';
import { itemKeys } from '../record/item-keys.ts';
import { back, changePage, turnDay, type PageOf } from '../session/session.ts';
import { spokenItem } from '../spoken.ts';
import { dayHeading, itemLine } from './item-line.ts';

/** The day's things, which of them is under the cursor, and the keys that move it. */
function useDay(page: PageOf<'day'>, height: number) {
  const app = useApp();
  const { day } = page;
  const view = useData(({ project }) => calendarOf(project, { from: day, to: day }), [day]);
  const items = view.days[0]?.items ?? [];
  const frame = { count: items.length, height: height - rowsAbove };
  const { state: list, moved } = pageCursor(page, frame);
  const current = items[list.cursor];
  const move = (name: ListMove): void =>
    go(
      app,
      changePage((old) => (old.kind === 'day' ? { ...old, ...moved(old, name) } : old)),
    );
  useActions('list', {
    ...itemKeys(app, current, move),
    'go.back': () => go(app, back),
  });
  useActions('calendar', {
    'calendar.earlier': () =>
      go(
        app,
        turnDay((old) => addDays(old, -1)),
      ),
    'calendar.later': () =>
      go(
        app,
        turnDay((old) => addDays(old, 1)),
      ),
  });
  return { view, items, list, current };
}

/** The day's name and an empty row. */
const rowsAbove = 2;

export function DayScreen({ page }: { readonly page: PageOf<'day'> }) {
  const { columns, rows, unicode } = useConsole();
  const { language, words } = useWords();
  const preview = useSession((state) => state.preview);
  const height = bodyHeight(rows);
  const { view, items, list, current } = useDay(page, height);
  const widths = bodyWidths(columns, preview);
  const width = widths.left;
  const [date] = view.days;
  const heading = date === undefined ? [] : [span(' '), ...dayHeading(date, view.today, language)];
  const shown = items
    .slice(list.top, list.top + height - rowsAbove)
    .map((item, index) => itemLine(item, { width, language, unicode }, list.top + index === list.cursor));
  const nothing = [line(`   ${words.calendar.nothing}`, 'muted')];
  const lines = [fitLine(heading, width), fitLine([], width), ...(shown.length === 0 ? nothing : shown)];
  useSpeech(() => ({
    kind: 'row',
    text: current === undefined ? words.calendar.nothing : spokenItem(current, language),
    place: { index: list.cursor, count: items.length },
  }));
  return (
    <SplitPane
      widths={widths}
      height={height}
      left={<StyledLines lines={lines} width={width} height={height} />}
      right={<Preview rows={items} cursor={list.cursor} width={widths.right ?? 0} height={height} />}
    />
  );
}
