/** What a series would lay out, before it is kept: its days ahead, and which of them are skipped or moved and why. */
import { formatBreaks } from '../../domain/days/breaks.ts';
import { isoWeek } from '../../domain/days/day.ts';
import { reachOf } from './layout.ts';
import { seriesObstacle, seriesSlots } from './layout-rules.ts';
import { todayOf } from '../project/project.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Rule } from '../../domain/recurrence/recurrence.ts';
import type { SkipReason } from '../../domain/recurrence/slots.ts';
import type { Label } from '../../language/language.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Project } from '../project/project.ts';

export interface PreviewSlot {
  /** The day that the rule gives. */
  readonly slot: Day;
  /** When it would begin, `'2022-03-30T09:00'`; null where it is skipped. */
  readonly startsAt: string | null;
  /** What is in the way of the rule's own day; null where nothing is. */
  readonly because: Label | null;
}

/** The slots from the project's day to its end, of a series with these values; none without a rule. */
export function previewSeries(project: Project, values: Values): PreviewSlot[] {
  const rule = values['rule'] as Rule | null | undefined;
  if (rule === null || rule === undefined) return [];
  const today = todayOf(project);
  const { end } = reachOf(project, today);
  const { time = '09:00' } = rule as { readonly time?: string };
  const series = { skippedWeeks: [], ...values };
  return seriesSlots(project.store, series, end)
    .filter(({ slot, day }) => (day ?? slot) >= today)
    .map(({ slot, day }) => {
      const obstacle = day === slot ? null : seriesObstacle(project.store, series, slot);
      return {
        slot,
        startsAt: day === null ? null : `${day}T${time}`,
        because: obstacle === null ? null : labelOf(obstacle),
      };
    });
}

function labelOf(reason: SkipReason): Label {
  switch (reason.because) {
    case 'holiday':
      return reason.name;
    case 'break': {
      const weeks = [{ fromWeek: isoWeek(reason.span.from).week, toWeek: isoWeek(reason.span.to).week }];
      return { fi: `tauko ${formatBreaks(weeks, 'fi')}`, en: `break, ${formatBreaks(weeks, 'en')}` };
    }
    case 'week':
      return {
        fi: `väliviikko ${Number(reason.week.slice(-2))}`,
        en: `week ${Number(reason.week.slice(-2))} left out`,
      };
    case 'weekend':
      return { fi: 'viikonloppu', en: 'weekend' };
    case 'sessionCancelled':
    default:
      return { fi: 'kokous on peruttu', en: 'the session is cancelled' };
  }
}
