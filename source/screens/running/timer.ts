/** How far a session has come against its slot, in words and a bar. Pure. */
import { messages, type Language } from '../../language/index.ts';
import { minutesUsed, type SessionView } from '../../services/meetings/closing.ts';
import { formatDay } from '../../services/reading/days.ts';
import { span, type Span } from '../../widgets/lines/styled.ts';

const barCells = 10;
const fewMinutes = 5;

export interface TimerLook {
  readonly now: string;
  readonly language: Language;
  readonly unicode: boolean;
}

function bar(used: number, planned: number, unicode: boolean): string {
  const full = Math.min(barCells, Math.floor((used / planned) * barCells));
  return (unicode ? '█' : '#').repeat(full) + (unicode ? '░' : '-').repeat(barCells - full);
}

/** `███░░░░░░░ 12/30 min · 18 min jäljellä`; what is over is said with a sign, not only a colour. */
export function timerSpans({ session }: SessionView, { now, language, unicode }: TimerLook): Span[] {
  const words = messages(language).running;
  const { minutes: planned, state, closedOn } = session;
  const used = minutesUsed(session, now);
  const standing =
    closedOn !== null
      ? words.closed(formatDay(closedOn, language))
      : state === 'cancelled'
        ? words.cancelled
        : state === 'held'
          ? words.ended
          : '';
  if (used === null || state !== 'inProgress') {
    const took = used === null ? [] : [span(`${words.used(used, planned)}  `)];
    const open =
      standing === ''
        ? `${planned === null ? '' : `${words.minutes(planned)} · `}${words.notStarted}`
        : standing;
    return [...took, span(open, closedOn === null ? 'due' : 'muted')];
  }
  if (planned === null) return [span(words.used(used, null), 'accent')];
  const left = planned - used;
  const rest =
    left < 0
      ? span(`${unicode ? '▲' : '!'} ${words.over(-left)}`, 'late')
      : span(words.left(left), left <= fewMinutes ? 'warn' : 'good');
  return [
    span(`${bar(used, planned, unicode)} `, left < 0 ? 'late' : 'accent'),
    span(`${words.used(used, planned)} · `),
    rest,
  ];
}
