import { addDays } from '../../domain/day.ts';
import { registers, round } from '../../registers/index.ts';
import { handoverDocument } from '../../reports/handover/document.ts';
import { daysAhead } from '../../reports/handover/model.ts';
import { dueRows } from '../../store/today.ts';
import * as queries from '../../store/queries/handover-report.ts';
import type { HandoverReport } from '../../reports/handover/model.ts';
import type { Store } from '../../store/open.ts';
import type { Drawing, Drawn } from './report-kinds.ts';

/** What a successor needs at once. */
export function drawHandover(store: Store, { to, seq }: Drawing): Drawn {
  const until = addDays(to, daysAhead);
  const rows = (sql: string, parameters: Readonly<Record<string, unknown>> = {}) =>
    store.sql(sql).all(parameters);
  const state = round.derived?.['state']?.sql ?? 'NULL';
  const withAttachments = registers.filter(({ fields }) => 'attachments' in fields).map(({ name }) => name);
  const report = {
    day: to,
    until,
    project: store.sql(queries.project).get() ?? null,
    rounds: rows(queries.rounds(state), { today: to }),
    activities: rows(queries.activities, { horizon: until }),
    actions: rows(queries.actions),
    groups: rows(queries.groups, { day: to }),
    due: dueRows(store, to, until).map(({ day, time, kind, register, code, heading }) => ({
      day,
      time,
      kind,
      register,
      code,
      heading,
    })),
    contacts: rows(queries.contacts, { day: to }),
    decisions: rows(queries.decisions, { yearAgo: addDays(to, -365) }),
    risks: rows(queries.risks),
    plans: rows(queries.plans).map((plan) => ({ ...plan, responsible: listOf(plan['responsible']) })),
    diary: rows(queries.diary, { day: to }),
    attachments: rows(queries.attachments(withAttachments)),
  } satisfies Record<keyof HandoverReport, unknown>;
  // The row types say what the SQL selects; tests of whole reports hold the two together.
  const told = report as unknown as HandoverReport;
  return { from: to, model: told, document: (language) => handoverDocument(told, seq, language) };
}

const listOf = (json: unknown): unknown => (typeof json === 'string' ? JSON.parse(json) : []);
