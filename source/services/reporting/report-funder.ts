import { funderReport } from '../../reports/funder/model.ts';
import { funderDocument } from '../../reports/funder/document.ts';
import { parseFunderHeadings, usualHeadings } from '../../domain/funding/funder-headings.ts';
import { scoreOn } from '../../domain/risk.ts';
import * as queries from '../../store/queries/funder-report.ts';
import * as statusQueries from '../../store/queries/status-report.ts';
import { readCommunication } from './report-communication.ts';
import { projectLanguage } from '../project/project.ts';
import { periodsOf } from './report-period.ts';
import { listIn, rowsOf } from './report-rows.ts';
import { scopeOf } from './report-scope.ts';
import { readStatus } from './report-status.ts';
import type { Day } from '../../domain/days/day.ts';
import type { FunderHeading } from '../../domain/funding/funder-headings.ts';
import type { Language } from '../../language/language.ts';
import type { FundedProject, FunderSnapshot } from '../../reports/funder/model.ts';
import type { RiskRow, StatusSnapshot } from '../../reports/snapshot.ts';
import type { Store } from '../../store/file/open.ts';
import type { Drawing, Drawn } from './report-kinds.ts';
import type { Listed } from './report-rows.ts';

type FundedRow = Listed<FundedProject, 'partners'> & { readonly funderHeadings: string | null };

/** What is told to the funder of a payment period, as it is known by now: much is written down only after its last day. */
export function drawFunder(store: Store, { since = null, to, seq }: Drawing): Drawn {
  const scope = scopeOf(store, since, to);
  const [project] = rowsOf<FundedRow>(store, queries.project);
  const days = { after: scope.after, day: scope.to };
  const [everybody = { people: 0, visits: 0 }] = rowsOf<FunderSnapshot['everybody']>(
    store,
    queries.everybody,
    days,
  );
  const [{ others } = { others: 0 }] = rowsOf<{ others: number }>(store, queries.others, days);
  const snapshot: FunderSnapshot = {
    project: project === undefined ? null : { ...project, partners: listIn(project.partners) },
    status: atEnd({ ...readStatus(store, scope, seq), written: null }, riskStatesOn(store, to, seq), to),
    communication: readCommunication(store),
    participants: rowsOf(store, queries.participants, days),
    everybody,
    others,
    period: periodsOf({ store }).find(({ from, to: end }) => from === scope.from && scope.to <= end) ?? null,
    decisions: rowsOf(store, queries.decisions, days),
  };
  const own = project?.funderHeadings;
  const reportIn = (headings: readonly FunderHeading[]) => funderReport(snapshot, scope, headings);
  const headingsIn = (language: Language): readonly FunderHeading[] => {
    const parsed = parseFunderHeadings(own ?? '');
    return parsed.ok && parsed.value.length > 0 ? parsed.value : usualHeadings(language);
  };
  return {
    from: scope.from,
    model: reportIn(headingsIn(projectLanguage(store))),
    document: (language) => funderDocument(reportIn(headingsIn(language)), seq, language),
  };
}

/** What the journal knew of each risk's state at the end of a day, by the risk's row. */
function riskStatesOn(store: Store, day: Day, seq: number): ReadonlyMap<number, RiskRow['state']> {
  const rows = rowsOf<RiskRow>(store, statusQueries.risks('NULL'), { after: day, seq });
  return new Map(rows.map(({ id, earlierState }) => [id, earlierState]));
}

/** Risks and activities as they stood at the end of the period, whatever has come after it. */
function atEnd(
  snapshot: StatusSnapshot,
  states: ReadonlyMap<number, RiskRow['state']>,
  to: Day,
): StatusSnapshot {
  const risks = snapshot.risks
    .filter(({ id, identified }) => (states.get(id) ?? null) !== null || (identified ?? '') <= to)
    .map((risk) => {
      const own = snapshot.assessments.filter((assessment) => assessment.risk === risk.id);
      const score = own.some(({ day }) => day > to) ? scoreOn(own, to) : risk.score;
      return { ...risk, score, state: states.get(risk.id) ?? risk.state };
    });
  const activities = snapshot.activities.map((activity) =>
    activity.doneOn !== null && activity.doneOn > to
      ? { ...activity, state: 'underWay' as const, doneOn: null }
      : activity,
  );
  return { ...snapshot, risks, activities };
}
