/** The forms in which a text may name a person, longest first: as written, and with the family name first. */
export function namesOfPerson(values: readonly unknown[]): string[] {
  const given = values
    .filter((value): value is string => typeof value === 'string')
    .map((text) => text.trim());
  const turned = given.flatMap((text) => {
    const words = text.split(/\s+/);
    const last = words.at(-1);
    if (words.length < 2 || last === undefined || text.includes('@') || /\d/.test(text)) return [];
    const first = words.slice(0, -1).join(' ');
    return [`${last} ${first}`, `${last}, ${first}`];
  });
  const all = [...given, ...turned].filter((text) => text.length >= 3);
  return [...new Set(all)].toSorted((one, other) => other.length - one.length);
}

/** Finds any of the names as a whole word, whatever its case; null where there is none to find. */
export function nameFinder(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null;
  const escaped = names.map((name) =>
    name
      .split(/\s+/)
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
      .join(String.raw`\s+`),
  );
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join('|')})(?![\p{L}\p{N}])`, 'giv');
}
