/** Where a project comes from on the first run: made new, the sample, or a file that is there. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { makeFolder, type CopyPlace } from '../../services/safety/copies.ts';
import { createProject, openProject } from '../../services/project/project-file.ts';
import { makeSample, sampleDay } from '../../services/project/sample.ts';
import { foldersOf } from '../../settings/folders.ts';
import type { Project } from '../../services/project/project.ts';

export interface Opened {
  readonly project: Project;
  readonly path: string;
}

/** What a project is opened with: the environment, and where the copies of a file go. */
export interface Start {
  readonly environment: NodeJS.ProcessEnv;
  readonly placeOf: (path: string) => CopyPlace;
}

function opened(path: string, { environment, placeOf }: Start): Opened {
  const copies = placeOf(path);
  return { project: { ...openProject(path, environment, copies), copies }, path };
}

function dataFolder(environment: NodeJS.ProcessEnv): string {
  return foldersOf(environment, process.platform).data;
}

/** As `luotsi init` places it; beside it where that name is taken. */
function freePath(environment: NodeJS.ProcessEnv): string {
  const folder = dataFolder(environment);
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? 'project.luotsi' : `project-${count}.luotsi`);
    if (!existsSync(path)) return path;
  }
}

/** @throws UserError */
export function makeNew(values: Readonly<Record<string, unknown>>, { environment, placeOf }: Start): Opened {
  const path = freePath(environment);
  makeFolder(dirname(path));
  return { project: { ...createProject(path, values, environment), copies: placeOf(path) }, path };
}

export function openSample(start: Start): Opened {
  const path = join(dataFolder(start.environment), `sample-${sampleDay}.luotsi`);
  if (!existsSync(path)) {
    makeFolder(dirname(path));
    makeSample(path, sampleDay);
  }
  return opened(path, start);
}

/** @throws UserError no-file, not-luotsi, newer-file … */
export function openExisting(given: string, start: Start): Opened {
  const text = given.trim();
  const path = resolve(text.startsWith('~/') ? join(homedir(), text.slice(2)) : text);
  return opened(path, start);
}
