/** Where a project comes from on the first run: made new, the sample, or a file that is there. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../services/safety/copies.ts';
import { createProject, openProject } from '../../services/project/project-file.ts';
import { makeSample, sampleDay } from '../../services/project/sample.ts';
import { foldersOf } from '../../settings/folders.ts';
import type { Project } from '../../services/project/project.ts';

export interface Opened {
  readonly project: Project;
  readonly path: string;
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
export function makeNew(values: Readonly<Record<string, unknown>>, environment: NodeJS.ProcessEnv): Opened {
  const path = freePath(environment);
  makeFolder(dirname(path));
  return { project: createProject(path, values, environment), path };
}

export function openSample(environment: NodeJS.ProcessEnv): Opened {
  const path = join(dataFolder(environment), `sample-${sampleDay}.luotsi`);
  if (!existsSync(path)) {
    makeFolder(dirname(path));
    makeSample(path, sampleDay);
  }
  return { project: openProject(path, environment), path };
}

/** @throws UserError no-file, not-luotsi, newer-file … */
export function openExisting(given: string, environment: NodeJS.ProcessEnv): Opened {
  const text = given.trim();
  const path = resolve(text.startsWith('~/') ? join(homedir(), text.slice(2)) : text);
  return { project: openProject(path, environment), path };
}
