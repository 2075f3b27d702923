import { editDistance, formatCode, parseCode } from '../domain/codes.ts';
import { registerOf } from '../registers/index.ts';
import { quoted, withToday } from './columns.ts';
import { identityByCode, identityById } from './records.ts';
import { gradesOf, stemOf, wordsOf } from './stems.ts';
import type { Identity } from './records.ts';
import type { Store } from './open.ts';

/**
 * So many of the newest hits in headings are looked at, more where more are asked for, so that one letter costs no more
 * than a word. There is no bm25:
 * it counts all hits of each word first, forty times what it takes to find the newest.
 */
const newestTitles = 200;
const mostWords = 12;
/** A stem as long as this is also the beginning of longer ones; shorter ones would begin too many other words. */
const beginningStem = 8;

/**
 * The FTS5 expression of what a person typed: every word must be found as written or by its stem in either grade, in
 * any order, the last one (or, with `allBegin`, each) as a beginning. The index also has words without ä, ö and å, so
 * that such a query finds those with them as well. null: no word in it.
 */
export function matchExpression(text: string, allBegin = false): string | null {
  const words = wordsOf(text).slice(0, mostWords);
  if (words.length === 0) return null;
  return words
    .map((word, index) => wordExpression(word, allBegin || index === words.length - 1))
    .join(' AND ');
}

function wordExpression(word: string, begins: boolean): string {
  const beginnings = begins ? [word] : [];
  const whole = begins ? [] : [word];
  for (const stem of word.length < 3 ? [] : gradesOf(stemOf(word)))
    (begins && stem.length >= beginningStem ? beginnings : whole).push(stem);
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
 * then those with all words in it, then the rest; among equals what is still open comes first, then the newest. When
 * nothing is found, each word is taken for a beginning, and then words one slip away from those typed are tried.
 */
export function searchRecords(store: Store, text: string, limit: number, today = '9999-12-31'): Identity[] {
  const coded = codedRecord(store, text);
  let hits = matched(store, matchExpression(text), text, limit * 2);
  if (hits.length === 0 && coded === null)
    hits = matched(store, matchExpression(text, true), text, limit * 2);
  if (hits.length === 0 && coded === null)
    hits = matched(store, forgivingExpression(store, text), text, limit);
  const ordered = openFirst(store, hits, today).map(({ id }) => id);
  const ids = coded === null ? ordered : [coded.id, ...ordered.filter((id) => id !== coded.id)];
  return ids.slice(0, limit).flatMap((id) => identityById(store, id) ?? []);
}

function codedRecord(store: Store, text: string): Identity | null {
  const code = parseCode(text);
  const identity = code === null ? null : identityByCode(store, formatCode(code));
  return identity !== null && isFindable(store, identity) ? identity : null;
}

/** What is in the trash has no search text. */
const isFindable = (store: Store, { id }: Identity): boolean =>
  store.sql('SELECT 1 FROM search WHERE rowid = ?').get(id) !== undefined;

interface Hit {
  readonly id: number;
  readonly register: string;
  readonly tier: number;
}

function matched(store: Store, match: string | null, text: string, limit: number): Hit[] {
  if (match === null) return [];
  const newest = headed(store, match, limit);
  if (newest.length === 0) return [];
  const begin = text.trim().toLowerCase();
  const titles = headed(store, `title : (${match})`, Math.max(newestTitles, limit))
    .map(({ heading, ...hit }) => ({ ...hit, tier: heading.toLowerCase().startsWith(begin) ? 0 : 1 }))
    .toSorted((one, other) => one.tier - other.tier)
    .slice(0, limit);
  const known = new Set(titles.map(({ id }) => id));
  const others = newest
    .filter(({ id }) => !known.has(id))
    .map(({ id, register }) => ({ id, register, tier: 2 }));
  return [...titles, ...others].slice(0, limit);
}

type Headed = { id: number; register: string; heading: string };

/** The newest hits. */
const headed = (store: Store, match: string, limit: number): Headed[] =>
  store
    .sql(`SELECT r.id, r.register, r.heading FROM (SELECT rowid FROM search WHERE search MATCH :match
      ORDER BY rowid DESC LIMIT :limit) AS hit JOIN record AS r ON r.id = hit.rowid ORDER BY r.id DESC`)
    .all({ match, limit }) as Headed[];

/** Within a tier, what still asks for something comes before what is closed. */
function openFirst(store: Store, hits: readonly Hit[], today: string): Hit[] {
  const closed = closedOf(store, hits, today);
  return hits.toSorted(
    (one, other) => one.tier - other.tier || Number(closed.has(one.id)) - Number(closed.has(other.id)),
  );
}

/** Asked once a register, not once a hit. */
function closedOf(store: Store, hits: readonly Hit[], today: string): Set<number> {
  const byRegister = new Map<string, number[]>();
  for (const { id, register } of hits) {
    const ids = byRegister.get(register) ?? [];
    ids.push(id);
    byRegister.set(register, ids);
  }
  const closed = new Set<number>();
  for (const [register, ids] of byRegister) {
    const condition = registerOf(register).closed;
    if (condition === undefined) continue;
    const rows = store
      .sql(
        `SELECT t.id FROM json_each(:ids) AS hit CROSS JOIN ${quoted(register)} AS t ON t.id = hit.value WHERE (${condition})`,
      )
      .all({ ids: JSON.stringify(ids), ...withToday(condition.includes(':today'), today) });
    for (const row of rows) closed.add(Number(row['id']));
  }
  return closed;
}

/** The same expression with words one slip away in place of those that the index lacks; null where it lacks none or has nothing near. */
function forgivingExpression(store: Store, text: string): string | null {
  const words = wordsOf(text).slice(0, mostWords);
  const exists = store.sql('SELECT 1 FROM search WHERE search MATCH ? LIMIT 1');
  let slips = 0;
  const parts = words.map((word) => {
    const expression = wordExpression(word, true);
    if (exists.get(expression) !== undefined) return expression;
    slips += 1;
    return `(${nearWords(store, word)
      .map((form) => `"${form}"`)
      .join(' OR ')})`;
  });
  return slips === 0 || parts.includes('()') ? null : parts.join(' AND ');
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
