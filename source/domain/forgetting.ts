/** Leaving a person out of what is kept beside a file: filters, views, words looked up. */

/** Finds any word of the names, also where it goes on in another form: a filter seldom has the whole name. */
export function wordFinder(names: readonly string[]): RegExp | null {
  const words = new Set(
    names
      .flatMap((name) => (/[@\d]/u.test(name) ? [name] : name.split(/[\s,]+/u)))
      .filter((word) => word.length >= 3),
  );
  if (words.size === 0) return null;
  const parts = [...words].map((word) => {
    const escaped = word.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
    return word.length > 3 ? escaped : String.raw`${escaped}(?![\p{L}\p{N}])`;
  });
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${parts.join('|')})`, 'iu');
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
