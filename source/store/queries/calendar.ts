import { registers } from '../../registers/index.ts';
import { quoted } from '../records/columns.ts';
import type { Definition, HappenedRule } from '../../registers/index.ts';
import type { Store } from '../file/open.ts';

/** Something on a day of the calendar. */
export interface CalendarRow {
  readonly day: string;
  /** `09:00`, and how many minutes it takes, of what has an hour. */
  readonly time: string | null;
  readonly minutes: number | null;
  /** The last day on which it is asked for. */
  readonly until: string | null;
  readonly kind: string;
  readonly register: string;
  /** 1 for what has taken place, 0 for what is wanted. */
  readonly happened: number;
  readonly id: number;
  readonly code: string | null;
  readonly heading: string;
}

const wanted = `SELECT d.day, d.time, d.minutes, d."until", d.kind, d.register, 0 AS happened, r.id, r.code, r.heading
  FROM due AS d JOIN record AS r ON r.id = d.record WHERE d.day >= :from AND d.day < :after
  AND (d."until" IS NULL OR d."until" >= d.day)`;

function happened({ name, fields }: Definition, { kind, field, when }: HappenedRule): string {
  const column = `t.${quoted(field)}`;
  const isTime = fields[field]?.kind === 'localTime';
  const minutes = fields['minutes'] === undefined ? 'NULL' : 't.minutes';
  return `SELECT substr(${column}, 1, 10) AS day, ${isTime ? `substr(${column}, 12)` : 'NULL'} AS time, ${minutes} AS minutes,
    NULL AS "until", '${kind}' AS kind, '${name}' AS register, 1 AS happened,
    r.id, r.code, r.heading FROM ${quoted(name)} AS t JOIN record AS r ON r.id = t.id
    WHERE t.removedStep IS NULL AND ${column} >= :from AND ${column} < :after AND (${when})`;
}

let texts: readonly string[] | null = null;

/** All that is wanted or has taken place from the first day up to, not including, the last: range scans of indexes. */
export function calendarRows(store: Store, from: string, after: string): CalendarRow[] {
  texts ??= [wanted, ...registers.flatMap((one) => (one.happened ?? []).map((rule) => happened(one, rule)))];
  return texts.flatMap((text) => store.sql<CalendarRow>(text).all({ from, after })).toSorted(inOrder);
}

/** By day and hour, what has none last; then what is wanted before what was done. */
function inOrder(one: CalendarRow, other: CalendarRow): number {
  const key = ({ day, time, happened: done }: CalendarRow): string => `${day}${time ?? '~'}${done}`;
  const [left, right] = [key(one), key(other)];
  return left === right ? 0 : left < right ? -1 : 1;
}
