import { editDistance, formatCode, parseCode } from '../../domain/codes.ts';
import { bestByHeading, newestHits, newestTitles } from '../queries/look-up.ts';
import { identityByCode } from '../records/records.ts';
import { isInEnglish } from '../queries/project-text.ts';
import { englishStemOf, gradesOf, stemOf, wordsOf } from './stems.ts';
import type { Identity } from '../records/records.ts';
import type { Store } from '../file/open.ts';

/** What is read of a query: nobody types more, and a page that was pasted costs no more than a line. */
const mostWords = 12;
const mostLetters = 500;
/** A stem as long as this is also the beginning of longer ones; shorter ones would begin too many other words. */
const beginningStem = 8;

/** How words are read: each as a beginning; by English stems as well. */
interface Reading {
  readonly allBegin?: boolean;
  readonly isEnglish?: boolean;
}

/**
 * The FTS5 expression of what a person typed: every word must be found as written or by its stem in either grade, in
 * any order, the last one (or, with `allBegin`, each) as a beginning; `isEnglish` adds the stems of English. The index also
 * has words without ä, ö and å, so that such a query finds those with them as well. null: no word in it.
 */
export function matchExpression(
  text: string,
  { allBegin = false, isEnglish = false }: Reading = {},
): string | null {
  const { days, words } = wordsAsked(text);
  const parts = words.map((word, index) =>
    wordExpression(word, allBegin || index === words.length - 1, isEnglish),
  );
  return parts.length + days.length === 0 ? null : [...days, ...parts].join(' AND ');
}

/** The words that a person typed, and the days in figures among them as FTS5 looks for them. */
export function wordsAsked(text: string): { days: string[]; words: string[] } {
  const days: string[] = [];
  // A day is its figures one after another, not any three numbers.
  const others = text.slice(0, mostLetters).replaceAll(dayInFigures, (day) => {
    days.push(`"${wordsOf(day).join(' ')}"`);
    return ' ';
  });
  return { days: days.slice(0, mostWords), words: queryWords(others) };
}

const dayInFigures = /(?<=^|\s)\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?(?=\s|$)/g;

/** The FTS5 expression of all these words as they are written; null: no word in it. */
export function wordsAsWritten(text: string): string | null {
  const words = queryWords(text);
  return words.length === 0 ? null : words.map((word) => `"${word}"`).join(' AND ');
}

/** What a word is found by: what words begin with, and whole words and stems. */
export interface WordForms {
  readonly beginnings: readonly string[];
  readonly whole: readonly string[];
}

export function formsAsked(word: string, begins: boolean, isEnglish: boolean): WordForms {
  const beginnings = begins ? [word] : [];
  const whole = begins ? [] : [word];
  const stems = word.length < 3 ? [] : gradesOf(stemOf(word));
  for (const stem of isEnglish ? [...stems, englishStemOf(word)] : stems)
    (begins && stem.length >= beginningStem ? beginnings : whole).push(stem);
  return { beginnings, whole };
}

function wordExpression(word: string, begins: boolean, isEnglish: boolean): string {
  const { beginnings, whole } = formsAsked(word, begins, isEnglish);
  // What begins with a beginning is found by it: the fewer expressions, the quicker.
  const isCovered = (form: string): boolean =>
    beginnings.some((beginning) => beginning !== form && form.startsWith(beginning));
  const forms = [
    ...beginnings.filter((form) => !isCovered(form)).map((form) => `"${form}"*`),
    ...whole.filter((form) => !beginnings.includes(form) && !isCovered(form)).map((form) => `"${form}"`),
  ];
  return `(${[...new Set(forms)].join(' OR ')})`;
}

/**
 * Records by a few words, best first: the one whose code was typed, then those whose heading begins with the text,
 * then those with all words in it, then the rest; among equals what is still open comes first, then what wants something soon, what was looked at lately (`recent`, ids), and the
 * newest. When
 * nothing is found, each word is taken for a beginning, and then words one slip away from those typed are tried.
 */
export function searchRecords(
  store: Store,
  text: string,
  limit: number,
  today = '9999-12-31',
  recent: readonly number[] = [],
): Identity[] {
  const coded = findableCoded(store, text);
  const asked: Asked = { text, limit, today, recent: JSON.stringify(recent) };
  let hits: Identity[] = [];
  for (const match of readings(store, text, coded === null)) {
    hits = matched(store, match, asked);
    if (hits.length > 0) break;
  }
  if (coded === null) return hits;
  return [coded, ...hits.filter(({ id }) => id !== coded.id)].slice(0, limit);
}

/** Ids of what `searchRecords` finds, in no order: so many of them at most. */
export function idsFound(store: Store, text: string, most: number): number[] {
  const coded = findableCoded(store, text);
  const sql = 'SELECT rowid AS id FROM search WHERE search MATCH ? LIMIT +?';
  for (const match of readings(store, text, coded === null)) {
    const hits = match === null ? [] : store.sql<{ id: number }>(sql).all(match, most);
    if (hits.length > 0 || coded !== null)
      return [...new Set([...(coded === null ? [] : [coded.id]), ...hits.map(({ id }) => id)])];
  }
  return [];
}

