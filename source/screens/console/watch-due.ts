/** Tells what becomes due while the console is open: a meeting whose hour comes, and a new day with what it brings. */
import { nowOf } from '../../services/meetings/running.ts';
import { todayOf, type Project } from '../../services/project/project.ts';
import { todayView, type TodayItem } from '../../services/reading/today.ts';

const between = 1000;

/** What has its hour between two minutes; once the day has turned, all that it brings. */
export function dueBetween(items: readonly TodayItem[], from: string, to: string): readonly TodayItem[] {
  const turned = from.slice(0, 10) !== to.slice(0, 10);
  return items.filter(({ day, time }) => {
    if (day !== to.slice(0, 10)) return false;
    return time === null ? turned : (turned || `${day}T${time}` > from) && `${day}T${time}` <= to;
  });
}

export interface DueListener {
  readonly due: (items: readonly TodayItem[]) => void;
  readonly newDay: () => void;
}

export function watchDue(project: Project, listener: DueListener): () => void {
  let known = nowOf(project);
  const timer = setInterval(() => {
    const now = nowOf(project);
    if (now === known) return;
    const before = known;
    known = now;
    if (before.slice(0, 10) !== todayOf(project)) listener.newDay();
    const items = dueBetween(todayView(project, 0).items, before, now);
    if (items.length > 0) listener.due(items);
  }, between);
  timer.unref();
  return () => clearInterval(timer);
}
