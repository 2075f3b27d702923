/** A promise said in one line of plain words: “Maija tekee kutsut ensi ma”. */
import { dayAtEnd } from '../day-words/index.ts';
import type { Day } from '../days/day.ts';

export interface PromiseLine {
  /** What is to be done. */
  readonly title: string;
  /** The person's id; null where the line names none, or may name several. */
  readonly owner: number | null;
  readonly due: Day | null;
  /** People whom the first word may mean, where it is not clear whom. */
  readonly unclear: readonly string[];
}

export interface Nameable {
  readonly id: number;
  readonly name: string;
}

const longestName = 4;
const leastLetters = 2;

const fold = (text: string): string => text.toLowerCase();

/** Does the name begin with these words, or has it a word that does? “digits 07” means Digitsemppari 07. */
function fits(name: string, words: readonly string[]): boolean {
  const parts = fold(name).split(/\s+/);
  let place = 0;
  for (const word of words) {
    const at = parts.findIndex((part, index) => index >= place && part.startsWith(fold(word)));
    if (at === -1) return false;
    place = at + 1;
  }
  return true;
}

/** The first words without what ends a name: “Maija: …”. */
const wordsOfName = (words: readonly string[], count: number): string[] =>
  words.slice(0, count).map((word) => word.replace(/[:,]$/u, ''));

/**
 * The first words as a person where they name one and something is left to do. Whose whole name is said is meant; else
 * the first group of people in whom the words fit exactly one (those at the table come before everybody else).
 */
function ownerAtStart(words: readonly string[], groups: readonly (readonly Nameable[])[]) {
  for (let count = Math.min(longestName, words.length - 1); count > 0; count -= 1) {
    const said = wordsOfName(words, count);
    const whole = groups.flat().find(({ name }) => fold(name) === fold(said.join(' ')));
    if (whole !== undefined) return { count, owner: whole.id, unclear: [] };
  }
  for (let count = Math.min(longestName, words.length - 1); count > 0; count -= 1) {
    const said = wordsOfName(words, count);
    if ((said[0] ?? '').length < leastLetters) continue;
    for (const people of groups) {
      const found = people.filter(({ name }) => fits(name, said));
      const [only] = found;
      if (only !== undefined && found.length === 1) return { count, owner: only.id, unclear: [] };
      if (found.length > 1 && count === 1)
        return { count: 0, owner: null, unclear: found.slice(0, 4).map(({ name }) => name) };
    }
  }
  return { count: 0, owner: null, unclear: [] };
}

/** `groups`: the people whom a name may mean, those nearest first. */
export function readPromise(line: string, today: Day, groups: readonly (readonly Nameable[])[]): PromiseLine {
  const all = line
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const { words, day } = dayAtEnd(all, today);
  const { count, owner, unclear } = ownerAtStart(words, groups);
  const rest = words
    .slice(count)
    .join(' ')
    .replace(/^[:,–-]\s*/u, '');
  return { title: rest.charAt(0).toUpperCase() + rest.slice(1), owner, due: day, unclear };
}
