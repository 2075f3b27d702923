/** What a club, a network or another group has come to: how often it met, who came, what it took up. */
import * as queries from '../../store/queries/group-figures.ts';
import { todayOf } from '../project/project.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Project } from '../project/project.ts';

/** A session that was held, with its attendance where it was taken. */
export interface HeldSession {
  readonly code: string;
  readonly day: Day;
  readonly topic: string | null;
  /** Members there themselves or by a deputy; null where attendance was not taken. */
  readonly present: number | null;
  readonly absent: number | null;
  /** Guests, as a number. */
  readonly others: number | null;
  readonly watched: number;
}

/** A member who has stayed away: sessions missed in a row without an apology. */
export interface Missing {
  readonly code: string;
  readonly person: string;
  readonly missed: number;
  readonly lastThere: Day | null;
}

export interface FiguredTopic {
  readonly code: string;
  readonly title: string;
  readonly votes: number | null;
  readonly status: 'open' | 'planned' | 'covered';
  readonly covered: Day | null;
}

export interface GroupFigures {
  readonly code: string;
  readonly title: string;
  readonly kind: string | null;
  readonly held: number;
  readonly cancelled: number;
  readonly planned: number;
  readonly next: string | null;
  readonly members: number;
  /** Mean of the members present, of the sessions at which attendance was taken; one decimal. */
  readonly meanPresent: number | null;
  /** The same of the last four such sessions and of the four before them: the trend. */
  readonly meanLast: number | null;
  readonly meanBefore: number | null;
  readonly guests: number;
  /** Oldest first. */
  readonly sessions: readonly HeldSession[];
  readonly missing: readonly Missing[];
  readonly topics: readonly FiguredTopic[];
}

interface GroupRow {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly kind: string | null;
  readonly missedLimit: number | null;
  readonly held: number;
  readonly cancelled: number;
  readonly planned: number;
  readonly next: string | null;
  readonly members: number;
}

/** How many sessions the trend compares with as many before them. */
const trendSpan = 4;

/**
 * Of one group, or of every group there is, as of the project's day. Missing are those who have missed `missed` in a
 * row or more: the limit of the group where it is not given.
 */
export function groupFigures(project: Project, group: number | null = null, missed?: number): GroupFigures[] {
  const { store } = project;
  const today = todayOf(project);
  const rows = store.sql<GroupRow>(queries.groups).all({ group, today });
  return rows.map(({ id, missedLimit, ...row }): GroupFigures => {
    const sessions = store.sql<HeldSession>(queries.held).all({ group: id });
    const counted = sessions.flatMap(({ present }) => (present === null ? [] : [present]));
    return {
      ...row,
      meanPresent: meanOf(counted),
      meanLast: counted.length > trendSpan ? meanOf(counted.slice(-trendSpan)) : null,
      meanBefore: counted.length > trendSpan ? meanOf(counted.slice(-2 * trendSpan, -trendSpan)) : null,
      guests: sessions.reduce((sum, { others }) => sum + (others ?? 0), 0),
      sessions,
      missing: store
        .sql<Missing>(queries.missing)
        .all({ group: id, today, least: missed ?? missedLimit ?? 3 }),
      topics: store.sql<FiguredTopic>(queries.topics).all({ group: id }),
    };
  });
}

function meanOf(counts: readonly number[]): number | null {
  if (counts.length === 0) return null;
  return Math.round((counts.reduce((sum, count) => sum + count, 0) / counts.length) * 10) / 10;
}
