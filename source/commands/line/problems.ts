import { isUserError } from '../../errors.ts';
import { sentenceOf } from '../../services/reading/sentence.ts';
import { rememberFile } from '../../settings/settings.ts';
import type { UserError } from '../../errors.ts';
import type { Call } from './command.ts';

/** Tells of what went wrong beside the command's own work, which goes on. */
export function tellProblem(call: Call, problem: UserError): void {
  const { message, hint } = sentenceOf(problem, call.language);
  const line = call.json
    ? JSON.stringify({ warning: { code: problem.code, message, hint } })
    : call.place.text.safe(`${message} ${hint}`);
  call.place.writeError(`${line}\n`);
}

/** Warns where the file lies in a folder that is synchronised or on another computer. */
export async function tellPlace(call: Call, path: string): Promise<void> {
  const { placeWords } = await import('../../services/reading/opening-words.ts');
  const message = placeWords(path, call.place.environment, call.language).join(' ');
  if (message === '') return;
  const line = call.json
    ? JSON.stringify({ warning: { code: 'shared-place', message } })
    : call.place.text.safe(message);
  call.place.writeError(`${line}\n`);
}

/** Puts a file first among those that were opened; settings that can't be written stop nothing. */
export async function remember(call: Call, path: string): Promise<void> {
  try {
    await rememberFile(call.place.environment, path);
  } catch (error) {
    if (!isUserError(error)) throw error;
    tellProblem(call, error);
  }
}
