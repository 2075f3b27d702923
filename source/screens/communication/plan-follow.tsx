/** The plan followed up on one page; Enter opens the record of the line. */
import { dueDeliveries, keptPromises, silences } from '../../services/communication/communication.ts';
import { useConsole } from '../../widgets/console.tsx';
import { StyledLines, StyledText } from '../../widgets/lines/styled-text.tsx';
import { type StyledLine } from '../../widgets/lines/styled.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useSelectedSpeech } from '../../widgets/speech/use-speech.ts';
import { go, useApp, useData, useSession, useWords } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { cursorLine, useTabCursor } from '../cursor.ts';
import { tabsOfScreen, type ScreenTab } from '../session/navigation.ts';
import { stripLine } from '../register/strip-line.ts';
import { freshList, memoryOf, openRecord, tabOf } from '../session/session.ts';
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
  const { list, keys } = useTabCursor(tab.id, memory, frame);
  const opens = lines[list.cursor]?.opens ?? null;
  useActions('list', {
    ...keys,
    ...(opens !== null && { 'list.open': () => go(app, openRecord(opens)) }),
  });
  const strip = { tabs: tabsOfScreen[screen], index, count: null, memory: freshList, definition: null };
  const shown = lines.slice(list.top, list.top + height).map(({ content, opens: target }, at): StyledLine => {
    if (list.top + at !== list.cursor) return content;
    return cursorLine(content, target !== null, width, unicode);
  });
  useSelectedSpeech(shown, { index: list.cursor, count: lines.length });
  return (
    <>
      <StyledText line={stripLine(strip, { width, language, unicode })} />
      <StyledLines lines={shown} width={width} height={height} />
    </>
  );
}
