/**
 * The form of a noun that follows a number (`18 digitsempparia`), for the words that projects call their champions by:
 * nominative ending in a vowel, in `-nen` or `-e`. Null for others.
 */
export function afterNumber(word: string): string | null {
  const harmony = /[aouäöy](?=[^aouäöy]*$)/iu.exec(word)?.[0].toLowerCase() ?? 'ä';
  const ending = 'aou'.includes(harmony) ? 'a' : 'ä';
  if (word.endsWith('nen')) return `${word.slice(0, -3)}st${ending}`;
  if (word.endsWith('e')) return `${word}tt${ending}`;
  return /[aiouyäö]$/u.test(word) ? word + ending : null;
}
