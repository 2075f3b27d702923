import type { Store } from '../../store/file/open.ts';

/** Rows of a query. What a report is drawn from declares the shape of each of its tables, and so of what stands in them. */
export function rowsOf<Row>(
  store: Store,
  sql: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Row[] {
  return store.sql<Row>(sql).all(parameters);
}

/** A row some of whose columns are lists, which SQL gives as JSON. */
export type Listed<Row, Lists extends keyof Row> = Omit<Row, Lists> & Readonly<Record<Lists, string | null>>;

export const listIn = <Item = string>(json: string | null): Item[] =>
  json === null ? [] : (JSON.parse(json) as Item[]);
