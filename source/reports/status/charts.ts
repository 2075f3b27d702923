import { funnelStages } from '../../domain/recruitment/funnel.ts';
import { formatSpan } from '../../domain/days/format-day.ts';
import { candidate as candidateRegister } from '../../registers/candidate.ts';
import { table } from '../document.ts';
import { named } from '../voice.ts';
import type { Funnel } from '../../domain/recruitment/funnel.ts';
import type { DeliveryMark } from '../charts/strip.ts';
import type { Block, TableBlock } from '../document.ts';
import type { RoundRow } from '../snapshot.ts';
import type { Voice } from '../voice.ts';
import type { CommunicationFigures } from './communication.ts';
import type { GroupFigures } from './meetings.ts';

/** How far a round's candidates came, beside the same in figures. */
export function funnelChart(round: RoundRow, { reached }: Funnel, voice: Voice, beside: TableBlock): Block {
  const words = voice.reports.charts.funnel;
  const names = candidateRegister.derived?.['stage']?.field.choices ?? {};
  const chart = {
    type: 'funnel' as const,
    title: words.title({ round: named(round) }),
    description: words.description({ first: reached.interested, last: reached.started }),
    stages: funnelStages.map((stage) => ({
      name: names[stage]?.[voice.language] ?? stage,
      count: reached[stage],
    })),
  };
  return { kind: 'chart', chart, table: beside, isToldElsewhere: false };
}

/** Fewer columns than these are no trend. */
const fewestTimes = 3;

/** Who came to a group's last meetings. */
export function trendChart({ group, trend }: GroupFigures, { reports, day, shortDay }: Voice): Block[] {
  const words = reports.charts.trend;
  const counts = trend.flatMap(({ present }) => present ?? []);
  if (counts.length < fewestTimes) return [];
  const chart = {
    type: 'trend' as const,
    title: words.title({ group: group.title }),
    description: words.description({
      times: counts.length,
      least: Math.min(...counts),
      most: Math.max(...counts),
    }),
    points: trend.map((one) => ({ name: shortDay(one.day), count: one.present })),
  };
  const figures = table(
    [{ heading: words.columns.day }, { heading: words.columns.present, align: 'right' }],
    trend.map((one) => [day(one.day), one.present === null ? words.notCounted : `${one.present}`]),
  );
  return [{ kind: 'chart', chart, table: figures, isToldElsewhere: true }];
}

const markOrder: readonly DeliveryMark[] = ['sent', 'late', 'skipped', 'toCome'];

/** What went out, is late and lies ahead, a row an audience. */
export function stripChart({ strip, stripSpan }: CommunicationFigures, voice: Voice): Block[] {
  const words = voice.reports.charts.strip;
  const rows = strip.filter(({ marks }) => marks.length > 0);
  const all = rows.flatMap(({ plan, marks }) => marks.map((mark) => ({ plan, ...mark })));
  if (all.length === 0) return [];
  const count = (wanted: DeliveryMark): number => all.filter(({ mark }) => mark === wanted).length;
  const chart = {
    type: 'strip' as const,
    of: 'deliveries' as const,
    title: words.title,
    description: words.description({
      span: formatSpan(stripSpan, voice.language),
      sent: count('sent'),
      late: count('late'),
      skipped: count('skipped'),
      toCome: count('toCome'),
    }),
    span: stripSpan,
    ends: [voice.day(stripSpan.from), voice.day(stripSpan.to)] as const,
    legend: markOrder.filter((mark) => count(mark) > 0).map((mark) => ({ mark, text: words.marks[mark] })),
    rows: rows.map(({ plan, marks }) => ({ name: `${plan.code} ${plan.audience}`, marks })),
  };
  const { columns } = words;
  const figures = table(
    [
      { heading: columns.delivery },
      { heading: columns.audience },
      { heading: columns.day, align: 'right' },
      { heading: columns.state },
    ],
    all.map(({ delivery, plan, day, mark }) => [
      named(delivery),
      plan.audience,
      voice.day(day),
      words.marks[mark],
    ]),
  );
  return [{ kind: 'chart', chart, table: figures, isToldElsewhere: true }];
}
