/** Today as lines: a pure function of rows, size and language, used by the first paint and by Ink alike. No Ink here. */
import { formatDay, formatDays, formatTime } from '../../services/reading/days.ts';
import { messages, type Language } from '../../language/index.ts';
import { fitLine, line, span, wholeLine, type StyledLine, type Tone } from '../../widgets/lines/styled.ts';
import { cellWidth, fit, safe } from '../../widgets/lines/text.ts';
import type { TodayItem, TodaySection } from '../../services/reading/today.ts';

/** How far ahead Today looks. */
export const daysAhead = 30;

/** A line of the page: a heading, a row of the list by its place, or a remark. */
export type TodayLine =
  | { readonly kind: 'heading'; readonly section: TodaySection; readonly count: number }
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'blank' };

const sections: readonly TodaySection[] = ['late', 'today', 'week', 'later'];

/** Rows under their headings; today has one even when it is free. */
export function todayPage(
  rows: readonly TodayItem[],
  language: Language,
  begun: readonly string[] | null = null,
): TodayLine[] {
  const words = messages(language).console.today;
  const items: TodayLine[] = [];
  for (const section of sections) {
    const indexes = rows.flatMap((row, index) => (row.section === section ? [index] : []));
    if (indexes.length === 0 && section !== 'today') continue;
    if (items.length > 0) items.push({ kind: 'blank' });
    items.push({ kind: 'heading', section, count: indexes.length });
    for (const index of indexes) items.push({ kind: 'row', index });
    if (indexes.length === 0) items.push({ kind: 'note', text: words.nothingToday });
  }
  if (rows.length > 0) return items;
  items.push(
    { kind: 'blank' },
    { kind: 'note', text: words.nothing },
    { kind: 'note', text: words.nothingHint },
  );
  const steps = begun === null ? [] : words.firstSteps.filter(({ register }) => !begun.includes(register));
  if (steps.length > 0)
    items.push(
      { kind: 'blank' },
      { kind: 'title', text: words.first },
      ...steps.map(({ text }): TodayLine => ({ kind: 'note', text })),
    );
  return items;
}

export interface TodayView {
  readonly rows: readonly TodayItem[];
  readonly today: string;
  readonly cursor: number;
  /** See the view of Today. */
  readonly begun?: readonly string[] | null;
  /** First item shown. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  readonly unicode: boolean;
}

/** What of the page stays as it is while the cursor moves. */
export interface TodayPlan {
  readonly page: readonly TodayLine[];
  /** Width of the days. */
  readonly whens: number;
  /** Rows as they are drawn without the cursor, by their place in the list; filled as they are first seen. */
  readonly drawn: StyledLine[];
}

/** Holds as long as nothing of the view but its cursor, its window and its height changes. */
export function todayPlan({ rows, today, language, begun = null }: PlannedBy): TodayPlan {
  const widths = rows.map((row) => cellWidth(whenOf(row, today, language)));
  return {
    page: todayPage(rows, language, begun),
    whens: Math.min(22, Math.max(0, ...widths)),
    drawn: [],
  };
}

type PlannedBy = Omit<TodayView, 'cursor' | 'top' | 'height'>;

/** Where the window must begin for the cursor to be seen, its heading with it. */
export function todayTop(items: readonly TodayLine[], cursor: number, top: number, height: number): number {
  const at = Math.max(
    0,
    items.findIndex((item) => item.kind === 'row' && item.index === cursor),
  );
  const first = at > 0 && items[at - 1]?.kind === 'heading' ? at - 1 : at;
  const lowest = Math.max(0, items.length - height);
  return Math.max(0, Math.min(first, Math.max(top, at - height + 1), lowest));
}

const signs: Readonly<Record<TodaySection, { sign: string; ascii: string; tone: Tone }>> = {
  late: { sign: '▲', ascii: '!', tone: 'late' },
  today: { sign: '●', ascii: '*', tone: 'due' },
  week: { sign: '○', ascii: 'o', tone: 'planned' },
  later: { sign: '○', ascii: 'o', tone: 'muted' },
};

/** The day and hour, and how long ago it was where it has passed: headings already say the rest. */
function whenOf(
  { distance, day, section, time, minutes }: TodayItem,
  today: string,
  language: Language,
): string {
  const hour = time === null ? '' : formatTime(`${day}T${time}`, language);
  const length = minutes === null || hour === '' ? '' : `  ${minutes} min`;
  if (section === 'today') return hour + length;
  const late = section === 'late' ? formatDays(-distance, language) : hour;
  return `${formatDay(day, language, 'weekday', today)}${late === '' ? '' : `  ${late}`}`;
}

/** What is wanted, and of what; a rule that is called as its register says nothing new. */
function whatOf({ what, kind, register, heading }: TodayItem, language: Language): StyledLine {
  const text = span(safe(heading));
  return kind === register ? [text] : [span(`${what[language]} · `, 'muted'), text];
}

const codeWidth = 7;
const nothing: StyledLine = [];

function rowLine(
  row: TodayItem,
  { today, language, width, unicode }: TodayView,
  whens: number,
  chosen: boolean,
): StyledLine {
  const look = signs[row.section];
  const room = Math.max(1, width - codeWidth - whens - 7);
  const cells: StyledLine = [
    span(chosen ? (unicode ? '›' : '>') : ' '),
    span(`${unicode ? look.sign : look.ascii} `, look.tone),
    span(`${fit(row.code ?? '', codeWidth)} `, 'accent'),
    ...fitLine(whatOf(row, language), room),
    span(`  ${fit(whenOf(row, today, language), whens)} `, look.tone),
  ];
  return chosen ? wholeLine(cells, width, 'selected') : fitLine(cells, width);
}

function pageLine(item: TodayLine, view: TodayView, { whens, drawn }: TodayPlan): StyledLine {
  const { rows, width, cursor } = view;
  if (item.kind === 'heading')
    return fitLine(
      [
        span(` ${messages(view.language).console.today[item.section]}`, 'heading'),
        span(item.count > 0 ? `  ${item.count}` : '', 'muted'),
      ],
      width,
    );
  if (item.kind === 'title') return fitLine(line(` ${item.text}`, 'heading'), width);
  if (item.kind === 'note') return fitLine(line(`   ${item.text}`, 'muted'), width);
  const row = item.kind === 'row' ? rows[item.index] : undefined;
  if (item.kind !== 'row' || row === undefined) return nothing;
  if (item.index === cursor) return rowLine(row, view, whens, true);
  return (drawn[item.index] ??= rowLine(row, view, whens, false));
}

/** The page, `height` lines of `width` cells. */
export function todayLines(view: TodayView, plan: TodayPlan = todayPlan(view)): StyledLine[] {
  const { height, top } = view;
  const lines = plan.page.slice(top, top + height).map((item) => pageLine(item, view, plan));
  return Array.from({ length: height }, (_, index) => lines[index] ?? nothing);
}
