/** Audiences down, months across: what was sent, what is late or to come, and who has heard nothing for too long. */
import { useState } from 'react';
import {
  addMonths,
  deliveriesNamed,
  fateOf,
  monthsFrom,
  planCalendar,
  usualMonths,
  type NamedDelivery,
} from '../../services/communication.ts';
import { formatMonth } from '../../services/days.ts';
import { messages } from '../../language/index.ts';
import { useConsole } from '../../widgets/console.tsx';
import { Picker } from '../../widgets/picker.tsx';
import { StyledLines, StyledText } from '../../widgets/styled-text.tsx';
import { useActions } from '../../widgets/use-actions.ts';
import { go, openOverlay, useApp, useData, useSession, useWords, type App } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { tabsOfScreen, type ScreenTab } from '../navigation.ts';
import { stripLine } from '../register/strip-line.ts';
import { freshList, moveTab, openRecord, tabOf } from '../session.ts';
import { monthsThatFit, planCalendarLines, signOf, type GridCursor } from './plan-calendar-lines.ts';

/** Where it stood when it was left: the view is opened anew each time. */
let kept: { readonly from: string | null; readonly cursor: GridCursor } = {
  from: null,
  cursor: { row: 0, column: 2 },
};

function useGrid(months: number, rows: number, usual: string) {
  const [state, setState] = useState(kept);
  const set = (change: (old: typeof kept) => typeof kept) => () =>
    setState((old) => {
      kept = change(old);
      return kept;
    });
  const from = state.from ?? usual;
  const cursor = {
    row: Math.max(0, Math.min(rows - 1, state.cursor.row)),
    column: Math.max(0, Math.min(months - 1, state.cursor.column)),
  };
  const turn = (step: number) => set((old) => ({ ...old, from: addMonths(old.from ?? usual, step) }));
  const side = (step: 1 | -1) =>
    set((old) => {
      const column = Math.max(0, Math.min(months - 1, old.cursor.column)) + step;
      if (column >= 0 && column < months) return { ...old, cursor: { ...old.cursor, column } };
      return { ...old, from: addMonths(old.from ?? usual, step) };
    });
  const down = (step: number) =>
    set((old) => {
      const row = Math.max(0, Math.min(rows - 1, Math.max(0, Math.min(rows - 1, old.cursor.row)) + step));
      return { ...old, cursor: { ...old.cursor, row } };
    });
  const now = set((old) => ({ ...old, from: null, cursor: { ...old.cursor, column: 2 } }));
  return { from, cursor, turn, side, down, now };
}

/** The deliveries of a cell; the one that is chosen opens. */
function listCell(
  app: App,
  title: string,
  chosen: readonly NamedDelivery[],
  today: string,
  unicode: boolean,
): void {
  const words = messages(app.session.get().language).plan.calendar;
  const choices = chosen.map((one) => {
    const fate = fateOf(one, today);
    const label = `${signOf(fate, unicode).text} ${one.code} ${one.title}`;
    return { value: one.id, label, hint: words.fates[fate] };
  });
  openOverlay(app, (close) => (
    <Picker
      title={title}
      choices={choices}
      empty={words.emptyCell}
      width={72}
      height={Math.max(1, Math.min(12, choices.length))}
      onCancel={close}
      onChoose={(id) => {
        close();
        go(app, openRecord(id));
      }}
    />
  ));
}

export function PlanCalendar({ tab }: { readonly tab: ScreenTab }) {
  void tab;
  const app = useApp();
  const { columns: width, rows: screenRows, unicode } = useConsole();
  const { language } = useWords();
  const screen = useSession((state) => state.screen);
  const index = useSession((state) => tabOf(state).index);
  const count = monthsThatFit(width);
  const usual = useData(({ project }) => usualMonths(project, count).from, [count]);
  const audiences = useData(({ project }) => planCalendar(project, { from: usual, to: usual }).rows.length, [usual]); // prettier-ignore
  const grid = useGrid(count, audiences, usual);
  const { from, cursor } = grid;
  const calendar = useData(({ project }) => planCalendar(project, { from, to: monthsFrom(from, count) }), [from, count]); // prettier-ignore
  const row = calendar.rows[cursor.row];
  const cell = row?.cells[cursor.column];
  const ids = cell?.ids ?? [];
  const chosen = useData(({ project }) => deliveriesNamed(project, ids), [ids.join(' ')]);
  const { today } = calendar;
  useActions('grid', {
    'grid.left': grid.side(-1),
    'grid.right': grid.side(1),
    'grid.now': grid.now,
    'list.up': grid.down(-1),
    'list.down': grid.down(1),
    'list.first': grid.down(-1000),
    'list.last': grid.down(1000),
    'list.pageUp': grid.turn(-count),
    'list.pageDown': grid.turn(count),
    'tab.next': () => go(app, moveTab(1)),
    'tab.previous': () => go(app, moveTab(-1)),
    ...(row !== undefined &&
      chosen.length > 0 && {
        'list.open': () =>
          listCell(
            app,
            `${row.audience} · ${cell === undefined ? '' : formatMonth(cell.month, language)}`,
            chosen,
            today,
            unicode,
          ),
      }),
  });
  const height = bodyHeight(screenRows) - 1;
  const strip = { tabs: tabsOfScreen[screen], index, count: null, memory: freshList, definition: null };
  const lines = planCalendarLines(calendar, {
    width,
    height,
    language,
    unicode,
    cursor,
    chosen,
    fateOf: (delivery) => fateOf(delivery, today),
  });
  return (
    <>
      <StyledText line={stripLine(strip, { width, language, unicode })} />
      <StyledLines lines={lines} width={width} height={height} />
    </>
  );
}
