import { communication } from './communication.ts';
import { indicatorFigures } from './indicators.ts';
import { lightsOf, timeGone } from './lights.ts';
import { meetings } from './meetings.ts';
import { moneyFigures } from './money.ts';
import { planProgress } from './plan-progress.ts';
import { ahead, promises } from './promises.ts';
import { recruitment } from './recruitment.ts';
import { riskFigures } from './risk-figures.ts';
import type {
  ChangeRow,
  DeliverableRow,
  DiaryRow,
  ProjectRow,
  StatusSnapshot,
  WrittenRow,
} from '../snapshot.ts';
import type { CommunicationFigures } from './communication.ts';
import type { Lights } from './lights.ts';
import type { IndicatorFigures } from './indicators.ts';
import type { GroupFigures } from './meetings.ts';
import type { MoneyFigures } from './money.ts';
import type { PlanProgress } from './plan-progress.ts';
import type { Ahead, Promises } from './promises.ts';
import type { RecruitmentFigures } from './recruitment.ts';
import type { RiskFigures } from './risk-figures.ts';
import type { Scope } from './scope.ts';

/** Everything that a status report says, in no language yet: a pure function of a snapshot and the days it covers. */
export interface StatusReport {
  readonly scope: Scope;
  readonly seq: number;
  readonly project: ProjectRow | null;
  /** Per cent of the project's days gone. */
  readonly timeGone: number | null;
  readonly lights: Lights;
  readonly plan: PlanProgress;
  readonly recruitment: RecruitmentFigures;
  readonly meetings: readonly GroupFigures[];
  readonly risks: RiskFigures;
  readonly communication: CommunicationFigures;
  readonly promises: Promises;
  readonly ahead: Ahead;
  readonly money: MoneyFigures;
  readonly indicators: readonly IndicatorFigures[];
  readonly deliverables: readonly DeliverableRow[];
  readonly diary: readonly DiaryRow[];
  readonly changes: readonly ChangeRow[];
  readonly written: WrittenRow | null;
}

export function statusReport(snapshot: StatusSnapshot, scope: Scope): StatusReport {
  const judged = {
    plan: planProgress(snapshot, scope),
    recruitment: recruitment(snapshot, scope),
    meetings: meetings(snapshot, scope),
    risks: riskFigures(snapshot, scope),
    money: moneyFigures(snapshot, scope),
  };
  return {
    scope,
    seq: snapshot.seq,
    project: snapshot.project,
    timeGone: timeGone(snapshot.project, scope),
    lights: lightsOf(judged),
    ...judged,
    communication: communication(snapshot, scope),
    promises: promises(snapshot, scope),
    ahead: ahead(snapshot, scope),
    indicators: indicatorFigures(snapshot, scope),
    deliverables: snapshot.deliverables.filter(({ state }) => state !== 'dropped'),
    diary: snapshot.diary,
    changes: snapshot.changes,
    written: snapshot.written,
  };
}
