import { lettersAndDigits } from '../../domain/letters.ts';
import { isInEnglish } from '../../store/queries/project-text.ts';
import { isSearchDamage } from '../../store/search/search-repair.ts';
import { formsAsked, isNear, wordsAsked } from '../../store/search/search.ts';
import { foldLetters, formsOf, wordsOf } from '../../store/search/stems.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';

/** A piece of a record's texts around the word by which it was found. */
export interface Excerpt {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** Does a word of a text, with the forms that it is found by, answer a word that was typed? */
type Matcher = (forms: readonly string[]) => boolean;

/** So many letters stand on either side of the word. */
const most = 30;

/**
 * Where in the texts of a record the typed words stand that its heading lacks; null where the heading has them all, or
 * where the texts don't hold them as they were typed. What the engine tries one after another is tried here too.
 */
export function excerptOf(
  { store }: Project,
  { id, heading }: { readonly id: number; readonly heading: string },
  text: string,
): Excerpt | null {
  const { words } = wordsAsked(text);
  const row = words.length === 0 || hasAll(heading, words) ? undefined : searchRow(store, id);
  if (row === undefined) return null;
  const isEnglish = isInEnglish(store);
  const last = words.length - 1;
  const ways = [
    words.map((word, index) => asTyped(word, index === last, isEnglish)),
    words.map((word) => asTyped(word, true, isEnglish)),
    words.map(oneSlipAway),
  ];
  // The index has the forms of a title's words beside them.
  const titleForms = wordsOf(row.title);
  const initials = new Set(words.map(initialOf));
  for (const matchers of ways) {
    const missing = matchers.filter((matches) => !matches(titleForms));
    if (missing.length === 0) return null;
    const found = firstFound(row.body, missing, { initials, isEnglish });
    if (found !== null) return found;
  }
  return null;
}

/** Most hits are called just as it was typed: nothing else of them is read then, and no stems are made. */
function hasAll(heading: string, words: readonly string[]): boolean {
  const called = wordsOf(heading);
  const last = words.length - 1;
  return words.every((word, index) =>
    index === last ? called.some((one) => one.startsWith(word)) : called.includes(word),
  );
}

/** No form of a word begins otherwise than the word, but for its dots. */
const initialOf = (word: string): string => foldLetters(word.slice(0, 1));

interface Row {
  readonly title: string;
  readonly body: string;
}

function searchRow(store: Store, id: number): Row | undefined {
  try {
    return store.sql<Row>('SELECT title, body FROM search WHERE rowid = ?').get(id);
  } catch (error) {
    // What is found is shown all the same; the next look-up makes the index anew.
    if (!isSearchDamage(error)) throw error;
    return undefined;
  }
}

function asTyped(word: string, begins: boolean, isEnglish: boolean): Matcher {
  const { beginnings, whole } = formsAsked(word, begins, isEnglish);
  return (forms) =>
    forms.some((form) => whole.includes(form) || beginnings.some((beginning) => form.startsWith(beginning)));
}

const oneSlipAway =
  (word: string): Matcher =>
  (forms) =>
    forms.some((form) => isNear(form, word));

/**
 * The stems that end the text are never reached: the word that each belongs to stands before them and answers the same.
 * An excerpt keeps to one line, so they are no part of one either.
 */
function firstFound(
  body: string,
  matchers: readonly Matcher[],
  { initials, isEnglish }: { readonly initials: ReadonlySet<string>; readonly isEnglish: boolean },
): Excerpt | null {
  for (const line of body.normalize('NFC').split('\n')) {
    let from = 0;
    for (const written of lettersAndDigits(line)) {
      const at = line.indexOf(written, from);
      from = at + written.length;
      const word = written.toLowerCase();
      if (!initials.has(initialOf(word))) continue;
      const forms = [word, ...formsOf(word, isEnglish)];
      if (matchers.some((matches) => matches(forms))) return cutOut(line, at, from);
    }
  }
  return null;
}

/** Cut between words, with a sign where something is left out. */
function cutOut(line: string, at: number, end: number): Excerpt {
  const space = line.slice(0, at).indexOf(' ', at - most - 1);
  const begin = at <= most ? 0 : space < 0 ? at : space + 1;
  const tail = line.slice(end, end + most);
  const after = end + most >= line.length ? tail : tail.slice(0, Math.max(0, tail.lastIndexOf(' ')));
  return {
    before: (begin > 0 ? '…' : '') + line.slice(begin, at).trimStart(),
    match: line.slice(at, end),
    after: after.trimEnd() + (end + after.length < line.trimEnd().length ? '…' : ''),
  };
}
