/** A project file that is hurt in every way that happens to files, and what Luotsi makes of it. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { registers } from '../../source/registers/index.ts';
import { isUserError } from '../../source/errors.ts';
import { copyPlace } from '../../source/services/safety/copies.ts';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { listOf, searchFor } from '../../source/services/reading/listing.ts';
import { errorOf, openProject } from '../../source/services/project/project-file.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { findCopy, restoreFile } from '../../source/services/safety/restore.ts';
import { todayView } from '../../source/services/reading/today.ts';
import { makeCopy } from '../../source/services/safety/backup.ts';
import { nextSeq } from '../../source/store/journal/journal.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { fillProject, makeProject, newPath, openTestProject } from './project.ts';
import { numbers } from './random-changes.ts';
import { snapshot } from './snapshot.ts';
import type { CopyPlace } from '../../source/services/safety/copies.ts';
import type { Project } from '../../source/services/project/project.ts';

const page = 4096;
type Damage = (bytes: Buffer, next: (below: number) => number) => Buffer;

/** Ways in which bytes go wrong. */
export const damages: Readonly<Record<string, Damage>> = {
  'cut short': (bytes, next) => bytes.subarray(0, next(bytes.length)),
  'flipped bits': (bytes, next) => {
    const flipped = Buffer.from(bytes);
    for (let count = 1 + next(8); count > 0; count -= 1) {
      const at = next(bytes.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << next(8));
    }
    return flipped;
  },
  'zeroed pages': (bytes, next) => {
    const zeroed = Buffer.from(bytes);
    for (let count = 1 + next(3); count > 0; count -= 1) {
      const first = next(bytes.length / page) * page;
      zeroed.fill(0, first, first + page);
    }
    return zeroed;
  },
  'garbled page': (bytes, next) => {
    const first = next(bytes.length / page) * page;
    const garbled = Buffer.from(bytes);
    for (let at = first; at < first + page; at += 1) garbled[at] = next(256);
    return garbled;
  },
  'wrong header': (bytes, next) => {
    const wrong = Buffer.from(bytes);
    for (let at = 0; at < 100; at += 1) if (next(4) === 0) wrong[at] = next(256);
    return wrong;
  },
  'pages in each other’s place': (bytes, next) => {
    const swapped = Buffer.from(bytes);
    const [one, other] = [next(bytes.length / page) * page, next(bytes.length / page) * page];
    bytes.copy(swapped, one, other, other + page);
    bytes.copy(swapped, other, one, one + page);
    return swapped;
  },
};

export interface Original {
  readonly path: string;
  readonly place: CopyPlace;
  readonly state: unknown;
  readonly bytes: Buffer;
  readonly risk: number;
  readonly steps: number;
}

/** A closed file with a copy, and what it holds. */
export function original(): Original {
  const project = makeProject('damage');
  const ids = fillProject(project);
  for (let nth = 0; nth < 30; nth += 1)
    changeRecord(project, ids.risk, { title: `Nimi ${nth}`, notes: `Muistio ${nth} `.repeat(60) });
  const place = copyPlace(newPath('data'), null, project.store.path, () => {});
  makeCopy(project, place, 'own');
  const state = snapshot(project.store, '2022-03-01');
  const steps = nextSeq(project.store) - 1;
  closeStore(project.store);
  return {
    path: project.store.path,
    place,
    state,
    bytes: readFileSync(project.store.path),
    risk: ids.risk,
    steps,
  };
}

export interface Outcome {
  /** What was said of it: the error's name, `sound`, or `faults` by doctor. */
  readonly said: string;
  /** An error that no person can act on: our bug. */
  readonly uncaught: unknown;
  /** Doctor called the file sound, and it was not as it had been. */
  readonly believed: boolean;
  /** The copy could not be put in its place. */
  readonly lost: boolean;
}

/** Hurts the file, uses it as a planner would, and brings the copy back. */
export function suffer(from: Original, kind: string, seed: number): Outcome {
  const damage = damages[kind];
  if (damage === undefined) throw new Error(`No damage ${kind}`);
  const path = newPath('hurt');
  const place = { ...from.place };
  writeFileSync(path, damage(from.bytes, numbers(seed)));
  const used = workOn(path, from);
  let lost = false;
  try {
    restoreFile(path, findCopy(place, null, false).path, { ...place, folder: newPath('kept') }, {});
    const restored = openTestProject(path);
    lost = JSON.stringify(snapshot(restored.store, '2022-03-01')) !== JSON.stringify(from.state);
    closeStore(restored.store);
  } catch (error) {
    if (!isUserError(error)) return { ...used, uncaught: error, lost: true };
    // A file that still says that it is another project is not replaced; nothing is lost by that.
    lost = error.code !== 'copy-of-other';
  }
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
  return { ...used, lost };
}

function workOn(path: string, from: Original): Omit<Outcome, 'lost'> {
  let project: Project;
  try {
    project = openProject(path, {});
  } catch (error) {
    return { said: codeOf(error), uncaught: isUserError(error) ? null : error, believed: false };
  }
  try {
    return { uncaught: null, ...look(project, from) };
  } catch (thrown) {
    const error = errorOf(project, thrown);
    return { said: codeOf(error), uncaught: isUserError(error) ? null : error, believed: false };
  } finally {
    closeStore(project.store);
  }
}

const codeOf = (error: unknown): string => (isUserError(error) ? error.code : String(error));

/** Doctor first, for it may not be put off by anything; then what a planner does. */
function look(project: Project, from: Original): { said: string; believed: boolean } {
  const { sound } = examineProject(project, false);
  const asBefore = (): boolean =>
    JSON.stringify(snapshot(project.store, '2022-03-01')) === JSON.stringify(from.state);
  const believed = sound && !asBefore();
  for (const definition of registers) listOf(project, definition, {}, 'fi');
  todayView(project, 14);
  searchFor(project, 'nimi', 10);
  addRecord(project, 'risk', { title: 'Vielä yksi' });
  changeRecord(project, from.risk, { notes: 'Muutettu' });
  return { said: sound ? 'sound' : 'faults', believed };
}

/** The same bytes at another path, with the log that belongs to them. */
export function copyWithLog(path: string, target: string, log: boolean): void {
  copyFileSync(path, target);
  if (log) copyFileSync(`${path}-wal`, `${target}-wal`);
}
