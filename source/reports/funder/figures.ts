import { formatEuros, formatNumber, formatSpan } from '../../domain/days/format-day.ts';
import { listOr } from '../document.ts';
import { named } from '../voice.ts';
import type { Block } from '../document.ts';
import type { PaymentRow } from '../snapshot.ts';
import type { Voice } from '../voice.ts';
import type { FunderReport } from './model.ts';

/** Each indicator by the end of the period, with how many it tells of. */
export function indicatorBlocks({ status }: FunderReport, voice: Voice): Block[] {
  const words = voice.reports.funder;
  const number = (value: number | null): string =>
    value === null ? '' : formatNumber(value, voice.language);
  const measured = status.indicators.filter(({ now }) => now !== null);
  const items = measured.map(({ indicator, now }) =>
    words.indicator({
      what: named(indicator),
      unit: indicator.unit ?? '',
      value: number(now?.value ?? null),
      n: now?.n ?? null,
      day: voice.day(now?.day ?? null),
      baseline: number(indicator.baseline),
      target: number(indicator.target),
    }),
  );
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Applications for payment that are of days of the period, to the cent. */
export function moneyBlocks({ status }: FunderReport, voice: Voice): Block[] {
  const words = voice.reports.funder;
  const items = paymentsIn(status).map((payment) =>
    words.payment({
      what: named(payment),
      span: formatSpan({ from: payment.starts, to: payment.ends }, voice.language),
      budget: exact(payment.budget, voice),
      spent: exact(payment.spent, voice),
      applied: exact(payment.applied, voice),
      paid: exact(payment.paid, voice),
    }),
  );
  return [listOr(items, words.noMoney)];
}

const paymentsIn = ({ money, scope }: FunderReport['status']): PaymentRow[] =>
  money.payments.filter(({ starts, ends }) => starts <= scope.to && ends >= scope.from);

const exact = (sum: number | null, { language }: Voice): string =>
  sum === null ? '' : formatEuros(sum, language, Number.isInteger(sum) ? 0 : 2);
