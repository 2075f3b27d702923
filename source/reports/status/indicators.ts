import { lastTime } from './scope.ts';
import type { IndicatorRow, ObservationRow, StatusSnapshot } from '../snapshot.ts';
import type { Scope } from './scope.ts';

export interface IndicatorFigures {
  readonly indicator: IndicatorRow;
  readonly now: ObservationRow | null;
  /** The last one known last time; null where there was none, or no last time. */
  readonly before: ObservationRow | null;
  /** How much of the way from baseline to target has been gone, 0 and up; null where either is missing, or they are the same. */
  readonly share: number | null;
}

export function indicatorFigures(
  { indicators, observations }: StatusSnapshot,
  scope: Scope,
): IndicatorFigures[] {
  const before = lastTime(scope);
  return indicators.map((indicator) => {
    const own = observations.filter((one) => one.indicator === indicator.id && one.day <= scope.to);
    const now = own.at(-1) ?? null;
    return {
      indicator,
      now,
      before: before === null ? null : (own.findLast(({ day }) => day <= before) ?? null),
      share: shareOf(indicator, now),
    };
  });
}

function shareOf({ baseline, target }: IndicatorRow, now: ObservationRow | null): number | null {
  if (baseline === null || target === null || now === null || target === baseline) return null;
  return Math.max(0, (now.value - baseline) / (target - baseline));
}
