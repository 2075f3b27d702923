import { timeZoneOf } from '../../services/project/project.ts';
import type { Project } from '../../services/project/project.ts';

/**
 * Makes the project's time zone the process's own. The process's zone costs nothing to ask; any other the first use
 * of Intl, which alone is half of what a one-shot command may take.
 */
export function takeTimeZone(project: Project): void {
  process.env['TZ'] = timeZoneOf(project.store);
}
