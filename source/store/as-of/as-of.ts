import { registers } from '../../registers/index.ts';
import { decode, quoted } from '../records/columns.ts';
import { closureOf, fillDue, fillLinks, fillRegisters, makeShadows, withDueRules } from './fill.ts';
import { openStore } from '../file/open.ts';
import { identityByIdSql } from '../records/records.ts';
import { isSearchable, writeSearchText } from '../search/search-text.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Known } from './fill.ts';
import type { Store } from '../file/open.ts';

/**
 * The file as it was known at the end of a day: a connection of its own, whose TEMP tables shadow the real ones, so
 * that every list, figure and report runs unchanged. With `seq`, what was known after that step and no later. A table
 * is filled when a statement first names it: to see one list, a hundred thousand records of others are left alone.
 */
export function openAsOf(path: string, day: string, seq: number = Number.MAX_SAFE_INTEGER): Store {
  const store = openStore(path);
  store.database.pragma('foreign_keys = OFF');
  // The rows were held to the checks when they were written.
  store.database.pragma('ignore_check_constraints = ON');
  // The changes of a register lie scattered over the whole journal: their pages are read in leaps, several records of each.
  store.database.pragma('cache_size = -16000');
  const known = store.database.transaction(() => {
    makeShadows(store);
    return knownOn(store, day, seq);
  })();
  store.database.pragma('query_only = ON');
  return new Filling(store, known).view;
}

function knownOn(store: Store, day: string, seq: number): Known {
  const newest = store.sql('SELECT coalesce(max(seq), 0) AS seq FROM step').get();
  const bound = Math.min(seq, Number(newest?.['seq']));
  const later = store.sql('SELECT min(seq) AS seq FROM step WHERE day > ?').get(day)?.['seq'];
  const first = Math.min(typeof later === 'number' ? later : bound + 1, bound + 1);
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
  readonly #filled = new Set<string>();
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
    this.#fill(any ? everything.filter((name) => name !== 'due' || named.has('due')) : [...named]);
  }

  /** One record by its id: of its register. */
  #fillRecord(id: number): void {
    const register = this.#store.sql('SELECT register FROM main.record WHERE id = ?').get(id)?.['register'];
    if (typeof register === 'string') this.#fill([register]);
  }

  #fill(names: readonly string[]): void {
    const wanted = everything.filter((name) => names.includes(name) && !this.#filled.has(name));
    if (wanted.length === 0) return;
    const own = wanted.filter((name) => name !== 'due' && name !== 'link');
    const withDue = wanted.includes('due');
    const closure = closureOf(withDue ? closureOf([...own, ...withDueRules], true) : own);
    const tables = [...closure].filter((name) => !this.#filled.has(name));
    const { database } = this.#store;
    database.pragma('query_only = OFF');
    database.transaction(() => {
      fillRegisters(this.#store, tables, this.#known);
      if (withDue) fillDue(this.#store);
      if (wanted.includes('link')) fillLinks(this.#store);
    })();
    database.pragma('query_only = ON');
    for (const name of [...tables, ...wanted]) this.#filled.add(name);
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
