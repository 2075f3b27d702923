import { beforeAll } from '../../reports/status/scope.ts';
import { addDays } from '../../domain/days/day.ts';
import { UserError } from '../../errors.ts';
import { projectText } from '../../store/queries/project-text.ts';
import * as queries from '../../store/queries/status-report.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Scope } from '../../reports/status/scope.ts';
import type { Store } from '../../store/file/open.ts';

/**
 * The days that a report covers: `last`, since the steering group last met; a day, from that day on; null, since the
 * project's start. @throws UserError report-span
 */
export function scopeOf(store: Store, since: Day | null, to: Day): Scope {
  const meeting = since === 'last' ? store.sql(queries.lastSteeringSession).get({ day: to }) : undefined;
  if (meeting !== undefined) {
    const day = String(meeting['day']);
    const number = meeting['number'] === null ? null : String(meeting['number']);
    return { after: day, from: day, to, since: 'meeting', meeting: number };
  }
  if (since !== null && since !== 'last') {
    if (since > to) throw new UserError('report-span', { from: since, to }, 2);
    return { after: addDays(since, -1), from: since, to, since: 'day', meeting: null };
  }
  const start = projectText(store, 'start');
  const from = start !== null && start <= to ? start : to;
  return { after: beforeAll, from, to, since: 'start', meeting: null };
}
