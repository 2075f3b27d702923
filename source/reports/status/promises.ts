import { addDays, differenceInDays, localDay } from '../../domain/days/day.ts';
import { isToCome, lastDay } from './communication.ts';
import { isInSpan, lastTime } from './scope.ts';
import type { Day } from '../../domain/days/day.ts';
import type {
  ActionRow,
  ActivityRow,
  DecisionRow,
  RoundRow,
  SessionRow,
  StatusSnapshot,
} from '../snapshot.ts';
import type { Scope } from './scope.ts';

/** A decision of the steering group, and the actions that carry it out. */
export interface DecisionFollowUp {
  readonly decision: DecisionRow;
  readonly actions: readonly ActionRow[];
}

export interface LateAction {
  readonly action: ActionRow;
  readonly days: number;
}

export interface Promises {
  /** Of the last steering group session. */
  readonly lastDecisions: readonly DecisionFollowUp[];
  readonly lastSession: SessionRow | null;
  /** Of earlier ones, still open. */
  readonly openDecisions: readonly DecisionFollowUp[];
  /** What the next steering group session is asked: items beside the standing ones, and decisions proposed for it. */
  readonly asked: readonly string[];
  readonly nextSession: SessionRow | null;
  readonly openActions: readonly ActionRow[];
  /** How many were open at the end of the last report's day; null where the journal knew none then. */
  readonly openBefore: number | null;
  readonly doneActions: readonly ActionRow[];
  readonly lateActions: readonly LateAction[];
}

/** What comes up to a day. */
export interface Ahead {
  readonly until: Day;
  readonly activities: readonly ActivityRow[];
  readonly opening: readonly RoundRow[];
  readonly closing: readonly RoundRow[];
  readonly sessions: readonly SessionRow[];
  readonly deliveries: number;
  readonly actions: number;
}

export function promises(snapshot: StatusSnapshot, scope: Scope): Promises {
  const steering = steeringSessions(snapshot);
  const held = steering.filter(
    (session) => session.state === 'held' && localDay(session.startsAt) < scope.to,
  );
  const lastSession = held.at(-1) ?? null;
  const nextSession = steering.find((session) => isPlanned(session, scope.to)) ?? null;
  const heldIds = new Set(held.map((session) => session.id));
  const followUp = (decision: DecisionRow): DecisionFollowUp => ({
    decision,
    actions: snapshot.actions.filter((action) => action.source === decision.id),
  });
  return {
    lastSession,
    nextSession,
    lastDecisions: snapshot.decisions
      .filter((decision) => decision.session !== null && decision.session === lastSession?.id)
      .map(followUp),
    openDecisions: snapshot.decisions
      .filter(
        (decision) =>
          decision.outcome === 'open' &&
          decision.session !== null &&
          decision.session !== lastSession?.id &&
          heldIds.has(decision.session),
      )
      .map(followUp),
    asked: asked(snapshot, nextSession),
    openActions: snapshot.actions.filter(isOpenAction),
    openBefore: openBefore(snapshot.actions, scope),
    doneActions: snapshot.actions.filter(
      (action) => action.state === 'done' && isInSpan(scope, action.doneOn),
    ),
    lateActions: lateActions(snapshot.actions, scope.to),
  };
}

const isOpenAction = (action: ActionRow): boolean => action.state !== 'done' && action.state !== 'dropped';

function openBefore(actions: readonly ActionRow[], scope: Scope): number | null {
  const then = actions.filter(({ earlierState }) => earlierState !== null);
  if (lastTime(scope) === null || then.length === 0) return null;
  return then.filter(({ earlierState }) => earlierState === 'open').length;
}

/** One that is under way is not held yet. */
const aheadStates: ReadonlySet<SessionRow['state']> = new Set(['planned', 'moved', 'inProgress']);

export const isPlanned = (session: SessionRow, today: Day): boolean =>
  aheadStates.has(session.state) && localDay(session.startsAt) >= today;

function steeringSessions(snapshot: StatusSnapshot): SessionRow[] {
  const groups = new Set(
    snapshot.groups.filter((group) => group.kind === 'steering').map((group) => group.id),
  );
  return snapshot.sessions.filter((session) => groups.has(session.group));
}

function asked(snapshot: StatusSnapshot, next: SessionRow | null): string[] {
  if (next === null) return [];
  const standing = snapshot.groups.find((group) => group.id === next.group)?.standingAgenda ?? '';
  const known = new Set(standing.split('\n').map((line) => line.trim().toLowerCase()));
  const items = snapshot.agenda
    .filter((item) => item.session === next.id && item.state !== 'done')
    .map((item) => item.title)
    .filter((title) => !known.has(title.trim().toLowerCase()));
  const proposals = snapshot.decisions
    .filter((decision) => decision.session === next.id && decision.outcome === 'open')
    .map((decision) => `${decision.code} ${decision.title}`);
  return [...items, ...proposals];
}

function lateActions(actions: readonly ActionRow[], today: Day): LateAction[] {
  return actions
    .flatMap((action) =>
      isOpenAction(action) && action.due !== null && action.due < today
        ? [{ action, days: differenceInDays(today, action.due) }]
        : [],
    )
    .toSorted((one, other) => other.days - one.days);
}

/** Up to the next steering group session; where that is near or not known, the coming weeks say more. */
const nearDays = 30;
const weeksAhead = 60;

export function ahead(snapshot: StatusSnapshot, scope: Scope): Ahead {
  const next = steeringSessions(snapshot).find((session) => isPlanned(session, scope.to));
  const nextDay = next === undefined ? null : localDay(next.startsAt);
  const until =
    nextDay !== null && differenceInDays(nextDay, scope.to) >= nearDays
      ? nextDay
      : addDays(scope.to, weeksAhead);
  const comes = (day: Day | null): boolean => day !== null && day >= scope.to && day <= until;
  return {
    until,
    activities: snapshot.activities
      .filter((activity) => activity.state !== 'done' && activity.state !== 'dropped' && comes(activity.due))
      .toSorted((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1)),
    opening: snapshot.rounds.filter((round) => round.state === 'planned' && comes(round.opens)),
    closing: snapshot.rounds.filter((round) => round.state !== 'cancelled' && comes(round.closes)),
    sessions: snapshot.sessions.filter(
      (session) => isPlanned(session, scope.to) && comes(localDay(session.startsAt)),
    ),
    deliveries: snapshot.deliveries.filter((delivery) => isToCome(delivery) && comes(lastDay(delivery)))
      .length,
    actions: snapshot.actions.filter((action) => isOpenAction(action) && comes(action.due)).length,
  };
}
