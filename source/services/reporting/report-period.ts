import { latestPeriod, paymentPeriods } from '../../domain/funding/payment-periods.ts';
import { parseSpan } from '../../domain/day-words/index.ts';
import { wrongUsage } from '../../errors.ts';
import { projectText } from '../../store/queries/project-text.ts';
import { todayOf } from '../project/project.ts';
import type { Span } from '../../domain/days/day.ts';
import type { Project } from '../project/project.ts';

/** The project's payment periods, in order. */
export function periodsOf({ store }: Pick<Project, 'store'>): readonly Span[] {
  const json = projectText(store, 'paymentPeriods');
  return json !== null ? (paymentPeriods(JSON.parse(json)) ?? []) : [];
}

/** The payment period that a funder's report covers when none is asked; null where the project has none yet. */
export const usualPeriod = (project: Project): Span | null =>
  latestPeriod(periodsOf(project), todayOf(project));

const last = new Set(['last', 'viimeisin', 'viime']);

/**
 * A payment period by its number from 1, `last`, or the days in words. One that is under way ends today.
 * @throws UserError no-period, future-period
 */
export function periodCalled(project: Project, word: string): Span {
  const periods = periodsOf(project);
  const today = todayOf(project);
  const number = /^\d{1,2}$/u.test(word.trim()) ? Number(word) : null;
  const parsed = parseSpan(word, { today, lean: 'past' });
  const found = last.has(word.trim().toLowerCase())
    ? latestPeriod(periods, today)
    : number !== null
      ? periods[number - 1]
      : parsed.ok
        ? parsed.value
        : null;
  if (found === null || found === undefined) throw wrongUsage('no-period', { word, periods });
  if (found.from > today) throw wrongUsage('future-period', { from: found.from, today });
  return { from: found.from, to: found.to < today ? found.to : today };
}
