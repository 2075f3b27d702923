/** The one-line parts of the screen: header, tabs, footer, toast, and where a begun sequence can go. Pure. */
import type { KeyHint } from '../../keys/hints.ts';
import {
  cutLine,
  fitLine,
  line,
  lineWidth,
  span,
  spread,
  type Span,
  type StyledLine,
  type Tone,
} from './styled.ts';
import { cellWidth, safe, wrap } from './text.ts';

export interface HeaderParts {
  readonly program: string;
  readonly project: string;
  /** Such as the date and the week. */
  readonly middle: string;
  /** Such as the next meeting and what is late; each keeps its tone. */
  readonly right: readonly Span[];
}

/** ` Luotsi  Digitaidot asiakastyössä        ke 22.3.2023 · vko 12    ohjausryhmä 12 pv  ▲3 myöhässä ` */
export function headerLine({ program, project, middle, right }: HeaderParts, width: number): StyledLine {
  const left = [span(` ${safe(program)}  `, 'accent'), span(safe(project), 'title')];
  const end: Span[] = [span(safe(middle), 'muted')];
  for (const piece of right) end.push(span('   '), { ...piece, text: safe(piece.text) });
  end.push(span(' '));
  // Late duties say more than the date: where room is short, the date goes first, then what is on the right.
  const short = end.slice(2);
  const least = 24;
  return spread(
    left,
    lineWidth(end) + least <= width ? end : lineWidth(short) + least <= width ? short : [],
    width,
  );
}

export interface Tab {
  /** The key that opens it. */
  readonly key: string;
  readonly label: string;
}

/**
 * ` 1 Tänään  2 Rekrytointi …`; on a narrower screen `1Tänään 2Rekrytointi …`; and where not all labels fit, only the
 * current one keeps its own.
 */
export function tabsLine(tabs: readonly Tab[], current: number, width: number): StyledLine {
  const full = tabs.flatMap((tab, index) => tabSpans(tab, index === current, true));
  if (lineWidth(full) <= width) return fitLine(full, width);
  const tight = tabs.flatMap((tab, index) => tightSpans(tab, index === current));
  if (lineWidth(tight) <= width) return fitLine(tight, width);
  return fitLine(
    tabs.flatMap((tab, index) => tabSpans(tab, index === current, index === current)),
    width,
  );
}

function tightSpans(tab: Tab, current: boolean): Span[] {
  const label = safe(tab.label);
  if (current) return [{ text: `${tab.key}${label}`, tone: 'accent', bold: true, inverse: true }, span(' ')];
  return [span(tab.key, 'key'), span(`${label} `, 'muted')];
}

function tabSpans(tab: Tab, current: boolean, labelled: boolean): Span[] {
  const text = ` ${tab.key}${labelled ? ` ${safe(tab.label)}` : ''} `;
  // Inverse, not only coloured: the current tab must be seen without colours too.
  return [current ? { text, tone: 'accent', bold: true, inverse: true } : span(text, 'muted')];
}

/** ` ↵ avaa  n uusi  / suodata …`: hints in the order of need; what doesn't fit is left out whole, `last` never. */
export function footerLine(hints: readonly KeyHint[], width: number, last?: KeyHint): StyledLine {
  const spansOf = (hint: KeyHint): Span[] => [span(` ${hint.keys[0] ?? ''}`, 'key'), span(` ${hint.label} `)];
  const reserved = last === undefined ? [] : spansOf(last);
  const result: Span[] = [];
  let room = width - lineWidth(reserved);
  for (const hint of hints) {
    if (hint === last) continue;
    const spans = spansOf(hint);
    const needed = lineWidth(spans);
    if (needed > room) break;
    room -= needed;
    result.push(...spans);
  }
  return fitLine([...result, ...reserved], width);
}

/** A begun sequence: `g …  gg alkuun  gt tänään …`; what does not fit goes on below, and no place is cut. */
export function pendingLines(start: string, hints: readonly KeyHint[], width: number): StyledLine[] {
  const before = [span(` ${start}…`, 'accent'), span(' ')];
  const indent = span(' '.repeat(lineWidth(before)));
  const lines: Span[][] = [before];
  for (const hint of hints) {
    const spans = [span(` ${hint.keys[0] ?? ''}`, 'key'), span(` ${hint.label} `)];
    const last = lines.at(-1) ?? [];
    if (lineWidth(last) + lineWidth(spans) <= width) last.push(...spans);
    else lines.push([indent, ...spans]);
  }
  return lines.map((spans) => fitLine(spans, width));
}

export type ToastKind = 'done' | 'note' | 'warning' | 'error';

const toastLooks: Readonly<
  Record<ToastKind, { readonly sign: string; readonly ascii: string; readonly tone: Tone }>
> = {
  done: { sign: '✓', ascii: '+', tone: 'good' },
  note: { sign: '·', ascii: '-', tone: 'accent' },
  warning: { sign: '▲', ascii: '!', tone: 'warn' },
  error: { sign: '✗', ascii: 'x', tone: 'bad' },
};

/** More than a refusal needs at sixty columns. */
const mostToastLines = 4;

/**
 * What just happened, with its sign, and how to take it back on the right. What was done is told on one line, for its
 * words stand in the list as well; what was refused or is to be known says all that it has to say.
 */
export function toastLines(
  kind: ToastKind,
  text: string,
  hint: string,
  width: number,
  unicode = true,
): StyledLine[] {
  const { sign, ascii, tone } = toastLooks[kind];
  const shownSign = unicode ? sign : ascii;
  const message = [span(` ${shownSign} ${safe(text)}`, tone)];
  const right = hint === '' ? [] : line(` ${safe(hint)} `, 'muted');
  const room = width - lineWidth(right);
  if (right.length === 0 && lineWidth(message) <= width) return [fitLine(message, width)];
  if (lineWidth(message) < room) return [spread(message, right, width)];
  // How to take it back stays, where what was done is long.
  if (kind === 'done' && room > width / 2) return [spread(cutLine(message, room), right, width)];
  const [first = '', ...rest] = wrap(safe(text), width - 4);
  const lines: StyledLine[] = [
    [span(` ${shownSign} ${first}`, tone)],
    ...rest.map((one) => [span(`   ${one}`, tone)]),
  ];
  const last = lines.at(-1) ?? [];
  const isRoomy = lineWidth(last) < room;
  const all = isRoomy
    ? [...lines.slice(0, -1), spread(last, right, width)]
    : [...lines, spread([], right, width)];
  return all.slice(0, mostToastLines).map((one) => fitLine(one, width));
}

/** A horizontal line across the screen, with a joint where the preview begins. */
export function ruleLine(width: number, jointAt: number | null, joint: string, unicode = true): StyledLine {
  const dash = unicode ? '─' : '-';
  const whole = dash.repeat(Math.max(0, width));
  if (jointAt === null || jointAt >= width) return line(whole, 'border');
  const sign = unicode ? joint : '+';
  return line(whole.slice(0, jointAt) + sign + whole.slice(jointAt + cellWidth(sign)), 'border');
}
