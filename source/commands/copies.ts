import { sentenceOf } from '../services/reading/sentence.ts';
import { copyPlace } from '../services/safety/copies.ts';
import { foldersOf } from '../settings/folders.ts';
import type { CopyPlace } from '../services/safety/copies.ts';
import type { Call } from './command.ts';

/** Where the copies of a file go by this user's settings; a copy that can't be made is told of, and stops nothing. */
export function placeOfCopies(call: Call, path: string): CopyPlace {
  const { environment } = call.place;
  const { data } = foldersOf(environment, process.platform);
  return copyPlace(data, call.settings.backupFolder, path, (problem) => {
    const { message, hint } = sentenceOf(problem, call.language);
    if (call.json)
      call.place.writeError(`${JSON.stringify({ warning: { code: problem.code, message, hint } })}\n`);
    else call.place.writeError(`${call.place.text.safe(`${message} ${hint}`)}\n`);
  });
}
