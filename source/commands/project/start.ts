import { resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { closeProject, openProject } from '../../services/project/project-file.ts';
import { tellProblem } from '../line/problems.ts';
import { todayOf } from '../../services/project/project.ts';
import { placeOfCopies } from '../safety/copies.ts';
import { projectPath } from './project.ts';
import { takeTimeZone } from '../line/time-zone.ts';
import { today } from '../reading/today.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Project } from '../../services/project/project.ts';
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
  if (path === null && call.asOf !== undefined) throw new UserError('no-project', undefined);
  const { environment } = place;
  const absolute = path === null ? null : resolve(path);
  const problems: string[] = [];
  // The screen is the console's: what copies have to say waits until it is given back.
  const quiet = { ...call, place: { ...place, writeError: (text: string) => void problems.push(text) } };
  const copies = absolute === null ? null : placeOfCopies(quiet, absolute);
  const project =
    absolute === null || copies === null ? null : { ...openProject(absolute, environment, copies), copies };
  if (project !== null) takeTimeZone(project);
  const asOf = project === null ? null : earlierDay(call, project);
  const tell = (problem: UserError): void => tellProblem(quiet, problem);
  const code = await place.openConsole({
    project,
    asOf,
    path: absolute,
    language,
    settings,
    environment,
    tell,
  });
  for (const text of problems) place.writeError(text);
  return code;
}

/** The day that `--as-of` names; null where it is today or none is named. @throws UserError as-of-future, and of words that are no day */
function earlierDay({ asOf, language }: Call, project: Project): Day | null {
  if (asOf === undefined) return null;
  const newest = todayOf(project);
  try {
    const day = fieldContext(project, language).day(asOf);
    if (day > newest) throw new UserError('as-of-future', { day, today: newest }, 2);
    return day === newest ? null : day;
  } catch (error) {
    closeProject(project);
    throw error;
  }
}