/** How the text is read, one way after another until something is found; `isForgiving` where nothing has just that code. */
function* readings(store: Store, text: string, isForgiving: boolean): Generator<string | null> {
  const isEnglish = isInEnglish(store);
  yield matchExpression(text, { isEnglish });
  if (!isForgiving) return;
  yield matchExpression(text, { allBegin: true, isEnglish });
  yield forgivingExpression(store, text, isEnglish);
}

function findableCoded(store: Store, text: string): Identity | null {
  const called = recordCoded(store, text);
  return called !== null && isFindable(store, called) ? called : null;
}

/** The record whose code the text is. */
export function recordCoded(store: Store, text: string): Identity | null {
  const code = parseCode(text);
  return code === null ? null : identityByCode(store, formatCode(code));
}

/** What is in the trash has no search text. */
const isFindable = (store: Store, { id }: Identity): boolean =>
  store.sql('SELECT 1 FROM search WHERE rowid = ?').get(id) !== undefined;

interface Asked {
  readonly text: string;
  readonly limit: number;
  readonly today: string;
  readonly recent: string;
}

/** The same words, in headings alone. */
export function inTitle(match: string): string {
  return `title : (${match})`;
}

/** How many of the newest hits are looked at, in headings and anywhere: older ones bear on nothing. */
export function lookedAt(text: string, limit: number): { titles: number; others: number } {
  return { titles: newestTitles(text.trim().toLowerCase(), limit), others: limit * 2 };
}

/** Hits in headings, and where these are too few, the others after them. */
function matched(store: Store, match: string | null, { text, limit, today, recent }: Asked): Identity[] {
  if (match === null) return [];
  const begin = text.trim().toLowerCase();
  const among = lookedAt(text, limit);
  const titles = store.sql<Identity>(bestByHeading).all({
    match: inTitle(match),
    among: among.titles,
    begin,
    limit,
    today,
    recent,
  });
  if (titles.length >= limit) return titles;
  const known = new Set(titles.map(({ id }) => id));
  const others = store.sql<Identity>(newestHits).all({ match, among: among.others, today, recent });
  return [...titles, ...others.filter(({ id }) => !known.has(id))].slice(0, limit);
}

/** Of a query all words alike, days among them. */
export function queryWords(text: string): string[] {
  return wordsOf(text.slice(0, mostLetters)).slice(0, mostWords);
}

/** The same expression with words one slip away in place of those that the index lacks; null where it lacks none or has nothing near. */
export function forgivingExpression(store: Store, text: string, isEnglish: boolean): string | null {
  const words = queryWords(text);
  const exists = store.sql('SELECT 1 FROM search WHERE search MATCH ? LIMIT 1');
  let slips = 0;
  const parts = words.map((word) => {
    const expression = wordExpression(word, true, isEnglish);
    if (exists.get(expression) !== undefined) return expression;
    slips += 1;
    return `(${nearWords(store, word)
      .map((form) => `"${form}"`)
      .join(' OR ')})`;
  });
  return slips === 0 || parts.includes('()') ? null : parts.join(' AND ');
}

/** May a word of the index have been meant by what was typed? */
export function isNear(form: string, word: string): boolean {
  if (word.length < 4 || form[0] !== word[0] || Math.abs(form.length - word.length) > 1) return false;
  return editDistance(form, word) <= 1;
}

/** Words of the index one slip away: the first letter is taken to be right, for all words of an index can't be looked at. */
function nearWords(store: Store, word: string): string[] {
  if (word.length < 4) return [];
  store.database.exec(
    'CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search, row)',
  );
  const begin = word.slice(0, 2);
  const alike = store
    .sql(
      'SELECT term FROM temp.vocabulary WHERE term >= :begin AND term < :after AND length(term) BETWEEN :least AND :most',
    )
    .all({ begin, after: `${begin}\u{10FFFF}`, least: word.length - 1, most: word.length + 1 })
    .map((row) => String(row['term']))
    .filter((term) => editDistance(term, word) <= 1);
  const exists = store.sql('SELECT 1 FROM temp.vocabulary WHERE term = ?');
  const others = secondLetterSlips(word).filter((form) => exists.get(form) !== undefined);
  return [...new Set([...alike, ...others])].slice(0, 20);
}

/** What the word is when its second letter is wrong, one too many, missing, or in the place of the third. */
function secondLetterSlips(word: string): string[] {
  const [first = '', second = '', third = ''] = word;
  const letters = 'abcdefghijklmnopqrstuvwxyzåäö'.split('').filter((letter) => letter !== second);
  return [
    first + word.slice(2),
    first + third + second + word.slice(3),
    ...letters.flatMap((letter) => [first + letter + word.slice(1), first + letter + word.slice(2)]),
  ];
}
