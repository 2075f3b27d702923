import { addDays, localDay } from '../../domain/days/day.ts';
import type { Day, LocalTime, Span } from '../../domain/days/day.ts';
import type { RiskLevel } from '../../domain/risk.ts';

export interface WeekSnapshot {
  readonly title: string | null;
  readonly diary: readonly DiaryLine[];
  readonly actions: readonly WeekAction[];
  readonly sessions: readonly WeekSession[];
  readonly deliveries: readonly WeekDelivery[];
  readonly risks: readonly WeekRisk[];
}

export interface DiaryLine {
  readonly code: string;
  readonly day: Day;
  readonly text: string;
  readonly tags: readonly string[];
}

export interface WeekAction {
  readonly code: string;
  readonly title: string;
  readonly owner: string | null;
  readonly due: Day | null;
  readonly state: 'open' | 'done' | 'dropped' | null;
  readonly doneOn: Day | null;
  readonly outcome: string | null;
}

export interface WeekSession {
  readonly code: string;
  readonly title: string;
  readonly startsAt: LocalTime;
  readonly state: 'planned' | 'inProgress' | 'held' | 'cancelled' | 'moved' | null;
  readonly present: number | null;
}

export interface WeekDelivery {
  readonly code: string;
  readonly title: string;
  readonly due: Day | null;
  readonly state: 'planned' | 'drafted' | 'sent' | 'skipped' | null;
  readonly sent: Day | null;
}

export interface WeekRisk {
  readonly code: string;
  readonly title: string;
  readonly score: number | null;
  readonly level: RiskLevel | null;
  readonly review: Day | null;
}

/** A week for the supervisor: what was done, what comes next, what needs help. */
export interface WeekReport {
  readonly title: string | null;
  readonly span: Span;
  /** The last day of what comes next. */
  readonly until: Day;
  readonly diary: readonly DiaryLine[];
  readonly held: readonly WeekSession[];
  readonly cancelled: readonly WeekSession[];
  readonly done: readonly WeekAction[];
  readonly sent: readonly WeekDelivery[];
  readonly ahead: {
    readonly sessions: readonly WeekSession[];
    readonly actions: readonly WeekAction[];
    readonly deliveries: readonly WeekDelivery[];
    readonly reviews: readonly WeekRisk[];
  };
  readonly help: {
    /** Diary lines that the planner tagged as a call for help. */
    readonly asked: readonly DiaryLine[];
    readonly actions: readonly WeekAction[];
    readonly deliveries: readonly WeekDelivery[];
    readonly reviews: readonly WeekRisk[];
  };
}

/** How a diary line asks for help. */
const helpTags: ReadonlySet<string> = new Set(['apu', 'apua', 'tuki', 'help']);

/** How many days of what comes next are told. */
export const daysAhead = 7;

export function weekReport(snapshot: WeekSnapshot, span: Span): WeekReport {
  const { from, to } = span;
  const isWithin = (day: Day | null): boolean => day !== null && day >= from && day <= to;
  const until = addDays(to, daysAhead);
  const isAhead = (day: Day | null): boolean => day !== null && day > to && day <= until;
  // What is due on the last day itself is still to be done.
  const isDue = (day: Day | null): boolean => day !== null && day >= to && day <= until;
  const isLate = (day: Day | null): boolean => day !== null && day < to;
  const open = snapshot.actions.filter(({ state }) => state === 'open');
  const unsent = snapshot.deliveries.filter(({ state }) => state === 'planned' || state === 'drafted');
  const past = snapshot.sessions.filter(({ startsAt }) => isWithin(localDay(startsAt)));
  const asks = (line: DiaryLine): boolean => line.tags.some((tag) => helpTags.has(tag.toLowerCase()));
  return {
    title: snapshot.title,
    span,
    until,
    diary: snapshot.diary.filter((line) => !asks(line)),
    held: past.filter(({ state }) => state === 'held'),
    cancelled: past.filter(({ state }) => state === 'cancelled'),
    done: snapshot.actions.filter(({ state, doneOn }) => state === 'done' && isWithin(doneOn)),
    sent: snapshot.deliveries.filter(({ state, sent }) => state === 'sent' && isWithin(sent)),
    ahead: {
      sessions: snapshot.sessions.filter(
        ({ startsAt, state }) =>
          (isAhead(localDay(startsAt)) || localDay(startsAt) === to) &&
          (state === 'planned' || state === 'moved'),
      ),
      actions: open.filter(({ due }) => isDue(due)),
      deliveries: unsent.filter(({ due }) => isDue(due)),
      reviews: snapshot.risks.filter(({ review }) => isDue(review)),
    },
    help: {
      asked: snapshot.diary.filter(asks),
      actions: open.filter(({ due }) => isLate(due)),
      deliveries: unsent.filter(({ due }) => isLate(due)),
      reviews: snapshot.risks.filter(({ review }) => isLate(review)),
    },
  };
}
