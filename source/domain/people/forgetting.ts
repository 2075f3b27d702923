/** Leaving a person out of what is kept beside a file: filters, views, words looked up. */

import { numberPattern } from './naming.ts';

/** Finds any word of the names, also where it goes on in another form: a filter seldom has the whole name. */
export function wordFinder(names: readonly string[]): RegExp | null {
  const words = new Set(
    names
      .flatMap((name) => (/[@\d]/u.test(name) ? [name] : name.split(/[\s,]+/u)))
      .filter((word) => word.length >= 3),
  );
  if (words.size === 0) return null;
  const parts = [...words].map((word) => {
    const number = numberPattern(word);
    if (number !== null) return number;
    const escaped = word.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
    return word.length > 3 ? escaped : String.raw`${escaped}(?![\p{L}\p{N}])`;
  });
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${parts.join('|')})`, 'iu');
}

/** The same with each of its texts changed, also names of its fields that somebody gave: ours are one word. */
export function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => withTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      /\W/u.test(name) ? change(name) : name,
      withTexts(inner, change),
    ]),
  );
}

/** Does a text in it, or a name of one of its fields, match? */
export function holdsIn(value: unknown, finder: RegExp): boolean {
  if (typeof value === 'string') return finder.test(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => holdsIn(item, finder));
  return Object.entries(value).some(([name, inner]) => finder.test(name) || holdsIn(inner, finder));
}

/** The same without what matches: items of lists as wholes, of objects the fields. */
export function without(value: unknown, finder: RegExp): unknown {
  if (Array.isArray(value)) return value.filter((item) => !holdsIn(item, finder));
  if (typeof value !== 'object' || value === null) return value;
  const left = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    if (finder.test(name) || (typeof inner === 'string' && finder.test(inner))) return [];
    return [[name, without(inner, finder)]];
  });
  return Object.fromEntries(left);
}
