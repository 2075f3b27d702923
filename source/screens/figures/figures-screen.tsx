/** What the groups have come to: a page of the meetings' screen. */
import { groupFigures } from '../../services/meetings/group-figures.ts';
import { todayOf } from '../../services/project/project.ts';
import { useConsole } from '../../widgets/console.tsx';
import type { ListMove } from '../../widgets/lists/list-state.ts';
import { scroll, ScrollView } from '../../widgets/lists/scroll-view.tsx';
import { StyledText } from '../../widgets/lines/styled-text.tsx';
import { line } from '../../widgets/lines/styled.ts';
import { wrap } from '../../widgets/lines/text.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { messages } from '../../language/index.ts';
import { go, useApp, useData, useSession, useWords } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { movesBy, turnsTabs } from '../list-keys.ts';
import { tabsOfScreen, type ScreenTab } from '../session/navigation.ts';
import { stripLine } from '../register/strip-line.ts';
import { changeList, freshList, memoryOf, tabOf } from '../session/session.ts';
import { figuresLines } from './figures-lines.ts';

export function FiguresScreen({ tab }: { readonly tab: ScreenTab }) {
  const app = useApp();
  const { columns, rows, unicode } = useConsole();
  const { language } = useWords();
  const height = bodyHeight(rows) - 1;
  const { top } = useSession((state) => memoryOf(state, tab.id)).list;
  const screen = useSession((state) => state.screen);
  const index = useSession((state) => tabOf(state).index);
  const width = Math.min(columns, 120);
  const lines = useData(
    ({ project }, spoken) =>
      figuresLines(groupFigures(project), { width, language: spoken, unicode, today: todayOf(project) }),
    [width, unicode],
  );
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
  const strip = { tabs: tabsOfScreen[screen], index, count: null, memory: freshList, definition: null };
  const none = wrap(messages(language).clubs.figures.none, width - 4).map((text) =>
    line(`  ${text}`, 'muted'),
  );
  const shown = lines.length === 0 ? none : lines;
  return (
    <>
      <StyledText line={stripLine(strip, { width: columns, language, unicode })} />
      <ScrollView lines={shown} top={top} width={columns} height={height} />
    </>
  );
}
