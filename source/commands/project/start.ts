import { resolve } from 'node:path';
import { UserError, wrongUsage } from '../../errors.ts';
import { openProject } from '../../services/project/project-file.ts';
import { remember, tellProblem } from '../line/problems.ts';
import { placeOfCopies } from '../safety/copies.ts';
import { projectPath } from './project.ts';
import { takeTimeZone } from '../line/time-zone.ts';
import { today } from '../reading/today.ts';
import type { Call, Command } from '../line/command.ts';

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
  if (call.asOf !== undefined) throw wrongUsage('as-of-console', { day: call.asOf });
  const { environment } = place;
  const absolute = path === null ? null : resolve(path);
  const problems: string[] = [];
  // The screen is the console's: what copies have to say waits until it is given back.
  const quiet = { ...call, place: { ...place, writeError: (text: string) => void problems.push(text) } };
  const copies = absolute === null ? null : placeOfCopies(quiet, absolute);
  const project =
    absolute === null || copies === null ? null : { ...openProject(absolute, environment, copies), copies };
  if (project !== null) takeTimeZone(project);
  const tell = (problem: UserError): void => tellProblem(quiet, problem);
  const code = await place.openConsole({ project, path: absolute, language, settings, environment, tell });
  for (const text of problems) place.writeError(text);
  // Remembered when all is done: writing settings costs more than the first frame.
  if (absolute !== null) await remember(call, absolute);
  return code;
}
