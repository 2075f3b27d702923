/** A row as it stands in the file. */
export interface TableRow {
  /** Counted as a spreadsheet counts: the headings of a CSV file are row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table that was read: headings and rows, everything still text. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
  /** Texts may have an apostrophe in front that keeps a spreadsheet from taking them for formulas. */
  readonly isGuarded: boolean;
  /** A bare number may be a day as spreadsheets count days. */
  readonly hasSerials: boolean;
}

/** The rows of a sheet, of which none is known yet to be the headings. Rows are as long as they are filled. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
}

/** The most that a table may hold. */
export const limits = { bytes: 200 * 1024 * 1024, rows: 200_000, cells: 5_000_000 } as const;
