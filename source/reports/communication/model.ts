import { isInSpan } from '../status/scope.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Scope } from '../status/scope.ts';

export interface CommunicationSnapshot {
  readonly title: string | null;
  readonly plans: readonly PlanLine[];
  readonly deliveries: readonly Delivered[];
}

/** The seven columns that funders use. */
export interface PlanLine {
  readonly id: number;
  readonly code: string;
  readonly audience: string;
  readonly goal: string | null;
  readonly means: readonly string[];
  readonly content: string | null;
  readonly schedule: string | null;
  readonly responsible: readonly string[];
  readonly followUp: string | null;
}

export interface Delivered {
  readonly code: string;
  readonly title: string;
  readonly plan: number;
  readonly means: string | null;
  readonly due: Day | null;
  readonly late: Day | null;
  readonly state: 'planned' | 'drafted' | 'sent' | 'skipped' | null;
  readonly sent: Day | null;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly reach: number | null;
  readonly reachOf: string | null;
}

export interface PlanLineReport {
  readonly line: PlanLine;
  /** What went out in the span. */
  readonly sent: readonly Delivered[];
  /** What was to go out in the span and did not: late or left out. */
  readonly missed: readonly Delivered[];
  readonly next: Delivered | null;
}

/** The communication plan as it stands, and what became of it in a span. */
export interface CommunicationReport {
  readonly title: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly lines: readonly PlanLineReport[];
  readonly promised: number;
  readonly sent: number;
}

export function communicationReport(snapshot: CommunicationSnapshot, scope: Scope): CommunicationReport {
  const lines = snapshot.plans.map((line) => lineReport(line, snapshot.deliveries, scope));
  const count = (some: (line: PlanLineReport) => readonly Delivered[]): number =>
    lines.reduce((total, line) => total + some(line).length, 0);
  const sent = count((line) => line.sent);
  return {
    title: snapshot.title,
    from: scope.from,
    to: scope.to,
    lines,
    promised: sent + count((line) => line.missed),
    sent,
  };
}

function lineReport(line: PlanLine, deliveries: readonly Delivered[], scope: Scope): PlanLineReport {
  const own = deliveries.filter((delivery) => delivery.plan === line.id);
  const lastDay = (delivery: Delivered): Day | null => delivery.late ?? delivery.due;
  const isOpen = (delivery: Delivered): boolean => delivery.state !== 'sent' && delivery.state !== 'skipped';
  return {
    line,
    sent: own.filter(
      (delivery) => delivery.state === 'sent' && isInSpan(scope, delivery.sent ?? lastDay(delivery)),
    ),
    missed: own.filter(
      (delivery) =>
        delivery.state !== 'sent' &&
        isInSpan(scope, lastDay(delivery)) &&
        (delivery.state === 'skipped' || (lastDay(delivery) ?? scope.to) < scope.to),
    ),
    next: own.find((delivery) => isOpen(delivery) && (lastDay(delivery) ?? '') >= scope.to) ?? null,
  };
}
