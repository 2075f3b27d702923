import type { CandidateStage } from '../domain/recruitment/funnel.ts';
import type { Day, LocalTime } from '../domain/days/day.ts';
import type { Light } from './document.ts';
import type { RiskLevel, RiskThresholds, RiskWarning } from '../domain/risk.ts';

/**
 * The plain data that a status report is made of, as it was known at the end of a day: live records only, people and
 * roles as the words that stand for them. `earlier…` is what the journal held at the start of the span; null where the
 * record was not known then.
 */
export interface StatusSnapshot {
  /** The newest step that is part of it. */
  readonly seq: number;
  readonly project: ProjectRow | null;
  readonly objectives: readonly TitledRow[];
  readonly packages: readonly TitledRow[];
  readonly activities: readonly ActivityRow[];
  readonly rounds: readonly RoundRow[];
  readonly candidates: readonly CandidateRow[];
  readonly stages: readonly StageRow[];
  readonly units: readonly UnitRow[];
  readonly champions: readonly ChampionRow[];
  readonly groups: readonly GroupRow[];
  readonly sessions: readonly SessionRow[];
  /** Agenda items of sessions that lie ahead. */
  readonly agenda: readonly AgendaRow[];
  readonly decisions: readonly DecisionRow[];
  readonly actions: readonly ActionRow[];
  readonly thresholds: RiskThresholds;
  readonly risks: readonly RiskRow[];
  readonly assessments: readonly AssessmentRow[];
  readonly plans: readonly PlanRow[];
  readonly deliveries: readonly DeliveryRow[];
  /** Lines of the diary that are meant for the report, of the span alone. */
  readonly diary: readonly DiaryRow[];
  /** What the span came to, register by register. */
  readonly changes: readonly ChangeRow[];
  readonly payments: readonly PaymentRow[];
  readonly indicators: readonly IndicatorRow[];
  readonly observations: readonly ObservationRow[];
  readonly deliverables: readonly DeliverableRow[];
  /** What the planner has written for the report; null where there is no draft of it. */
  readonly written: WrittenRow | null;
}

export interface ProjectRow {
  readonly title: string;
  readonly championWord: string | null;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly earlierEnd: Day | null;
}

export interface DiaryRow {
  readonly day: Day;
  readonly text: string;
}

export interface TitledRow {
  readonly id: number;
  readonly code: string;
  readonly title: string;
}

export interface ActivityRow extends TitledRow {
  readonly objective: number | null;
  readonly package: number | null;
  readonly state: 'notStarted' | 'underWay' | 'done' | 'dropped' | null;
  readonly due: Day | null;
  readonly doneOn: Day | null;
  readonly account: string | null;
  readonly reason: string | null;
  readonly earlierState: ActivityRow['state'];
  readonly earlierDue: Day | null;
  readonly earlierAccount: string | null;
}

export interface RoundRow extends TitledRow {
  readonly state: 'planned' | 'open' | 'closed' | 'decided' | 'cancelled';
  readonly opens: Day | null;
  readonly closes: Day | null;
  readonly target: number | null;
}

export interface CandidateRow {
  readonly id: number;
  readonly round: number;
  readonly signedUp: Day | null;
}

export interface StageRow {
  readonly candidate: number;
  readonly stage: CandidateStage | null;
  readonly day: Day;
}

export interface UnitRow {
  readonly id: number;
  readonly name: string;
  readonly area: string | null;
  readonly starts: Day | null;
  readonly ends: Day | null;
  readonly successor: number | null;
}

/** One person's term as a champion. */
export interface ChampionRow {
  readonly person: number;
  readonly unit: number | null;
  readonly starts: Day | null;
  readonly ends: Day | null;
}

export interface GroupRow extends TitledRow {
  readonly kind: 'club' | 'network' | 'workGroup' | 'steering' | null;
  readonly standingAgenda: string | null;
}

export interface SessionRow {
  readonly id: number;
  readonly code: string;
  readonly group: number;
  readonly number: string | null;
  readonly startsAt: LocalTime;
  readonly topic: string | null;
  readonly state: 'planned' | 'inProgress' | 'held' | 'cancelled' | 'moved' | null;
  readonly present: number | null;
}

export interface AgendaRow {
  readonly session: number;
  readonly title: string;
  readonly state: 'open' | 'done' | 'postponed' | null;
}

export interface DecisionRow extends TitledRow {
  readonly session: number | null;
  readonly day: Day | null;
  readonly outcome: 'open' | 'done' | 'lapsed' | null;
}

export interface ActionRow extends TitledRow {
  readonly owner: string | null;
  readonly due: Day | null;
  readonly state: 'open' | 'done' | 'dropped' | null;
  readonly doneOn: Day | null;
  readonly source: number | null;
  /** Its state at the end of the last report's day; null where the journal did not know it then. */
  readonly earlierState: ActionRow['state'];
}

export interface RiskRow extends TitledRow {
  readonly owner: string | null;
  readonly probability: number | null;
  readonly impact: number | null;
  readonly score: number | null;
  readonly level: RiskLevel | null;
  readonly state: 'open' | 'handled' | 'realised' | 'closed' | null;
  readonly review: Day | null;
  readonly identified: Day | null;
  readonly closingReason: string | null;
  /** The score that is aimed at. */
  readonly target: number | null;
  /** When the steering group was told of it. */
  readonly escalated: Day | null;
  readonly warnings: readonly RiskWarning[];
  readonly earlierState: RiskRow['state'];
}

export interface AssessmentRow {
  readonly risk: number;
  readonly day: Day;
  readonly probability: number | null;
  readonly impact: number | null;
  readonly reason: string | null;
}

export interface PlanRow {
  readonly id: number;
  readonly code: string;
  readonly audience: string;
}

export interface DeliveryRow extends TitledRow {
  readonly plan: number;
  readonly due: Day | null;
  readonly late: Day | null;
  readonly state: 'planned' | 'drafted' | 'sent' | 'skipped' | null;
  readonly sent: Day | null;
  readonly reason: string | null;
}

/** A payment period; sums in euros. */
export interface PaymentRow extends TitledRow {
  readonly starts: Day;
  readonly ends: Day;
  readonly budget: number | null;
  readonly spent: number | null;
  readonly applied: number | null;
  readonly paid: number | null;
  readonly due: Day | null;
  readonly sent: Day | null;
}

export interface IndicatorRow extends TitledRow {
  readonly unit: string | null;
  readonly better: 'higher' | 'lower' | null;
  readonly baseline: number | null;
  readonly target: number | null;
}

export interface ObservationRow {
  readonly indicator: number;
  readonly day: Day;
  readonly value: number;
  readonly n: number | null;
}

/** What stays after the project. */
export interface DeliverableRow extends TitledRow {
  readonly state: string | null;
  readonly keeper: string | null;
  readonly needs: string | null;
}

/** A line of the planner's own, and the record that it is about. */
export interface WrittenLine {
  readonly place: 'done' | 'next' | 'asked';
  readonly text: string;
  readonly code: string | null;
}

/** The planner's own words. Texts of several lines are lists, an item a line. */
export interface WrittenRow {
  readonly headline: string | null;
  readonly summary: string | null;
  readonly next: string | null;
  readonly asked: string | null;
  readonly overall: Light | null;
  readonly overallReason: string | null;
  /** Parts of the detail that are wanted; none: all of them. */
  readonly parts: readonly string[];
  readonly lines: readonly WrittenLine[];
}

export interface ChangeRow {
  readonly register: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}
