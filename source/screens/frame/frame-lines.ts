/**
 * What stands around every screen: head, tabs, rules, footer. Pure and without Ink, since the first paint draws it
 * before Ink is loaded, and both must come to the same picture.
 */
import {
  formatDay,
  formatRelative,
  formatWeek,
  differenceInDays,
  isoWeek,
} from '../../services/reading/days.ts';
import { messages, type Language } from '../../language/index.ts';
import { headerLine, tabsLine } from '../../widgets/lines/bars.ts';
import { splitWidths, type SplitWidths } from '../../widgets/lists/split-widths.ts';
import { span, type Span, type StyledLine } from '../../widgets/lines/styled.ts';
import { cellWidth, safe } from '../../widgets/lines/text.ts';
import { screenNames, type ScreenName } from '../session/navigation.ts';
import type { Overview } from '../../services/project/overview.ts';

/** Rows above and below the body: head, tabs, rule; rule or toast, footer. */
export const rowsAbove = 3;
export const rowsBelow = 2;

export function bodyHeight(rows: number): number {
  return Math.max(1, rows - rowsAbove - rowsBelow);
}

export function isTooSmall(columns: number, rows: number): boolean {
  return columns < 60 || rows < 20;
}

/** The fullest of several heads that leaves the project its name: first the meeting goes, then the week, then the day. */
export function headOf(overview: Overview, language: Language, width: number): StyledLine {
  const words = messages(language).console.header;
  const { today, late, steering, title, isEarlier } = overview;
  if (isEarlier) return earlierHead(title, today, language, width);
  const until = steering === null ? null : formatRelative(differenceInDays(steering, today), language);
  const meeting = until === null ? [] : [span(words.steering(until), 'muted')];
  const tardy = late > 0 ? [span(words.late(late), 'late')] : [];
  const day = formatDay(today, language, 'full');
  const dayAndWeek = `${day} · ${formatWeek(isoWeek(today).week, language)}`;
  const variants: { middle: string; right: Span[] }[] = [
    { middle: dayAndWeek, right: [...meeting, ...tardy] },
    { middle: dayAndWeek, right: tardy },
    { middle: day, right: tardy },
  ];
  const room = width - cellWidth(safe(title)) - 12;
  const fitting = variants.find(
    ({ middle, right }) =>
      cellWidth(middle) + right.reduce((sum, { text }) => sum + cellWidth(text) + 3, 0) <= room,
  );
  return headerLine(
    { program: 'Luotsi', project: title, ...(fitting ?? { middle: day, right: tardy }) },
    width,
  );
}

/** Nothing else stands beside the day: what is shown must not be taken for today's. */
function earlierHead(title: string, day: string, language: Language, width: number): StyledLine {
  const words = messages(language).earlierDay;
  const text = ` ${words.head(formatDay(day, language, 'full'))} `;
  const mark: Span = { text, tone: 'warn', bold: true, inverse: true };
  const room = width - cellWidth(safe(title)) - cellWidth(text) - 20;
  const middle = [words.out, words.outShort].find((way) => cellWidth(way) <= room) ?? '';
  return headerLine({ program: 'Luotsi', project: title, middle, right: [mark] }, width);
}

export function screenTabs(screen: ScreenName, language: Language, width: number): StyledLine {
  const labels = messages(language).console.screens;
  const tabs = screenNames.map((name, index) => ({ key: String(index + 1), label: labels[name] }));
  return tabsLine(tabs, screenNames.indexOf(screen), width);
}

export function tooSmallLine(columns: number, rows: number, language: Language): StyledLine {
  return [span(messages(language).console.tooSmall(columns, rows), 'warn')];
}

/** The screen's body: a list and, where there is room and it is wanted, a preview. */
export function bodyWidths(columns: number, preview: boolean): SplitWidths {
  return splitWidths(columns, preview);
}
