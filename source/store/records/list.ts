import { columnsOf, decode, quoted } from './columns.ts';
import { conditionOf, fieldCalled } from './filter-sql.ts';
import type { Filter } from '../../domain/filter.ts';
import type { FieldContext } from '../../fields/index.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Condition } from './filter-sql.ts';
import type { Store } from '../file/open.ts';

export interface ListQuery {
  readonly filter?: Filter;
  /** Names of fields, `-name` from high to low; the register's own sort when there is none. */
  readonly sort?: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
  /** Only records whose `field`, a reference, names one of `register`, in the trash or not. */
  readonly naming?: { readonly field: string; readonly register: string };
}

/** How a statement asks for a window of its rows. A number without the plus has SQLite plan the list anew whenever it is bound. */
export const windowSql = 'LIMIT +? OFFSET +?';

/** Live records of a register that fit the filter, sorted, within a window. */
export function listRecords(
  store: Store,
  definition: Definition,
  query: ListQuery,
  context: FieldContext,
): AnyRecord[] {
  const { select } = columnsOf(definition);
  const condition = where(definition, query, context);
  const { sort, last } = definition.list;
  const usual = last === undefined ? '' : `(${last}) IS TRUE, `;
  const order =
    query.sort === undefined ? usual + orderBy(definition, sort) : orderBy(definition, query.sort);
  const fitting = `FROM ${tables(definition, `${condition.sql} ${order}`)} WHERE ${condition.sql}`;
  // An as-of view fills itself otherwise for a window.
  const windowed = query.limit === undefined && query.offset === undefined ? '' : windowSql;
  // Which rows are in the window is told by an index, if there is one in this order; only those are read whole.
  const rows = bound(
    store,
    `${select} WHERE t.id IN (SELECT t.id ${fitting} ORDER BY ${order} ${windowed}) ORDER BY ${order}`,
    context.today,
    [...condition.values, ...(windowed === '' ? [] : [query.limit ?? -1, query.offset ?? 0])],
  );
  return rows.map((row) => decode(definition, row));
}

/** Records of a register that lie in the trash, in the order in which they were added. */
export function removedIds(store: Store, { name }: Definition): number[] {
  const rows = store.sql(`SELECT id FROM ${quoted(name)} WHERE removedStep IS NOT NULL ORDER BY id`).all();
  return rows.map(({ id }) => Number(id));
}

/** How many records fit the filter. */
export function countRecords(
  store: Store,
  definition: Definition,
  query: ListQuery,
  context: FieldContext,
): number {
  const condition = where(definition, query, context, true);
  const sql = `SELECT count(*) AS count FROM ${tables(definition, condition.sql)} WHERE ${condition.sql}`;
  return Number(bound(store, sql, context.today, condition.values)[0]?.['count'] ?? 0);
}

/** The register's table, with the records' identities where an expression asks for them. */
function tables({ name }: Definition, expressions: string): string {
  const own = `${quoted(name)} AS t`;
  return /\br\./.test(expressions) ? `${own} JOIN record AS r ON r.id = t.id` : own;
}

function where(definition: Definition, query: ListQuery, context: FieldContext, counted = false): Condition {
  const { filter, naming } = query;
  // The plus leaves the choice to the index of what is named: all that is live would be far more than what is looked for.
  const live = naming
    ? `+t.removedStep IS NULL AND t.${quoted(naming.field)} IN (SELECT id FROM ${quoted(naming.register)})`
    : 't.removedStep IS NULL';
  if (filter === undefined) return { sql: live, values: [] };
  const condition = conditionOf(definition, filter, context);
  // What is counted needs no order. Unless the filter is about that, its index only leads to row after row, here and there;
  // the plus lets SQLite read the rows as they lie, or an index that holds all that is asked.
  const [order = ''] = definition.list.sort;
  const ordered = condition.sql.includes(quoted(order.replace(/^-/, '')));
  const plus = counted && !ordered && naming === undefined ? '+' : '';
  return { sql: `${plus}${live} AND ${condition.sql}`, values: condition.values };
}

/** SQLite takes named and plain parameters together: `:today` where the SQL has it, then the values in order. */
function bound(
  store: Store,
  sql: string,
  today: string,
  values: readonly unknown[],
): Record<string, unknown>[] {
  const statement = store.sql(sql);
  return sql.includes(':today') ? statement.all({ today }, ...values) : statement.all(...values);
}

function orderBy(definition: Definition, sort: readonly string[]): string {
  const parts = sort.map((item) => {
    const descending = item.startsWith('-');
    const direction = descending ? 'DESC' : 'ASC';
    const sql = expression(definition, descending ? item.slice(1) : item);
    // An index gives an order only where nothing is said that goes without saying.
    return sql === 't.id' ? `${sql} ${direction}` : `${sql} ${direction} NULLS LAST`;
  });
  return parts.some((part) => part.startsWith('t.id ')) ? parts.join(', ') : [...parts, 't.id'].join(', ');
}

function expression(definition: Definition, name: string): string {
  if (name === 'code') return 't.id';
  const called = fieldCalled(definition, name);
  if (called === null) return 'r.heading';
  const { field, sql } = called;
  if (field.kind === 'reference') return `(SELECT heading FROM record WHERE id = ${sql})`;
  if (field.choices === undefined || field.kind !== 'choice') return sql;
  const places = Object.keys(field.choices).map((word, index) => `WHEN '${word}' THEN ${index}`);
  return `CASE ${sql} ${places.join(' ')} END`;
}
