/** What the search finds records by, made anew under a bar; loaded when it is asked for. */
import { messages } from '../../language/index.ts';
import { reindexProject } from '../../services/safety/doctor.ts';
import { say, type App } from '../app.tsx';
import { workThrough } from '../long-work.tsx';

export async function reindex(app: App): Promise<void> {
  const words = messages(app.session.get().language).trust.doctor;
  const found = await workThrough(app, words.reindex, reindexProject(app.project));
  if (found !== null) say(app, 'done', words.reindexed(found));
}
