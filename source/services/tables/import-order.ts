/** Rows that name others of their own table: a person's supervisor may stand further down the list. */
import { foldedName } from './import-names.ts';
import type { TableRow } from '../../exchange/table.ts';

/** What a row is called, and what it calls others of its register; nothing where the table has no such columns. */
export interface RowNames {
  readonly own: string | null;
  readonly others: readonly string[];
}

/** Rows of a table, each after those that it names, else in their own order; and which names are still to come. */
export class RowOrder {
  readonly #names: (row: TableRow) => RowNames;
  readonly #isKnown: (name: string) => boolean;
  readonly #all = new Set<string>();
  /** How many rows of a name have not been taken yet. */
  readonly #left = new Map<string, number>();

  constructor(names: (row: TableRow) => RowNames, isKnown: (name: string) => boolean) {
    this.#names = names;
    this.#isKnown = isKnown;
  }

  /** Is a row of that name still to be taken? What it brings is not to be made of the name alone. */
  isToCome(name: string): boolean {
    return this.#left.has(foldedName(name));
  }

  /** Has the table a row of that name? Whoever it is need not be asked for. */
  hasRow(name: string): boolean {
    return this.#all.has(foldedName(name));
  }

  /** Whoever takes a row has dealt with it when asking for the next. */
  *of(rows: Iterable<TableRow>): Iterable<TableRow> {
    for (const row of rows) this.#count(row, 1);
    let pending = rows;
    for (;;) {
      const waiting: TableRow[] = [];
      let taken = 0;
      for (const row of pending) {
        if (this.#waits(row)) waiting.push(row);
        else {
          yield row;
          this.#count(row, -1);
          taken += 1;
        }
      }
      // Those that name each other in a circle are refused: none of them can be first.
      if (taken === 0) yield* waiting;
      if (taken === 0 || waiting.length === 0) return;
      pending = waiting;
    }
  }

  /** What a row has become is told by its name: rows that waited for it find it so. */
  took(row: TableRow, know: (name: string) => void): void {
    const { own } = this.#names(row);
    if (own !== null) know(own);
  }

  #waits(row: TableRow): boolean {
    return this.#names(row).others.some((name) => this.isToCome(name) && !this.#isKnown(name));
  }

  #count(row: TableRow, by: 1 | -1): void {
    const { own } = this.#names(row);
    if (own === null) return;
    this.#all.add(foldedName(own));
    const left = (this.#left.get(foldedName(own)) ?? 0) + by;
    if (left > 0) this.#left.set(foldedName(own), left);
    else this.#left.delete(foldedName(own));
  }
}
