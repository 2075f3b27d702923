import { formatSpan } from '../days/format-day.ts';
import { parseSpan } from '../day-words/index.ts';
import type { Day, Span } from '../days/day.ts';
import type { Language } from '../../language/language.ts';

/** Payment periods in order, each after the one before; null where they are not, or where there are none. */
export function paymentPeriods(value: unknown): readonly Span[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const spans = value as readonly Partial<Span>[];
  const isSpan = ({ from, to }: Partial<Span>): boolean =>
    typeof from === 'string' && typeof to === 'string' && day.test(from) && day.test(to) && from <= to;
  const follows = (span: Partial<Span>, index: number): boolean =>
    index === 0 || String(span.from) > String(spans[index - 1]?.to);
  if (!spans.every((span) => typeof span === 'object' && span !== null && isSpan(span))) return null;
  return spans.every(follows) ? spans.map(({ from = '', to = '' }) => ({ from, to })) : null;
}

const day = /^\d{4}-\d\d-\d\d$/u;

/** Reads `1.9.2021–31.3.2022; 1.4.–30.9.2022`. Each says its year, for they are kept for years. Never throws. */
export function readPaymentPeriods(text: string): readonly Span[] | null {
  const pieces = text
    .split(/[;\n]/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const spans = pieces.map((piece) => {
    const parsed = /\d{4}/u.test(piece) ? parseSpan(piece, { today: '2000-01-01' }) : null;
    return parsed?.ok === true ? parsed.value : null;
  });
  return spans.includes(null) ? null : paymentPeriods(spans);
}

export const writePaymentPeriods = (periods: readonly Span[], language: Language): string =>
  periods.map((period) => formatSpan(period, language)).join('; ');

/** The period that has ended last by a day, or else the one that is under way; null before the first. */
export function latestPeriod(periods: readonly Span[], today: Day): Span | null {
  return periods.findLast(({ to }) => to <= today) ?? periods.find(({ from }) => from <= today) ?? null;
}
