import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDays, instantOf } from '../../source/domain/days/day.ts';
import { createFile, migrationsFolder } from '../../source/services/project/project-file.ts';
import { write } from '../../source/services/writing/write.ts';
import { writeMeta } from '../../source/store/file/meta.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { refillSearch } from '../../source/store/search/search-text.ts';
import { benchDay, Entries, historyDays, lineOf } from './entries.ts';
import { chanceFrom } from './words.ts';
import type { Entry } from './entries.ts';
import type { Project } from '../../source/services/project/project.ts';

/** A generated project, and the same as text for peers. */
export interface Generated {
  readonly records: number;
  readonly file: string;
  /** One line a record: due, title, notes. */
  readonly lines: string;
  /** Folder of the same as Taskwarrior keeps it. */
  readonly tasks: string;
}

/** Records in a file and rows in its journal. */
export interface Size {
  readonly records: number;
  readonly changes: number;
  /** Records that one edit changes. */
  readonly inStep: number;
  /** Nothing but open actions, as peers know only tasks. */
  readonly onlyActions?: boolean;
}

/** The project that Luotsi is for: three years of one planner's work. */
export const plannerSize: Size = { records: 3000, changes: 20_000, inStep: 1 };
export const sizeOf = (records: number): Size => ({ records, changes: records * 3, inStep: 20 });
/** The same tasks for Luotsi and its peers: each with a title, notes of a few lines, a day, somebody who does it and a tag. */
export const tasksOf = (records: number): Size => ({
  records,
  changes: records,
  inStep: 20,
  onlyActions: true,
});

/** Records that one step adds, as an import does. */
const addsInStep = 50;

/** The project of a size, made once and kept as long as neither generator nor schema change. */
export function generated(size: Size): Generated {
  const folder = path.join(
    workFolder(),
    `${fingerprint().slice(0, 12)}-${size.records}-${size.onlyActions === true ? 'tasks' : size.changes}`,
  );
  const result = {
    records: size.records,
    file: path.join(folder, 'project.luotsi'),
    lines: path.join(folder, 'items.txt'),
    tasks: path.join(folder, 'task'),
  };
  if (existsSync(folder)) return result;
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(path.join(draft, 'task'), { recursive: true });
  const entries = makeProject(path.join(draft, 'project.luotsi'), size);
  writeFileSync(path.join(draft, 'items.txt'), entries.map((entry) => lineFor(entry)).join(''));
  writeFileSync(
    path.join(draft, 'task', 'pending.data'),
    entries.map((entry, index) => taskFor(entry, index)).join(''),
  );
  renameSync(draft, folder);
  return result;
}

/** Where generated files and copies of them lie: never in the repository. */
export function workFolder(): string {
  const folder = process.env['BENCH_WORK'] ?? path.join(tmpdir(), 'luotsi-bench');
  mkdirSync(folder, { recursive: true });
  return folder;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of ['generate.ts', 'entries.ts', 'words.ts'])
    hash.update(readFileSync(new URL(file, import.meta.url)));
  for (const file of readdirSync(migrationsFolder).toSorted())
    hash.update(readFileSync(path.join(migrationsFolder, file)));
  for (const file of ['stems.ts', 'search-text.ts'])
    hash.update(readFileSync(new URL(`../../source/store/search/${file}`, import.meta.url)));
  return hash.digest('hex');
}

/** Makes the file through the same services as any change. Its clock stands on the bench's day. */
export function makeProject(file: string, size: Size, withSearch = true): Entry[] {
  let now = morningOf(0);
  const project: Project = {
    ...createFile(file, { clock: { now: () => now }, randomness: { bytes: seededBytes() } }),
    searchLater: true,
  };
  const entries = [...new Entries(size.records, size.onlyActions).all()];
  const { database } = project.store;
  // A million records in one transaction outgrow a log and the usual pages in memory many times over.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -6000000');
  database.transaction(() => {
    const steps = Math.ceil(entries.length / addsInStep);
    const ids = new Map<string, number>();
    for (let step = 0; step < steps; step += 1) {
      // A third of the time goes by while records come in, so that an earlier day has fewer of them.
      now = morningOf(Math.floor((step / steps) * (historyDays / 3)));
      addSome(project, entries.slice(step * addsInStep, (step + 1) * addsInStep), ids);
    }
    changeSome(project, size, entries, ids, (share) => {
      now = morningOf(Math.floor(historyDays / 3 + share * ((historyDays * 2) / 3)));
    });
    if (withSearch) refillSearch(project.store);
    writeMeta(project.store, 'clock', morningOf(historyDays));
  })();
  database.exec('PRAGMA journal_mode = WAL');
  // No ANALYZE: a planner's file has no statistics either, and reading them is a part of each opening.
  closeStore(project.store);
  return entries;
}

/** Uids and salts that are the same each time. */
function seededBytes(): (count: number) => Buffer {
  const chance = chanceFrom(0x5eed0003);
  return (count) => {
    const bytes = Buffer.alloc(count);
    for (let place = 0; place < count; place += 1) bytes[place] = Math.floor(chance() * 256);
    return bytes;
  };
}

const morningOf = (day: number): string =>
  instantOf(`${addDays(benchDay, day - historyDays)}T08:00`, 'Europe/Helsinki');

function addSome(project: Project, entries: readonly Entry[], ids: Map<string, number>): void {
  write(project, { kind: 'import', label: { verb: 'add', register: 'action' } }, (unit) => {
    for (const { register, key, values } of entries) ids.set(key, unit.add(register, resolved(values, ids)));
  });
}

/** Edits of single fields until the journal has its rows. */
function changeSome(
  project: Project,
  size: Size,
  entries: readonly Entry[],
  ids: ReadonlyMap<string, number>,
  drive: (share: number) => void,
): void {
  const chance = chanceFrom(0x5eed0002);
  const writer = new Entries(100);
  const wanted = size.changes - size.records;
  let made = 0;
  while (made < wanted) {
    drive(made / wanted);
    write(project, { kind: 'user', label: { verb: 'set', register: 'action' } }, (unit) => {
      for (let place = 0; place < size.inStep;) {
        const entry = entries[Math.floor(chance() * entries.length)];
        const edit = entry === undefined ? null : writer.edit(entry);
        if (entry === undefined || edit === null) continue;
        unit.change(ids.get(entry.key) ?? 0, edit);
        place += 1;
      }
    });
    made += size.inStep;
  }
}

function resolved(values: Entry['values'], ids: ReadonlyMap<string, number>): Record<string, unknown> {
  const one = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(one);
    return typeof value === 'string' && value.startsWith('@') ? ids.get(value.slice(1)) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, one(value)]));
}

function lineFor(entry: Entry): string {
  const { due, owner, tag, title, notes } = lineOf(entry);
  return `${due}\t${owner}\t+${tag}\t${title}\t${notes}\n`;
}

function taskFor(entry: Entry, index: number): string {
  const { due, owner, tag, title, notes } = lineOf(entry);
  const uuid = `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
  const moment = Date.parse(`${due}T10:00:00Z`) / 1000;
  return `[annotation_1700000001:"${notes}" description:"${title}" due:"${moment}" entry:"1700000000" modified:"1700000000" project:"${owner}" status:"pending" tags:"${tag}" uuid:"${uuid}"]\n`;
}
