import type { Language } from '../../language/language.ts';
import { addDays, mondayOfWeek, weeksInYear } from './day.ts';
import type { Day, Span } from './day.ts';

/** A break that recurs every year, in ISO weeks, both ends in it; 52–1 runs over New Year. */
export interface YearlyBreak {
  readonly fromWeek: number;
  readonly toWeek: number;
}

export type ParsedBreaks =
  | { readonly ok: true; readonly value: readonly YearlyBreak[] }
  /** `part` is the piece that is no break. */
  | { readonly ok: false; readonly part: string };

/** Reads `vko 27–31, vko 52–1`, `weeks 27-31, 8`, `27–31; 52–1`; nothing at all is no breaks. Never throws. */
export function parseBreaks(text: string): ParsedBreaks {
  const breaks: YearlyBreak[] = [];
  for (const part of text.split(/[,;]/u)) {
    const trimmed = part.trim();
    const match = /^(?:(?:vko|vk|viikot|viikko|weeks?|w)\.?\s*)?(\d{1,2})(?:\s*[-–—]\s*w?(\d{1,2}))?$/iu.exec(
      trimmed,
    );
    const [fromWeek, toWeek] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    if (isWeek(fromWeek) && isWeek(toWeek)) breaks.push({ fromWeek, toWeek });
    else if (trimmed !== '') return { ok: false, part: trimmed };
  }
  return { ok: true, value: breaks };
}

/** Weeks of every year, or of the one named. */
export interface NamedWeeks extends YearlyBreak {
  readonly year: number | null;
}

/** Reads `vko 8`, `w42/2023`, `2022-W30`, `vko 27–31`, `27–31/2023`; null for all else. */
export function parseWeeks(text: string): NamedWeeks | null {
  const iso = /^(\d{4})-w(\d{2})$/iu.exec(text.trim());
  const [, weeks = '', ofYear] = /^(.*?)\s*(?:\/\s*(\d{4}))?$/u.exec(text.trim()) ?? [];
  const parsed = parseBreaks(iso === null ? weeks : String(iso[2]));
  const [first, ...more] = parsed.ok ? parsed.value : [];
  if (first === undefined || more.length > 0) return null;
  const year = iso?.[1] ?? ofYear;
  return { ...first, year: year === undefined ? null : Number(year) };
}

function isWeek(week: number): boolean {
  return week >= 1 && week <= 53;
}

/** `vko 27–31, vko 52–1` or `week 27–31, week 52–1`. */
export function formatBreaks(breaks: readonly YearlyBreak[], language: Language): string {
  const word = language === 'fi' ? 'vko' : 'week';
  return breaks
    .map(({ fromWeek, toWeek }) => `${word} ${fromWeek}${toWeek === fromWeek ? '' : `–${toWeek}`}`)
    .join(', ');
}

/** The breaks' days in every one of the years, in order; also the end of one that started in the year before. */
export function breakSpans(breaks: readonly YearlyBreak[], fromYear: number, toYear: number): Span[] {
  const spans: Span[] = [];
  for (let year = fromYear - 1; year <= toYear; year += 1) {
    for (const { fromWeek, toWeek } of breaks) {
      const from = mondayOrNext(year, fromWeek);
      const to = addDays(mondayOrNext(toWeek < fromWeek ? year + 1 : year, toWeek + 1), -1);
      // Week 53 alone in a year that has none leaves nothing.
      if (from < to && to >= `${fromYear}-01-01`) spans.push({ from, to });
    }
  }
  return spans.toSorted((left, right) => (left.from < right.from ? -1 : 1));
}

/** The Monday of the week; of one past the year's last week, the Monday after that. */
function mondayOrNext(year: number, week: number): Day {
  const last = weeksInYear(year);
  return mondayOfWeek(year, week) ?? addDays(mondayOfWeek(year, last) ?? `${year}-12-28`, 7);
}
