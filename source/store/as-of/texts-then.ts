import { batches } from '../../domain/long-work.ts';
import { registerOf } from '../../registers/index.ts';
import { columnsOf, quoted } from '../records/columns.ts';
import { textFieldsOf } from '../search/search-text.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Definition } from '../../registers/index.ts';
import type { Store } from '../file/open.ts';
import type { AskedWords } from './asked-words.ts';

/** A record whose texts may have all that was asked for; in what it is called alone? */
export interface Holder {
  readonly id: number;
  readonly inTitle: boolean;
}

export interface Holders {
  readonly holders: readonly Holder[];
  /** Ids of records that have words which may have been meant, each word once. */
  readonly witnesses: readonly number[];
}

interface Called {
  readonly register: string;
  readonly code: string | null;
  readonly heading: string;
}

const atATime = 500;

/** The texts that records are found by, in a view that is filled: searched as they lie, without an index. */
export class TextsThen {
  readonly #store: Store;
  readonly #called = new Map<number, Called>();

  constructor(store: Store) {
    this.#store = store;
    const rows = store.sql<Called & { readonly id: number }>(
      'SELECT id, register, code, heading FROM record',
    );
    for (const row of rows.iterate()) this.#called.set(row.id, row);
  }

  ids(): number[] {
    return [...this.#called.keys()];
  }

  /** The register of a record that was there. */
  definitionOf(id: number): Definition | null {
    const called = this.#called.get(id);
    return called === undefined ? null : registerOf(called.register);
  }

  *holding(definitions: readonly Definition[], asked: AskedWords): Work<Holders> {
    const holders: Holder[] = [];
    const witnesses: number[] = [];
    const headings = new Map<number, number>();
    const heading = (id: number): number => {
      const known = headings.get(id);
      if (known !== undefined) return known;
      const found = asked.in(this.#called.get(id)?.heading ?? '');
      headings.set(id, found);
      return found;
    };
    for (const { id, texts, done, total } of this.#rows(definitions)) {
      if (done % 100 === 0) yield { stage: 'words', done, total };
      asked.isFresh = false;
      const title = asked.in(this.#called.get(id)?.code ?? '') | heading(id);
      let all = title;
      for (const text of texts) all |= typeof text === 'number' ? heading(text) : asked.in(text);
      if (all === asked.all) holders.push({ id, inTitle: title === asked.all });
      if (asked.isFresh) witnesses.push(id);
    }
    return { holders, witnesses };
  }

  /** Records out of the trash, with their texts and the ids of whom they name. */
  *#rows(definitions: readonly Definition[]): Generator<Row> {
    const ids = definitions.map(({ name }) => this.#idsOf(name));
    const total = ids.reduce((sum, { length }) => sum + length, 0);
    let done = 0;
    for (const [index, definition] of definitions.entries()) {
      const names = textFieldsOf(definition);
      const { json } = columnsOf(definition);
      const isList = names.map((name) => json.includes(name));
      const columns = names.map((name) => `, ${quoted(name)}`).join('');
      const rows = this.#store
        .sql<[number, ...unknown[]]>(
          `SELECT id ${columns} FROM ${quoted(definition.name)} WHERE id BETWEEN ? AND ? AND +removedStep IS NULL`,
        )
        .raw();
      for (const some of batches(ids[index] ?? [], atATime)) {
        for (const [id, ...values] of rows.all(some[0], some.at(-1))) {
          yield {
            id,
            texts: values.flatMap((value, place) => textsOf(value, isList[place] === true)),
            done,
            total,
          };
          done += 1;
        }
      }
    }
  }

  #idsOf(register: string): number[] {
    const rows = this.#store.sql<{ id: number }>(
      `SELECT id FROM ${quoted(register)} WHERE removedStep IS NULL ORDER BY id`,
    );
    return rows.all().map(({ id }) => id);
  }
}

interface Row {
  readonly id: number;
  readonly texts: readonly (string | number)[];
  readonly done: number;
  readonly total: number;
}

function textsOf(value: unknown, isList: boolean): (string | number)[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'string' || value === '' || value === '[]') return [];
  return isList ? (JSON.parse(value) as (string | number)[]) : [value];
}
