import { placeOfRole } from '../../domain/meetings/roster.ts';
import type { Day, LocalTime } from '../../domain/days/day.ts';
import type { Standing } from '../../domain/meetings/roster.ts';

export type Mark = 'present' | 'deputy' | 'apology' | 'recording' | 'absent';

export interface MinutesSnapshot {
  readonly title: string | null;
  readonly session: MinutedSession;
  /** Members on the session's own day. */
  readonly roster: readonly Member[];
  /** Who had a vote and who was there, be they named here or not. */
  readonly standing: Standing;
  readonly guests: readonly Guest[];
  readonly agenda: readonly MinutedItem[];
  readonly decisions: readonly MinutedDecision[];
  readonly actions: readonly MinutedAction[];
  readonly next: { readonly startsAt: LocalTime; readonly place: string | null } | null;
}

export interface MinutedSession {
  readonly id: number;
  readonly code: string;
  readonly number: string | null;
  readonly startsAt: LocalTime;
  readonly minutes: number | null;
  readonly topic: string | null;
  readonly guest: string | null;
  readonly place: string | null;
  readonly link: string | null;
  /** When it began and ended in fact; null where nobody kept the time. */
  readonly startedAt: LocalTime | null;
  readonly endedAt: LocalTime | null;
  readonly state: 'planned' | 'inProgress' | 'held' | 'cancelled' | 'moved' | null;
  readonly reason: string | null;
  readonly others: number | null;
  readonly minutesText: string | null;
  readonly minutesState: string | null;
  readonly dnro: string | null;
  readonly group: string;
  readonly kind: 'club' | 'network' | 'workGroup' | 'steering' | null;
  readonly quorum: number | null;
}

export interface Member {
  readonly person: number;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly role: string | null;
  /** What the project itself calls the role. */
  readonly ownRole: string | null;
  readonly mark: Mark | null;
  readonly deputy: string | null;
}

export interface Guest {
  readonly name: string;
  readonly jobTitle: string | null;
}

export interface MinutedItem {
  readonly id: number;
  readonly position: number | null;
  readonly title: string;
  readonly presenter: string | null;
  readonly minutes: number | null;
  readonly background: string | null;
  readonly outcome: string | null;
  readonly state: 'open' | 'done' | 'postponed' | null;
}

export interface MinutedDecision {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly text: string | null;
  readonly agenda: number | null;
}

export interface MinutedAction {
  readonly code: string;
  readonly title: string;
  readonly owner: string | null;
  readonly due: Day | null;
  readonly state: 'open' | 'done' | 'dropped' | null;
}

/** Minutes of a session: who was there, what was taken up, decided and promised. */
export interface Minutes {
  readonly project: string | null;
  readonly session: MinutedSession;
  readonly roster: readonly Member[];
  readonly guests: readonly Guest[];
  /** Members with a vote, how many of them were there themselves or by deputy, and whether they were enough. */
  readonly voters: number;
  readonly votersPresent: number;
  readonly isQuorate: boolean | null;
  readonly items: readonly { readonly item: MinutedItem; readonly decisions: readonly MinutedDecision[] }[];
  /** Decisions that were made at no item of the agenda. */
  readonly decisions: readonly MinutedDecision[];
  readonly actions: readonly MinutedAction[];
  readonly next: MinutesSnapshot['next'];
}

export function minutesOf(snapshot: MinutesSnapshot): Minutes {
  const { session, roster, standing, agenda, decisions } = snapshot;
  const known = new Set(agenda.map(({ id }) => id));
  return {
    project: snapshot.title,
    session,
    roster: roster.toSorted((one, other) => placeOfRole(one.role) - placeOfRole(other.role)),
    guests: snapshot.guests,
    voters: standing.voters,
    votersPresent: standing.present,
    isQuorate: session.state === 'held' ? standing.isQuorate : null,
    items: agenda.map((item) => ({
      item,
      decisions: decisions.filter((decision) => decision.agenda === item.id),
    })),
    decisions: decisions.filter(({ agenda: item }) => item === null || !known.has(item)),
    actions: snapshot.actions,
    next: snapshot.next,
  };
}
