/** The plan followed up on one page; Enter opens the record of the line. */
import { dueDeliveries, keptPromises, silences } from '../../services/communication/communication.ts';
import { useConsole } from '../../widgets/console.tsx';
import { moveCursor, placeCursor, type ListMove } from '../../widgets/list-state.ts';
import { StyledLines, StyledText } from '../../widgets/styled-text.tsx';
import { fitLine, plainText, span, type StyledLine } from '../../widgets/styled.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useSelectedSpeech } from '../../widgets/use-speech.ts';
import { go, useApp, useData, useSession, useWords } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { movesBy, turnsTabs } from '../list-keys.ts';
import { tabsOfScreen, type ScreenTab } from '../navigation.ts';
import { stripLine } from '../register/strip-line.ts';
import { changeList, freshList, memoryOf, openRecord, tabOf } from '../session.ts';
import { followLines } from './plan-follow-lines.ts';

export function PlanFollow({ tab }: { readonly tab: ScreenTab }) {
  const app = useApp();
  const { columns: width, rows, unicode } = useConsole();
  const { language } = useWords();
  const screen = useSession((state) => state.screen);
  const index = useSession((state) => tabOf(state).index);
  const memory = useSession((state) => memoryOf(state, tab.id));
  const followUp = useData(
    ({ project }) => ({
      due: dueDeliveries(project),
      silences: silences(project),
      kept: keptPromises(project),
    }),
    [],
  );
  const lines = followLines(followUp, { width: Math.min(width, 120), language, unicode });
  const height = bodyHeight(rows) - 1;
  const frame = { count: lines.length, height };
  const list = placeCursor(memory.list, memory.list.cursor, frame);
  const move = (name: ListMove): void =>
    go(
      app,
      changeList(tab.id, (old) => ({ ...old, list: moveCursor(old.list, name, frame) })),
    );
  const opens = lines[list.cursor]?.opens ?? null;
  useActions('list', {
    ...movesBy(move),
    ...turnsTabs(app),
    ...(opens !== null && { 'list.open': () => go(app, openRecord(opens)) }),
  });
  const strip = { tabs: tabsOfScreen[screen], index, count: null, memory: freshList, definition: null };
  const shown = lines.slice(list.top, list.top + height).map(({ content, opens: target }, at): StyledLine => {
    if (list.top + at !== list.cursor) return content;
    const end = target === null ? '' : unicode ? ' ↵' : ' >';
    const body = fitLine([span(unicode ? '›' : '>'), span(plainText(content).slice(1))], width - end.length);
    return [{ text: plainText(body) + end, tone: 'selected' }];
  });
  useSelectedSpeech(shown, { index: list.cursor, count: lines.length });
  return (
    <>
      <StyledText line={stripLine(strip, { width, language, unicode })} />
      <StyledLines lines={shown} width={width} height={height} />
    </>
  );
}
