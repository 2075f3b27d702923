import { addDays } from '../../domain/days/day.ts';
import { registers } from '../../registers/index.ts';
import { round } from '../../registers/round.ts';
import { handoverDocument } from '../../reports/handover/document.ts';
import { daysAhead } from '../../reports/handover/model.ts';
import { dueRows } from '../../store/queries/today.ts';
import * as queries from '../../store/queries/handover-report.ts';
import { listIn, rowsOf } from './report-rows.ts';
import type { HandedProject, HandoverReport } from '../../reports/handover/model.ts';
import type { Store } from '../../store/file/open.ts';
import type { Drawing, Drawn } from './report-kinds.ts';
import type { Listed } from './report-rows.ts';

/** What a successor needs at once. */
export function drawHandover(store: Store, { to, seq }: Drawing): Drawn {
  const until = addDays(to, daysAhead);
  const state = round.derived?.['state']?.sql ?? 'NULL';
  const withAttachments = registers.filter(({ fields }) => 'attachments' in fields).map(({ name }) => name);
  const plans = rowsOf<Listed<HandoverReport['plans'][number], 'responsible'>>(store, queries.plans);
  const report: HandoverReport = {
    day: to,
    until,
    project: store.sql<HandedProject>(queries.project).get() ?? null,
    rounds: rowsOf(store, queries.rounds(state), { today: to }),
    activities: rowsOf(store, queries.activities, { horizon: until }),
    actions: rowsOf(store, queries.actions),
    groups: rowsOf(store, queries.groups, { day: to }),
    due: dueRows(store, to, until).map(({ day, time, kind, register, code, heading }) => ({
      day,
      time,
      kind,
      register,
      code,
      heading,
    })),
    contacts: rowsOf(store, queries.contacts, { day: to }),
    decisions: rowsOf(store, queries.decisions, { yearAgo: addDays(to, -365) }),
    risks: rowsOf(store, queries.risks),
    plans: plans.map((plan) => ({ ...plan, responsible: listIn(plan.responsible) })),
    diary: rowsOf(store, queries.diary, { day: to }),
    attachments: rowsOf(store, queries.attachments(withAttachments)),
  };
  return { from: to, model: report, document: (language) => handoverDocument(report, seq, language) };
}
