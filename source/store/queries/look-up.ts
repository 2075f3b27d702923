import { everySummary } from '../../registers/index.ts';
import { quoted } from '../records/columns.ts';
import type { Summary } from '../../registers/index.ts';

/**
 * So many of the newest hits in headings are looked at, fewer for a letter or two, more where more are asked for: so one
 * letter costs no more than a word. There is no bm25: it counts all hits of each word first, forty times what it takes to
 * find the newest.
 */
export const newestTitles = (begin: string, limit: number): number =>
  Math.max(begin.length > 3 ? 100 : 60, limit * 2);
const identity = 'r.id, r.uid, r.register, r.code, r.version, r.heading';

/** The newest records that the expression finds: `:among` of them at most. */
const newest = '(SELECT rowid AS id FROM search WHERE search MATCH :match ORDER BY rowid DESC LIMIT +:among)';

const closedOf = everySummary.flatMap(({ name, closed }) =>
  closed === null
    ? []
    : [`WHEN '${name}' THEN (SELECT ${closed} FROM ${quoted(name)} AS t WHERE t.id = r.id)`],
);

/** Does the record `r` ask for nothing any more? */
const isClosed = `coalesce(CASE r.register ${closedOf.join(' ')} END, 0)`;

const inRegisters = (kind: Summary['called']): string =>
  everySummary
    .filter(({ called }) => called === kind)
    .map(({ name }) => `'${name}'`)
    .join(', ');

/** Is the record `r` called by its own words (0), after another's name (1), by others' names alone (2), or by a text (3)? */
const goesBy = `CASE WHEN r.register IN (${inRegisters('text')}) THEN 3 WHEN r.register IN (${inRegisters('as')}) THEN 2
  ELSE r.register IN (${inRegisters('after')}) END`;

/**
 * The first day on which a record wants something: late before soon, soon before far. How long people are kept is nothing
 * that one looks for.
 */
const wantedOn = (id: string): string =>
  `(SELECT min(d.day) FROM due AS d WHERE d.record = ${id} AND d.kind <> 'retention')`;

/** Was it looked at lately? `:recent` is a list of ids as JSON. */
const isOther = 'r.id NOT IN (SELECT value FROM json_each(:recent))';

/**
 * Of the newest `:among` hits the `:limit` best by their headings: those that begin with `:begin` come first (before what
 * is called after them), and among equals what is still open, what wants something soon, what was looked at lately, then
 * the newest.
 */
export const bestByHeading = `SELECT ${identity} FROM (
    SELECT hit.id, apart(r.heading, :begin, ${goesBy}) AS later, ${wantedOn('hit.id')} AS wanted FROM ${newest} AS hit
    CROSS JOIN record AS r ON r.id = hit.id ORDER BY later, wanted NULLS LAST, hit.id DESC LIMIT +:limit * 2) AS hit
  CROSS JOIN record AS r ON r.id = hit.id
  ORDER BY hit.later, ${isClosed}, hit.wanted NULLS LAST, ${isOther}, r.id DESC LIMIT +:limit`;

/** The newest `:among` hits in the same order. */
export const newestHits = `SELECT ${identity} FROM ${newest} AS hit CROSS JOIN record AS r ON r.id = hit.id
  ORDER BY ${isClosed}, ${wantedOn('r.id')} NULLS LAST, ${isOther}, r.id DESC`;
