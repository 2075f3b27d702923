import { everySummary } from '../../registers/index.ts';
import { quoted } from '../records/columns.ts';

/**
 * So many of the newest hits in headings are looked at, more where more are asked for, so that one letter costs no more
 * than a word. There is no bm25: it counts all hits of each word first, forty times what it takes to find the newest.
 */
export const newestTitles = 100;
const identity = 'r.id, r.uid, r.register, r.code, r.version, r.heading';

/** The newest records that the expression finds: `:among` of them at most. */
const newest = '(SELECT rowid AS id FROM search WHERE search MATCH :match ORDER BY rowid DESC LIMIT :among)';

const closedOf = everySummary.flatMap(({ name, closed }) =>
  closed === null
    ? []
    : [`WHEN '${name}' THEN (SELECT ${closed} FROM ${quoted(name)} AS t WHERE t.id = r.id)`],
);

/** Does the record `r` ask for nothing any more? */
const isClosed = `coalesce(CASE r.register ${closedOf.join(' ')} END, 0)`;

const inRegisters = (kind: 'after' | 'as'): string =>
  everySummary
    .filter(({ called }) => called === kind)
    .map(({ name }) => `'${name}'`)
    .join(', ');

/** Is the record `r` called by its own words (0), after another's name (1), or by others' names alone (2)? */
const goesBy = `CASE WHEN r.register IN (${inRegisters('as')}) THEN 2 ELSE r.register IN (${inRegisters('after')}) END`;

/**
 * Of the newest `:among` hits the `:limit` best by their headings: those that begin with `:begin` come first (before what
 * is called after them), and among equals what is still open, then the newest.
 */
export const bestByHeading = `SELECT ${identity} FROM (
    SELECT hit.id, apart(r.heading, :begin, ${goesBy}) AS later FROM ${newest} AS hit
    CROSS JOIN record AS r ON r.id = hit.id ORDER BY later, hit.id DESC LIMIT :limit * 2) AS hit
  CROSS JOIN record AS r ON r.id = hit.id ORDER BY hit.later, ${isClosed}, r.id DESC LIMIT :limit`;

/** The newest `:among` hits: what is still open first, then the newest. */
export const newestHits = `SELECT ${identity} FROM ${newest} AS hit CROSS JOIN record AS r ON r.id = hit.id
  ORDER BY ${isClosed}, r.id DESC`;
