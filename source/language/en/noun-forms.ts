/** Forms of the words that projects call their champions by; the word may well be a Finnish one. */

const vowels = /^[aeiou]/iu;

/** `a digitsemppari`, `an agent of change` */
export const withArticle = (word: string): string => `${vowels.test(word) ? 'an' : 'a'} ${word}`;

/** `digital mentors`; null for a word that is not English, as its ending tells. */
export function manyOf(word: string): string | null {
  // “agent of change”: which of its words has the plural is not told by the last.
  if (/\s(?:of|for|in|to)\s/iu.test(word)) return null;
  if (/[^aeiou]y$/iu.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:ch|sh|x|z|ss)$/iu.test(word)) return `${word}es`;
  return /[a-z]$/iu.test(word) && !/(?:[aiouyäö]|nen|[aeiouyäö]s)$/iu.test(word) ? `${word}s` : null;
}

/** What several of them are called. */
export const champions = (word: string | null): string =>
  word === null ? 'champions' : (manyOf(word) ?? `champions (${word})`);

/** `15 digital mentors`; the common word where the project's own is not English. */
export function counted(count: number, word: string | null): string {
  const many = word === null ? null : manyOf(word);
  const [one, several] = word === null || many === null ? ['champion', 'champions'] : [word, many];
  return `${count} ${count === 1 ? one : several}`;
}
