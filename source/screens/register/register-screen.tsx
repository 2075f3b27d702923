/** The list of a register: any register, from its declaration. */
import { messages, type Language } from '../../language/index.ts';
import { useMemo, useState } from 'react';
import type { ActionHandlers } from '../../keys/dispatcher.ts';
import { registerOf, type AnyRecord, type Definition } from '../../registers/index.ts';
import { shownIn } from '../../services/reading/shown.ts';
import { listOf } from '../../services/reading/listing.ts';
import { Layer, useConsole } from '../../widgets/console.tsx';
import {
  clearMarks,
  moveCursor,
  toggleAll,
  toggleMark,
  toggleRange,
} from '../../widgets/lists/list-state.ts';
import type { Tone } from '../../widgets/lines/styled.ts';
import { SplitPane } from '../../widgets/lists/split-pane.tsx';
import { StyledText } from '../../widgets/lines/styled-text.tsx';
import { Table, tableRows } from '../../widgets/lists/table.tsx';
import { useActions } from '../../widgets/use-actions.ts';
import { go, useApp, useData, useSession, useWords, type App } from '../app.tsx';
import { changeCursor } from '../cursor.ts';
import { bodyHeight, bodyWidths } from '../frame/frame-lines.ts';
import { movesBy, turnsTabs } from '../list-keys.ts';
import type { ScreenTab } from '../session/navigation.ts';
import { overrideOf } from '../overrides.ts';
import { Preview } from '../record/preview.tsx';
import { recordHandlers } from '../record/record-actions.tsx';
import { changeList, openRecord, tabOf, tabsOf } from '../session/session.ts';
import { columnsOf } from './columns.ts';
import { FilterBar } from './filter-bar.tsx';
import { openSortMenu } from './sort-menu.tsx';
import { stripLine } from './strip-line.ts';
import { openViewsMenu } from './views-menu.tsx';
import { begunAnew, listingOf } from './list-start.ts';
import { useRegisterList, type RegisterList } from './use-register-list.ts';

/** Ids of all rows that the filter leaves, for marking many at once. */
function allIds(app: App, tab: ScreenTab, { definition, memory }: RegisterList): string[] {
  const { language } = app.session.get();
  return listOf(app.project, definition, listingOf(memory, tab), language).map(({ id }) => String(id));
}

function moves(app: App, id: string, frame: { count: number; height: number }): ActionHandlers {
  return movesBy((name) => changeCursor(app, id, (list) => moveCursor(list, name, frame)));
}

function marking(app: App, tab: ScreenTab, view: RegisterList, height: number): ActionHandlers {
  const { current, count } = view;
  const { id } = tab;
  if (current === null) return {};
  return {
    'list.mark': () =>
      changeCursor(app, id, (list) =>
        moveCursor(toggleMark(list, String(current.id)), 'down', { count, height }),
      ),
    'list.range': () =>
      changeCursor(app, id, (list) => toggleRange(list, list.anchor === null ? [] : allIds(app, tab, view))),
    'list.markAll': () => changeCursor(app, id, (list) => toggleAll(list, allIds(app, tab, view))),
  };
}

/** What an empty list says: how its first record is made; of an earlier day, that there was none. */
function emptyText(
  { naming, narrowed }: ScreenTab,
  { label }: Definition,
  language: Language,
  isEarlier: boolean,
): string {
  const { list } = messages(language).console;
  if (narrowed !== undefined) return narrowed.empty?.[language] ?? list.none;
  if (isEarlier) return messages(language).earlierDay.empty;
  return naming === undefined
    ? list.empty(label.one[language])
    : list.emptyUnder(registerOf(naming.register).label.one[language]);
}

function useListKeys(tab: ScreenTab, view: RegisterList, height: number, startFilter: () => void): void {
  const app = useApp();
  const { definition, memory, list, current, count } = view;
  const marked = [...list.marks].map(Number);
  const ids = marked.length > 0 ? marked : current === null ? [] : [current.id];
  const severalTabs = useSession((state) => tabsOf(state).length > 1);
  useActions('list', {
    ...moves(app, tab.id, { count, height }),
    ...marking(app, tab, view, height),
    ...(severalTabs && turnsTabs(app)),
    ...(current !== null && { 'list.open': () => go(app, openRecord(current.id)) }),
    // Esc first takes back what was done to the list: its marks, then its filter.
    ...(list.marks.size > 0 && { 'go.back': () => changeCursor(app, tab.id, clearMarks) }),
    ...(list.marks.size === 0 &&
      memory.applied !== '' && {
        'go.back': () =>
          go(
            app,
            changeList(tab.id, (old) => begunAnew(app, tab, old, { filter: '', applied: '' })),
          ),
      }),
    'list.filter': startFilter,
    'list.sort': () => openSortMenu(app, tab, definition),
    'list.views': () => openViewsMenu(app, tab),
    'list.preview': () => go(app, (state) => ({ ...state, preview: !state.preview })),
    ...recordHandlers(app, {
      register: definition.name,
      ids,
      list: tab.id,
      ...(tab.naming !== undefined && { naming: tab.naming }),
    }),
  });
}

/** Rows of what is over are quieter. */
function quietened(register: string): (record: AnyRecord) => Tone | undefined {
  const { over } = overrideOf(register);
  return (record) => (over?.(record) === true ? 'muted' : undefined);
}

export function RegisterScreen({ tab }: { readonly tab: ScreenTab }) {
  const { columns, rows: screenRows, unicode } = useConsole();
  const { language, words } = useWords();
  const preview = useSession((state) => state.preview);
  const tabIndex = useSession((state) => tabOf(state).index);
  const tabs = useSession((state) => tabsOf(state));
  const [filtering, setFiltering] = useState(false);
  const height = bodyHeight(screenRows);
  const view = useRegisterList(tab, tableRows(height - 1));
  const { definition, memory, list, count, rows } = view;
  const cursor = list.cursor - list.top;
  const widths = useMemo(() => bodyWidths(columns, preview), [columns, preview]);
  const shown = useData(({ project }, spoken) => shownIn(project, spoken), []);
  const tableColumns = useMemo(
    () => columnsOf(definition, shown, language, widths, tab.narrowed?.columns),
    [definition, shown, language, widths, tab],
  );
  useListKeys(tab, view, tableRows(height - 1), () => setFiltering(true));
  const isEarlier = useApp().project.asOf !== null;
  const nothingFits = filtering ? words.list.none : words.views.noneFiltered;
  const empty = memory.applied === '' ? emptyText(tab, definition, language, isEarlier) : nothingFits;
  const left = (
    <>
      {filtering ? (
        <Layer>
          <FilterBar
            tab={tab}
            definition={definition}
            width={widths.left}
            count={count}
            rows={tableRows(height - 1)}
            onClose={() => setFiltering(false)}
          />
        </Layer>
      ) : (
        <StyledText
          line={stripLine(
            { tabs, index: tabIndex, count, memory, definition, nameOf: shown.label },
            { width: widths.left, language, unicode },
          )}
        />
      )}
      <Table
        data={rows}
        columns={tableColumns}
        width={widths.left}
        height={height - 1}
        cursor={cursor}
        top={0}
        place={{ index: list.cursor, count }}
        isMarked={({ id }) => list.marks.has(String(id))}
        toneOf={quietened(definition.name)}
        empty={empty}
      />
    </>
  );
  const right = <Preview rows={rows} cursor={cursor} width={widths.right ?? 0} height={height} />;
  return <SplitPane widths={widths} height={height} left={left} right={right} />;
}
