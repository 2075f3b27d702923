import { isAscii } from './letters.ts';

/** Nothing longer is a code or a slip of a known word. */
const longestWord = 40;

const plainCode = /^\s*([a-z]{1,6})\s*-?\s*(\d{1,9})(?:\.(\d{1,9}))?\s*$/i;

/** A code taken apart: `R-7` is `{prefix: 'R', number: '7'}`, `V-3.4` is `{prefix: 'V', number: '3.4'}`. */
export interface Code {
  readonly prefix: string;
  readonly number: string;
}

/**
 * Reads a code as people type it: `r4`, `R-4`, `kk 12`, `v 3.4`, `R–4`; zeros in front are dropped. Null for all else.
 * Which prefixes there are is for the registers to say.
 */
export function parseCode(text: string): Code | null {
  // Whatever is longer is none, and is not worth the time that a pattern takes over a page of spaces.
  if (text.length > longestWord || !/\d/.test(text)) return null;
  const match = (
    isAscii(text) ? plainCode : /^\s*(\p{L}{1,6})\s*[-–—]?\s*(\d{1,9})(?:\.(\d{1,9}))?\s*$/u
  ).exec(text.normalize('NFC'));
  if (match === null) return null;
  const [, prefix = '', whole, part] = match;
  return {
    prefix: prefix.toUpperCase(),
    number: `${Number(whole)}${part === undefined ? '' : `.${Number(part)}`}`,
  };
}

/** `R-7`, the form that is kept and shown. */
export function formatCode({ prefix, number }: Code): string {
  return `${prefix}-${number}`;
}

/** Sorts codes as people count, `R-9` before `R-10` and `V-3` before `V-3.1`; what is no code goes last. */
export function compareCodes(left: string, right: string): number {
  const [one, other] = [parseCode(left), parseCode(right)];
  if (one === null || other === null) return one === other ? compareText(left, right) : one === null ? 1 : -1;
  const [oneWhole = 0, onePart = -1] = one.number.split('.').map(Number);
  const [otherWhole = 0, otherPart = -1] = other.number.split('.').map(Number);
  return compareText(one.prefix, other.prefix) || oneWhole - otherWhole || onePart - otherPart;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * How many letters must be added, left out, changed or swapped with their neighbour to make one word of the other
 * (optimal string alignment).
 */
export function editDistance(left: string, right: string): number {
  const [from, to] = [Array.from(left), Array.from(right)];
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= to.length; column += 1) {
      const change = from[row - 1] === to[column - 1] ? 0 : 1;
      let least = Math.min(
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
        cell(row - 1, column - 1) + change,
      );
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) least = Math.min(least, cell(row - 2, column - 2) + 1);
      current.push(least);
    }
  }
  return cell(from.length, to.length);
}

/**
 * Which of the candidates may have been meant, nearest first, at most `most`: those that the word starts, and those at
 * most a third of the word's letters away (one at least). Case does not count.
 */
export function nearest(word: string, candidates: readonly string[], most = 3): string[] {
  const typed = word.toLowerCase();
  if (typed === '' || typed.length > longestWord) return [];
  const farthest = Math.max(1, Math.floor(typed.length / 3));
  const scored = candidates.map((candidate, index) => {
    const name = candidate.toLowerCase();
    // The first letters of a word are more likely meant than a word of as many slips.
    const distance = name.startsWith(typed) && typed.length > 1 ? 0.5 : editDistance(typed, name);
    return { candidate, index, distance };
  });
  return scored
    .filter(({ distance }) => distance <= farthest)
    .toSorted((one, other) => one.distance - other.distance || one.index - other.index)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
