import { stemmer } from '@orama/stemmers/finnish';

const wordPattern = /[\p{L}\p{N}]+/gu;

/** The words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(wordPattern) ?? [];
}

/**
 * The stem under which a Finnish word and its inflected forms meet: Snowball's stem without its final vowels, and with
 * the s of the nominative where the other forms have ks (kokous – kokouksen).
 */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const stem = stemmer(word);
  const bare = stem.replace(/[aeiouyäö]+$/u, '').replace(/(?<=[uyoöea])ks$/u, 's');
  return bare.length >= 3 ? bare : stem;
}

/**
 * Consonant gradation at the end of a stem, strong and weak: kauppa – kaupan, katu – kadun, ranta – rannan. Snowball
 * makes a double consonant at the end single, so the weak grade of nt stands there as n: rekrytointi – rekrytoin(n)in.
 */
const gradation: readonly (readonly [string, string])[] = [
  ['pp', 'p'],
  ['tt', 't'],
  ['kk', 'k'],
  ['mp', 'mm'],
  ['nt', 'nn'],
  ['lt', 'll'],
  ['rt', 'rr'],
  ['nk', 'ng'],
  ['mp', 'm'],
  ['nt', 'n'],
  ['lt', 'l'],
  ['rt', 'r'],
  ['t', 'd'],
  ['p', 'v'],
];

/** The stem and what it may be in the other grade. */
export function gradesOf(stem: string): string[] {
  if (stem.length < 3) return [stem];
  const others = gradation.flatMap(([strong, weak]) => {
    const forms: string[] = [];
    if (stem.endsWith(strong)) forms.push(stem.slice(0, -strong.length) + weak);
    if (stem.endsWith(weak)) forms.push(stem.slice(0, -weak.length) + strong);
    return forms;
  });
  return [...new Set([stem, ...others.filter((form) => form.length >= 3)])];
}

const letters: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', å: 'a', é: 'e', ü: 'u' };

/** ä, ö and å as a keyboard without them writes the word. */
export function foldLetters(word: string): string {
  return word.replaceAll(/[äöåéü]/g, (letter) => letters[letter] ?? letter);
}

/** What the index holds of a text beside the text itself. */
export interface IndexedWords {
  /** The stems of its words, each once. */
  readonly stems: string;
  /** The words with ä, ö or å, and their stems, folded: for queries that have none of these letters. */
  readonly folded: string;
}

export function indexedWords(text: string): IndexedWords {
  const words = new Set(wordsOf(text));
  const stems = new Set([...words].map(stemOf));
  const folded = new Set([...words, ...stems].filter((word) => foldLetters(word) !== word).map(foldLetters));
  return { stems: [...stems].join(' '), folded: [...folded].join(' ') };
}
