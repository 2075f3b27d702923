import { formatDay, formatNumber } from '../domain/days/format-day.ts';
import { localDay } from '../domain/days/day.ts';
import { messages } from '../language/index.ts';
import type { Day } from '../domain/days/day.ts';
import type { Language, Messages } from '../language/index.ts';
import type { Definition } from '../registers/index.ts';
import type { GroupRow, SessionRow } from './snapshot.ts';

/** How the report speaks: its language's words, and days and figures in its way. */
export interface Voice {
  readonly language: Language;
  readonly words: Messages['report'];
  /** The words of all reports' pages and pictures, and of the other kinds. */
  readonly reports: Messages['report']['all'];
  readonly day: (day: Day | null) => string;
  /** Without the year where it is that of the report. */
  readonly shortDay: (day: Day | null) => string;
  readonly mean: (value: number) => string;
  /** `+2`, `−1`, `same`; nothing without a last time. */
  readonly change: (now: number, before: number | null) => string;
}

export function voiceOf(language: Language, today: Day): Voice {
  const words = messages(language).report;
  return {
    language,
    words,
    reports: words.all,
    day: (day) => (day === null ? '' : formatDay(day, language, 'long')),
    shortDay: (day) => (day === null ? '' : formatDay(day, language, 'short', today)),
    mean: (value) => formatNumber(value, language, 1),
    change: (now, before) => (before === null ? '' : changeText(now - before, words.figures.asBefore)),
  };
}

function changeText(difference: number, same: string): string {
  if (difference === 0) return same;
  return difference > 0 ? `+${difference}` : `\u2212${-difference}`;
}

export const named = (row: { readonly code: string; readonly title: string }): string =>
  `${row.code} ${row.title}`;

/** The first few, and how many more there are. */
export function some<Item>(
  items: readonly Item[],
  count: number,
  voice: Voice,
): { shown: Item[]; more: string } {
  // One more item takes no more room than the words that would stand for it.
  const shown = items.length <= count + 1 ? [...items] : items.slice(0, count);
  const left = items.length - shown.length;
  return { shown, more: left === 0 ? '' : voice.words.more({ count: left }) };
}

/** `Tsemppariklubi 3, Ohjausryhmä 1`, the most first; the name alone where there is but one session. */
export function byGroup(counts: readonly { readonly group: GroupRow; readonly count: number }[]): string {
  const met = counts.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count);
  const [only] = met;
  if (only !== undefined && met.length === 1 && only.count === 1) return only.group.title;
  return met.map(({ group, count }) => `${group.title} ${count}`).join(', ');
}

export const sessionDay = (session: SessionRow): Day => localDay(session.startsAt);

/** The word of a choice, as the register declares it. */
export function choiceWord(
  register: Definition,
  field: string,
  value: string | null,
  language: Language,
): string {
  const declared = register.fields[field] ?? register.derived?.[field]?.field;
  return value === null ? '' : (declared?.choices?.[value]?.[language] ?? value);
}

/** What the register calls a field. */
export const fieldLabel = (register: Definition, field: string, language: Language): string =>
  register.fields[field]?.label[language] ?? field;

const longest = 160;

/** The first sentence of a text, cut where it is long. A point after a number ends none: it is a day's or an ordinal's. */
export function firstSentence(text: string): string {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  const sentence = /^.*?(?<!\d)[.!?](?= \p{Lu})/u.exec(flat)?.[0] ?? flat;
  if (sentence.length <= longest) return sentence;
  const cut = sentence.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))} \u2026`;
}
