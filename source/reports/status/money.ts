import type { PaymentRow, StatusSnapshot } from '../snapshot.ts';
import type { Scope } from './scope.ts';

export interface MoneyFigures {
  /** Of periods that have begun, or all where none has; in order. */
  readonly payments: readonly PaymentRow[];
  /** Of all periods, in euros. */
  readonly budget: number;
  readonly spent: number;
  readonly applied: number;
  readonly paid: number;
  /** Budget and spending of the periods that have ended and whose spending is known: what can be judged. */
  readonly judged: { readonly budget: number; readonly spent: number };
  /** Applications that ought to have been sent. */
  readonly late: readonly PaymentRow[];
}

export function moneyFigures({ payments }: StatusSnapshot, scope: Scope): MoneyFigures {
  const begun = payments.filter(({ starts }) => starts <= scope.to);
  const judged = payments.filter(
    ({ ends, budget, spent }) => ends <= scope.to && (budget ?? 0) > 0 && spent !== null,
  );
  return {
    payments: begun.length > 0 ? begun : payments,
    budget: sum(payments, 'budget'),
    spent: sum(payments, 'spent'),
    applied: sum(payments, 'applied'),
    paid: sum(payments, 'paid'),
    judged: { budget: sum(judged, 'budget'), spent: sum(judged, 'spent') },
    late: payments.filter(
      ({ due, sent }) => due !== null && due < scope.to && (sent === null || sent > scope.to),
    ),
  };
}

const sum = (payments: readonly PaymentRow[], field: 'budget' | 'spent' | 'applied' | 'paid'): number =>
  payments.reduce((total, one) => total + (one[field] ?? 0), 0);
