import { registerOf, registers } from '../../registers/index.ts';
import { atOnce } from '../../domain/long-work.ts';
import {
  copyNow,
  fillDue,
  fillLinks,
  fillRows,
  findPast,
  isAsNow,
  makeShadows,
  nameRecord,
  showNow,
  withDueRules,
  workOut,
} from './fill.ts';
import { isPlain, needsOf } from './needs.ts';
import { dropWindow, isWindowed, showWindow } from './window.ts';
import { storeError } from '../file/store-error.ts';
import { windowSql } from '../records/list.ts';
import { closeStore, openStore } from '../file/open.ts';
import { identityByIdSql } from '../records/records.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Definition } from '../../registers/index.ts';
import type { Known } from './fill.ts';
import type { Kept, Needs } from './needs.ts';
import type { Store } from '../file/open.ts';

/** Two dozen pages of a list, that somebody leafs through from its beginning. */
const usuallyAhead = 1000;

/**
 * The file as it was known at the end of a day: a connection of its own, whose TEMP tables shadow the real ones, so
 * that every list, figure and report runs unchanged. With `seq`, what was known after that step and no later. A table
 * is filled when a statement first names it: to see one list, a hundred thousand records of others are left alone. Until
 * it is closed it reads the file as it stood when it was opened: what others write meanwhile would mix into it.
 */
export function openAsOf(
  path: string,
  day: string,
  seq: number = Number.MAX_SAFE_INTEGER,
  ahead = usuallyAhead,
): Store {
  const store = openStore(path);
  try {
    store.database.pragma('foreign_keys = OFF');
    // The rows were held to the checks when they were written.
    store.database.pragma('ignore_check_constraints = ON');
    // The changes of a register lie scattered over the whole journal: their pages are read in leaps, several records of each.
    store.database.pragma('cache_size = -16000');
    store.sql('BEGIN').run();
    const known = { ...knownOn(store, day, seq), ahead };
    store.database.pragma('query_only = ON');
    return new Filling(store, known).view;
  } catch (error) {
    closeStore(store);
    throw storeError(error, path);
  }
}

function knownOn(store: Store, day: string, seq: number): Omit<Known, 'ahead'> {
  const newest = store.sql('SELECT coalesce(max(seq), 0) AS seq FROM step').get();
  const bound = Math.min(seq, Number(newest?.['seq']));
  const later = store.sql('SELECT min(seq) AS seq FROM step WHERE day > ?').get(day)?.['seq'];
  const first = Math.min(typeof later === 'number' ? later : bound + 1, bound + 1);
  makeShadows(store, first);
  const { changes } = store
    .sql('INSERT INTO temp.dated SELECT seq FROM main.step WHERE seq >= ? AND seq <= ? AND day <= ?')
    .run(first, bound, day);
  const hasErased = store.sql('SELECT 1 FROM main.change WHERE image IS NULL LIMIT 1').get() !== undefined;
  return { day, first, hasDated: changes > 0, hasErased };
}

const everything: readonly string[] = [...registers.map(({ name }) => name), 'due', 'link'];

/** Fills the view's tables as statements come to name them. */
class Filling {
  readonly view: Store;
  readonly #store: Store;
  readonly #known: Known;
  /** What the register's name stands for: its own table, a view that opens the rows of a window, or a shadow. */
  readonly #rows = new Map<string, 'now' | 'window' | 'shadow'>();
  readonly #filled = new Set<string>();
  readonly #workedOut = new Map<string, 'now' | 'then'>();
  /** Records that were asked for alone. */
  readonly #named = new Set<number>();
  readonly #seen = new Set<string>([identityByIdSql]);

