import { funderFacts } from '../../domain/funding/funder-headings.ts';
import { communicationReport } from '../communication/model.ts';
import { statusReport } from '../status/model.ts';
import type { Day, Span } from '../../domain/days/day.ts';
import type { FunderFact, FunderHeading } from '../../domain/funding/funder-headings.ts';
import type { CommunicationSnapshot, Delivered } from '../communication/model.ts';
import type { StatusSnapshot } from '../snapshot.ts';
import type { StatusReport } from '../status/model.ts';
import type { Scope } from '../status/scope.ts';

export interface FunderSnapshot {
  readonly project: FundedProject | null;
  readonly status: StatusSnapshot;
  readonly communication: CommunicationSnapshot;
  readonly participants: readonly Participants[];
  readonly everybody: { readonly people: number; readonly visits: number };
  readonly others: number;
  /** The payment period that it tells of, which may still be under way; null for other days. */
  readonly period: Span | null;
  readonly decisions: readonly SteeringDecision[];
}

export interface FundedProject {
  readonly title: string;
  readonly projectCode: string | null;
  readonly programme: string | null;
  readonly funder: string | null;
  readonly decisionDay: Day | null;
  readonly decisionDnro: string | null;
  readonly organisation: string | null;
  readonly partners: readonly string[];
  readonly start: Day | null;
  readonly end: Day | null;
  readonly plannedEnd: Day | null;
}

/** People who came to a group's sessions of the span, and how often in all. */
export interface Participants {
  readonly group: number;
  readonly people: number;
  readonly visits: number;
}

export interface SteeringDecision {
  readonly code: string;
  readonly title: string;
  readonly text: string | null;
  readonly day: Day;
  readonly number: string | null;
}

/** The facts of a payment period under the funder's own headings. */
export interface FunderReport {
  readonly project: FundedProject | null;
  readonly headings: readonly FunderHeading[];
  /** Facts for which there is no heading. */
  readonly unplaced: readonly FunderFact[];
  readonly status: StatusReport;
  readonly sent: readonly Delivered[];
  readonly participants: readonly Participants[];
  readonly everybody: FunderSnapshot['everybody'];
  readonly others: number;
  readonly period: Span | null;
  readonly decisions: readonly SteeringDecision[];
}

export function funderReport(
  snapshot: FunderSnapshot,
  scope: Scope,
  headings: readonly FunderHeading[],
): FunderReport {
  const placed = new Set(headings.flatMap(({ facts }) => facts));
  const { lines } = communicationReport(snapshot.communication, scope);
  return {
    project: snapshot.project,
    headings,
    unplaced: funderFacts.filter((fact) => !placed.has(fact) && isKept(fact, snapshot.status)),
    status: statusReport(snapshot.status, scope),
    sent: lines
      .flatMap(({ sent }) => sent)
      .toSorted((one, other) => ((one.sent ?? '') < (other.sent ?? '') ? -1 : 1)),
    participants: snapshot.participants,
    everybody: snapshot.everybody,
    others: snapshot.others,
    period: snapshot.period,
    decisions: snapshot.decisions,
  };
}

/** Figures that a project may do without are not missed where it has none. */
function isKept(fact: FunderFact, { indicators, payments }: StatusSnapshot): boolean {
  if (fact === 'indicators') return indicators.length > 0;
  return fact !== 'money' || payments.length > 0;
}
