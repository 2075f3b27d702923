/** Where a text names somebody, with some words around it, and whether that is certain. */
export interface Excerpt {
  readonly text: string;
  readonly isPerhaps: boolean;
}

/** Letters before and after what was found. */
const around = 60;

/**
 * How a text names a person: by a name as it is written (`finder`), or else perhaps in an inflected form: all of the words
 * of one of the names are there by the forms of `formsOf`. null where it does not.
 */
export function mentionIn(
  text: string,
  finder: RegExp | null,
  names: readonly string[],
  formsOf: (word: string) => readonly string[],
): Excerpt | null {
  const at = finder === null ? -1 : text.search(finder);
  if (at !== -1) return { text: excerpt(text, at), isPerhaps: false };
  const words = [...text.matchAll(/\p{L}[\p{L}\p{N}'’-]*/gu)];
  if (words.length === 0) return null;
  const forms = new Map<string, number>();
  for (const { 0: word, index } of words)
    for (const form of formsOf(word)) if (!forms.has(form)) forms.set(form, index);
  for (const name of names) {
    const found = name.split(/\s+/u).map((part) => placeOf(part, forms, formsOf));
    if (found.length > 1 && found.every((place) => place !== undefined))
      return { text: excerpt(text, Math.min(...found)), isPerhaps: true };
  }
  return null;
}

const placeOf = (
  part: string,
  forms: ReadonlyMap<string, number>,
  formsOf: (word: string) => readonly string[],
): number | undefined =>
  formsOf(part)
    .map((form) => forms.get(form))
    .find((place) => place !== undefined);

function excerpt(text: string, at: number): string {
  const from = Math.max(0, at - around);
  const to = Math.min(text.length, at + 2 * around);
  const cut = text.slice(from, to).replaceAll(/\s+/gu, ' ').trim();
  return `${from > 0 ? '… ' : ''}${cut}${to < text.length ? ' …' : ''}`;
}
