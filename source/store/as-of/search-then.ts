import { batches } from '../../domain/long-work.ts';
import { registerOf, registers } from '../../registers/index.ts';
import { isInEnglish } from '../queries/project-text.ts';
import { readRow } from '../records/records.ts';
import { forgivingExpression, inTitle, lookedAt, matchExpression, recordCoded } from '../search/search.ts';
import { addSearchText, isSearchable } from '../search/search-text.ts';
import { writeShadows, writingShadows } from './as-of.ts';
import { AskedWords } from './asked-words.ts';
import { TextsThen } from './texts-then.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Store } from '../file/open.ts';
import type { Answering } from './asked-words.ts';
import type { Holder, Holders } from './texts-then.ts';

/** What is looked for in a view. */
export interface Sought {
  readonly text: string;
  /** So many are shown of what a look-up finds; without it all that have the words are wanted, as by a filter. */
  readonly limit?: number;
  /** Of this register alone. */
  readonly register?: string;
}

/**
 * Puts into the view's search index what the words may find, and leaves out all else. Reading every text of that day for
 * the words takes a fraction of putting it into an index; who has them, and who comes first, is the index's to say, as it
 * is today. `shown` are ids of what is found otherwise, of which excerpts are shown too.
 */
export function* fillingSearch(
  store: Store,
  sought: readonly Sought[],
  shown: () => readonly number[],
): Work<void> {
  if (store.filling !== undefined) yield* store.filling();
  const filling = fillingOf(store);
  if (filling.isWhole) return;
  yield* writingShadows(store, function* fill() {
    for (const one of sought) yield* filling.fill(one);
    for (const id of shown()) filling.put(id);
  });
}

/**
 * Puts in all records, a few at a time, for a view in which many words are looked for. Between two pieces it can be
 * looked at, and searched by `fillingSearch`.
 */
export function* fillingWholeSearch(store: Store): Work<void> {
  if (store.fillingApart !== undefined) yield* store.fillingApart();
  const filling = fillingOf(store);
  const ids = filling.left();
  let done = 0;
  for (const batch of batches(ids, inPiece)) {
    yield { stage: 'search', done, total: ids.length };
    writeShadows(store, () => {
      for (const id of batch) filling.put(id);
    });
    done += batch.length;
  }
  filling.isWhole = true;
}

const fillings = new WeakMap<Store, FillingSearch>();

/** What one search has put into the view's index the next one finds there. */
function fillingOf(store: Store): FillingSearch {
  const known = fillings.get(store);
  if (known !== undefined) return known;
  writeShadows(store, () => makeIndex(store));
  const filling = new FillingSearch(store);
  fillings.set(store, filling);
  return filling;
}

/** Without an index of beginnings: of a few records it costs more than it saves. */
function makeIndex(store: Store): void {
  const { sql } = store
    .sql<{ sql: string }>(`SELECT sql FROM main.sqlite_schema WHERE name = 'search'`)
    .get() ?? { sql: '' };
  store.database.exec(
    sql.replace('VIRTUAL TABLE search', 'VIRTUAL TABLE temp.search').replace(/, prefix='[^']*'/, ''),
  );
  store.database.exec('CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(temp, search, row)');
}

/** A piece of what is put in while somebody looks on: a key waits no longer than this takes. */
const inPiece = 40;

/** So many are put into the index before it is asked whether they are enough. */
const atATime = 100;

class FillingSearch {
  readonly #store: Store;
  readonly #isEnglish: boolean;
  readonly #texts: TextsThen;
  readonly #put = new Set<number>();
  readonly #answered = new Set<string>();
  /** Every record is in. */
  isWhole = false;

  constructor(store: Store) {
    this.#store = store;
    this.#isEnglish = isInEnglish(store);
    this.#texts = new TextsThen(store);
  }

  /** As a look-up goes: words as they were typed, each as a beginning, one slip away; no further than it would. */
  *fill(sought: Sought): Work<void> {
    const key = JSON.stringify(sought);
    if (this.#answered.has(key)) return;
    yield* this.#filling(sought);
    this.#answered.add(key);
  }

  *#filling({ text, limit, register }: Sought): Work<void> {
    const typed = this.#matchOf(text, false);
    if (typed === null) return;
    const { holders } = yield* this.#holding('typed', text, register);
    if (limit === undefined) {
      for (const { id } of holders) this.put(id);
      return;
    }
    const looked = lookedAt(text, limit);
    const isFound = yield* this.#putNewest(holders, typed, looked);
    const coded = recordCoded(this.#store, text);
    if (coded !== null) this.put(coded.id);
    if (isFound || (coded !== null && this.#put.has(coded.id))) return;
    const begun = this.#matchOf(text, true) ?? typed;
    // One word is a beginning as it is.
    if (begun !== typed) {
      const beginning = yield* this.#holding('begun', text, register);
      if (yield* this.#putNewest(beginning.holders, begun, looked)) return;
    }
    const near = yield* this.#holding('near', text, register);
    for (const id of near.witnesses) this.put(id);
    const forgiving = forgivingExpression(this.#store, text, this.#isEnglish);
    if (forgiving !== null) yield* this.#putNewest(near.holders, forgiving, looked);
  }

  /** Ids of the records that no search has put in. */
  left(): number[] {
    return this.#texts.ids().filter((id) => {
      const definition = this.#texts.definitionOf(id);
      return definition !== null && isSearchable(definition) && !this.#put.has(id);
    });
  }

  /** A record out of the trash, as it was. */
  put(id: number): void {
    const definition = this.#texts.definitionOf(id);
    if (definition === null || this.#put.has(id)) return;
    const record = readRow(this.#store, definition, id);
    if (record === null || record.removedStep !== null) return;
    addSearchText(this.#store, definition, record);
    this.#put.add(id);
  }

  #matchOf(text: string, allBegin: boolean): string | null {
    return matchExpression(text, { allBegin, isEnglish: this.#isEnglish });
  }

  #holding(answering: Answering, text: string, register: string | undefined): Work<Holders> {
    const among = register === undefined ? registers : [registerOf(register)];
    const asked = new AskedWords(answering, text, this.#isEnglish);
    return this.#texts.holding(among.filter(isSearchable), asked);
  }

  /** Puts in the newest, until there are as many as are looked at. @returns has the index any? */
  *#putNewest(
    holders: readonly Holder[],
    match: string,
    looked: { readonly titles: number; readonly others: number },
  ): Work<boolean> {
    const newestFirst = holders.toSorted((one, other) => other.id - one.id);
    let hasOthers = false;
    for (const batch of batches(newestFirst, atATime)) {
      // All has been read, and a few of these will do.
      yield { stage: 'words', done: holders.length, total: holders.length };
      for (const { id, inTitle: isTitle } of batch) if (isTitle || !hasOthers) this.put(id);
      const from = batch.at(-1)?.id ?? 0;
      hasOthers ||= this.#hits(match, from, looked.others) >= looked.others;
      if (hasOthers && this.#hits(inTitle(match), from, looked.titles) >= looked.titles) break;
    }
    return this.#hits(match, 0, 1) > 0;
  }

  #hits(match: string, from: number, most: number): number {
    const hits = this.#store.sql<{ count: number }>(
      'SELECT count(*) AS count FROM (SELECT 1 FROM search WHERE search MATCH ? AND rowid >= ? LIMIT ?)',
    );
    // FTS5 takes a number that is bound as a fraction for no bound at all.
    return hits.get(match, BigInt(from), most)?.count ?? 0;
  }
}
