/** The whole screen of a running session: what it is, its time, and the agenda, the roster or both. Pure; no Ink. */
import { formatLocalTime } from '../../services/reading/days.ts';
import { fitLine, lineWidth, span, spread, type StyledLine } from '../../widgets/lines/styled.ts';
import { safe } from '../../widgets/lines/text.ts';
import { agendaLines, type PaneLook } from './agenda-lines.ts';
import { rosterLines, standingText } from './roster-lines.ts';
import { timerSpans } from './timer.ts';

export type Pane = 'agenda' | 'roster';

export interface RunningLook extends Omit<PaneLook, 'cursor' | 'focused'> {
  readonly pane: Pane;
  readonly item: number;
  readonly seat: number;
}

/** Below this only the pane in use has room. */
const bothFrom = 96;

function headLines(look: RunningLook): StyledLine[] {
  const { view, language, width } = look;
  const { session } = view;
  const number = session.number === null ? '' : ` ${session.number}`;
  const topic = session.topic === null ? '' : `: ${safe(session.topic)}`;
  const title: StyledLine = [
    span(` ${session.code}  `, 'accent'),
    span(`${safe(session.groupTitle)}${number}${topic}`, 'title'),
  ];
  const when = [span(`${formatLocalTime(session.startsAt, language, 'weekday')} `, 'muted')];
  const timer = [span(' '), ...timerSpans(view, look)];
  const tone = view.roster.isQuorate === false ? 'warn' : 'muted';
  const standing = span(standingText(view, language), tone);
  // Time and who is here are both always seen: where one line is too short for the two, the empty one below is used.
  const isWide = lineWidth(timer) + lineWidth([standing]) + 4 <= width;
  const rows = isWide
    ? [spread(title, when, width), spread(timer, [standing, span(' ')], width), []]
    : [spread(title, when, width), timer, [span(' '), standing]];
  return rows.map((one) => fitLine(one, width));
}

export function runningLines(look: RunningLook): StyledLine[] {
  const { pane, item, seat, width, unicode } = look;
  const head = headLines(look);
  const height = Math.max(1, look.height - head.length);
  const agenda = (cells: number): StyledLine[] =>
    agendaLines({ ...look, height, width: cells, cursor: item, focused: pane === 'agenda' });
  const roster = (cells: number): StyledLine[] =>
    rosterLines({ ...look, height, width: cells, cursor: seat, focused: pane === 'roster' });
  if (width < bothFrom) return [...head, ...(pane === 'agenda' ? agenda(width) : roster(width))];
  const right = Math.min(72, Math.max(44, Math.floor(width * 0.42)));
  const left = width - right - 1;
  const [one, other] = [agenda(left), roster(right)];
  const border = span(unicode ? '│' : '|', 'border');
  const rows = Array.from({ length: height }, (_, index) => [
    ...fitLine(one[index] ?? [], left),
    border,
    ...fitLine(other[index] ?? [], right),
  ]);
  return [...head, ...rows];
}
