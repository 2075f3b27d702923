/** The agenda of a session as lines: items with their minutes, and below them what the chosen one holds. Pure. */
import { messages, type Language } from '../../language/index.ts';
import { itemMinutes, type SessionView } from '../../services/meetings/closing.ts';
import { formatDay } from '../../services/reading/days.ts';
import type { RunningItem } from '../../services/meetings/running.ts';
import {
  fitLine,
  line,
  span,
  spread,
  wholeLine,
  type StyledLine,
  type Tone,
} from '../../widgets/lines/styled.ts';
import { safe, safeLines, wrap } from '../../widgets/lines/text.ts';

export interface PaneLook {
  readonly view: SessionView;
  readonly now: string;
  readonly today: string;
  readonly cursor: number;
  /** Keys go to this pane. */
  readonly focused: boolean;
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  readonly unicode: boolean;
}

const signs = {
  current: ['▶', '>', 'accent'],
  done: ['✓', 'x', 'good'],
  postponed: ['→', '-', 'muted'],
  open: ['○', 'o', 'planned'],
} as const satisfies Readonly<Record<string, readonly [string, string, Tone]>>;

function itemLine(item: RunningItem, chosen: boolean, look: PaneLook): StyledLine {
  const { now, width, language, unicode, focused } = look;
  const words = messages(language).running;
  const state = item.startedAt === null ? (item.state ?? 'open') : 'current';
  const [sign, ascii, tone] = signs[state];
  const used = itemMinutes(item, now);
  const isOver = item.minutes !== null && used > item.minutes;
  const times =
    used > 0 || item.startedAt !== null
      ? words.used(used, item.minutes)
      : item.minutes === null
        ? ''
        : words.minutes(item.minutes);
  const left: StyledLine = [
    span(chosen ? (unicode ? '›' : '>') : ' '),
    span(`${unicode ? sign : ascii} `, tone),
    span(`${String(item.position ?? '').padStart(2)} `, 'muted'),
    {
      text: safe(item.title),
      ...(state === 'current' && { bold: true }),
      ...(state === 'postponed' && { tone: 'muted' as const }),
    },
  ];
  const right: StyledLine = [
    span(`${isOver ? (unicode ? '▲ ' : '! ') : ''}${times} `, isOver ? 'late' : 'muted'),
  ];
  const row = spread(left, right, width);
  return chosen && focused ? wholeLine(row, width, 'selected') : fitLine(row, width);
}

const paragraph = (text: string, width: number, tone?: Tone): StyledLine[] =>
  safeLines(text)
    .flatMap((one) => wrap(one, width - 3))
    .map((one) => line(`  ${one}`, tone));

function detailLines({ view, cursor, width, language, today }: PaneLook): StyledLine[] {
  const words = messages(language).running;
  const { session, items, decisions, actions } = view;
  const item = items[cursor];
  const notes = item === undefined ? session.minutesText : item.outcome;
  const made = [
    ...decisions.map(({ code, title }) => ({ code, text: title })),
    ...actions.map(({ code, title, owner, due }) => ({
      code,
      text: [title, owner, due === null ? null : formatDay(due, language, 'short', today)]
        .filter((part) => part !== null)
        .join(' · '),
    })),
  ];
  const madeLines = made.map(({ code, text }) => [span(`  ${code} `, 'accent'), span(safe(text))]);
  return [
    ...(item?.background ? [[], ...paragraph(item.background, width, 'muted')] : []),
    ...(notes ? [[], line(` ${words.notes}`, 'heading'), ...paragraph(notes, width)] : []),
    [],
    line(` ${words.made}`, 'heading'),
    ...(madeLines.length > 0
      ? madeLines
      : [line(`  ${session.closedOn === null ? words.madeNothing : words.madeNothingClosed}`, 'muted')]),
  ];
}

/** The window of a list that keeps its cursor in view. */
export function windowed<Item>(items: readonly Item[], cursor: number, height: number): readonly Item[] {
  const top = Math.max(0, Math.min(cursor - Math.floor(height / 2), items.length - height));
  return items.slice(top, top + height);
}

export function agendaLines(look: PaneLook): StyledLine[] {
  const { view, cursor, width, height, language } = look;
  const words = messages(language).running;
  const { items, session } = view;
  const details = detailLines(look);
  const room = Math.max(3, height - 1 - Math.min(details.length, Math.ceil(height * 0.45)));
  const indexed = items.map((item, index) => ({ item, index }));
  const rows = windowed(indexed, cursor, room).map(({ item, index }) =>
    itemLine(item, index === cursor, look),
  );
  const none = session.closedOn === null ? words.noAgenda : words.noAgendaClosed;
  const agenda = items.length > 0 ? rows : paragraph(none, width, 'muted');
  return [line(` ${words.agenda}`, 'heading'), ...agenda, ...details]
    .slice(0, height)
    .map((one) => fitLine(one, width));
}
