/** Tells when another window has written the file: a cheap look now and then, and nothing held between two looks. */
import { fileVersion } from '../services/project/overview.ts';
import type { Project } from '../services/project/project.ts';

const between = 700;

export function watchFile(project: Project, onChange: () => void): () => void {
  let known = fileVersion(project);
  const timer = setInterval(() => {
    const now = fileVersion(project);
    if (now === known) return;
    known = now;
    onChange();
  }, between);
  return () => clearInterval(timer);
}
