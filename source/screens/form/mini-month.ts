/** The month around a day that is being written, small enough to stand beside its field; on a narrow screen its week. Pure. */
import { messages, type Language } from '../../language/index.ts';
import type { CalendarDay, CalendarView } from '../../services/reading/calendar.ts';
import { dayOfMonth, formatMonth, weekdayName } from '../../services/reading/days.ts';
import { fitLine, line, span, type Span, type StyledLine, type Tone } from '../../widgets/lines/styled.ts';
import { fit, takeCells } from '../../widgets/lines/text.ts';

export interface MiniMonth {
  /** Whole weeks. */
  readonly view: CalendarView;
  /** The day in the field; null while there is none. */
  readonly chosen: string | null;
  /** Its month is shown. */
  readonly month: string;
  readonly language: Language;
  readonly unicode: boolean;
}

/** Number of the week, and seven days of three cells. */
export const miniMonthWidth = 3 + 7 * 3;

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** `›22`: the chosen day, today and days off are told by a sign too. */
function cell(date: CalendarDay, { view, chosen, month, unicode }: MiniMonth): Span {
  const isChosen = date.day === chosen;
  const isToday = date.day === view.today;
  const isFree = date.holiday !== null || date.inBreak;
  const [choice, now, free] = unicode ? ['›', '●', '·'] : ['>', '*', '.'];
  const sign = isChosen ? choice : isToday ? now : isFree ? free : ' ';
  const outside = date.day.slice(0, 7) !== month.slice(0, 7);
  const tone: Tone | undefined = isChosen
    ? 'selected'
    : isToday
      ? 'due'
      : outside
        ? 'muted'
        : isFree
          ? 'warn'
          : undefined;
  return span(`${sign}${String(dayOfMonth(date.day)).padStart(2)}`, tone);
}

export function miniMonthLines(mini: MiniMonth): StyledLine[] {
  const { view, month, language } = mini;
  const names = weekdays.map((nth) => ` ${fit(takeCells(weekdayName(nth, language), 2), 2)}`).join('');
  const weeks = Array.from({ length: Math.ceil(view.days.length / 7) }, (_, week): StyledLine => {
    const days = view.days.slice(week * 7, week * 7 + 7);
    return [
      span(`${String(days[0]?.week ?? '').padStart(2)} `, 'muted'),
      ...days.map((date) => cell(date, mini)),
    ];
  });
  const { week } = messages(language).console.calendar;
  return [
    fitLine(line(`   ${formatMonth(month, language)}`, 'heading'), miniMonthWidth),
    line(fit(week, 3) + names, 'muted'),
    ...weeks,
  ].map((row) => fitLine(row, miniMonthWidth));
}

/** ` vk 12  ma 20  ti 21 ›ke 22 …`: one line, where there is no room beside the fields. */
export function miniWeekLine(mini: MiniMonth): StyledLine {
  const { view, chosen, language } = mini;
  const day = chosen ?? view.today;
  const at = view.days.findIndex((one) => one.day === day);
  const days = view.days.slice(Math.floor(at / 7) * 7, Math.floor(at / 7) * 7 + 7);
  const { week } = messages(language).console.calendar;
  const cells = days.map((date, index): Span => {
    const { text, tone } = cell(date, mini);
    const name = takeCells(weekdayName(weekdays[index] ?? 1, language), 2);
    const told = `${text.slice(0, 1)}${name} ${text.slice(1).trim()} `;
    return tone === undefined ? span(told) : span(told, tone);
  });
  return at === -1 ? [] : [span(` ${week} ${days[0]?.week ?? ''} `, 'muted'), ...cells];
}

/** Without the spaces that fill its end: what is cut off then was a word. */
function trimmed(row: StyledLine): StyledLine {
  const last = row.at(-1);
  if (last === undefined || last.inverse === true) return row;
  const text = last.text.trimEnd();
  return text === '' ? trimmed(row.slice(0, -1)) : [...row.slice(0, -1), { ...last, text }];
}

/** Lays the month over the right end of the form's lines: below the row of its field, or above it near the end. */
export function besideForm(
  lines: readonly StyledLine[],
  month: readonly StyledLine[],
  { row, width, height }: { readonly row: number; readonly width: number; readonly height: number },
): StyledLine[] {
  const isBelow = row + 1 + month.length <= height;
  const top = isBelow ? row + 1 : Math.max(0, row - month.length);
  const room = width - miniMonthWidth - 2;
  return Array.from({ length: Math.max(lines.length, top + month.length) }, (_, index) => {
    const own = lines[index] ?? [];
    const beside = month[index - top];
    return beside === undefined ? own : [...fitLine(trimmed(own), room), span('  '), ...beside];
  });
}
