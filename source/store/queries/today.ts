import type { Store } from '../file/open.ts';

/** One row of Today: what a record wants of the planner, and when. */
export interface DueRow {
  readonly day: string;
  readonly until: string | null;
  /** `09:00`, and how many minutes it takes, of what has an hour. */
  readonly time: string | null;
  readonly minutes: number | null;
  readonly kind: string;
  readonly register: string;
  readonly id: number;
  readonly code: string | null;
  readonly heading: string;
}

/** Everything due up to `horizon` and not yet past its until, oldest first: one range scan of `due`. */
export function dueRows(store: Store, today: string, horizon: string, limit = -1): DueRow[] {
  return store
    .sql<DueRow>(`SELECT d.day, d."until", d.time, d.minutes, d.kind, d.register, r.id, r.code, r.heading FROM due AS d JOIN record AS r ON r.id = d.record
      WHERE d.day <= :horizon AND (d."until" IS NULL OR d."until" >= :today) ORDER BY d.day, d.time IS NULL, d.time, d.record LIMIT +:limit`)
    .all({ today, horizon, limit });
}

/** How many are late: their day has passed. */
export function countLate(store: Store, today: string): number {
  const row = store
    .sql('SELECT count(*) AS count FROM due WHERE day < :today AND ("until" IS NULL OR "until" >= :today)')
    .get({ today });
  return Number(row?.['count'] ?? 0);
}

/** Start of the steering group's next meeting; null when none is planned. Of a few groups, not of all coming meetings. */
export function nextSteering(store: Store, today: string): string | null {
  const row = store
    .sql(`SELECT min(s.startsAt) AS startsAt FROM "group" AS g CROSS JOIN session AS s ON s."group" = g.id
      WHERE g.kind = 'steering' AND s.removedStep IS NULL AND s.state IN ('planned', 'moved') AND s.startsAt >= :today`)
    .get({ today });
  const startsAt = row?.['startsAt'];
  return typeof startsAt === 'string' ? startsAt : null;
}
