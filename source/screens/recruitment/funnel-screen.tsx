/** The funnel of each round, and of all together: `j` and `k` go from round to round. */
import { funnelView, roundsOf } from '../../services/recruitment/funnel.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useConsole } from '../../widgets/console.tsx';
import { scroll, ScrollView } from '../../widgets/lists/scroll-view.tsx';
import { StyledText } from '../../widgets/lines/styled-text.tsx';
import { line, type StyledLine } from '../../widgets/lines/styled.ts';
import { wrap } from '../../widgets/lines/text.ts';
import { go, useApp, useData, useSession, useWords } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { turnsTabs } from '../list-keys.ts';
import { messages } from '../../language/index.ts';
import { recordHandlers } from '../record/record-actions.tsx';
import { stripLine } from '../register/strip-line.ts';
import { changeList, freshList, memoryOf, openRecord, tabOf, tabsOf } from '../session/session.ts';
import type { ScreenTab } from '../session/navigation.ts';
import { funnelLines } from './funnel-lines.ts';

export function FunnelScreen({ tab }: { readonly tab: ScreenTab }) {
  const app = useApp();
  const { columns, rows, unicode } = useConsole();
  const { language } = useWords();
  const words = messages(language).recruitment.funnel;
  const height = bodyHeight(rows) - 1;
  const { list } = useSession((state) => memoryOf(state, tab.id));
  const tabs = useSession(tabsOf);
  const index = useSession((state) => tabOf(state).index);
  const rounds = useData(({ project }, spoken) => roundsOf(project, spoken), []);
  // After the last round come all of them together.
  const last = rounds.length;
  const chosen = Math.min(list.cursor, last);
  const round = rounds[chosen] ?? null;
  const view = useData(({ project }) => funnelView(project, round), [round]);
  const width = Math.min(columns, 110);
  const place = last === 0 ? '' : `${chosen + 1}/${last + 1} · ${words.more}`;
  const lines: StyledLine[] =
    last === 0
      ? wrap(words.noRounds, width - 4).map((text) => line(`  ${text}`, 'muted'))
      : funnelLines(view, { width: width - 2, language, unicode, place });
  const choose = (next: number) => () =>
    go(
      app,
      changeList(tab.id, (old) => ({
        ...old,
        list: { ...old.list, cursor: Math.max(0, Math.min(next, last)), top: 0 },
      })),
    );
  const turn = (move: 'pageDown' | 'pageUp') => () =>
    go(
      app,
      changeList(tab.id, (old) => ({
        ...old,
        list: { ...old.list, top: scroll(old.list.top, move, lines.length, height) },
      })),
    );
  useActions('list', {
    ...(round !== null && recordHandlers(app, { register: 'round', ids: [round.id] })),
    'list.down': choose(chosen + 1),
    'list.up': choose(chosen - 1),
    'list.first': choose(0),
    'list.last': choose(last),
    'list.pageDown': turn('pageDown'),
    'list.pageUp': turn('pageUp'),
    ...turnsTabs(app),
    ...(round !== null && { 'list.open': () => go(app, openRecord(round.id)) }),
  });
  const strip = { tabs, index, count: null, memory: freshList, definition: null };
  const top = Math.min(list.top, Math.max(0, lines.length - height));
  return (
    <>
      <StyledText line={stripLine(strip, { width: columns, language, unicode })} />
      <ScrollView lines={lines} top={top} width={columns} height={height} />
    </>
  );
}
