import { stemmer } from '@orama/stemmers/finnish';

const wordPattern = /[\p{L}\p{N}]+/gu;

/** The words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(wordPattern) ?? [];
}

/** The stem under which a Finnish word and its inflected forms meet: Snowball's stem without its final vowels. */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const stem = stemmer(word);
  const bare = stem.replace(/[aeiouyäö]+$/u, '');
  return bare.length >= 3 ? bare : stem;
}

/** The stems of a text, each once, as the stems column holds them. */
export function stemsOf(text: string): string {
  return [...new Set(wordsOf(text).map(stemOf))].join(' ');
}
