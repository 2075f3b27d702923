import { formatSpan } from '../../domain/days/format-day.ts';
import { table } from '../document.ts';
import { named } from '../voice.ts';
import type { Day } from '../../domain/days/day.ts';
import type { DeliveryMark } from '../charts/strip.ts';
import type { Block } from '../document.ts';
import type { ActivityRow } from '../snapshot.ts';
import type { Voice } from '../voice.ts';
import type { StatusReport } from './model.ts';

const order: readonly DeliveryMark[] = ['sent', 'late', 'skipped', 'toCome'];

function markOf({ state, due }: ActivityRow, today: Day): DeliveryMark {
  if (state === 'done') return 'sent';
  if (state === 'dropped') return 'skipped';
  return due !== null && due < today ? 'late' : 'toCome';
}

/** The activities along the project's days, a row a work package: done where they were finished, others where they are due. */
export function timelineChart({ plan, project, scope }: StatusReport, voice: Voice): Block[] {
  const words = voice.reports.charts.timeline;
  const rows = plan.packages.map(({ owner, activities }) => ({
    name: owner?.title ?? voice.words.plan.withoutPackage,
    marks: activities.flatMap((activity) => {
      const day = (activity.state === 'done' ? activity.doneOn : null) ?? activity.due;
      return day === null ? [] : [{ activity, day, mark: markOf(activity, scope.to) }];
    }),
  }));
  const all = rows.flatMap(({ name, marks }) => marks.map((one) => ({ name, ...one })));
  if (all.length === 0) return [];
  const days = [
    ...all.map(({ day }) => day),
    scope.to,
    project?.start ?? scope.to,
    project?.end ?? scope.to,
  ].toSorted();
  const span = { from: days[0] ?? scope.to, to: days.at(-1) ?? scope.to };
  const count = (wanted: DeliveryMark): number => all.filter(({ mark }) => mark === wanted).length;
  const chart = {
    type: 'strip' as const,
    of: 'activities' as const,
    title: words.title,
    description: words.description({
      span: formatSpan(span, voice.language),
      done: count('sent'),
      late: count('late'),
      toCome: count('toCome'),
      dropped: count('skipped'),
    }),
    span,
    now: { day: scope.to, text: words.now },
    ends: [voice.day(span.from), voice.day(span.to)] as const,
    legend: order.filter((mark) => count(mark) > 0).map((mark) => ({ mark, text: words.marks[mark] })),
    rows: rows.filter(({ marks }) => marks.length > 0),
  };
  const { columns } = words;
  const figures = table(
    [
      { heading: columns.activity },
      { heading: columns.package },
      { heading: columns.day, align: 'right' },
      { heading: columns.state },
    ],
    all.map(({ activity, name, day, mark }) => [named(activity), name, voice.day(day), words.marks[mark]]),
  );
  return [{ kind: 'chart', chart, table: figures, isToldElsewhere: true }];
}
