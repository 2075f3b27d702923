/**
 * How far a record is from what was asked for, in small letters: 0 it is called just so, 1 its name begins so, 2 it is
 * called after one that does; 3 a later word begins so, as a family name does, 5 the words are in other forms or elsewhere;
 * one more where they are in others' names that it goes by. Commas part nothing.
 */
export function apart(heading: unknown, begin: unknown, kind: unknown): number {
  const asked = String(begin).replaceAll(',', '');
  const called = asWritten(String(heading).toLowerCase().replaceAll(',', ''), asked);
  if (called.startsWith(asked)) return kind !== 0 ? 2 : called.length === asked.length ? 0 : 1;
  return (called.includes(` ${asked}`) ? 3 : 5) + (kind === 2 ? 1 : 0);
}

const dotted = /[åäö]/u;

/** Who types no ä, ö or å means them by a and o. */
const asWritten = (heading: string, asked: string): string =>
  dotted.test(asked) || !dotted.test(heading)
    ? heading
    : heading.replaceAll(/[åä]/gu, 'a').replaceAll('ö', 'o');
