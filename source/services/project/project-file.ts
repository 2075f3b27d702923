import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isUserError, UserError } from '../../errors.ts';
import { dataFolder } from '../../data-folder.ts';
import { fillingWholeSearch } from '../../store/as-of/search-then.ts';
import { openAsOf } from '../../store/as-of/as-of.ts';
import { readLeases } from '../../store/file/lease.ts';
import { readMeta, writeMeta } from '../../store/file/meta.ts';
import { integrityFaults, schemaFaults } from '../../store/safety/examine.ts';
import { migrate } from '../../store/file/migrate.ts';
import { closeStore, createStore, foldLog, openStore } from '../../store/file/open.ts';
import { storeError } from '../../store/file/store-error.ts';
import { mergeSearch } from '../../store/search/search-merge.ts';
import { clockFrom, randomnessFrom } from './clock.ts';
import { copyOfForm } from '../safety/backup.ts';
import { newUid, todayOf } from './project.ts';
import { isRunningHere } from './running-process.ts';
import { write } from '../writing/write.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Store } from '../../store/file/open.ts';
import type { CopyPlace } from '../safety/copies.ts';
import type { Project } from './project.ts';

export const migrationsFolder = join(dataFolder, 'migrations');

/**
 * Opens a project file, brought to the newest form; as it was it is kept among its copies, beside it where it has none,
 * or, of a file that is a copy itself, not at all. The clock is the machine's, or the one that stands in the file.
 */
export function openProject(
  path: string,
  environment: NodeJS.ProcessEnv = process.env,
  copies?: CopyPlace | 'none',
): Project {
  const store = openStore(path);
  return guarded(store, () => {
    migrate(store, migrationsFolder, () => {
      if (copies !== 'none') copyOfForm(store, copies);
    });
    return projectOn(store, environment);
  });
}

function projectOn(store: Store, environment: NodeJS.ProcessEnv): Project {
  const clock = clockFrom(readMeta(store, 'clock') ?? environment['LUOTSI_CLOCK']);
  return {
    store,
    clock,
    randomness: randomnessFrom(environment['LUOTSI_SEED']),
    asOf: null,
    searchLater: false,
  };
}

/** Makes an empty project file; `fill` writes its first records. Nothing is left behind when that fails. */
export function createFile(path: string, project: Omit<Project, 'store' | 'asOf' | 'searchLater'>): Project {
  const store = createStore(path);
  return whole(store, () => {
    migrate(store, migrationsFolder, () => copyOfForm(store));
    const made: Project = { ...project, store, asOf: null, searchLater: false };
    writeMeta(store, 'uid', newUid(made));
    return made;
  });
}

/** Makes a project file with its one project record. @throws UserError file-exists, wrong values */
export function createProject(
  path: string,
  values: Values,
  environment: NodeJS.ProcessEnv = process.env,
): Project {
  const clock = clockFrom(environment['LUOTSI_CLOCK']);
  const made = createFile(path, { clock, randomness: randomnessFrom(environment['LUOTSI_SEED']) });
  return whole(made.store, () => {
    write(made, { kind: 'user', label: { verb: 'init', register: 'project' } }, (unit) =>
      unit.add('project', values),
    );
    return made;
  });
}

/** The project as it was known at the end of a day; it can be looked at, not changed. @throws UserError as-of-future, file-moved */
export function openProjectAsOf(project: Project, day: Day): Project {
  const today = todayOf(project);
  if (day > today) throw new UserError('as-of-future', { day, today }, 2);
  const { path, isInPlace } = project.store;
  if (!isInPlace()) throw new UserError('file-moved', { path });
  return { ...project, store: openAsOf(path, day), asOf: day };
}

/** All that an as-of view shows, read piece by piece: for what asks for everything. */
export function* readyWhole({ store }: Project): Work<void> {
  if (store.filling !== undefined) yield* store.filling();
}

/** The same and the texts that are searched, in pieces between which the view can be looked at. */
export function readyForLooking({ store }: Project): Work<void> {
  return fillingWholeSearch(store);
}

/**
 * What went wrong in work on the project, in words where it has some. An error that nobody foresaw may come of damage, by
 * which a row holds what it never could: then the file is looked at, and that is said. Anything else is our bug.
 */
export function errorOf(project: Project, error: unknown): unknown {
  const { store } = project;
  const said = storeError(error, store.path);
  if (isUserError(said)) return said;
  const detail = damageOf(store);
  return detail === null ? said : new UserError('damaged-file', { path: store.path, detail });
}

function damageOf(store: Store): string | null {
  try {
    const [fault] = [...integrityFaults(store, 1), ...schemaFaults(store, migrationsFolder)];
    return fault === undefined ? null : `${fault.where} ${fault.what}`.trim();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * May there be something to tell of who has the file open, or had when their run ended abruptly? Windows on this computer
 * are no news: who looks at one while giving commands in another waits for nothing.
 */
export function hasNewsOfOthers({ store }: Project): boolean {
  return !readLeases(store).every(isRunningHere);
}

/** What costs a flush of the file and can wait for a still moment. */
export function tidyProject({ store, asOf }: Project): void {
  if (asOf === null) mergeSearch(store);
  foldLog(store);
}

/** Closes the project's file. */
export function closeProject(project: Project): void {
  closeStore(project.store);
}

/** Takes the file that is being made away again after an error. */
function whole<Result>(store: Store, work: () => Result): Result {
  try {
    return guarded(store, work);
  } catch (error) {
    for (const ending of ['', '-wal', '-shm']) rmSync(store.path + ending, { force: true });
    throw error;
  }
}

/** Closes the file after an error, and says the error in words where it has some. */
function guarded<Result>(store: Store, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    closeStore(store);
    throw storeError(error, store.path);
  }
}
