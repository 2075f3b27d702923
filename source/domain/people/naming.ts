/** The forms in which a text may name a person, longest first: as written, and with the family name first. */
export function namesOfPerson(values: readonly unknown[]): string[] {
  const given = values
    .filter((value): value is string => typeof value === 'string')
    .flatMap((text) => (isNumber(text) ? text.split(/[,;]|\s\/\s/u) : [text]))
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
  const patterns = names.map((name) => numberPattern(name) ?? wordsPattern(name));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${patterns.join('|')})(?![\p{L}\p{N}])`, 'giv');
}

/** The words with any white space between them; none is needed about a comma. */
const wordsPattern = (name: string): string =>
  name
    .trim()
    .split(/\s*(,)\s*|\s+/u)
    .filter((word) => word !== undefined && word !== '')
    .map((word) => (word === ',' ? String.raw`\s*,\s*` : literal(word)))
    .join(String.raw`\s+`)
    .replaceAll(String.raw`\s+\s*,\s*\s+`, String.raw`\s*,\s*`);

const literal = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

const isNumber = (text: string): boolean =>
  /^\s*[+(\d][\d\s\-\u2010-\u2015.,;/()+]*$/u.test(text) && text.replaceAll(/\D/gu, '').length >= 6;

/** What people put between the digits of a number. */
const gap = String.raw`[\s\-\u2010-\u2015.\/\(\)]*`;
const spaced = (digits: string): string => digits.split('').join(gap);

/** A telephone number however it is spaced, and a Finnish one with its country's number or without; null for what is none. */
export function numberPattern(text: string): string | null {
  if (!isNumber(text)) return null;
  const [, abroad, digits = ''] = /^(\+|00)?(\d+)$/u.exec(text.replaceAll(/[^\d+]/gu, '')) ?? [];
  if (digits === '') return null;
  const isFinnish = digits.startsWith('358') && (abroad !== undefined || digits.length > 9);
  const national = isFinnish ? digits.slice(3).replace(/^0/u, '') : digits.replace(/^0/u, '');
  const country = String.raw`(?:(?:\+|00)${gap})?`;
  if (isFinnish || (abroad === undefined && digits.startsWith('0')))
    return String.raw`(?:${country}${spaced('358')}${gap}(?:0${gap})?|\(?0${gap})${spaced(national)}`;
  return abroad === undefined ? spaced(digits) : `${country}${spaced(digits)}`;
}
