/** Copies of a project file: their names, where they lie, and when they have had their time. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { superfluous } from '../../domain/rotation.ts';
import { makeFolders } from '../../store/file/folders.ts';
import { storeError } from '../../store/file/store-error.ts';
import { sha256 } from '../../store/journal/sha256.ts';
import type { Day, LocalTime } from '../../domain/days/day.ts';

/**
 * Why a copy was made: on a day's first write; before an import, a change of many records, a repair, a new form of the
 * file or an anonymising; when the console is left; because somebody asked for it; or because it was replaced by another.
 */
export const copyReasons = ['day', 'import', 'bulk', 'repair', 'form', 'close', 'own', 'replaced'] as const;
export type CopyReason = (typeof copyReasons)[number];

/** Copies that were made without being asked for are taken away in their time. */
const automatic = new Set<CopyReason>(['day', 'import', 'bulk', 'repair', 'close']);

/** Where the copies of one project file are kept, and who is told when one can't be made. */
export interface CopyPlace {
  readonly folder: string;
  /** The planner's own folder, to which each copy is copied; null where there is none. */
  readonly own: string | null;
  /** Whether what goes to that folder is sealed: it goes there later then (sealOutward). */
  readonly sealsOwn: boolean;
  readonly tell: (problem: UserError<'copy-failed'>) => void;
}

export interface Copy {
  readonly path: string;
  readonly day: Day;
  /** When it was made, in the project's time zone. */
  readonly time: LocalTime;
  /** The newest step that it holds. */
  readonly step: number;
  readonly reason: CopyReason;
  readonly bytes: number;
  /** Only a passphrase opens it. */
  readonly sealed: boolean;
}

/** How the name of a sealed copy goes on after that of a plain one. */
export const sealedEnding = '.age';

/** The folders for the copies of a file: each file has one of its own, named after it and told apart by its place. */
export function copyPlace(
  dataFolder: string,
  ownFolder: string | null,
  path: string,
  tell: CopyPlace['tell'],
  sealsOwn = false,
): CopyPlace {
  // Worked out when a copy is made or asked for: most starts need none.
  const name = (): string => {
    const whole = resolve(path);
    const mark = sha256([whole]).toString('hex').slice(0, 8);
    return `${basename(whole).replace(/\.luotsi$/, '')}-${mark}`;
  };
  return {
    get folder() {
      return join(dataFolder, 'backups', name());
    },
    get own() {
      return ownFolder === null ? null : join(ownFolder, name());
    },
    sealsOwn,
    tell,
  };
}

const pattern = /^(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)-(\d+)-([a-z]+)\.luotsi(\.age)?$/;

/** `2022-03-23-093015-1204-day.luotsi`: read as text, names stand in the order in which copies were made. */
export function copyName(time: string, step: number, reason: CopyReason): string {
  return `${time.slice(0, 10)}-${time.slice(11).replaceAll(':', '')}-${step}-${reason}.luotsi`;
}

/** The copies in a folder, newest first; none where there is no such folder. */
export function copiesIn(folder: string): Copy[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .toSorted()
    .toReversed()
    .flatMap((name) => copyCalled(folder, name) ?? []);
}

function copyCalled(folder: string, name: string): Copy | null {
  const [, day = '', hour = '', minute = '', , step = '', word = '', sealed] = pattern.exec(name) ?? [];
  const reason = copyReasons.find((one) => one === word);
  if (reason === undefined) return null;
  const path = join(folder, name);
  const bytes = statSync(path, { throwIfNoEntry: false })?.size;
  return bytes === undefined
    ? null
    : {
        path,
        day,
        time: `${day}T${hour}:${minute}`,
        step: Number(step),
        reason,
        bytes,
        sealed: sealed !== undefined,
      };
}

/** Folders in which this process has made a copy that has not gone further yet. */
const made = new Set<string>();

export function noteMade(folder: string): void {
  made.add(folder);
}

/** Says it once. */
export function hasMade({ folder }: CopyPlace): boolean {
  return made.size > 0 && made.delete(folder);
}

/** Takes away copies that have had their time, and what an interrupted copying has left. */
export function rotate(folder: string): void {
  const copies = copiesIn(folder).map((copy) => ({ ...copy, automatic: automatic.has(copy.reason) }));
  for (const { path } of superfluous(copies)) rmSync(path, { force: true });
  const hourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const changed = name.endsWith('.part') ? statSync(path, { throwIfNoEntry: false })?.mtimeMs : undefined;
    if (changed !== undefined && changed < hourAgo) rmSync(path, { force: true });
  }
}

/** Makes a folder that its owner alone can look into. @throws UserError no-folder, read-only, disk-full */
export function makeFolder(folder: string): void {
  try {
    makeFolders(folder, 0o700);
  } catch (error) {
    // What stands in its place, or on the way to it, is a file.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new UserError('no-folder', { path: folder });
    throw storeError(error, folder);
  }
}
