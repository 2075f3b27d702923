import { stemOf, wordsOf } from './stems.ts';
import type { Identity } from './records.ts';
import type { Store } from './open.ts';

const newest = 2000;

/**
 * The FTS5 expression of what a person typed: every word must be found as written or by its stem, in any order, the
 * last one as a beginning. null where there is no word in it.
 */
export function matchExpression(text: string): string | null {
  const words = wordsOf(text.normalize('NFC')).slice(0, 12);
  if (words.length === 0) return null;
  return words.map((word, index) => wordExpression(word, index === words.length - 1)).join(' AND ');
}

function wordExpression(word: string, isLast: boolean): string {
  const stem = stemOf(word);
  const end = isLast ? '*' : '';
  return word.length < 3 && isLast
    ? `raw : "${word}"*`
    : `(raw : "${word}"${end} OR stems : "${stem}"${end})`;
}

/**
 * Records by a few words: the closest by bm25 among the newest hits, so that one letter costs no more than a word.
 * Headings that begin with the text come first.
 */
export function searchRecords(store: Store, text: string, limit: number): Identity[] {
  const match = matchExpression(text);
  if (match === null) return [];
  const rows = store
    .sql(`SELECT r.id, r.uid, r.register, r.code, r.version, r.heading FROM (
        SELECT rowid, rank AS weight FROM search WHERE search MATCH :match ORDER BY rowid DESC LIMIT ${newest}
      ) AS hit JOIN record AS r ON r.id = hit.rowid
      ORDER BY (instr(fold(r.heading), :begin) = 1) DESC, (instr(' ' || fold(r.heading), ' ' || :begin) > 0) DESC, hit.weight, r.id DESC
      LIMIT :limit`)
    .all({ match, begin: text.trim().toLowerCase(), limit });
  return rows as unknown as Identity[];
}
