/** Putting a copy in place of the file while no console has it open, and opening what came of it. */
import { isUserError } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import { openProject } from '../../services/project/project-file.ts';
import { restoreFile } from '../../services/safety/restore.ts';
import { readSettings } from '../../settings/settings.ts';
import { sentenceOf } from '../sentence.ts';
import type { Copy, CopyPlace } from '../../services/safety/copies.ts';
import type { ConsoleOptions } from '../console/open-console.ts';

/** What the console was left for. */
export interface RestoreRequest {
  /** The project's file. */
  readonly path: string;
  readonly copy: Copy;
  readonly place: CopyPlace;
}

/** What to open the console on then; one that could not be put back leaves the file as it was. @throws UserError of opening */
export function restored(options: ConsoleOptions, { path, copy, place }: RestoreRequest): ConsoleOptions {
  const { environment } = options;
  const settings = readSettings(environment);
  const language = settings.language ?? options.language;
  const notice = putBack();
  const project = { ...openProject(path, environment, place), copies: place };
  return { ...options, project, path, settings, language, notice };

  function putBack(): NonNullable<ConsoleOptions['notice']> {
    const words = messages(language).backups;
    try {
      restoreFile(path, copy.path, place, environment);
      return { kind: 'done', text: words.restored, hint: words.restoredHint };
    } catch (error) {
      if (!isUserError(error)) throw error;
      return { kind: 'error', text: sentenceOf(error, language).text, hint: '' };
    }
  }
}
