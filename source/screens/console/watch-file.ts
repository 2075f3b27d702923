/** Tells when another window has written the file or a new day has begun: a cheap look now and then, nothing held between two. */
import { fileVersion } from '../../services/project/overview.ts';
import { todayOf, type Project } from '../../services/project/project.ts';

const between = 700;

export function watchFile(project: Project, onChange: () => void): () => void {
  const look = (): string => `${fileVersion(project)} ${todayOf(project)}`;
  let known = look();
  const timer = setInterval(() => {
    const now = look();
    if (now === known) return;
    known = now;
    onChange();
  }, between);
  return () => clearInterval(timer);
}
