/** The parts of a long page by their names, above it: where one is, and what else there is. Pure. */
import { messages, type Language } from '../../language/index.ts';
import { fitLine, type StyledLine } from '../../widgets/lines/styled.ts';
import { stripSpans } from '../register/strip-line.ts';
import type { PageLine } from './record-lines.ts';

export interface Section {
  readonly name: string;
  /** The line on which it begins. */
  readonly at: number;
}

/** The facts first, then what each heading of the page begins. None where all is seen at once. */
export function sectionsOf(
  lines: readonly PageLine[],
  height: number,
  language: Language,
): readonly Section[] {
  const headed = lines.flatMap(({ section }, at): Section[] =>
    section === undefined ? [] : [{ name: section, at }],
  );
  if (headed.length === 0 || lines.length <= height) return [];
  return [{ name: messages(language).console.record.facts, at: 0 }, ...headed];
}

export function sectionAt(sections: readonly Section[], cursor: number): number {
  return Math.max(
    0,
    sections.findLastIndex(({ at }) => at <= cursor),
  );
}

/** Where the next or the previous one begins; from the middle of one, back to its own beginning first. */
export function sectionFrom(sections: readonly Section[], cursor: number, step: 1 | -1): number | null {
  const here = sectionAt(sections, cursor);
  if (step === 1) return sections[here + 1]?.at ?? null;
  const own = sections[here]?.at ?? 0;
  return cursor > own ? own : (sections[here - 1]?.at ?? null);
}

/**
 * The line of the page that was the cursor's before the page was broken anew at another width: what stands below the
 * first heading is a line each at any width; facts above it are broken, and the cursor keeps to their beginning.
 */
export function sameLine(cursor: number, before: readonly PageLine[], now: readonly PageLine[]): number {
  const headingOf = (lines: readonly PageLine[]): number =>
    lines.findIndex(({ section }) => section !== undefined);
  const [old, target] = [headingOf(before), headingOf(now)];
  if (old === -1 || target === -1) return cursor;
  return cursor >= old ? cursor - old + target : Math.min(cursor, target - 1);
}

export function sectionStrip(sections: readonly Section[], cursor: number, width: number): StyledLine {
  const names = sections.map(({ name }) => name);
  return fitLine(stripSpans(names, sectionAt(sections, cursor), width), width);
}
