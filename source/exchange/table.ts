/** Behind the figures of a number cell that a text would be asked about: 242.875 is no 242 875 there. */
export const numberMark = '\u2060';

/** A row as it stands in the file. */
export interface TableRow {
  /** Counted as a spreadsheet counts: the headings of a CSV file are row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table that was read: headings and rows, everything still text. */
export interface Table {
  readonly headings: readonly string[];
  /** Read as they are asked for, as often as they are: a long table does not stand in the memory. */
  readonly rows: Iterable<TableRow>;
  /** How many rows there are. */
  readonly count: number;
  /** Texts may have an apostrophe in front that keeps a spreadsheet from taking them for formulas. */
  readonly isGuarded: boolean;
  /** A bare number may be a day as spreadsheets count days. */
  readonly hasSerials: boolean;
}

/** The rows of a sheet, of which none is known yet to be the headings. Rows are as long as they are filled. */
export interface Grid {
  readonly rows: Iterable<readonly string[]>;
  readonly count: number;
  /** Sheets beside it that can be seen and that nobody chose between. */
  readonly unread?: readonly string[];
}

/** The most that a table may hold; `letters` of one row. */
export const limits = {
  bytes: 200 * 1024 * 1024,
  rows: 200_000,
  cells: 5_000_000,
  letters: 4 * 1024 * 1024,
} as const;

/** Bytes that are read a piece at a time. */
export interface ByteSource {
  readonly size: number;
  readonly read: (from: number, to: number) => Uint8Array;
}

export const inMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (from, to) => bytes.subarray(from, to),
});

/** Items made of others as they are asked for. */
export function mapped<Item, Made>(items: Iterable<Item>, make: (item: Item) => Made): Iterable<Made> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield make(item);
    },
  };
}

export function filtered<Item>(items: Iterable<Item>, keeps: (item: Item) => boolean): Iterable<Item> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) if (keeps(item)) yield item;
    },
  };
}
