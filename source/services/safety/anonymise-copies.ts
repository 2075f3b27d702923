import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { person } from '../../registers/person.ts';
import { closeForAll } from '../../store/file/alone.ts';
import { checkCopy, putInPlace } from '../../store/safety/backup.ts';
import { behindLinks } from '../../store/file/replacing.ts';
import { identityByUid } from '../../store/records/records.ts';
import { anonymise, anonymiseNames } from './anonymise.ts';
import { copyFile } from './backup.ts';
import { copiesIn, noteMade, sealedEnding } from './copies.ts';
import { closeProject, openProject } from '../project/project-file.ts';
import type { Work } from '../../domain/long-work.ts';
import type { AnonymiseOptions } from './anonymise.ts';
import type { CopyPlace } from './copies.ts';

export interface CopiesCleared {
  readonly cleared: number;
  /** Copies that could not be: damaged ones, or a folder that is away. */
  readonly left: readonly string[];
}

/** Who was anonymised: the record that a copy has, and the label where it has none, as it was made before the person came. */
export interface Whom {
  readonly uid: string;
  readonly label: string;
}

/**
 * Does to every copy of the file what was done to it, each through a draft that takes its place when it is sound. Told
 * copy by copy; one that is under way is finished even where it is asked to stop.
 */
export function* anonymiseCopies(
  place: CopyPlace,
  whom: Whom,
  options: AnonymiseOptions,
  environment: NodeJS.ProcessEnv,
): Work<CopiesCleared> {
  const copies = [place.folder, place.own]
    .flatMap((folder) => (folder === null ? [] : copiesIn(folder)))
    .toSorted((one, other) => Number(one.sealed) - Number(other.sealed));
  /** Copies in the open, here, that no longer hold the name. */
  const clean = new Set<string>();
  const left: string[] = [];
  let cleared = 0;
  for (const [index, { path, sealed }] of copies.entries()) {
    yield { stage: 'copying', done: index, total: copies.length };
    // What lies here in the open is sealed anew from there; what does not can't be looked into.
    const twin = join(place.folder, basename(path).replace(sealedEnding, ''));
    if (sealed && place.sealsOwn && dirname(path) === place.own && clean.has(twin)) {
      rmSync(path, { force: true });
      noteMade(place.folder);
      cleared += 1;
      continue;
    }
    try {
      if (clear(path, whom, options, environment)) cleared += 1;
      clean.add(path);
    } catch {
      left.push(path);
    }
  }
  return { cleared, left };
}

function clear(
  named: string,
  { uid, label }: Whom,
  options: AnonymiseOptions,
  environment: NodeJS.ProcessEnv,
): boolean {
  const path = behindLinks(named);
  const draft = `${path}.${process.pid}.part`;
  copyFile(path, draft);
  try {
    const project = openProject(draft, environment, 'none');
    try {
      const identity = identityByUid(project.store, uid);
      const done =
        identity?.register === person.name
          ? anonymise(project, identity.id, options)
          : anonymiseNames(project, label, options);
      if (done.step === null && done.drafts === 0) return false;
    } finally {
      closeProject(project);
    }
    closeForAll(draft);
    checkCopy(draft);
    putInPlace(draft, path);
    return true;
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(draft + ending, { force: true });
  }
}
