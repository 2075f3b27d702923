import { addDays, differenceInDays } from '../../domain/days/day.ts';
import { isInSpan, spanBefore } from './scope.ts';
import type { Day, Span } from '../../domain/days/day.ts';
import type { DeliveryRow, PlanRow, StatusSnapshot } from '../snapshot.ts';
import type { Scope } from './scope.ts';

export interface AudienceFigures {
  readonly plan: PlanRow;
  /** Deliveries whose last day lies in the span, and how many of them are sent. */
  readonly promised: number;
  readonly kept: number;
  /** All that was sent in the span, promised for it or not. */
  readonly sent: number;
  readonly sentInAll: number;
  readonly late: number;
  readonly lastSent: Day | null;
  readonly next: DeliveryRow | null;
}

export interface LateDelivery {
  readonly delivery: DeliveryRow;
  readonly days: number;
}

export interface AudienceStrip {
  readonly plan: PlanRow;
  readonly marks: readonly {
    readonly delivery: DeliveryRow;
    readonly day: Day;
    readonly mark: 'sent' | 'toCome' | 'late' | 'skipped';
  }[];
}

export interface CommunicationFigures {
  readonly audiences: readonly AudienceFigures[];
  readonly promised: number;
  readonly kept: number;
  readonly sent: number;
  readonly sentBefore: number | null;
  readonly late: readonly LateDelivery[];
  /** What lies in the span or in the weeks after it, each audience's by day. */
  readonly strip: readonly AudienceStrip[];
  readonly stripSpan: Span;
  /** Promised for the span and left out. */
  readonly skipped: readonly DeliveryRow[];
}

/** The day by which it is to be out: the end of its window, else its day. */
export const lastDay = (delivery: DeliveryRow): Day | null => delivery.late ?? delivery.due;

export const isToCome = (delivery: DeliveryRow): boolean =>
  delivery.state !== 'sent' && delivery.state !== 'skipped';

export function communication(snapshot: StatusSnapshot, scope: Scope): CommunicationFigures {
  const { deliveries } = snapshot;
  const audiences = snapshot.plans.map((plan) =>
    audience(
      plan,
      deliveries.filter((delivery) => delivery.plan === plan.id),
      scope,
    ),
  );
  const previous = spanBefore(scope);
  const stripSpan = { from: scope.from, to: addDays(scope.to, daysAhead) };
  return {
    audiences,
    promised: sum(audiences, (one) => one.promised),
    kept: sum(audiences, (one) => one.kept),
    sent: sum(audiences, (one) => one.sent),
    strip: strips(snapshot, stripSpan, scope),
    stripSpan,
    sentBefore: previous === null ? null : sentIn(deliveries, previous),
    skipped: deliveries.filter(
      (delivery) => delivery.state === 'skipped' && isInSpan(scope, lastDay(delivery)),
    ),
    late: deliveries
      .flatMap((delivery) => {
        const due = lastDay(delivery);
        return due !== null && due < scope.to && isToCome(delivery)
          ? [{ delivery, days: differenceInDays(scope.to, due) }]
          : [];
      })
      .toSorted((one, other) => other.days - one.days),
  };
}

/** How far ahead the strip looks. */
const daysAhead = 28;

function strips(snapshot: StatusSnapshot, span: Span, scope: Scope): AudienceStrip[] {
  return snapshot.plans.map((plan) => ({
    plan,
    marks: snapshot.deliveries
      .filter((delivery) => delivery.plan === plan.id)
      .flatMap((delivery) => {
        const day = (delivery.state === 'sent' ? delivery.sent : null) ?? lastDay(delivery);
        if (day === null || day < span.from || day > span.to) return [];
        const isLate = isToCome(delivery) && day < scope.to;
        const mark =
          delivery.state === 'sent' || delivery.state === 'skipped'
            ? delivery.state
            : isLate
              ? 'late'
              : 'toCome';
        return [{ delivery, day, mark } as const];
      }),
  }));
}

const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

const sentIn = (deliveries: readonly DeliveryRow[], scope: Scope): number =>
  deliveries.filter((delivery) => delivery.state === 'sent' && isInSpan(scope, delivery.sent)).length;

function audience(plan: PlanRow, own: readonly DeliveryRow[], scope: Scope): AudienceFigures {
  const promised = own.filter((delivery) => isInSpan(scope, lastDay(delivery)));
  const sentDays = own.flatMap((delivery) => (delivery.state === 'sent' ? (delivery.sent ?? []) : []));
  const next = own.find((delivery) => isToCome(delivery) && (lastDay(delivery) ?? '') >= scope.to);
  return {
    plan,
    promised: promised.length,
    kept: promised.filter((delivery) => delivery.state === 'sent').length,
    sent: sentIn(own, scope),
    sentInAll: sentDays.length,
    late: own.filter((delivery) => isToCome(delivery) && (lastDay(delivery) ?? scope.to) < scope.to).length,
    lastSent: sentDays.toSorted().at(-1) ?? null,
    next: next ?? null,
  };
}
