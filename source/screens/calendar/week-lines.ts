/** A week at a glance: each day with all that was done and is to be done, the diary's lines among it. Pure; no Ink. */
import { capital } from '../../language/capital.ts';
import type { CalendarView } from '../../services/reading/calendar.ts';
import { formatSpan, formatWeek } from '../../services/reading/days.ts';
import { messages } from '../../language/index.ts';
import { fitLine, line, span, spread, wholeLine, type StyledLine } from '../../widgets/lines/styled.ts';
import type { MonthView } from './month-lines.ts';
import { dayHeading, itemLine } from './item-line.ts';

interface WeekRow {
  readonly content: StyledLine;
  readonly day: string;
}

function rowsOf(view: CalendarView, week: MonthView): WeekRow[] {
  const { width, language, unicode } = week;
  return view.days.flatMap((date): WeekRow[] => {
    const chosen = date.day === week.day;
    const sign = span(chosen ? (unicode ? '›' : '>') : ' ');
    const heading: StyledLine = [sign, ...dayHeading(date, view.today, language, false)];
    const content = chosen ? wholeLine(heading, width, 'selected') : fitLine(heading, width);
    const items = date.items.map((item) => ({ content: itemLine(item, week), day: date.day }));
    return [{ content, day: date.day }, ...items];
  });
}

/** The chosen day's heading is always there, and as much of what follows it as fits. */
function topOf(rows: readonly WeekRow[], day: string, height: number): number {
  const first = rows.findIndex((row) => row.day === day);
  const last = rows.findLastIndex((row) => row.day === day);
  const lowest = Math.max(0, rows.length - height);
  return Math.min(first, lowest, Math.max(0, last - height + 1));
}

export function weekLines(view: CalendarView, week: MonthView): StyledLine[] {
  const { width, height, language } = week;
  const words = messages(language).console.calendar;
  const [first, last] = [view.days[0], view.days.at(-1)];
  const days =
    first === undefined || last === undefined ? '' : formatSpan({ from: first.day, to: last.day }, language);
  const title = `${formatWeek(first?.week ?? 0, language)} `;
  const rows = rowsOf(view, week);
  const room = height - 1;
  const top = topOf(rows, week.day, room);
  const more = rows.length - top - room;
  const shown = rows.slice(top, top + room).map(({ content }) => content);
  const hint = more > 0 ? `${words.more(more)} · ${words.weekHint}` : words.weekHint;
  const head = spread(
    [span(` ${capital(title)}`, 'title'), span(days, 'muted')],
    [span(`${hint} `, 'muted')],
    width,
  );
  return Array.from({ length: height }, (_, index) => (index === 0 ? head : (shown[index - 1] ?? line(''))));
}
