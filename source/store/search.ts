import { editDistance, formatCode, parseCode } from '../domain/codes.ts';
import { registerOf } from '../registers/index.ts';
import { quoted } from './columns.ts';
import { identityByCode } from './records.ts';
import { foldLetters, gradesOf, stemOf, wordsOf } from './stems.ts';
import type { Identity } from './records.ts';
import type { Store } from './open.ts';

/** bm25 is worked out for so many of the newest hits, so that one letter costs no more than a word. */
const newestHits = 2000;
const mostWords = 12;

/**
 * The FTS5 expression of what a person typed: every word must be found as written or by its stem in either grade, in
 * any order, the last one (or, with `allBegin`, each) as a beginning. Words without ä, ö and å find those with them as well. null: no word in it.
 */
export function matchExpression(text: string, allBegin = false): string | null {
  const words = wordsOf(text).slice(0, mostWords);
  if (words.length === 0) return null;
  return words
    .map((word, index) => wordExpression(word, allBegin || index === words.length - 1))
    .join(' AND ');
}

function wordExpression(word: string, begins: boolean): string {
  const end = begins ? '*' : '';
  const forms = [`raw : "${word}"${end}`];
  if (word.length >= 3) forms.push(...gradesOf(stemOf(word)).map((stem) => `stems : "${stem}"${end}`));
  if (foldLetters(word) === word) {
    const folded = word.length >= 3 ? [word, ...gradesOf(stemOf(word))] : [word];
    forms.push(...folded.map((form) => `folded : "${form}"${end}`));
  }
  return `(${[...new Set(forms)].join(' OR ')})`;
}

/**
 * Records by a few words, best first: the one whose code was typed, then those whose heading begins with the text,
 * then with a word of it, then the rest by bm25; among equals what is still open comes first. When nothing is found,
 * each word is taken for a beginning, and then words one slip away from those typed are tried.
 */
export function searchRecords(store: Store, text: string, limit: number, today = '9999-12-31'): Identity[] {
  const coded = codedRecord(store, text);
  let hits = matched(store, matchExpression(text), text, limit * 2);
  if (hits.length === 0 && coded === null)
    hits = matched(store, matchExpression(text, true), text, limit * 2);
  if (hits.length === 0 && coded === null)
    hits = matched(store, forgivingExpression(store, text), text, limit);
  const ordered = openFirst(store, hits, today);
  const rest = coded === null ? ordered : ordered.filter(({ id }) => id !== coded.id);
  return [...(coded === null ? [] : [coded]), ...rest].slice(0, limit);
}

function codedRecord(store: Store, text: string): Identity | null {
  const code = parseCode(text);
  const identity = code === null ? null : identityByCode(store, formatCode(code));
  return identity !== null && isFindable(store, identity) ? identity : null;
}

/** What is in the trash has no search text. */
const isFindable = (store: Store, { id }: Identity): boolean =>
  store.sql('SELECT 1 FROM search WHERE rowid = ?').get(id) !== undefined;

interface Hit extends Identity {
  readonly tier: number;
}

function matched(store: Store, match: string | null, text: string, limit: number): Hit[] {
  if (match === null) return [];
  const rows = store
    .sql(`SELECT r.id, r.uid, r.register, r.code, r.version, r.heading,
        CASE WHEN instr(fold(r.heading), :begin) = 1 THEN 0 WHEN instr(' ' || fold(r.heading), ' ' || :begin) > 0 THEN 1 ELSE 2 END AS tier
      FROM (SELECT rowid, rank AS weight FROM search WHERE search MATCH :match ORDER BY rowid DESC LIMIT ${newestHits}) AS hit
      JOIN record AS r ON r.id = hit.rowid ORDER BY tier, hit.weight, r.id DESC LIMIT :limit`)
    .all({ match, begin: text.trim().toLowerCase(), limit });
  return rows as unknown as Hit[];
}

/** Within a tier, what still asks for something comes before what is closed. */
function openFirst(store: Store, hits: readonly Hit[], today: string): Hit[] {
  const closed = new Set(hits.filter((hit) => isClosed(store, hit, today)).map(({ id }) => id));
  return hits.toSorted(
    (one, other) => one.tier - other.tier || Number(closed.has(one.id)) - Number(closed.has(other.id)),
  );
}

function isClosed(store: Store, { id, register }: Identity, today: string): boolean {
  const { closed } = registerOf(register);
  if (closed === undefined) return false;
  const parameters = closed.includes(':today') ? { id, today } : { id };
  return (
    store
      .sql(`SELECT (${closed}) AS closed FROM ${quoted(register)} AS t WHERE t.id = :id`)
      .get(parameters)?.['closed'] === 1
  );
}

/** The same expression with the words of the index that are one slip away; null where none is near. */
function forgivingExpression(store: Store, text: string): string | null {
  const words = wordsOf(text).slice(0, mostWords);
  const near = words.map((word) => nearWords(store, word));
  if (words.length === 0 || near.some((forms) => forms.length === 0)) return null;
  return near.map((forms) => `(${forms.map((form) => `"${form}"`).join(' OR ')})`).join(' AND ');
}

function nearWords(store: Store, word: string): string[] {
  if (word.length < 4) return [word];
  store.database.exec(
    'CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search, row)',
  );
  const terms = store
    .sql(
      'SELECT term FROM temp.vocabulary WHERE term >= :first AND term < :after AND length(term) BETWEEN :least AND :most',
    )
    .all({
      first: word.slice(0, 1),
      after: `${word.slice(0, 1)}\u{10FFFF}`,
      least: word.length - 1,
      most: word.length + 1,
    });
  return terms
    .map((row) => String(row['term']))
    .filter((term) => editDistance(term, word) <= 1)
    .slice(0, 20);
}
