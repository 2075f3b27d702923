import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import {
  closeProject,
  errorOf,
  hasNewsOfOthers,
  openProject,
  openProjectAsOf,
} from '../../services/project/project-file.ts';
import { foldersOf } from '../../settings/folders.ts';
import { placeOfCopies } from '../safety/copies.ts';
import { hasMade } from '../../services/safety/copies.ts';
import type { CopyPlace } from '../../services/safety/copies.ts';
import { takeTimeZone } from '../line/time-zone.ts';
import { printWarnings } from '../line/output.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Project } from '../../services/project/project.ts';
import type { Warning } from '../../services/writing/warnings.ts';
import type { Call } from '../line/command.ts';

/** A run that ended abruptly is told of once, and a window on another computer each time; one on this is no news. */
async function tellPresence(call: Call, project: Project): Promise<void> {
  const { presenceOf } = await import('../../services/reading/opening-words.ts');
  for (const { code, message } of presenceOf(project, call.language)) {
    const line = call.json ? JSON.stringify({ warning: { code, message } }) : call.place.text.safe(message);
    call.place.writeError(`${line}\n`);
  }
}

/** Where a project lies that was given no place: the platform's data folder. */
export function defaultPath(call: Call): string {
  return join(foldersOf(call.place.environment, process.platform).data, 'project.luotsi');
}

/** The project's file: the one named, else the one last opened, else the usual one; null where there is none yet. */
export function projectPath(call: Call): string | null {
  if (call.file !== undefined) return resolve(call.file);
  const [last] = call.settings.files;
  // A file that was deleted is not asked for again and again; one that can't be read is still told of.
  if (last !== undefined && existsSync(last)) return last;
  const usual = defaultPath(call);
  return existsSync(usual) ? usual : null;
}

/** Copies that go to the planner's folder sealed do so when the work is done: sealing is loaded when there is one to seal. */
async function sealAfter({ settings }: Call, place: CopyPlace): Promise<void> {
  if (settings.backupKey === null || !hasMade(place)) return;
  const { sealOutward } = await import('../../services/safety/sealed-copies.ts');
  await sealOutward(place, settings.backupKey);
}

async function makeReady(call: Call, view: Project, work: Work<void> | null): Promise<void> {
  if (work === null) return;
  const { doLong } = await import('../line/long-work.ts');
  await doLong(call, view, work);
}

/**
 * Opens the project for a command and closes it after, as of `--as-of` where it is given: `ready` is what the
 * view has to be filled with that takes long, of which a terminal is told. @throws UserError no-project, and what opening throws
 */
export async function withProject<Result>(
  call: Call,
  work: (project: Project) => Result | Promise<Result>,
  ready: (view: Project) => Work<void> | null = () => null,
): Promise<Result> {
  const path = projectPath(call);
  if (path === null) throw new UserError('no-project', undefined);
  const copies = placeOfCopies(call, path);
  const warnings: Warning[] = [];
  const warned = (more: readonly Warning[]): void => void warnings.push(...more);
  const project = { ...openProject(path, call.place.environment, copies), copies, warned };
  try {
    takeTimeZone(project);
    if (hasNewsOfOthers(project)) await tellPresence(call, project);
    if (call.asOf === undefined) {
      const result = await work(project);
      printWarnings(call, warnings);
      await sealAfter(call, copies);
      return result;
    }
    const day = fieldContext(project, call.language).day(call.asOf);
    const view = openProjectAsOf(project, day);
    try {
      await makeReady(call, view, ready(view));
      return await work(view);
    } finally {
      closeProject(view);
    }
  } catch (error) {
    throw errorOf(project, error);
  } finally {
    closeProject(project);
  }
}
