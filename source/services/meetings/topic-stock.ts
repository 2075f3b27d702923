/** A club's stock of topics: votes for them, and sessions that take them up. */
import { write } from '../writing/write.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Project } from '../project/project.ts';
import type { Written } from '../writing/write.ts';

/** Between the topics of a session that takes up several. */
export const topicSeparator = ' · ';

/** A wish for the topics, once more or `count` times, by somebody where it is known who. */
export function voteTopics(
  project: Project,
  ids: readonly number[],
  by: number | string | null = null,
  count = 1,
): Written<void> {
  return write(project, { kind: 'user', label: { verb: 'vote', register: 'topic' } }, (unit) => {
    for (const id of ids) {
      const { votes, askedBy } = unit.read(id);
      const known = askedBy as readonly (number | string)[];
      const wished = by === null || known.includes(by) ? known : [...known, by];
      unit.change(id, { votes: Number(votes ?? 0) + count, askedBy: wished });
    }
  });
}

/** Plans what a session is about: topics out of the stock, whose titles become the session's topic. */
export function planSession(
  project: Project,
  id: number,
  topics: readonly number[],
  given: Values = {},
  baseVersion?: number,
): Written<void> {
  return write(project, { kind: 'user', label: { verb: 'plan', register: 'session' } }, (unit) => {
    const titles = topics.map((topic) => String(unit.read(topic)['title']));
    unit.change(id, { topic: titles.join(topicSeparator), ...given }, baseVersion);
    for (const topic of topics) unit.change(topic, { session: id }, baseVersion);
  });
}

/** A topic that waits in the stock. */
interface StockedTopic {
  readonly id: number;
  readonly title: string;
  readonly votes: number;
}

/** What is in stock for the group of a session, the most wished for first: what the session could take up. */
export function topicsFor(project: Project, session: number): StockedTopic[] {
  return project.store
    .sql<StockedTopic>(`SELECT t.id, t.title, coalesce(t.votes, 0) AS votes FROM topic AS t
      WHERE t.removedStep IS NULL AND t.status = 'open'
        AND (t."group" IS NULL OR t."group" = (SELECT s."group" FROM session AS s WHERE s.id = ?))
      ORDER BY t.votes DESC, t.id`)
    .all(session);
}

interface SessionAhead {
  readonly id: number;
  readonly startsAt: string;
  readonly topic: string | null;
}

/** Sessions ahead that could take up a topic, the next one first. */
export function sessionsFor(project: Project, topic: number, today: string): SessionAhead[] {
  return project.store
    .sql<SessionAhead>(`SELECT s.id, s.startsAt, s.topic FROM session AS s WHERE s.removedStep IS NULL AND s.startsAt >= :today
        AND s.state IN ('planned', 'moved')
        AND s."group" = (SELECT coalesce(t."group", s."group") FROM topic AS t WHERE t.id = :topic) ORDER BY s.startsAt LIMIT 40`)
    .all({ topic, today });
}
