import { addDays } from '../../domain/days/day.ts';
import { calendarRows } from '../../store/queries/calendar.ts';
import { isInEnglish } from '../../store/queries/project-text.ts';
import { identityById } from '../../store/records/records.ts';
import { matchExpression } from '../../store/search/search.ts';
import type { DayAsked } from '../../domain/days/day-asked.ts';
import type { Store } from '../../store/file/open.ts';
import type { Identity } from '../../store/records/records.ts';

/**
 * What is wanted or has taken place on the days, those of the nearest first: at most so many records, which have all the
 * other words in them where there are any.
 */
export function foundOnDay(store: Store, { days, rest }: DayAsked, limit: number): Identity[] {
  const rows = days.flatMap((day) => calendarRows(store, day, addDays(day, 1)));
  const ids = [...new Set(rows.map(({ id }) => id))];
  return withWords(store, ids, rest)
    .slice(0, limit)
    .flatMap((id) => identityById(store, id) ?? []);
}

/** Those whose search text has all the words, in the same order. */
function withWords(store: Store, ids: readonly number[], words: string): readonly number[] {
  const match = matchExpression(words, { isEnglish: isInEnglish(store) });
  if (match === null) return ids;
  // Numbers out of JSON are whole ones: for one that is bound as a fraction FTS5 finds any row.
  const sql =
    'SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid IN (SELECT value FROM json_each(?))';
  const found = new Set(
    store
      .sql<{ id: number }>(sql)
      .all(match, JSON.stringify(ids))
      .map(({ id }) => id),
  );
  return ids.filter((id) => found.has(id));
}
