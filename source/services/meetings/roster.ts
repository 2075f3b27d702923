/** The roster of a session: members on its own day with their marks, guests, and whether enough are there. */
import { placeOfRole, standingOf } from '../../domain/meetings/roster.ts';
import * as queries from '../../store/queries/roster.ts';
import type { Standing } from '../../domain/meetings/roster.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';

export type Mark = 'present' | 'deputy' | 'apology' | 'recording' | 'absent';
export const allMarks: readonly Mark[] = ['present', 'deputy', 'apology', 'recording', 'absent'];

export interface RosterRow {
  readonly membership: number;
  readonly person: number;
  readonly name: string;
  readonly role: string | null;
  /** What the project itself calls the role. */
  readonly ownRole: string | null;
  readonly seat: string | null;
  /** The row of the register attendance; null where nothing is marked. */
  readonly attendance: number | null;
  readonly mark: Mark | null;
  /** Who sat in. */
  readonly deputy: number | null;
  readonly deputyName: string | null;
  /** Those who are this member's deputies on that day. */
  readonly deputies: readonly number[];
}

export interface RosterGuest {
  readonly attendance: number;
  readonly person: number;
  readonly name: string;
  readonly mark: Mark;
}

export interface Roster extends Standing {
  readonly members: readonly RosterRow[];
  /** Marked, but no member on that day. */
  readonly guests: readonly RosterGuest[];
  readonly quorum: number | null;
}

interface MemberRow extends Omit<RosterRow, 'deputies'> {
  readonly deputyOf: number | null;
}

/** From a membership to the one that holds its seat now: successors are followed, a circle is left where it closes. */
function heirs(store: Store, session: number): (membership: number) => number[] {
  const rows = store.sql<{ id: number; successor: number }>(queries.successions).all({ session });
  const next = new Map(rows.map(({ id, successor }) => [id, successor]));
  return (membership) => {
    const chain = [membership];
    for (let at = next.get(membership); at !== undefined && !chain.includes(at); at = next.get(at))
      chain.push(at);
    return chain;
  };
}

export function rosterOf({ store }: Pick<Project, 'store'>, session: number): Roster {
  const rows = store.sql<MemberRow>(queries.members).all({ session });
  const chain = heirs(store, session);
  const members = rows
    .map((row): RosterRow => {
      const deputies = rows.filter(
        ({ deputyOf }) => deputyOf !== null && chain(deputyOf).includes(row.membership),
      );
      return { ...row, deputies: deputies.map(({ person }) => person) };
    })
    .toSorted((one, other) => placeOfRole(one.role) - placeOfRole(other.role));
  const known = new Set(members.map(({ person }) => person));
  const guests = store
    .sql<RosterGuest>(queries.marked)
    .all({ session })
    .filter(({ person }) => !known.has(person));
  const quorum = store.sql<{ quorum: number | null }>(queries.session).get({ session })?.quorum ?? null;
  return { members, guests, quorum, ...standingOf(members, quorum) };
}