  constructor(store: Store, known: Known) {
    this.#store = store;
    this.#known = known;
    this.view = {
      ...store,
      sql: (text) => {
        if (!this.#seen.has(text)) this.#fillFor(text);
        return store.sql(text);
      },
      beforeRecord: (id) => this.#fillRecord(id),
      filling: () => this.#filling(everything, recordsBy(store)),
      fillingApart: () => this.#fillingApart(),
    };
  }

  #fillFor(text: string): void {
    this.#seen.add(text);
    const named = new Set([...text.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)"?/g)].map(([, name]) => name ?? ''));
    // A record that is joined is one of a table that is named as well; one that is looked up can be any.
    const any = /\bFROM record\b/.test(text) || named.has('link');
    if (any) this.#fill(everything.filter((name) => name !== 'due' || named.has('due')));
    else if (!text.includes(windowSql) || !this.#showWindow(named)) this.#fill([...named]);
  }

  /** Rows of one register within a window, where those are all that is asked for. */
  #showWindow(named: ReadonlySet<string>): boolean {
    const [name, ...others] = everything.filter((one) => named.has(one));
    if (name === undefined || others.length > 0 || name === 'due' || name === 'link') return false;
    const definition = registerOf(name);
    if (this.#rows.get(name) === 'window') return true;
    if (this.#rows.has(name) || !isWindowed(definition) || isAsNow(this.#store, definition, this.#known))
      return false;
    writeShadows(this.#store, () => showWindow(this.#store, definition, this.#known));
    this.#rows.set(name, 'window');
    return true;
  }

  /** One record by its id: what it is called, or all of its register where others have a part in that. */
  #fillRecord(id: number): void {
    const name = this.#store.sql('SELECT register FROM main.record WHERE id = ?').get(id)?.['register'];
    if (typeof name !== 'string' || this.#rows.has(name)) return;
    const definition = registerOf(name);
    if (definition.day !== undefined || !isPlain(definition)) this.#fill([name]);
    else if (!this.#named.has(id))
      writeShadows(this.#store, () => nameRecord(this.#store, definition, id, this.#known));
    this.#named.add(id);
  }

  #fill(names: readonly string[]): void {
    atOnce(this.#filling(names));
  }

  /** Register by register, each in one go: between two of them the view can be looked at. */
  *#fillingApart(): Work<void> {
    const records = recordsBy(this.#store);
    const total = [...records.values()].reduce((sum, count) => sum + count, 0);
    let done = 0;
    for (const name of everything) {
      yield { stage: 'past', done, total };
      this.#fill([name]);
      done += records.get(name) ?? 0;
    }
  }

  /** @param records how many each register has, where that is told as they are filled */
  *#filling(names: readonly string[], records?: ReadonlyMap<string, number>): Work<void> {
    const wanted = everything.filter((name) => names.includes(name) && !this.#filled.has(name));
    if (wanted.length === 0) return;
    const own = wanted.filter((name) => name !== 'due' && name !== 'link');
    const withDue = wanted.includes('due');
    const needs = needsOf(withDue ? [...own, ...withDueRules] : own, withDue);
    yield* writingShadows(this.#store, () => this.#steps(wanted, needs, records));
    for (const name of wanted) this.#filled.add(name);
  }

  /** Half of what there is to do of a register is to read its rows, the other to work out what follows from them. */
  *#steps(
    wanted: readonly string[],
    { rows, kept }: Needs,
    records?: ReadonlyMap<string, number>,
  ): Work<void> {
    const total = [...rows].reduce((sum, name) => sum + (records?.get(name) ?? 0), 0);
    let done = 0;
    const count = (name: string, share: number): number => (done += (records?.get(name) ?? 0) * share);
    for (const name of rows) {
      if (records !== undefined) yield { stage: 'past', done: Math.floor(done), total };
      this.#fillRows(registerOf(name));
      count(name, 0.5);
    }
    for (const value of kept) {
      if (records !== undefined) yield { stage: 'past', done: Math.floor(done), total };
      this.#workOut(value);
      const { name } = value.definition;
      count(name, 0.5 / kept.filter(({ definition }) => definition.name === name).length);
    }
    if (wanted.includes('due')) fillDue(this.#store);
    if (wanted.includes('link')) fillLinks(this.#store);
  }

  #fillRows(definition: Definition): void {
    const shown = this.#rows.get(definition.name);
    if (shown === 'now' || shown === 'shadow') return;
    const asNow = shown === undefined && isAsNow(this.#store, definition, this.#known);
    if (asNow) showNow(this.#store, definition);
    else {
      if (shown === 'window') dropWindow(this.#store, definition);
      else findPast(this.#store, definition, this.#known);
      fillRows(this.#store, definition, this.#known);
    }
    this.#rows.set(definition.name, asNow ? 'now' : 'shadow');
  }

  /** A value is as it is now where all that it is worked out of is. */
  #workOut(value: Kept): void {
    if (this.#workedOut.has(value.key)) return;
    const { definition, name, rows, after } = value;
    const asNow =
      [...rows].every((register) => this.#rows.get(register) === 'now') &&
      after.every((other) => this.#workedOut.get(other) === 'now');
    const isThere = asNow || (name === 'heading' && isPlain(definition));
    if (!isThere) {
      if (name !== 'heading' && this.#rows.get(definition.name) === 'now') {
        copyNow(this.#store, definition);
        this.#rows.set(definition.name, 'shadow');
      }
      workOut(this.#store, value);
    }
    this.#workedOut.set(value.key, asNow ? 'now' : 'then');
  }
}

/** The same in one piece. */
export function writeShadows(store: Store, work: () => void): void {
  atOnce(
    // oxlint-disable-next-line require-yield -- small work has no pieces
    writingShadows(store, function* whole() {
      work();
    }),
  );
}

/** Writes to the view's own tables: of the file itself it is a reader, who waits for nobody. */
export function* writingShadows(store: Store, work: () => Work<void>): Work<void> {
  const { database } = store;
  database.pragma('query_only = OFF');
  store.sql('SAVEPOINT shadows').run();
  let isDone = false;
  try {
    yield* work();
    // A savepoint has FTS5 write down what it keeps in memory; left there, the next to read it would have to.
    store.sql('SAVEPOINT written').run();
    store.sql('RELEASE written').run();
    isDone = true;
  } finally {
    // Closed in the midst of it, or SQLite itself has ended it all.
    if (database.open && database.inTransaction) {
      if (!isDone) store.sql('ROLLBACK TO shadows').run();
      store.sql('RELEASE shadows').run();
    }
    if (database.open) database.pragma('query_only = ON');
  }
}

function recordsBy(store: Store): Map<string, number> {
  const rows = store
    .sql<{ register: string; count: number }>(
      'SELECT register, count(*) AS count FROM main.record GROUP BY register',
    )
    .all();
  return new Map(rows.map(({ register, count }) => [register, count]));
}
