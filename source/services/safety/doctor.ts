import { join } from 'node:path';
import { isUserError } from '../../errors.ts';
import * as examine from '../../store/safety/examine.ts';
import { reportFileFaults } from '../../store/kept/report-files.ts';
import { rebuildSearch, rebuildingSearch } from '../../store/search/search-repair.ts';
import { storeError } from '../../store/file/store-error.ts';
import { copyFile, makeCopy } from './backup.ts';
import { copyName, makeFolder } from './copies.ts';
import { migrationsFolder } from '../project/project-file.ts';
import type { Fault, Sizes } from '../../store/safety/examine.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Project } from '../project/project.ts';

export type Check =
  | 'integrity'
  | 'schema'
  | 'references'
  | 'chain'
  | 'records'
  | 'double'
  | 'derived'
  | 'due'
  | 'links'
  | 'reports'
  | 'search';

/** One thing that was looked at, and what is wrong with it: the first faults, and how many there are. */
export interface Finding {
  readonly check: Check;
  readonly count: number;
  readonly faults: readonly Fault[];
}

export interface Examination {
  readonly sound: boolean;
  readonly findings: readonly Finding[];
  /** Checks whose faults were put right. */
  readonly repaired: readonly Check[];
  /** The copy that was made before anything was put right. */
  readonly copy: string | null;
  readonly sizes: Sizes | null;
}

const mostFaults = 20;

/** What follows from the rest, so that it can be worked out anew without loss. */
const repairable = new Set<Check>(['derived', 'due', 'links', 'search']);

/**
 * Looks the file over. With `repair`, what follows from the records is worked out anew where it is wrong, after a copy of the
 * file as it is; records and journal are never touched. @throws UserError where no copy can be made
 */
export function examineProject(project: Project, repair: boolean): Examination {
  const before = findingsOf(project);
  const wrong = before.filter(({ check, count }) => count > 0 && repairable.has(check));
  const mends = repair && wrong.length > 0;
  const copy = mends ? copyFirst(project) : null;
  if (mends) mend(project);
  const findings = mends ? findingsOf(project) : before;
  const left = new Set(findings.filter(({ count }) => count > 0).map(({ check }) => check));
  return {
    sound: left.size === 0,
    findings,
    repaired: mends ? wrong.map(({ check }) => check).filter((check) => !left.has(check)) : [],
    copy,
    sizes: attempt(() => examine.sizesOf(project.store)),
  };
}

/** What records are found by, made anew for all of them. @returns how many can be found */
export function reindexProject({ store }: Project): Work<number> {
  return rebuildingSearch(store);
}

function findingsOf({ store }: Project): Finding[] {
  const derivation = (): examine.Derivation => examine.rederived(store, false);
  let known: examine.Derivation | null = null;
  const following = (part: keyof examine.Derivation) => (): readonly Fault[] =>
    (known ??= derivation())[part];
  return [
    finding('integrity', () => examine.integrityFaults(store, mostFaults)),
    finding('schema', () => examine.schemaFaults(store, migrationsFolder)),
    finding('references', () => examine.referenceFaults(store)),
    finding('chain', () => examine.chainFaults(store)),
    finding('records', () => examine.recordFaults(store)),
    finding('double', () => examine.doubleFaults(store)),
    finding('derived', following('derived')),
    finding('due', following('due')),
    finding('links', following('links')),
    finding('reports', () => reportFileFaults(store)),
    finding('search', () => examine.searchFaults(store)),
  ];
}

/** A check that a damaged page stops is a fault itself, and the others go on. */
function finding(check: Check, look: () => readonly Fault[]): Finding {
  try {
    const faults = look();
    return { check, count: faults.length, faults: faults.slice(0, mostFaults) };
  } catch (error) {
    if (isTransient(error)) throw error;
    return { check, count: 1, faults: [{ where: '', what: error instanceof Error ? error.message : '' }] };
  }
}

/** A file that is locked or can't be written now is not a faulty one. */
function isTransient(error: unknown): boolean {
  const said = storeError(error, '');
  return isUserError(said) && said.code !== 'damaged-file';
}

function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** A copy that has been read back; where the file is too damaged for one, its bytes as they are. */
function copyFirst(project: Project): string | null {
  const { store, copies: place } = project;
  if (place === undefined) return null;
  try {
    return makeCopy(project, place, 'repair').path;
  } catch (error) {
    if (!isUserError(error) || !['damaged-file', 'unsound-copy'].includes(error.code)) throw error;
    store.database.pragma('wal_checkpoint(TRUNCATE)');
    const path = join(place.folder, copyName(project.clock.now().slice(0, 19), 0, 'replaced'));
    makeFolder(place.folder);
    copyFile(store.path, path);
    return path;
  }
}

/** Each on its own: what a fault in the records keeps from being worked out stays among the findings. */
function mend({ store }: Project): void {
  for (const work of [() => examine.rederived(store, true), () => rebuildSearch(store)]) {
    try {
      work();
    } catch (error) {
      if (isTransient(error)) throw storeError(error, store.path);
    }
  }
}
