/** What the search finds records by, made anew under a bar; loaded when it is asked for. */
import { messages } from '../../language/index.ts';
import { reindexProject } from '../../services/safety/doctor.ts';
import { say, type App } from '../app.tsx';
import { workThrough } from '../long-work.tsx';

/** @returns whether it was done */
export async function reindex(app: App): Promise<boolean> {
  const words = messages(app.session.get().language).trust.doctor;
  const found = await workThrough(app, words.reindex, reindexProject(app.project));
  if (found !== null) say(app, 'done', words.reindexed(found));
  return found !== null;
}

const tried = new WeakSet<object>();

/** The same for an index that a search found damaged; what can't be done, or was stopped, is not tried at each letter. */
export async function mendSearch(app: App): Promise<void> {
  const { store } = app.project;
  if (tried.has(store)) return;
  tried.add(store);
  if (await reindex(app)) tried.delete(store);
}
