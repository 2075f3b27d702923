import { deliverable as deliverableRegister } from '../../registers/deliverable.ts';
import { formatEuros, formatNumber, formatSpan } from '../../domain/days/format-day.ts';
import { heading, paragraph, table } from '../document.ts';
import { choiceWord, named } from '../voice.ts';
import type { Block, Text } from '../document.ts';
import type { ObservationRow, PaymentRow } from '../snapshot.ts';
import type { IndicatorFigures } from './indicators.ts';
import type { StatusReport } from './model.ts';
import type { Voice } from '../voice.ts';

const right = { align: 'right' } as const;

/** Whole euros, as the language writes them. */
export const euros = (sum: number | null, { language }: Voice): string =>
  sum === null ? '' : formatEuros(Math.round(sum), language, 0);

/** `36 %`, `36%` */
export const percentOf = (part: number | null, whole: number | null, { language }: Voice): string =>
  part === null || whole === null || whole === 0
    ? ''
    : `${Math.round((part / whole) * 100)}${language === 'fi' ? ' ' : ''}%`;

/** Budget, spent, applied for and paid, by payment period. */
export function moneyDetail({ money, timeGone }: StatusReport, voice: Voice): Block[] {
  if (money.payments.length === 0) return [];
  const words = voice.words.money;
  const { columns } = words;
  const row = (name: Text, sums: Pick<PaymentRow, 'budget' | 'spent' | 'applied' | 'paid'>): Text[] => [
    name,
    euros(sums.budget, voice),
    euros(sums.spent, voice),
    percentOf(sums.spent, sums.budget, voice),
    euros(sums.applied, voice),
    euros(sums.paid, voice),
  ];
  const share = percentOf(money.spent, money.budget, voice);
  return [
    heading(2, words.heading),
    table(
      [
        { heading: columns.period },
        { heading: columns.budget, ...right },
        { heading: columns.spent, ...right },
        { heading: columns.share, ...right },
        { heading: columns.applied, ...right },
        { heading: columns.paid, ...right },
      ],
      [
        ...money.payments.map((one) => row(`${named(one)} (${spanOf(one, voice)})`, one)),
        ...(money.budget > 0 ? [row([{ strong: words.all }], money)] : []),
      ],
    ),
    ...(share === '' ? [] : [paragraph(words.share({ share, time: timeGone }))]),
  ];
}

const spanOf = ({ starts, ends }: PaymentRow, { language }: Voice): string =>
  formatSpan({ from: starts, to: ends }, language);

/** Fewer answers than these tell a direction at most. */
const fewAnswers = 50;

/** Each indicator against its target, with how many it tells of. */
export function indicatorsDetail({ indicators, scope }: StatusReport, voice: Voice): Block[] {
  const known = indicators.filter(({ now, indicator }) => now !== null || indicator.target !== null);
  if (known.length === 0) return [];
  const words = voice.words.indicators;
  const { columns } = words;
  const withBefore = scope.since !== 'start';
  const number = (value: number | null): string =>
    value === null ? '' : formatNumber(value, voice.language);
  const observed = (one: ObservationRow | null): string =>
    one === null ? '' : `${number(one.value)}${one.n === null ? '' : ` (n = ${one.n})`}`;
  const isFew = ({ now }: IndicatorFigures): boolean => now?.n != null && now.n < fewAnswers;
  const few = known.filter(isFew);
  return [
    heading(2, words.heading),
    table(
      [
        { heading: columns.indicator },
        { heading: columns.baseline, ...right },
        { heading: columns.target, ...right },
        { heading: columns.now, ...right },
        { heading: columns.day, ...right },
        ...(withBefore ? [{ heading: columns.before, ...right }] : []),
      ],
      known.map(({ indicator, now, before }) => [
        `${named(indicator)}${indicator.unit === null ? '' : `, ${indicator.unit}`}`,
        number(indicator.baseline),
        number(indicator.target),
        now === null ? words.notYet : observed(now),
        voice.shortDay(now?.day ?? null),
        ...(withBefore ? [observed(before)] : []),
      ]),
    ),
    ...(few.length === 0
      ? []
      : [paragraph(words.few({ codes: few.map(({ indicator }) => indicator.code).join(', ') }))]),
  ];
}

/** What each result needs to live on after the project. */
export function resultsDetail({ deliverables }: StatusReport, voice: Voice): Block[] {
  if (deliverables.length === 0) return [];
  const words = voice.words.results;
  const { columns } = words;
  return [
    heading(2, words.heading),
    table(
      [
        { heading: columns.result },
        { heading: columns.state },
        { heading: columns.keeper },
        { heading: columns.needs },
      ],
      deliverables.map((one) => [
        named(one),
        choiceWord(deliverableRegister, 'state', one.state, voice.language),
        one.keeper ?? words.noKeeper,
        one.needs ?? '',
      ]),
    ),
  ];
}
