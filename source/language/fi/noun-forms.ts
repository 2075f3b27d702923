/** Forms of the words that projects call their champions by. Null where a word's ending does not tell its form for certain. */

type Forms = readonly [ending: RegExp, many: string, someOfMany: string, as: string];

/** Of several, of an unsaid number of them, and of being one; `A` is a or ä as the vowels of the word are. */
const byEnding: readonly Forms[] = [
  [/nen$/u, 'set', 'siA', 'senA'],
  [/henkilö$/u, 'henkilöt', 'henkilöitA', 'henkilönA'],
  [/(?<=i)j[aä]$/u, 'jAt', 'jOitA', 'jAnA'],
  [/(?<=[aeouyäö])j[aä]$/u, 'jAt', 'jiA', 'jAnA'],
  [/(?<=[aeouyäö])(?<!uo|uu)ri$/u, 'rit', 'reitA', 'rinA'],
  [/tti$/u, 'tit', 'ttejA', 'ttinA'],
  [/kki$/u, 'kit', 'kkejA', 'kkinA'],
  [/ppi$/u, 'pit', 'ppejA', 'ppinA'],
  [/(?<=ll|mm|nn|rr|ss|ts)i$/u, 'it', 'ejA', 'inA'],
];

const isBack = (word: string): boolean =>
  'aou'.includes(/[aouäöy](?=[^aouäöy]*$)/iu.exec(word)?.[0].toLowerCase() ?? 'ä');

function formOf(word: string, nth: 1 | 2 | 3): string | null {
  const forms = byEnding.find(([ending]) => ending.test(word));
  if (forms === undefined) return null;
  const back = isBack(word);
  return word.replace(
    forms[0],
    forms[nth].replaceAll('A', back ? 'a' : 'ä').replaceAll('O', back ? 'o' : 'ö'),
  );
}

/** `digitsempparit` */
export const manyOf = (word: string): string | null => formOf(word, 1);

/** `digitsemppareita` */
export const someOfMany = (word: string): string | null => formOf(word, 2);

/** `digitsempparina` */
export const asOne = (word: string): string | null => formOf(word, 3);

/** The form that follows a number (`18 digitsempparia`): of words ending in a vowel, in `-nen` or `-e`. */
export function afterNumber(word: string): string | null {
  const ending = isBack(word) ? 'a' : 'ä';
  if (word.endsWith('nen')) return `${word.slice(0, -3)}st${ending}`;
  if (word.endsWith('e')) return `${word}tt${ending}`;
  return /[aiouyäö]$/u.test(word) ? word + ending : null;
}
