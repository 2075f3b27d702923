import { registerOf, registers } from '../../registers/index.ts';
import { decode, quoted } from '../records/columns.ts';
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
import { windowSql } from '../records/list.ts';
import { openStore } from '../file/open.ts';
import { identityByIdSql } from '../records/records.ts';
import { isSearchable, writeSearchText } from '../search/search-text.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Known } from './fill.ts';
import type { Kept } from './needs.ts';
import type { Store } from '../file/open.ts';

/** Two dozen pages of a list, that somebody leafs through from its beginning. */
const usuallyAhead = 1000;

/**
 * The file as it was known at the end of a day: a connection of its own, whose TEMP tables shadow the real ones, so
 * that every list, figure and report runs unchanged. With `seq`, what was known after that step and no later. A table
 * is filled when a statement first names it: to see one list, a hundred thousand records of others are left alone.
 */
export function openAsOf(
  path: string,
  day: string,
  seq: number = Number.MAX_SAFE_INTEGER,
  ahead = usuallyAhead,
): Store {
  const store = openStore(path);
  store.database.pragma('foreign_keys = OFF');
  // The rows were held to the checks when they were written.
  store.database.pragma('ignore_check_constraints = ON');
  // The changes of a register lie scattered over the whole journal: their pages are read in leaps, several records of each.
  store.database.pragma('cache_size = -16000');
  const known = store.database.transaction(() => ({ ...knownOn(store, day, seq), ahead }))();
  store.database.pragma('query_only = ON');
  return new Filling(store, known).view;
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
    this.#writing(() => showWindow(this.#store, definition, this.#known));
    this.#rows.set(name, 'window');
    return true;
  }

  /** One record by its id: what it is called, or all of its register where others have a part in that. */
  #fillRecord(id: number): void {
    const name = this.#store.sql('SELECT register FROM main.record WHERE id = ?').get(id)?.['register'];
    if (typeof name !== 'string' || this.#rows.has(name)) return;
    const definition = registerOf(name);
    if (definition.day !== undefined || !isPlain(definition)) this.#fill([name]);
    else if (!this.#named.has(id)) this.#writing(() => nameRecord(this.#store, definition, id, this.#known));
    this.#named.add(id);
  }

  #fill(names: readonly string[]): void {
    const wanted = everything.filter((name) => names.includes(name) && !this.#filled.has(name));
    if (wanted.length === 0) return;
    const own = wanted.filter((name) => name !== 'due' && name !== 'link');
    const withDue = wanted.includes('due');
    const { rows, kept } = needsOf(withDue ? [...own, ...withDueRules] : own, withDue);
    this.#writing(() => {
      for (const name of rows) this.#fillRows(registerOf(name));
      for (const value of kept) this.#workOut(value);
      if (withDue) fillDue(this.#store);
      if (wanted.includes('link')) fillLinks(this.#store);
    });
    for (const name of wanted) this.#filled.add(name);
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

  #writing(work: () => void): void {
    const { database } = this.#store;
    database.pragma('query_only = OFF');
    database.transaction(work)();
    database.pragma('query_only = ON');
  }
}

/** Search text of the view, made when something is looked up in it. */
export function fillSearchShadow(store: Store): void {
  const { database } = store;
  const searchable = registers.filter(isSearchable);
  // Asked for before the view is opened to writing: what they name is filled, and closes it again.
  const rows = searchable.map((definition) => rowsOf(store, definition));
  const sql = store.sql(`SELECT sql FROM main.sqlite_schema WHERE name = 'search'`).get()?.['sql'];
  store.sql('SELECT id FROM record LIMIT 1').get();
  database.pragma('query_only = OFF');
  database.transaction(() => {
    database.exec(String(sql).replace('VIRTUAL TABLE search', 'VIRTUAL TABLE temp.search'));
    database.exec('CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(temp, search, row)');
    for (const [index, definition] of searchable.entries())
      for (const record of rows[index] ?? []) writeSearchText(store, definition, record);
  })();
  database.pragma('query_only = ON');
}

function rowsOf(store: Store, definition: Definition): AnyRecord[] {
  return store
    .sql(`SELECT t.*, r.uid, r.code, r.version, r.heading FROM ${quoted(definition.name)} AS t JOIN record AS r ON r.id = t.id
      WHERE t.removedStep IS NULL`)
    .all()
    .map((row) => decode(definition, row));
}
