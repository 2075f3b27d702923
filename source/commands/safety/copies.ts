import { copyPlace } from '../../services/safety/copies.ts';
import { foldersOf } from '../../settings/folders.ts';
import { tellProblem } from '../line/problems.ts';
import type { CopyPlace } from '../../services/safety/copies.ts';
import type { Call } from '../line/command.ts';

/** Where the copies of a file go by this user's settings; a copy that can't be made is told of, and stops nothing. */
export function placeOfCopies(call: Call, path: string): CopyPlace {
  const { data } = foldersOf(call.place.environment, process.platform);
  return copyPlace(
    data,
    call.settings.backupFolder,
    path,
    (problem) => tellProblem(call, problem),
    call.settings.backupKey !== null,
  );
}
