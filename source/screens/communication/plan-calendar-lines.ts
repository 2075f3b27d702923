/** The communication plan as audience × month: counts with a sign for each fate. Pure; no Ink. */
import { messages, type Language } from '../../language/index.ts';
import { formatDay, shortMonth } from '../../services/reading/days.ts';
import type {
  CalendarRow,
  Fate,
  MonthCell,
  NamedDelivery,
  PlanCalendar,
} from '../../services/communication/communication.ts';
import { line, span, type Span, type StyledLine, type Tone } from '../../widgets/lines/styled.ts';
import { cellWidth, cut, fit, pad, safe } from '../../widgets/lines/text.ts';

export interface GridCursor {
  readonly row: number;
  readonly column: number;
}

export interface PlanCalendarView {
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  readonly unicode: boolean;
  readonly cursor: GridCursor;
  /** Deliveries of the chosen cell. */
  readonly chosen: readonly NamedDelivery[];
  readonly fateOf: (delivery: NamedDelivery) => Fate;
}

const cellSize = 8;

const signs: Readonly<Record<Fate | 'silent', { sign: string; ascii: string; tone: Tone }>> = {
  sent: { sign: '✓', ascii: '+', tone: 'good' },
  late: { sign: '▲', ascii: '!', tone: 'bad' },
  planned: { sign: '○', ascii: 'o', tone: 'accent' },
  skipped: { sign: '×', ascii: 'x', tone: 'muted' },
  silent: { sign: '‥', ascii: '~', tone: 'warn' },
};

const order: readonly Fate[] = ['late', 'sent', 'planned', 'skipped'];

export function signOf(fate: Fate | 'silent', unicode: boolean): Span {
  const { sign, ascii, tone } = signs[fate];
  return span(unicode ? sign : ascii, tone);
}

/** How many months fit beside the names of the audiences, at most a year. */
export function monthsThatFit(width: number): number {
  return Math.max(1, Math.min(12, Math.floor((width - namesWidth(width)) / cellSize)));
}

const namesWidth = (width: number): number => Math.max(14, Math.min(30, Math.floor(width * 0.27)));

/** `2✓ 1▲` in the middle of its cell; brackets tell the chosen one. Silence stands beside what else there is. */
function cellSpans(cell: MonthCell, isChosen: boolean, unicode: boolean): Span[] {
  const inner: Span[] = order.flatMap((fate): Span[] =>
    cell[fate] === 0
      ? []
      : [{ ...signOf(fate, unicode), text: `${cell[fate]}${signOf(fate, unicode).text}` }],
  );
  const all = cell.silent ? [...inner, signOf('silent', unicode)] : inner;
  const room = cellSize - 2;
  const shown: Span[] = [];
  let taken = 0;
  for (const piece of all) {
    if (taken + cellWidth(piece.text) > room) break;
    shown.push(piece);
    taken += cellWidth(piece.text);
  }
  const before = Math.floor((room - taken) / 2);
  const [open, close] = isChosen ? ['[', ']'] : [' ', ' '];
  const edge = (text: string): Span => span(text, isChosen ? 'key' : undefined);
  return [edge(open + ' '.repeat(before)), ...shown, edge(' '.repeat(room - taken - before) + close)];
}

function headLine({ months, today }: PlanCalendar, { width, language }: PlanCalendarView): StyledLine {
  const names = months.map((month, index) => {
    const year = index === 0 || month.slice(5, 7) === '01' ? ` ${month.slice(2, 4)}` : '';
    const isNow = month.slice(0, 7) === today.slice(0, 7);
    const text = pad(shortMonth(month, language) + year, cellSize, 'center');
    return isNow ? { text, tone: 'title' as const, bold: true } : span(text, 'muted');
  });
  return [span(' '.repeat(namesWidth(width))), ...names];
}

function rowLine(row: CalendarRow, index: number, view: PlanCalendarView): StyledLine {
  const { cursor, unicode, width } = view;
  const isCurrent = index === cursor.row;
  const mark = isCurrent ? (unicode ? '›' : '>') : ' ';
  const room = namesWidth(width) - 2;
  return [
    span(mark, 'key'),
    span(`${fit(safe(row.audience), room)} `, isCurrent ? 'title' : undefined),
    ...row.cells.flatMap((cell, column) => cellSpans(cell, isCurrent && column === cursor.column, unicode)),
  ];
}

function legend({ language, unicode, width }: PlanCalendarView): StyledLine {
  const words = messages(language).plan.calendar;
  const parts = (['sent', 'late', 'planned', 'skipped', 'silent'] as const).map((fate) => [
    span(' '),
    signOf(fate, unicode),
    span(` ${words.fates[fate]} `, 'muted'),
  ]);
  const spans: Span[] = [];
  let taken = 0;
  for (const part of parts) {
    const size = part.reduce((sum, { text }) => sum + cellWidth(text), 0);
    if (taken + size > width) break;
    spans.push(...part);
    taken += size;
  }
  return spans;
}

/** What stands in the chosen cell, below the table. */
function chosenLines(view: PlanCalendarView, height: number): StyledLine[] {
  const { chosen, language, unicode, width, fateOf } = view;
  const words = messages(language).plan.calendar;
  if (height < 1) return [];
  if (chosen.length === 0) return [line(`  ${words.emptyCell}`, 'muted')];
  const room = chosen.length > height ? height - 1 : height;
  const rows = chosen.slice(0, room).map((one): StyledLine => {
    const day = one.state === 'sent' ? (one.sent ?? one.due) : one.due;
    const last =
      one.late === null || one.state === 'sent' ? '' : `–${formatDay(one.late, language, 'short')}`;
    const when = day === null ? '' : formatDay(day, language, 'short') + last;
    return [
      span('  '),
      signOf(fateOf(one), unicode),
      span(` ${fit(one.code, 8)}`, 'accent'),
      span(` ${fit(when, 14)} `, 'muted'),
      span(cut(safe(one.title), Math.max(8, width - 29))),
    ];
  });
  const more = chosen.length - rows.length;
  return more > 0 ? [...rows, line(`    ${messages(language).plan.preview.more(more)}`, 'muted')] : rows;
}

/** The whole view, `height` lines; where the audiences do not all fit, those around the cursor. */
export function planCalendarLines(calendar: PlanCalendar, view: PlanCalendarView): StyledLine[] {
  const { height, cursor, language, unicode, width } = view;
  const { rows } = calendar;
  if (rows.length === 0) return [line(`  ${messages(language).plan.calendar.none}`, 'muted')];
  const below = Math.min(Math.max(3, view.chosen.length), Math.max(1, height - 4 - Math.min(rows.length, 6)));
  const shown = Math.max(1, Math.min(rows.length, height - 3 - below));
  const top = Math.max(0, Math.min(rows.length - shown, cursor.row - Math.floor(shown / 2)));
  const body = rows.slice(top, top + shown).map((row, index) => rowLine(row, top + index, view));
  return [
    headLine(calendar, view),
    ...body,
    line((unicode ? '─' : '-').repeat(width), 'border'),
    ...chosenLines(view, Math.max(0, height - shown - 3)),
    ...Array.from(
      {
        length: Math.max(
          0,
          height - shown - 3 - Math.max(1, Math.min(view.chosen.length, height - shown - 3)),
        ),
      },
      (): StyledLine => [],
    ),
    legend(view),
  ].slice(0, height);
}
