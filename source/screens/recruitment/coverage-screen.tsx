/** Every unit by service area, whether it has a champion, and a message about those that have none. */
import { coverageView, isUncovered } from '../../services/recruitment/coverage.ts';
import { messages } from '../../language/index.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useSpeech } from '../../widgets/speech/use-speech.ts';
import { useConsole } from '../../widgets/console.tsx';
import {
  clearMarks,
  moveCursor,
  placeCursor,
  toggleAll,
  toggleMark,
  windowTop,
  type ListMove,
  type ListState,
} from '../../widgets/lists/list-state.ts';
import { ScrollView } from '../../widgets/lists/scroll-view.tsx';
import { StyledText } from '../../widgets/lines/styled-text.tsx';
import { line } from '../../widgets/lines/styled.ts';
import { wrap } from '../../widgets/lines/text.ts';
import { go, useApp, useData, useSession, useWords } from '../app.tsx';
import { changeCursor } from '../cursor.ts';
import { bodyHeight } from '../frame/frame-lines.ts';
import { movesBy, turnsTabs } from '../list-keys.ts';
import type { ScreenTab } from '../session/navigation.ts';
import { recordHandlers } from '../record/record-actions.tsx';
import { stripLine } from '../register/strip-line.ts';
import { freshList, memoryOf, openRecord, tabOf, tabsOf } from '../session/session.ts';
import { spokenCoverage, spokenUnit } from '../spoken.ts';
import { coverageLines, coverageSummary } from './coverage-lines.ts';
import { copyAddresses, openMessageMenu } from './message-menu.tsx';
import type { UnitCoverage } from '../../services/recruitment/coverage.ts';

function useCoverageKeys(
  tab: ScreenTab,
  units: readonly UnitCoverage[],
  list: ListState,
  height: number,
): void {
  const app = useApp();
  const current = units[list.cursor];
  const frame = { count: units.length, height };
  const marked = units.filter(({ id }) => list.marks.has(String(id)));
  const chosen = marked.length > 0 ? marked : current === undefined ? [] : [current];
  // A message goes about the marked ones; without marks about all that have nobody.
  const about = marked.length > 0 ? marked : units;
  const move = (name: ListMove): void =>
    changeCursor(app, tab.id, (old) => ({
      ...moveCursor(placeCursor(old, old.cursor, frame), name, frame),
      top: old.top,
    }));
  useActions('list', {
    ...(chosen.length > 0 &&
      recordHandlers(app, { register: 'unit', ids: chosen.map(({ id }) => id), list: tab.id })),
    ...movesBy(move),
    ...turnsTabs(app),
    ...(current !== undefined && {
      'list.open': () => go(app, openRecord(current.id)),
      'list.mark': () => {
        changeCursor(app, tab.id, (old) => toggleMark(old, String(current.id)));
        move('down');
      },
      'list.markAll': () =>
        changeCursor(app, tab.id, (old) =>
          toggleAll(
            old,
            units.filter(isUncovered).map(({ id }) => String(id)),
          ),
        ),
      'copy.contact': () => copyAddresses(app, about),
      'copy.reminder': () => openMessageMenu(app, about),
    }),
    ...(list.marks.size > 0 && { 'go.back': () => changeCursor(app, tab.id, clearMarks) }),
  });
}

export function CoverageScreen({ tab }: { readonly tab: ScreenTab }) {
  const { columns, rows, unicode } = useConsole();
  const { language } = useWords();
  const memory = useSession((state) => memoryOf(state, tab.id));
  const tabs = useSession((state) => tabsOf(state));
  const index = useSession((state) => tabOf(state).index);
  const view = useData(({ project }) => coverageView(project), []);
  const units = view.areas.flatMap((area) => area.units);
  const height = bodyHeight(rows) - 2;
  const list = placeCursor(memory.list, memory.list.cursor, { count: units.length, height });
  useCoverageKeys(tab, units, list, height);
  const current = units[list.cursor];
  const picture = { width: columns - 1, language, unicode, cursor: current?.id ?? null, marks: list.marks };
  const lines = coverageLines(view, picture);
  const place = Math.max(
    0,
    lines.findIndex(({ unit }) => unit !== null && unit.id === current?.id),
  );
  // The heading of the first unit is seen with it.
  const top =
    list.cursor === 0
      ? 0
      : windowTop(Math.max(0, place - Math.floor(height / 2)), place, { count: lines.length, height });
  const strip = { tabs, index, count: units.length, memory: { ...freshList, list }, definition: null };
  const { none } = messages(language).recruitment.coverage;
  const shown =
    units.length === 0
      ? wrap(none, columns - 4).map((text) => line(`  ${text}`, 'muted'))
      : lines.map(({ content }) => content);
  useSpeech(() => ({ kind: 'text', text: spokenCoverage(view, language) }));
  useSpeech(() =>
    current === undefined
      ? { kind: 'row', text: none }
      : {
          kind: 'row',
          text: spokenUnit(current, list.marks.has(String(current.id)), language),
          place: { index: list.cursor, count: units.length },
        },
  );
  return (
    <>
      <StyledText line={stripLine(strip, { width: columns, language, unicode })} />
      <StyledText line={coverageSummary(view, { ...picture, width: columns })} />
      <ScrollView spoken={false} lines={shown} top={top} width={columns} height={height} />
    </>
  );
}
