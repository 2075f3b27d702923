/**
 * How far a record is from what was asked for, in small letters: 0 it is called just so, 1 its name begins so, 2 it is
 * called after one that does; 3 a later word begins so, as a family name does, 5 the words are in other forms or elsewhere;
 * one more where they are in others' names that it goes by, or in a text that stands for a name. Commas part nothing.
 * @param kind how it is called: 0 by words of its own, 1 after another, 2 by others' names alone, 3 by a text
 */
export function apart(heading: unknown, begin: unknown, kind: unknown): number {
  const asked = withoutCommas(String(begin));
  const called = withoutCommas(String(heading).toLowerCase());
  const isFolded = !dotted.test(asked);
  const begins = beginsAt(called, 0, asked, isFolded);
  if (begins && kind === 0) return called.length === asked.length ? 0 : 1;
  if (begins && kind !== 3) return 2;
  return (begins || laterWordBegins(called, asked, isFolded) ? 3 : 5) + (kind === 2 || kind === 3 ? 1 : 0);
}

const withoutCommas = (text: string): string => (text.includes(',') ? text.replaceAll(',', '') : text);

const dotted = /[åäöéü]/;
/** As the index has letters without their dots (`foldLetters`), by the numbers of the signs. */
const bareSigns: ReadonlyMap<number, number> = new Map([
  [0xe4, 0x61],
  [0xe5, 0x61],
  [0xf6, 0x6f],
  [0xe9, 0x65],
  [0xfc, 0x75],
]);

const bare = (sign: number): number => (sign < 0xe4 ? sign : (bareSigns.get(sign) ?? sign));

/**
 * Who types no ä, ö or å means them by a and o. Sign by sign, since it is asked of the words of a hundred headings for each
 * letter that is typed.
 */
function beginsAt(called: string, at: number, asked: string, isFolded: boolean): boolean {
  if (called.startsWith(asked, at)) return true;
  if (!isFolded || called.length - at < asked.length) return false;
  for (let place = 0; place < asked.length; place += 1) {
    if (bare(called.charCodeAt(at + place)) !== asked.charCodeAt(place)) return false;
  }
  return true;
}

function laterWordBegins(called: string, asked: string, isFolded: boolean): boolean {
  for (let space = called.indexOf(' '); space !== -1; space = called.indexOf(' ', space + 1))
    if (beginsAt(called, space + 1, asked, isFolded)) return true;
  return false;
}
