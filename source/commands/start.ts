import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { openProject } from '../services/project-file.ts';
import { rememberFile } from '../settings/settings.ts';
import { projectPath } from './project.ts';
import { today } from './today.ts';
import type { Call, Command } from './command.ts';

/** `luotsi` alone: the console at a terminal; for a script, today. */
export const start: Command = {
  usage: '',
  changes: false,
  options: [],
  words: [0, 0],
  run: async (call) => {
    if (!call.place.isTerminal || call.json) return today.run(call);
    return openConsoleOn(call, projectPath(call));
  },
};

/** Opens the console on a file; on null it greets a newcomer. The console closes what it opens. */
export async function openConsoleOn(call: Call, path: string | null): Promise<number> {
  const { place, language, settings } = call;
  if (!place.isTerminal) throw new UserError('console-missing', undefined);
  const { environment } = place;
  const absolute = path === null ? null : resolve(path);
  const project = absolute === null ? null : openProject(absolute, environment);
  const code = await place.openConsole({ project, path: absolute, language, settings, environment });
  // Remembered when all is done: writing settings costs more than the first frame.
  if (absolute !== null) await rememberFile(environment, absolute);
  return code;
}
