import { folded } from '../../domain/meetings/standing-agenda.ts';
import { same } from '../../store/journal/images.ts';
import type { Project } from '../project/project.ts';
import type { Follower, StepSoFar } from '../writing/step-rule.ts';

interface Stocked {
  readonly id: number;
  readonly title: string;
  readonly session: number | null;
  readonly status: string | null;
}

const titlesIn = (topic: unknown): string[] =>
  typeof topic === 'string' ? [topic, ...topic.split(/[;·]/)].map(folded) : [];

/**
 * Part of a step that gives sessions their topics: a topic of the group's stock that is called as the session's is
 * taken up by it, and one that is so no more goes back. What was covered elsewhere stays covered there.
 */
function takeFromStock({ project, unit, heard: sessions }: StepSoFar): void {
  for (const { id, before } of sessions) {
    const session = unit.read(id);
    if (same(before?.['topic'] ?? null, session['topic']) || session.removedStep !== null) continue;
    const [was, is] = [titlesIn(before?.['topic']), titlesIn(session['topic'])];
    for (const topic of stockOf(project, Number(session['group']))) {
      const title = folded(topic.title);
      if (is.includes(title) && topic.status !== 'covered') unit.change(topic.id, { session: id });
      else if (was.includes(title) && !is.includes(title) && topic.session === id)
        unit.change(topic.id, { session: null });
    }
  }
}

function stockOf({ store }: Project, group: number): Stocked[] {
  return store
    .sql<Stocked>('SELECT id, title, session, status FROM topic WHERE "group" = ? AND removedStep IS NULL')
    .all(group);
}

export const takingTopics: Follower = { hears: ['session'], inDated: false, follow: takeFromStock };
