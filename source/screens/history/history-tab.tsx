/** Everything that was done, newest first, as a page of its screen. */
import { useActions } from '../../widgets/use-actions.ts';
import { useConsole } from '../../widgets/console.tsx';
import type { ListMove } from '../../widgets/lists/list-state.ts';
import { scroll, ScrollView } from '../../widgets/lists/scroll-view.tsx';
import { StyledText } from '../../widgets/lines/styled-text.tsx';
import { line } from '../../widgets/lines/styled.ts';
import { go, useApp, useData, useSession, useWords } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { movesBy, turnsTabs } from '../list-keys.ts';
import type { ScreenTab } from '../session/navigation.ts';
import { stripLine } from '../register/strip-line.ts';
import { changeList, freshList, memoryOf, tabOf, tabsOf } from '../session/session.ts';
import { historyLines } from './history-screen.tsx';

export function HistoryTab({ tab }: { readonly tab: ScreenTab }) {
  const app = useApp();
  const { columns, rows, unicode } = useConsole();
  const { language, words } = useWords();
  const height = bodyHeight(rows) - 1;
  const { top } = useSession((state) => memoryOf(state, tab.id)).list;
  const tabs = useSession((state) => tabsOf(state));
  const index = useSession((state) => tabOf(state).index);
  const lines = useData((here, spoken) => historyLines(here, null, spoken, columns), [columns]);
  const move = (name: ListMove): void =>
    go(
      app,
      changeList(tab.id, (old) => ({
        ...old,
        list: { ...old.list, top: scroll(old.list.top, name, lines.length, height) },
      })),
    );
  useActions('detail', {
    ...movesBy(move),
    ...turnsTabs(app),
  });
  const strip = { tabs, index, count: null, memory: freshList, definition: null };
  const shown = lines.length === 0 ? [line(`  ${words.history.none}`, 'muted')] : lines;
  return (
    <>
      <StyledText line={stripLine(strip, { width: columns, language, unicode })} />
      <ScrollView lines={shown} top={top} width={columns} height={height} />
    </>
  );
}
