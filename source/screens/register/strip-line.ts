/** The line above a list: its sisters, how many rows, what narrows it and in what order it stands. Pure. */
import { messages, type Language } from '../../language/index.ts';
import { registerOf, type Definition } from '../../registers/index.ts';
import { lineWidth, span, spread, fitLine, type Span, type StyledLine } from '../../widgets/lines/styled.ts';
import { safe } from '../../widgets/lines/text.ts';
import type { ScreenTab } from '../session/navigation.ts';
import { capital } from '../record/record-lines.ts';
import type { ListMemory } from '../session/session.ts';
import { fieldNamed, type Field } from './columns.ts';

export interface Strip {
  readonly tabs: readonly ScreenTab[];
  readonly index: number;
  /** Null where it is not known without reading all. */
  readonly count: number | null;
  readonly memory: ListMemory;
  /** What the field is called by which it is sorted, where the project has a word of its own in it. */
  readonly nameOf?: (field: Field) => string;
  /** Null where the page is of no one register. */
  readonly definition: Definition | null;
}

/** What a tab is called: by a label of its own, or as its register. */
export function nameOfTab({ register, label }: ScreenTab, language: Language): string {
  // A saved view has the name that somebody gave it.
  if (label !== undefined) return safe(label[language]);
  return capital(registerOf(register).label.many[language]);
}

function tabSpans({ tabs, index, count }: Strip, language: Language, width: number): Span[] {
  const names = tabs.map(
    (tab, nth) => nameOfTab(tab, language) + (nth === index && count !== null ? ` ${count}` : ''),
  );
  return stripSpans(names, index, width);
}

/** The names around the current one that fit, with signs where there are more. */
export function stripSpans(names: readonly string[], index: number, width: number): Span[] {
  const spansOf = (from: number, to: number): Span[] => [
    ...(from > 0 ? [span(' ‹', 'muted')] : []),
    ...names
      .slice(from, to)
      .map((name, offset) => span(` ${name} `, from + offset === index ? 'title' : 'muted')),
    ...(to < names.length ? [span('› ', 'muted')] : []),
  ];
  let [from, to] = [0, names.length];
  while (lineWidth(spansOf(from, to)) > width && to - from > 1) {
    if (to - 1 > index) to -= 1;
    else from += 1;
  }
  return spansOf(from, to);
}

function stateSpans({ memory, definition, nameOf }: Strip, language: Language, unicode: boolean): Span[] {
  const words = messages(language).console.list;
  const { applied, sort, list } = memory;
  const spans: Span[] = [];
  if (list.marks.size > 0) spans.push(span(`${words.marked(list.marks.size)}  `, 'marked'));
  if (list.anchor !== null) spans.push(span(`${words.range}  `, 'marked'));
  if (applied !== '') spans.push(span(`/ ${safe(applied)}  `, 'accent'));
  if (sort !== null) {
    const descends = sort.startsWith('-');
    const field = definition === null ? null : fieldNamed(definition, sort.replace(/^-/, ''));
    const arrow = unicode ? (descends ? '↓' : '↑') : descends ? '-' : '+';
    spans.push(
      span(`${arrow} ${field === null ? sort : (nameOf?.(field) ?? field.label[language])} `, 'muted'),
    );
  }
  return spans;
}

export function stripLine(
  strip: Strip,
  view: { readonly width: number; readonly language: Language; readonly unicode: boolean },
): StyledLine {
  const { width, language, unicode } = view;
  const right = stateSpans(strip, language, unicode);
  const room = Math.max(20, width - lineWidth(right) - 1);
  const left = tabSpans(strip, language, room);
  return right.length === 0 ? fitLine(left, width) : spread(left, right, width);
}
