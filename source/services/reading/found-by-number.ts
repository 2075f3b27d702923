import { identityById } from '../../store/records/records.ts';
import type { Store } from '../../store/file/open.ts';
import type { Identity } from '../../store/records/records.ts';

/**
 * People whose telephone number has the digits in it, in any of their readings: the number itself first, then what begins
 * so, then what ends so.
 */
export function foundByNumber(store: Store, asked: readonly string[], limit: number): Identity[] {
  const rows = store
    .sql<{ id: number }>(
      `WITH numbered AS MATERIALIZED (SELECT id, name, digits(phone) AS number FROM person WHERE removedStep IS NULL AND phone IS NOT NULL)
      SELECT p.id FROM numbered AS p JOIN json_each(:asked) AS asked ON instr(p.number, asked.value) > 0 GROUP BY p.id
      ORDER BY min(CASE WHEN p.number = asked.value THEN 0 WHEN instr(p.number, asked.value) = 1 THEN 1
        WHEN p.number LIKE '%' || asked.value THEN 2 ELSE 3 END), p.name, p.id LIMIT +:limit`,
    )
    .all({ asked: JSON.stringify(asked), limit });
  return rows.flatMap(({ id }) => identityById(store, id) ?? []);
}
