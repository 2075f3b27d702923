/** Audiences down, months across: what was sent, what is late or to come, and who has heard nothing for too long. */
import { useState } from 'react';
import {
  addMonths,
  deliveriesNamed,
  fateOf,
  monthsBetween,
  monthsFrom,
  planCalendar,
  usualMonths,
  type NamedDelivery,
} from '../../services/communication/communication.ts';
import { formatMonth } from '../../services/reading/days.ts';
import type { ActionHandlers } from '../../keys/dispatcher.ts';
import { messages } from '../../language/index.ts';
import { todayOf } from '../../services/project/project.ts';
import { useConsole } from '../../widgets/console.tsx';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { StyledLines, StyledText } from '../../widgets/lines/styled-text.tsx';
import { useActions } from '../../widgets/use-actions.ts';
import { useSpeech } from '../../widgets/speech/use-speech.ts';
import { go, openOverlay, useApp, useData, useSession, useWords, type App } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { turnsTabs } from '../list-keys.ts';
import { tabsOfScreen } from '../session/navigation.ts';
import { stripLine } from '../register/strip-line.ts';
import { freshList, openRecord, tabOf } from '../session/session.ts';
import { spokenMonth } from '../spoken.ts';
import { monthsThatFit, planCalendarLines, signOf, type GridCursor } from './plan-calendar-lines.ts';

/** Where it stood when it was left: the view is opened anew each time. */
interface Grid {
  /** Null for the usual months. */
  readonly from: string | null;
  readonly row: number;
  /** Null for the month of the project's day. */
  readonly column: number | null;
}

let kept: Grid = { from: null, row: 0, column: null };

/** `now`: the column of the project's month where the grid shows the usual months. */
function useGrid(size: { readonly months: number; readonly rows: number }, usual: string, now: number) {
  const { months, rows } = size;
  const [state, setState] = useState(kept);
  const set = (change: (old: Grid) => Grid) => () =>
    setState((old) => {
      kept = change(old);
      return kept;
    });
  const inside = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index));
  const columnOf = ({ column }: Grid): number => inside(column ?? now, months);
  const turn = (step: number) =>
    set((old) => ({ ...old, column: columnOf(old), from: addMonths(old.from ?? usual, step) }));
  const side = (step: 1 | -1) =>
    set((old) => {
      const column = columnOf(old) + step;
      if (column >= 0 && column < months) return { ...old, column };
      return { ...old, from: addMonths(old.from ?? usual, step) };
    });
  const down = (step: number) => set((old) => ({ ...old, row: inside(inside(old.row, rows) + step, rows) }));
  const toNow = set((old) => ({ ...old, from: null, column: null }));
  const cursor: GridCursor = { row: inside(state.row, rows), column: columnOf(state) };
  return { from: state.from ?? usual, cursor, turn, side, down, toNow };
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

/** What Enter does in a cell that holds something. */
function useCellKey(
  row: { readonly audience: string } | undefined,
  month: string | undefined,
  chosen: readonly NamedDelivery[],
  today: string,
): ActionHandlers {
  const app = useApp();
  const { unicode } = useConsole();
  const { language } = useWords();
  if (row === undefined || chosen.length === 0) return {};
  const title = `${row.audience} · ${month === undefined ? '' : formatMonth(month, language)}`;
  return { 'list.open': () => listCell(app, title, chosen, today, unicode) };
}

/** The cell under the cursor in words. */
function useCellSpeech(
  row: { readonly audience: string } | undefined,
  cell: { readonly month: string } | undefined,
  chosen: readonly NamedDelivery[],
  today: string,
): void {
  const { language } = useWords();
  const { fates, emptyCell } = messages(language).plan.calendar;
  useSpeech(() => {
    if (row === undefined || cell === undefined) return { kind: 'row', text: emptyCell };
    const told = chosen.map((one) => ({ ...one, fate: fates[fateOf(one, today)] }));
    return { kind: 'row', text: spokenMonth(row.audience, cell.month, told, language) };
  });
}

export function PlanCalendar() {
  const app = useApp();
  const { columns: width, rows: screenRows, unicode } = useConsole();
  const { language } = useWords();
  const screen = useSession((state) => state.screen);
  const index = useSession((state) => tabOf(state).index);
  const count = monthsThatFit(width);
  const usual = useData(({ project }) => usualMonths(project, count).from, [count]);
  const audiences = useData(
    ({ project }) => planCalendar(project, { from: usual, to: usual }).rows.length,
    [usual],
  );
  const now = useData(({ project }) => monthsBetween(usual, todayOf(project)), [usual]);
  const grid = useGrid({ months: count, rows: audiences }, usual, now);
  const { from, cursor } = grid;
  const calendar = useData(
    ({ project }) => planCalendar(project, { from, to: monthsFrom(from, count) }),
    [from, count],
  );
  const row = calendar.rows[cursor.row];
  const cell = row?.cells[cursor.column];
  const ids = cell?.ids ?? [];
  const chosen = useData(({ project }) => deliveriesNamed(project, ids), [ids.join(' ')]);
  const { today } = calendar;
  useActions('grid', {
    'grid.left': grid.side(-1),
    'grid.right': grid.side(1),
    'grid.now': grid.toNow,
    'list.up': grid.down(-1),
    'list.down': grid.down(1),
    'list.first': grid.down(-1000),
    'list.last': grid.down(1000),
    'list.pageUp': grid.turn(-count),
    'list.pageDown': grid.turn(count),
    ...turnsTabs(app),
    ...useCellKey(row, cell?.month, chosen, today),
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
  useCellSpeech(row, cell, chosen, today);
  return (
    <>
      <StyledText line={stripLine(strip, { width, language, unicode })} />
      <StyledLines lines={lines} width={width} height={height} />
    </>
  );
}
